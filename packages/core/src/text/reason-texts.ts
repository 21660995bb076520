import type { Localized } from "../locale.ts";
import type { Reason } from "../verdict.ts";

/** What the sentences are made of; each part is already in the language of the sentence. */
export interface Parts {
  /** The URL in quotes. */
  readonly url: string;
  /** What the author writes to make the call, such as `wx.request`. */
  readonly call: string;
  /** The list's console name; of a call without list, the call itself. */
  readonly list: string;
  /** The host of the URL, or the URL where none can be read. */
  readonly host: string;
  /** What of the URL the list takes: its origin, or its host by name. */
  readonly addition: string;
  /** The scheme as it stands in the URL. */
  readonly scheme: string;
  /** The schemes that the call takes, such as `https://`. */
  readonly schemes: string;
  /** Whether an entry of the list may hold a port. */
  readonly takesPorts: boolean;
  /** The entry that decided or nearly did, in quotes; empty: there is none. */
  readonly entry: string;
  /** The names of the other lists that hold the origin. */
  readonly listedIn: string;
}

type Sentences = Readonly<Record<keyof Localized, (parts: Parts) => string>>;

/** One row a reason: what is wrong, and what to do. */
export const REASON_TEXTS: Readonly<Record<Reason, Sentences>> = {
  listed: {
    en: ({ url, list, entry }) => `${url} is covered by the entry ${entry} of the ${list}.`,
    "zh-CN": ({ url, list, entry }) => `${url} 已被“${list}”中的 ${entry} 覆盖。`,
  },
  "no-list-needed": {
    en: ({ url, call }) => `${url} needs no entry: ${call} is bound to no domain list here.`,
    "zh-CN": ({ url, call }) => `${url} 无需配置域名：${call} 在此不受域名列表限制。`,
  },
  "unknown-list": {
    en: ({ url, list }) => `${url} can't be judged: the ${list} is unknown. Add it to wx-domains.json, or run "wx-domain pull".`,
    "zh-CN": ({ url, list }) => `无法判断 ${url}：“${list}”未知。请将其写入 wx-domains.json，或运行 “wx-domain pull”。`,
  },
  "not-listed": {
    en: ({ url, list, addition }) => `${url} is not in the ${list}. Add its ${addition} there, or use a listed one.`,
    "zh-CN": ({ url, list, addition }) => `${url} 不在“${list}”中。请在该列表中添加其${addition}，或改用已配置的域名。`,
  },
  "wrong-protocol": {
    en: ({ url, call, scheme, schemes }) => `${url} begins with ${scheme}, but ${call} takes only ${schemes}. Use that scheme.`,
    "zh-CN": ({ url, call, scheme, schemes }) => `${url} 以 ${scheme} 开头，而 ${call} 只接受 ${schemes}。请改用该协议。`,
  },
  "port-not-listed": {
    en: ({ url, list, entry, takesPorts }) =>
      takesPorts
        ? `${url} has a port that the entry ${entry} of the ${list} has not. Remove the port from the URL, even a default one such as 443, or use an origin that is listed with it.`
        : `${url} has a port, but the entry ${entry} of the ${list} covers only the scheme's own port, and that list takes no ports. Serve the page on the default port.`,
    "zh-CN": ({ url, list, entry, takesPorts }) =>
      takesPorts
        ? `${url} 带有端口，而“${list}”中的 ${entry} 未包含该端口。请去掉 URL 中的端口（默认的 443 也不可写），或改用已配置该端口的域名。`
        : `${url} 带有端口，而“${list}”中的 ${entry} 只允许协议的默认端口，且该列表不能填写端口。请在默认端口上提供该页面。`,
  },
  "port-missing": {
    en: ({ url, list, entry }) =>
      `${url} has no port, but the entry ${entry} of the ${list} has one and covers nothing else. Write that port in the URL, or add an entry without port.`,
    "zh-CN": ({ url, list, entry }) =>
      `${url} 没有端口，而“${list}”中的 ${entry} 带有端口，只允许该端口。请在 URL 中写上该端口，或添加不带端口的域名。`,
  },
  "port-mismatch": {
    en: ({ url, list, entry }) => `${url} has another port than the entry ${entry} of the ${list}. Use the listed port, or add an entry with this one.`,
    "zh-CN": ({ url, list, entry }) => `${url} 的端口与“${list}”中的 ${entry} 不同。请使用已配置的端口，或添加带此端口的域名。`,
  },
  "subdomain-not-covered": {
    en: ({ url, list, entry }) =>
      `${url} is a subdomain of the entry ${entry}, but the ${list} does not cover subdomains. Add this host itself.`,
    "zh-CN": ({ url, list, entry }) => `${url} 是 ${entry} 的子域名，但“${list}”不支持以父域名覆盖子域名。请单独添加该域名。`,
  },
  "parent-not-covered": {
    en: ({ url, list, entry }) => `${url} is the parent domain of the entry ${entry}: an entry of the ${list} does not cover its parent. Add this host itself.`,
    "zh-CN": ({ url, list, entry }) => `${url} 是 ${entry} 的父域名：“${list}”中的子域名不覆盖父域名。请单独添加该域名。`,
  },
  "path-not-covered": {
    en: ({ url, list, entry }) => `${url} lies outside the path of the entry ${entry} of the ${list}. Serve it below that path, or register the host without path.`,
    "zh-CN": ({ url, list, entry }) => `${url} 不在“${list}”中 ${entry} 的路径之下。请将页面放到该路径下，或登记不带路径的域名。`,
  },
  "listed-for-another-call": {
    en: ({ url, list, listedIn, call, addition }) => `${url} is in the ${listedIn}, but ${call} asks the ${list}. Add its ${addition} to that list, too.`,
    "zh-CN": ({ url, list, listedIn, call, addition }) => `${url} 在“${listedIn}”中，但 ${call} 检查的是“${list}”。请同时将其${addition}添加到“${list}”。`,
  },
  "local-address": {
    en: ({ url, host }) => `${url} points to the device itself ("${host}"): no list can hold it, and a phone finds nothing there. Use the address of a server.`,
    "zh-CN": ({ url, host }) => `${url} 指向设备本机（“${host}”）：域名列表不能包含它，手机上也无法访问。请改用服务器域名。`,
  },
  "lan-address": {
    en: ({ url, host }) => `${url} works only while the phone is in the same local network as "${host}". Use a listed domain for the released app.`,
    "zh-CN": ({ url, host }) => `${url} 仅当手机与“${host}”处于同一局域网时可用。正式版请改用已配置的域名。`,
  },
  "ip-address": {
    en: ({ url, host, list }) => `${url} uses the IP address "${host}", which the ${list} can't hold. Use a domain name.`,
    "zh-CN": ({ url, host, list }) => `${url} 使用了 IP 地址“${host}”，“${list}”不能配置 IP。请改用域名。`,
  },
  "local-file": {
    en: ({ url, call }) => `${url} is the path of a local file in DevTools; a phone hands out wxfile:// paths. Don't pass it to ${call} as a network URL.`,
    "zh-CN": ({ url, call }) => `${url} 是开发者工具中的本地文件路径，手机上则是 wxfile:// 路径。请勿将其作为网络地址传给 ${call}。`,
  },
  "server-only-host": {
    en: ({ url, host }) => `${url} calls "${host}", whose APIs are for servers only and can be in no list. Call it from your own server and ask that.`,
    "zh-CN": ({ url, host }) => `${url} 调用了“${host}”，其接口只能由服务器调用，不能配置到域名列表。请由自己的服务器调用，小程序再请求该服务器。`,
  },
  "invalid-url": {
    en: ({ url, schemes }) => `${url} is no valid URL: the call fails with "invalid url". Write ${schemes}host without blanks around it and with a numeric port, if any.`,
    "zh-CN": ({ url, schemes }) => `${url} 不是有效的 URL：调用会以 “invalid url” 失败。请写成 ${schemes}域名，前后无空白，端口为数字。`,
  },
  "relative-url": {
    en: ({ url, schemes }) => `${url} has no scheme and host, and there is no page to resolve it against. Write the full URL, beginning with ${schemes}.`,
    "zh-CN": ({ url, schemes }) => `${url} 缺少协议和域名，且没有可供解析的页面地址。请写完整 URL，以 ${schemes} 开头。`,
  },
  "ambiguous-authority": {
    en: ({ url, host }) => `${url} names its host in a way that clients read differently (userinfo, a backslash or an empty port); the phone reads "${host}". Write the plain host.`,
    "zh-CN": ({ url, host }) => `${url} 的主机部分（用户信息、反斜杠或空端口）会被不同客户端读成不同结果，手机读到的是“${host}”。请直接写域名。`,
  },
  "forbidden-port": {
    en: ({ url, call }) => `${url} has a port that ${call} may not connect to. Let the server listen on another port.`,
    "zh-CN": ({ url, call }) => `${url} 的端口禁止 ${call} 连接。请让服务器改用其他端口。`,
  },
  "unusual-entry": {
    en: ({ url, list, entry }) => `${url} and the entry ${entry} of the ${list} match, but not in a form that the console can hold. Write a plain origin on both sides.`,
    "zh-CN": ({ url, list, entry }) => `${url} 与“${list}”中的 ${entry} 相符，但其写法无法在后台配置。请在两处都使用普通的域名写法。`,
  },
  "clients-disagree": {
    en: ({ url, list, entry }) => `${url} and the entry ${entry} of the ${list} match for one client only. Write both the same way, port included.`,
    "zh-CN": ({ url, list, entry }) => `${url} 与“${list}”中的 ${entry} 仅在部分客户端中相符。请使两处写法一致（包括端口）。`,
  },
  undocumented: {
    en: ({ url, list }) => `${url} is a case of the ${list} that the documents leave open. Try it on a phone with the released version.`,
    "zh-CN": ({ url, list }) => `官方文档未说明“${list}”如何处理 ${url}。请用正式版在手机上确认。`,
  },
};
