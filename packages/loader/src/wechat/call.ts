import type { Context } from "../context.ts";
import { FetchError } from "../fetch-error.ts";
import { exchange, type HttpOutcome } from "../http/exchange.ts";
import { bodyOf } from "../http/fault.ts";
import { withRetries, type Attempt } from "../http/retry.ts";
import { refusal, type CallName } from "./refusal.ts";
import { parseReply } from "./reply.ts";

/** One call of the server API. */
export interface ApiCall extends CallName {
  readonly endpoint: URL;
  /** Absolute, below the endpoint: `/wxa/getwxadevinfo`. */
  readonly path: string;
  /** What else stands in the query. */
  readonly query?: Readonly<Record<string, string>>;
  /** Present on calls that need one; it travels in the query. */
  readonly token?: string;
  /** Absent on the calls that are a GET. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** True: it changes something at WeChat, and is not sent again when nobody knows whether it arrived. */
  readonly writes?: true;
}

/** The fields of a successful reply (errcode absent or 0). */
export type Fields = Readonly<Record<string, unknown>>;

/** Where a call goes; neither token nor query is in it. */
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
  const query = { ...(call.token === undefined ? {} : { access_token: call.token }), ...call.query };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const request =
    call.body === undefined
      ? ({ url, method: "GET" } as const)
      : ({ url, method: "POST", body: JSON.stringify(call.body) } as const);
  return withRetries(async (): Promise<Attempt<Fields>> => {
    const outcome = await exchange(request, context);
    const body = bodyOf(outcome, url.host, context.deadline);
    if (body.kind === "failed") return call.writes && mayHaveArrived(outcome) ? { ...body, error: doubtful(call, body.error), retry: "never" } : body;
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

/** Whether WeChat may have read the request, though no answer came. */
function mayHaveArrived(outcome: HttpOutcome): boolean {
  return outcome.kind !== "reply" ? outcome.kind !== "untrusted" : outcome.status >= 500;
}

function doubtful(call: CallName, error: FetchError): FetchError {
  return new FetchError("loader/write-in-doubt", {
    en: `${error.text.en} Whether ${call.name} changed anything is not known: look before you repeat it.`,
    "zh-CN": `${error.text["zh-CN"]}${call.name} 是否已生效未知：重复之前请先查看。`,
  });
}

function notAReply(call: CallName, host: string, what: { readonly en: string; readonly "zh-CN": string }): FetchError {
  return new FetchError("loader/not-a-reply", {
    en: `${host} answered ${call.name} with ${what.en} instead of WeChat's JSON. Check --endpoint and any proxy; nothing was written.`,
    "zh-CN": `${host} 对 ${call.name} 返回了${what["zh-CN"]}，而不是微信的 JSON。请检查 --endpoint 和代理；未写入任何内容。`,
  });
}
