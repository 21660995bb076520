import { WxDomainError, type Localized } from "@wx-domain/core";
import { isLoopback } from "./loopback.ts";

/** Where the server API lives unless the user says otherwise. */
const DEFAULT_ENDPOINT = "https://api.weixin.qq.com";

/** The same as a cloud-run container calls it: its own network adds the token, and ends the plain connection. */
const CONTAINER_ENDPOINT = "http://api.weixin.qq.com";

/** WeChat's own API hosts (official "通用域名" page: nearest, fallback, and the regional ones). */
const WECHAT_API_HOSTS: ReadonlySet<string> = new Set([
  "api.weixin.qq.com",
  "api2.weixin.qq.com",
  "sh.api.weixin.qq.com",
  "sz.api.weixin.qq.com",
  "hk.api.weixin.qq.com",
]);

/** A base URL that a secret may be sent to. */
export interface Endpoint {
  readonly base: URL;
  /** To be shown before anything is sent: the host is neither WeChat's nor this machine. */
  readonly warnings: readonly Localized[];
}

/**
 * Reads `--endpoint`.
 * @throws WxDomainError `endpoint/…` on what is no URL, carries a secret, or would send one in clear text.
 */
export function parseEndpoint(text: string = DEFAULT_ENDPOINT): Endpoint {
  return endpointAt(parseRemoteUrl(text, "--endpoint"));
}

/** The same for a call that sends no secret from inside a container: there plain http to WeChat is how it is meant. */
export function parseContainerEndpoint(text: string = CONTAINER_ENDPOINT): Endpoint {
  const isPlain = URL.canParse(text) && new URL(text).protocol === "http:" && WECHAT_API_HOSTS.has(new URL(text).host);
  return isPlain ? endpointAt(new URL(text)) : parseEndpoint(text);
}

function endpointAt(base: URL): Endpoint {
  if (base.search !== "" || base.hash !== "") {
    throw new WxDomainError("endpoint/not-a-base", {
      en: `--endpoint is the base of the API: give it without a query or a fragment, such as ${DEFAULT_ENDPOINT}.`,
      "zh-CN": `--endpoint 是接口的基地址：请去掉查询参数和片段，例如 ${DEFAULT_ENDPOINT}。`,
    });
  }
  if (WECHAT_API_HOSTS.has(base.host) || isLoopback(base.hostname)) return { base, warnings: [] };
  const warning = {
    en: `"${base.host}" is not an API host of WeChat: your credentials will be sent there. Stop if you did not mean to.`,
    "zh-CN": `“${base.host}”不是微信的接口域名：凭证将发送到该地址，如非本意请立即停止。`,
  };
  return { base, warnings: [warning] };
}

/**
 * A URL that may be asked: https, or http to this machine; without a user name or password.
 * @param option The flag that it came from, for the message. The text itself is not shown: it may hold a secret.
 */
export function parseRemoteUrl(text: string, option: string): URL {
  if (!URL.canParse(text)) {
    throw new WxDomainError("endpoint/not-a-url", {
      en: `The value of ${option} is not a URL: write it whole, such as ${DEFAULT_ENDPOINT}.`,
      "zh-CN": `${option} 的值不是 URL：请写完整，例如 ${DEFAULT_ENDPOINT}。`,
    });
  }
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    throw new WxDomainError("endpoint/credentials-in-url", {
      en: `The URL of ${option} holds a user name or a password, which other processes and the shell history can see: take it out.`,
      "zh-CN": `${option} 的 URL 中含有用户名或密码，其他进程和命令历史都能看到：请去掉。`,
    });
  }
  const safe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  if (!safe) {
    throw new WxDomainError("endpoint/not-https", {
      en: `${option} must be https (plain http only to this machine): "${url.protocol}//${url.host}" can be read on the way; write https://${url.host}.`,
      "zh-CN": `${option} 必须使用 https（仅本机可用 http）：“${url.protocol}//${url.host}”会在传输中泄露，请改为 https://${url.host}。`,
    });
  }
  return url;
}
