import type { Deadline } from "../deadline.ts";
import { FetchError } from "../fetch-error.ts";
import type { HttpOutcome } from "./exchange.ts";
import type { Attempt, RetryPolicy } from "./retry.ts";
import { TLS_FAULT_TEXTS } from "./tls-faults.ts";

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
    case "untrusted": {
      const why = TLS_FAULT_TEXTS[outcome.fault];
      return fault("untrusted", "never",
        `No safe connection to ${host}: ${why.en} (${outcome.detail}). Nothing was sent. If your network has a CA of its own, name its file in NODE_EXTRA_CA_CERTS.`,
        `无法与 ${host} 建立安全连接：${why["zh-CN"]}（${outcome.detail}）。未发出请求。若所在网络有自己的 CA，请在 NODE_EXTRA_CA_CERTS 中指定其文件。`);
    }
    case "proxy-refused":
      return fault("proxy-refused", outcome.status >= 500 ? "backoff" : "never",
        `The proxy let no connection to ${host} through (HTTP ${String(outcome.status)}). Check HTTPS_PROXY and its user name and password, or except the host in NO_PROXY.`,
        `代理未放行到 ${host} 的连接（HTTP ${String(outcome.status)}）。请检查 HTTPS_PROXY 及其用户名和密码，或在 NO_PROXY 中排除该主机。`);
    case "timed-out":
      return fault("timed-out", "backoff",
        `${host} did not answer in time (all together may take ${String(deadline.seconds)} seconds). Try again, or allow more time (--timeout; in liveDomains, timeout).`,
        `${host} 未在时限内应答（总时限 ${String(deadline.seconds)} 秒）。请重试，或放宽时限（--timeout；liveDomains 中为 timeout）。`);
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
