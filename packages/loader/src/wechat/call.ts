import type { Context } from "../context.ts";
import { FetchError } from "../fetch-error.ts";
import { exchange } from "../http/exchange.ts";
import { bodyOf } from "../http/fault.ts";
import { withRetries, type Attempt } from "../http/retry.ts";
import { refusal, type CallName } from "./refusal.ts";
import { parseReply } from "./reply.ts";

/** One call of the server API. */
export interface ApiCall extends CallName {
  readonly endpoint: URL;
  /** Absolute, below the endpoint: `/wxa/getwxadevinfo`. */
  readonly path: string;
  /** Present on calls that need one; it travels in the query. */
  readonly token?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The fields of a successful reply (errcode absent or 0). */
export type Fields = Readonly<Record<string, unknown>>;

/** Where a call goes; the token is not in it. */
export function callUrl(call: Pick<ApiCall, "endpoint" | "path">): URL {
  const url = new URL(call.endpoint);
  url.pathname = url.pathname.replace(/\/$/, "") + call.path;
  return url;
}

/**
 * Makes the call, retried as its error table says.
 * @throws Refusal on an errcode, FetchError on everything else that brought no reply.
 */
export function callApi(call: ApiCall, context: Context): Promise<Fields> {
  const url = callUrl(call);
  if (call.token !== undefined) url.searchParams.set("access_token", call.token);
  const request = { url, method: "POST", body: JSON.stringify(call.body) } as const;
  return withRetries(async (): Promise<Attempt<Fields>> => {
    const body = bodyOf(await exchange(request, context), url.host, context.deadline);
    if (body.kind === "failed") return body;
    const reply = parseReply(body.value);
    switch (reply.kind) {
      case "success":
        return { kind: "done", value: reply.fields };
      case "refused": {
        const error = refusal(reply.errcode, reply.errmsg, call, context.redactor);
        return { kind: "failed", error, retry: error.retry };
      }
      case "not-a-reply":
        return { kind: "failed", error: notAReply(call, url.host, reply.what), retry: "never" };
    }
  }, context);
}

function notAReply(call: CallName, host: string, what: { readonly en: string; readonly "zh-CN": string }): FetchError {
  return new FetchError("loader/not-a-reply", {
    en: `${host} answered ${call.name} with ${what.en} instead of WeChat's JSON. Check --endpoint and any proxy; nothing was written.`,
    "zh-CN": `${host} 对 ${call.name} 返回了${what["zh-CN"]}，而不是微信的 JSON。请检查 --endpoint 和代理；未写入任何内容。`,
  });
}
