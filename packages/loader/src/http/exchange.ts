import type { Context } from "../context.ts";
import { systemCode } from "../system-code.ts";
import { tlsFault, type TlsFault } from "./tls-faults.ts";
import type { TransportResponse } from "./transport.ts";
import { ProxyRefusal } from "./tunnel.ts";

/** The largest reply that is read; a full set of lists is some 50 KB. */
const LARGEST_BODY = 1024 * 1024;

/** One attempt gets this long at most, so that a hung connection leaves time for another. Milliseconds. */
const ATTEMPT_LIMIT = 10_000;

export interface HttpRequest {
  readonly url: URL;
  readonly method: "GET" | "POST";
  /** JSON text. */
  readonly body?: string;
}

/** How one request ended. Nothing here is judged: what a status means is the caller's business. */
export type HttpOutcome =
  | { readonly kind: "reply"; readonly status: number; /** Empty: none. */ readonly location: string; readonly text: string }
  /** No connection, or one that broke; `detail` is the system's code, such as ECONNREFUSED. */
  | { readonly kind: "broken"; readonly detail: string }
  /** The peer could not prove who it is: nothing was sent. */
  | { readonly kind: "untrusted"; readonly fault: TlsFault; readonly detail: string }
  /** The proxy let no connection through. */
  | { readonly kind: "proxy-refused"; readonly status: number }
  | { readonly kind: "timed-out" }
  | { readonly kind: "too-large"; readonly limit: number };

/** Sends one request, follows no redirect, reads at most 1 MiB, and never waits past the deadline. */
export async function exchange(request: HttpRequest, context: Context): Promise<HttpOutcome> {
  const limit = Math.min(ATTEMPT_LIMIT, context.deadline.remaining());
  if (limit === 0) return { kind: "timed-out" };
  const signal = AbortSignal.timeout(limit);
  try {
    const response = await context.edges.send({
      url: request.url,
      method: request.method,
      headers: { accept: "application/json", "content-type": "application/json" },
      body: request.body,
      signal,
    });
    const text = await readBounded(response);
    if (text === undefined) return { kind: "too-large", limit: LARGEST_BODY };
    // Masked before a URL parser splits the secret up.
    const location = context.redactor.redact(response.location ?? "");
    return { kind: "reply", status: response.status, location, text };
  } catch (error) {
    if (signal.aborted) return { kind: "timed-out" };
    if (error instanceof ProxyRefusal) return { kind: "proxy-refused", status: error.status };
    // The code only: a message of the network layer may quote the URL, and the URL holds the token.
    const detail = systemCode(error) ?? "connection failed";
    const fault = tlsFault(detail);
    return fault === undefined ? { kind: "broken", detail } : { kind: "untrusted", fault, detail };
  }
}

/** The body as UTF-8 without a byte order mark; undefined if it is larger than the limit. */
async function readBounded(response: TransportResponse): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the connection.
    if (bytes > LARGEST_BODY) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
