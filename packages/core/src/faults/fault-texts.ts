import type { Locale } from "../locale.ts";
import type { FaultCode } from "./fault.ts";

/** What the sentences are made of. */
export interface FaultParts {
  readonly entry: string;
  /** The list's console name. */
  readonly list: string;
  /** What to write instead: this entry in good form, or one that is made up. */
  readonly example: string;
  readonly limit: number;
}

type Sentences = Readonly<Record<Locale, (parts: FaultParts) => string>>;

/** One row a fault: what is wrong, and what to do. The caller says where. */
export const FAULT_TEXTS: Readonly<Record<FaultCode, Sentences>> = {
  empty: {
    en: ({ list, example }) => `An empty text in the ${list} allows nothing. Remove it, or write an entry such as "${example}".`,
    "zh-CN": ({ list, example }) => `“${list}”中的空字符串不起作用。请删除，或写成 “${example}” 的形式。`,
  },
  blank: {
    en: ({ entry, list }) => `The entry "${entry}" of the ${list} contains blanks and matches nothing. Remove them.`,
    "zh-CN": ({ entry, list }) => `“${list}”中的 “${entry}” 含有空白，不会匹配任何 URL。请去掉空白。`,
  },
  "missing-scheme": {
    en: ({ entry, list, example }) => `The entry "${entry}" of the ${list} has no scheme and matches nothing. Write it as "${example}".`,
    "zh-CN": ({ entry, list, example }) => `“${list}”中的 “${entry}” 缺少协议，不会匹配任何 URL。请写成 “${example}” 的形式。`,
  },
  "unexpected-scheme": {
    en: ({ entry, list, example }) => `The entry "${entry}" of the ${list} has a scheme, but that list holds bare hosts. Write it as "${example}".`,
    "zh-CN": ({ entry, list, example }) => `“${list}”中的 “${entry}” 带有协议，而该列表只填域名。请写成 “${example}” 的形式。`,
  },
  "wrong-scheme": {
    en: ({ entry, list, example }) => `The entry "${entry}" has a scheme that the ${list} does not take. Write it as "${example}".`,
    "zh-CN": ({ entry, list, example }) => `“${list}”不接受 “${entry}” 的协议。请写成 “${example}” 的形式。`,
  },
  "doubled-scheme": {
    en: ({ entry, list, example }) => `The entry "${entry}" of the ${list} has two schemes and matches nothing. Write it as "${example}".`,
    "zh-CN": ({ entry, list, example }) => `“${list}”中的 “${entry}” 有两个协议，不会匹配任何 URL。请写成 “${example}” 的形式。`,
  },
  userinfo: {
    en: ({ entry, list }) => `The entry "${entry}" of the ${list} contains "@". Remove the part before the host.`,
    "zh-CN": ({ entry, list }) => `“${list}”中的 “${entry}” 含有 “@”。请去掉域名之前的部分。`,
  },
  wildcard: {
    en: ({ entry, list }) => `The entry "${entry}" of the ${list} has a wildcard, which no list knows. Name each host, or the parent where a list covers subdomains.`,
    "zh-CN": ({ entry, list }) => `“${list}”中的 “${entry}” 使用了通配符，任何列表都不支持。请逐个填写域名；支持子域名的列表可填父域名。`,
  },
  path: {
    en: ({ entry, list, example }) => `The entry "${entry}" of the ${list} has more than an origin. Remove what follows the host, as in "${example}".`,
    "zh-CN": ({ entry, list, example }) => `“${list}”中的 “${entry}” 在域名之后还有内容。请去掉，写成 “${example}” 的形式。`,
  },
  "port-not-held": {
    en: ({ entry, list, example }) => `The entry "${entry}" has a port, which the ${list} does not hold. Remove it, as in "${example}".`,
    "zh-CN": ({ entry, list, example }) => `“${list}”不能填写端口，而 “${entry}” 带有端口。请去掉，写成 “${example}” 的形式。`,
  },
  "bad-port": {
    en: ({ entry, list }) => `The port of the entry "${entry}" of the ${list} is none: write a number from 1 to 65535 without leading zeros, or no colon.`,
    "zh-CN": ({ entry, list }) => `“${list}”中 “${entry}” 的端口无效：请填写 1 到 65535 之间、无前导零的数字，或去掉冒号。`,
  },
  "local-address": {
    en: ({ entry, list }) => `The entry "${entry}" of the ${list} is the device itself, which no list can hold. Use the domain of a server.`,
    "zh-CN": ({ entry, list }) => `“${list}”中的 “${entry}” 指向本机，不能配置。请改用服务器域名。`,
  },
  "ip-address": {
    en: ({ entry, list }) => `The entry "${entry}" of the ${list} is an IP address, which no list can hold. Use a domain name.`,
    "zh-CN": ({ entry, list }) => `“${list}”中的 “${entry}” 是 IP 地址，不能配置。请改用域名。`,
  },
  "server-only-host": {
    en: ({ entry, list }) => `The entry "${entry}" can't be in the ${list}: its APIs are for servers only. Remove it, and call it from your own server.`,
    "zh-CN": ({ entry, list }) => `“${entry}” 不能配置到“${list}”：其接口只能由服务器调用。请删除，并由自己的服务器调用。`,
  },
  underscore: {
    en: ({ entry, list }) => `The host of the entry "${entry}" of the ${list} contains "_", which the console refuses. Rename the host.`,
    "zh-CN": ({ entry, list }) => `“${list}”中 “${entry}” 的域名含有 “_”，后台不接受。请更换域名。`,
  },
  "not-ascii": {
    en: ({ entry, list }) => `The host of the entry "${entry}" of the ${list} is not ASCII, and nothing converts it. Write its punycode form ("xn--…") here and in the URL.`,
    "zh-CN": ({ entry, list }) => `“${list}”中 “${entry}” 含有非 ASCII 字符，平台不会转换。请在此处和 URL 中都使用 punycode 形式（“xn--…”）。`,
  },
  "bad-host": {
    en: ({ entry, list, example }) => `The host of the entry "${entry}" of the ${list} is no domain name. Write it as "${example}": letters, digits, hyphens and dots.`,
    "zh-CN": ({ entry, list, example }) => `“${list}”中 “${entry}” 的域名不合法。请写成 “${example}” 的形式，只用字母、数字、连字符和点。`,
  },
  "public-suffix": {
    en: ({ entry, list }) => `The entry "${entry}" of the ${list} is a public suffix that belongs to nobody alone. Write a domain below it.`,
    "zh-CN": ({ entry, list }) => `“${list}”中的 “${entry}” 是公共后缀，不属于任何人。请填写其下的域名。`,
  },
  duplicate: {
    en: ({ entry, list }) => `The entry "${entry}" stands in the ${list} before. Remove one.`,
    "zh-CN": ({ entry, list }) => `“${list}”中已有相同的 “${entry}”。请删除其中一个。`,
  },
  "over-limit": {
    en: ({ entry, list, limit }) => `The entry "${entry}" is beyond what the ${list} takes: ${String(limit)}. Remove entries that nothing uses.`,
    "zh-CN": ({ entry, list, limit }) => `“${entry}” 超出了“${list}”的上限（${String(limit)} 个）。请删除不再使用的条目。`,
  },
};
