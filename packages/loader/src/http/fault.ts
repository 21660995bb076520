import type { Deadline } from "../deadline.ts";
import { FetchError } from "../fetch-error.ts";
import type { HttpOutcome } from "./exchange.ts";
import type { Attempt, RetryPolicy } from "./retry.ts";

/**
 * The body of a 2xx reply, or the fault in one sentence and whether another try may help.
 * @param host The peer, without path and query: those may hold a secret.
 */
export function bodyOf(outcome: HttpOutcome, host: string, deadline: Deadline): Attempt<string> {
  switch (outcome.kind) {
    case "broken":
      return fault("unreachable", "backoff",
        `The connection to ${host} failed (${outcome.detail}). Check the network, a proxy, and the host's name, then try again.`,
        `与 ${host} 的连接失败（${outcome.detail}）。请检查网络、代理和主机名后重试。`);
    case "timed-out":
      return fault("timed-out", "backoff",
        `${host} did not answer in time (the whole command may take ${String(deadline.seconds)} seconds). Try again, or raise --timeout.`,
        `${host} 未在时限内应答（整个命令限时 ${String(deadline.seconds)} 秒）。请重试，或增大 --timeout。`);
    case "too-large":
      return fault("too-large", "never",
        `The reply of ${host} is larger than ${String(outcome.limit)} bytes, which no set of lists is. Check the address.`,
        `${host} 的响应超过 ${String(outcome.limit)} 字节，不可能是域名列表。请检查地址。`);
    case "reply":
      if (outcome.status >= 200 && outcome.status < 300) return { kind: "done", value: outcome.text };
      return statusFault(outcome.status, outcome.location, host);
  }
}

function statusFault(status: number, location: string, host: string): Attempt<never> {
  if (status >= 300 && status < 400) {
    const target = URL.canParse(location) ? new URL(location).host : "another address";
    return fault("redirected", "never",
      `${host} answered with a redirect to ${target}, which is not followed: credentials must not travel on. Give the final address, and check any proxy.`,
      `${host} 返回了到 ${target} 的跳转；为避免凭证外泄，未予跟随。请填写最终地址，并检查代理。`);
  }
  return fault("http-status", status >= 500 ? "backoff" : "never",
    `${host} answered with HTTP ${String(status)}. Check the address and any proxy, or try again later.`,
    `${host} 返回了 HTTP ${String(status)}。请检查地址和代理，或稍后再试。`);
}

function fault(code: string, retry: RetryPolicy, en: string, zh: string): Attempt<never> {
  return { kind: "failed", error: new FetchError(`loader/${code}`, { en, "zh-CN": zh }), retry };
}
