import type { Locale } from "@wx-domain/core";

/** Sentences around the verdict's own, one function a language. */
export type Sentence<Parts extends readonly unknown[]> = Readonly<Record<Locale, (...parts: Parts) => string>>;

export const IMPOSSIBLE_HOST: Sentence<[url: string, list: string]> = {
  en: (url, list) =>
    `"${url}" can match no entry of the ${list}, whatever its unknown parts (…) are. Add the origins that it can have there, or use a listed one.`,
  "zh-CN": (url, list) => `无论未知部分（…）为何值，“${url}” 都不可能与“${list}”中的条目相符。请在该列表中添加其可能的域名，或改用已配置的域名。`,
};

export const ASSUMED_HOST: Sentence<[url: string]> = {
  en: (url) => `What is appended to "${url}" is unknown; it is taken to begin with "/".`,
  "zh-CN": (url) => `“${url}” 之后拼接的内容未知，假定以 “/” 开头。`,
};

export const WRITTEN_AT: Sentence<[places: string]> = {
  en: (places) => `The text is written at ${places}.`,
  "zh-CN": (places) => `该地址写于 ${places}。`,
};

export const SENT_AT: Sentence<[place: string]> = {
  en: (place) => `It is sent at ${place}.`,
  "zh-CN": (place) => `该请求在 ${place} 处发出。`,
};

export const MORE_VALUES: Sentence<[count: string]> = {
  en: (count) => `And ${count} more.`,
  "zh-CN": (count) => `另有 ${count} 个。`,
};

export const DYNAMIC_URL: Sentence<[callee: string, causes: string]> = {
  en: (callee, causes) =>
    `The domain that ${callee} sends to can't be determined, so it is not checked${causes === "" ? "" : `: ${causes}`}. Write the origin as a constant, or describe it in the settings "defines" or "helpers".`,
  "zh-CN": (callee, causes) =>
    `无法确定 ${callee} 所请求的域名${causes === "" ? "" : `（原因：${causes}）`}，因此未作检查。请将域名写成常量，或在设置 “defines” 或 “helpers” 中说明。`,
};

export const PART_UNDEFINED: Sentence<[]> = {
  en: () => "a part of it is undefined",
  "zh-CN": () => "其中一部分的值是 undefined",
};

export const KNOWN_PARTS: Sentence<[patterns: readonly string[]]> = {
  en: (patterns) => `Known of it: ${patterns.map((pattern) => `"${pattern}"`).join(", ")}.`,
  "zh-CN": (patterns) => `已知部分：${patterns.map((pattern) => `“${pattern}”`).join("、")}。`,
};

export const APP_SECRET: Sentence<[]> = {
  en: () =>
    "This looks like an AppSecret. Whoever opens the app's package can read it: reset it in the console, keep the new one on your server, and let the server call WeChat.",
  "zh-CN": () => "这里疑似写有 AppSecret。任何人都能从小程序包中读到它：请在后台重置，将新的 AppSecret 只保存在服务器上，并由服务器调用微信接口。",
};

export const SKIP_OPTION: Sentence<[]> = {
  en: () =>
    'The undocumented option "__skipDomainCheck__" turns the domain check off and hides what fails once WeChat ignores it. Remove it, and add the domain to its list.',
  "zh-CN": () => "未公开的选项 “__skipDomainCheck__” 会跳过域名校验，一旦微信不再支持即会失败。请删除它，并将域名添加到对应的列表。",
};

export const SKIP_QUERY: Sentence<[]> = {
  en: () =>
    '"skip_domain_check=true" in a URL turns the domain check off in DevTools only: it works in DevTools, but fails on the phone. Remove it, and add the domain to its list.',
  "zh-CN": () => "URL 中的 “skip_domain_check=true” 只在开发者工具中跳过域名校验：开发者工具中可用，手机上会失败。请删除它，并将域名添加到对应的列表。",
};

export const URL_CHECK_OFF: Sentence<[]> = {
  en: () =>
    '"urlCheck": false turns the check of domains and certificates off in DevTools and on phones in debug mode, but never for users: what works here fails for them. Set it to true, and add the domains to their lists.',
  "zh-CN": () =>
    "“urlCheck”: false 会在开发者工具和手机的调试模式中跳过域名与证书校验，而正式版始终校验：此处可用的请求，用户那里会失败。请设为 true，并将域名添加到对应的列表。",
};

export const TURN_ON: Sentence<[]> = {
  en: () => "Replace false by true.",
  "zh-CN": () => "将 false 替换为 true。",
};

