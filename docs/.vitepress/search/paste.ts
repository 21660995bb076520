/** What of a paste is read: a log is longer than the error in it. */
const LONGEST = 20_000;

/** From here on a text is taken for a piece of a log, whose other words only lead astray. */
const LOG = 100;

/** How replies and callbacks name an error: `"errcode":40164`, `errno: 600002`, `errMsg: connectSocket:fail url not in domain list`, escaped or not. */
const FIELDS = [
  /\berr(?:code|no)\\?["']?\s*[:=：]?\s*\\?["']?(?<said>-?\d{2,})/gi,
  /\berr_?msg\\?["']?\s*[:=：]\s*(?:\\?"(?<said>[^"\\]+)|'(?<quoted>[^']+)|(?<bare>[^\s"'\\][^"'\\}\n]{0,120}))/gi,
];

/** The sentences of clients, consoles and servers that stand in logs without such a field. */
const SENTENCES = [
  /\b[A-Za-z]\w+:\s?fail\b[^"'\\}\n]{0,120}/g,
  /(?:redirect )?url not in domain list/gi,
  /不在以下 ?\w* ?合法域名列表中/g,
  /\w+ ?合法域名校验出错/g,
  /不支持打开(?:非业务域名)?/g,
  /redirect_?uri ?(?:域名与后台配置不一致|参数错误)/g,
  /invalid (?:url domain|signature|ip|url|appsecret|appid|credential)\b/gi,
  /the permission value is offline verifying/gi,
  /access clientip is not registered/gi,
  /对应的服务器(?:证书无效| ?TLS 为)/g,
  /不再支持 HTTP 协议/g,
  /net::ERR_\w+/g,
  /\bECONNREFUSED\b[^"'\\}\n]{0,40}/g,
  /错误码[:： ]?\d{3,}/g,
];

/** Hosts that an error is about, whoever has it; others are the reader's, and no page has them. */
const TELLING_HOST = /^(?:localhost|[\w.-]+\.(?:qq\.com|qlogo\.cn)|\d+(?:\.\d+){3})$/;

/** DevTools' sentence on a URL that tells more than the list that the sentence names; and what is searched for instead. */
const URL_FAULTS = [
  { url: /\b\w+:\/\/(?:localhost|\d+(?:\.\d+){3})\b\S* ?不在以下/, asked: "localhost, 127.0.0.1, IP" },
  { url: /\b\w+:\/\/api\.weixin\.qq\.com\b\S* ?不在以下/, asked: "api.weixin.qq.com" },
  { url: /\b(?:http|ws):\/\/\S+ ?不在以下/, asked: "http://, ws://" },
  // An older DevTools does not name the list.
  { url: /\bwss:\/\/\S+ ?不在以下/, asked: "wss, 不在以下 socket 合法域名列表中" },
];

/**
 * What of a typed or pasted text is searched for: of a reply or a log the error that it names, and of URLs what tells one error from another.
 * A text that names none is taken as it is.
 */
export function errorIn(text: string): string {
  const read = text.slice(0, LONGEST);
  const fault = URL_FAULTS.find(({ url }) => url.test(read));
  if (fault !== undefined) return fault.asked;
  const fields = FIELDS.flatMap((pattern) => [...read.matchAll(pattern)].map(({ groups }) => groups?.["said"] ?? groups?.["quoted"] ?? groups?.["bare"] ?? ""));
  const named = fields.length === 0 && read.length >= LOG ? SENTENCES.flatMap((pattern) => read.match(pattern) ?? []) : fields;
  const errors = [...new Set(named.map((error) => error.trim()))].filter((error) => !/^\w+:\s?ok$/.test(error));
  return withoutOwnHosts(errors.length === 0 ? read : errors.join(" "));
}

/** Of the reader's own URLs the scheme, which is at fault at times; of others the host, which is. */
function withoutOwnHosts(text: string): string {
  const without = text.replaceAll(/\b(https?|wss?):\/\/([\w.-]+)[^\s"'，。；]*/g, (_url, scheme: string, host: string) => (TELLING_HOST.test(host) ? host : scheme));
  return /^\s*\w*\s*$/.test(without) ? text : without;
}
