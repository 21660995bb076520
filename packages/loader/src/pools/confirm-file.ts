import type { Context } from "../context.ts";
import { exchange } from "../http/exchange.ts";
import type { TlsFault } from "../http/tls-faults.ts";
import { wrongShape } from "../lists/reading.ts";
import { callApi } from "../wechat/call.ts";
import { withToken } from "../wechat/token.ts";
import type { PlatformAccess } from "./pool-call.ts";

/** What every host of the pool of business domains must serve at its root before it is added. */
export interface ConfirmFile {
  readonly name: string;
  readonly content: string;
}

/** What a host answered instead of the file, or that it served it. */
export type HostCheck =
  | { readonly kind: "served" }
  /** `blank`: the content but for blanks around it; `html`: a page, such as a single-page app gives for any path. */
  | { readonly kind: "wrong-content"; readonly what: "blank" | "html" | "empty" | "other" }
  | { readonly kind: "redirect"; readonly status: number; readonly to: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "untrusted"; readonly fault: TlsFault; readonly detail: string }
  | { readonly kind: "unreachable"; readonly detail: string }
  | { readonly kind: "timed-out" };

const FROM = "get_domain_confirmfile";

/** The platform's verification file. @throws FetchError */
export async function readConfirmFile({ token, endpoint }: PlatformAccess, context: Context): Promise<ConfirmFile> {
  const fields = await withToken(
    token,
    (value) => callApi({ kind: "component", name: FROM, path: `/cgi-bin/component/${FROM}`, endpoint: endpoint.base, token: value, body: {} }, context),
    context,
  );
  const { file_name: name, file_content: content } = fields;
  // It becomes part of a URL.
  if (typeof name !== "string" || !/^[\w-]+(\.[\w-]+)*$/.test(name)) throw wrongShape(FROM, "file_name", { en: "a file's name", "zh-CN": "文件名" });
  if (typeof content !== "string" || content === "") throw wrongShape(FROM, "file_content", { en: "a text", "zh-CN": "文本" });
  return { name, content };
}

/** Asks a host for the file as WeChat does: https, at its root, without following a redirect. */
export async function checkHost(host: string, file: ConfirmFile, context: Context): Promise<HostCheck> {
  const outcome = await exchange({ url: new URL(`https://${host}/${file.name}`), method: "GET" }, context);
  switch (outcome.kind) {
    case "reply":
      if (outcome.status >= 300 && outcome.status < 400) return { kind: "redirect", status: outcome.status, to: outcome.location };
      if (outcome.status !== 200) return { kind: "status", status: outcome.status };
      return outcome.text === file.content ? { kind: "served" } : { kind: "wrong-content", what: contentFault(outcome.text, file.content) };
    case "untrusted":
      return { kind: "untrusted", fault: outcome.fault, detail: outcome.detail };
    case "broken":
      return { kind: "unreachable", detail: outcome.detail };
    case "proxy-refused":
      return { kind: "unreachable", detail: `proxy: HTTP ${String(outcome.status)}` };
    case "too-large":
      return { kind: "wrong-content", what: "other" };
    case "timed-out":
      return { kind: "timed-out" };
  }
}

function contentFault(text: string, content: string): "blank" | "html" | "empty" | "other" {
  if (text.trim() === content.trim()) return "blank";
  if (text.trim() === "") return "empty";
  return /^\s*</.test(text) ? "html" : "other";
}