export const LOADS_INSECURELY: Sentence<[url: string, element: string]> = {
  en: (url, element) => `"${url}" begins with http://: DevTools warns of it in <${element}>, and phones may refuse to load it. Serve it over https://.`,
  "zh-CN": (url, element) => `“${url}” 以 http:// 开头：<${element}> 不再支持 HTTP 协议，手机上可能无法加载。请改用 https://。`,
};

export const LOADS_FROM_DEVICE: Sentence<[url: string, element: string]> = {
  en: (url, element) => `"${url}" points to the device itself, and on a phone <${element}> finds nothing there. Use the address of a server.`,
  "zh-CN": (url, element) => `“${url}” 指向设备本机，手机上的 <${element}> 无法加载。请改用服务器的地址。`,
};

export const LOADS_FROM_LAN: Sentence<[url: string, element: string]> = {
  en: (url, element) => `<${element}> loads "${url}" only while the phone is in that local network. Use the address of a server for the released app.`,
  "zh-CN": (url, element) => `仅当手机处于同一局域网时，<${element}> 才能加载 “${url}”。正式版请改用服务器的地址。`,
};

export const USE_SCHEME: Sentence<[from: string, to: string]> = {
  en: (from, to) => `Replace ${from} by ${to}.`,
  "zh-CN": (from, to) => `将 ${from} 替换为 ${to}。`,
};

export const USE_ENTRY: Sentence<[from: string, to: string]> = {
  en: (from, to) => `Replace ${from} by the listed ${to}.`,
  "zh-CN": (from, to) => `将 ${from} 替换为已配置的 ${to}。`,
};

/** Whoever takes it only to silence the report sends data to another server: it has to say so. */
export const USE_OTHER_HOST: Sentence<[from: string, to: string]> = {
  en: (from, to) => `Replace ${from} by the listed ${to}, which is another host.`,
  "zh-CN": (from, to) => `将 ${from} 替换为已配置的 ${to}（不是同一主机）。`,
};

export const TLS_ON_80: Sentence<[url: string]> = {
  en: (url) => `"${url}" asks for TLS on port 80, where the handshake fails. Remove the port, or use the one that serves TLS.`,
  "zh-CN": (url) => `“${url}” 在 80 端口使用 TLS，握手会失败。请去掉端口，或改用提供 TLS 的端口。`,
};

export const REFERER: Sentence<[]> = {
  en: () => 'A mini program can\'t set the header field "Referer": WeChat sends its own (https://servicewechat.com/{appid}/{version}/page-frame.html). Remove it, or use a field of another name.',
  "zh-CN": () => "小程序不能设置请求头 “Referer”，微信会填入固定的值（https://servicewechat.com/{appid}/{version}/page-frame.html）。请删除，或改用其他字段。",
};

export const LOWER_METHOD: Sentence<[method: string, upper: string]> = {
  en: (method, upper) => `The method "${method}" must be in upper case. Write "${upper}".`,
  "zh-CN": (method, upper) => `请求方法 “${method}” 必须大写。请写成 “${upper}”。`,
};

export const UNKNOWN_METHOD: Sentence<[method: string, known: string]> = {
  en: (method, known) => `wx.request knows no method "${method}". Use one of ${known}, and let the server tell the rest by a header field or the path.`,
  "zh-CN": (method, known) => `wx.request 不支持请求方法 “${method}”。请使用以下之一：${known}；其余可由请求头或路径区分。`,
};

export const USE_TEXT: Sentence<[from: string, to: string]> = {
  en: (from, to) => `Replace "${from}" by "${to}".`,
  "zh-CN": (from, to) => `将 “${from}” 替换为 “${to}”。`,
};

export const REMOVE_ENTRY: Sentence<[entry: string]> = {
  en: (entry) => `Remove this "${entry}".`,
  "zh-CN": (entry) => `删除此处的 “${entry}”。`,
};

export const IGNORED_LIST: Sentence<[key: string, list: string]> = {
  en: (key, list) => `"${key}" is no domain list and is ignored. Did you mean "${list}"?`,
  "zh-CN": (key, list) => `没有名为 “${key}” 的域名列表，该字段会被忽略。是否应为 “${list}”？`,
};

export const LIST_SEPARATOR: Readonly<Record<Locale, string>> = { en: ", ", "zh-CN": "、" };
export const CLAUSE_SEPARATOR: Readonly<Record<Locale, string>> = { en: "; ", "zh-CN": "；" };
export const SENTENCE_SEPARATOR: Readonly<Record<Locale, string>> = { en: " ", "zh-CN": "" };
