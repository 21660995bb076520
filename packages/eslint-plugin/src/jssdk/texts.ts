import type { Sentence } from "../report/texts.ts";

export const INVALID_URL_DOMAIN: Sentence<[]> = {
  en: () => 'wx.config fails there with "invalid url domain".',
  "zh-CN": () => "在该页面调用 wx.config 会得到 “invalid url domain”。",
};

export const MISSING_FIELDS: Sentence<[fields: string]> = {
  en: (fields) => `wx.config fails without ${fields}. Hand in what your server has signed.`,
  "zh-CN": (fields) => `wx.config 缺少 ${fields}，调用会失败。请传入由服务器签名的参数。`,
};

export const DEBUG_ON: Sentence<[]> = {
  en: () => "debug: true shows users an alert for the result of every call. Remove it, or set it by the build's mode.",
  "zh-CN": () => "debug: true 会向用户弹出每次调用的结果。请删除，或按构建环境设置。",
};

export const TURN_OFF: Sentence<[]> = {
  en: () => "Replace true by false.",
  "zh-CN": () => "将 true 替换为 false。",
};

export const RETIRED_API: Sentence<[name: string, successor: string]> = {
  en: (name, successor) => `"${name}" is to be retired. Use "${successor}".`,
  "zh-CN": (name, successor) => `“${name}” 即将废弃。请改用 “${successor}”。`,
};

export const RETIRED_BESIDE: Sentence<[name: string, successor: string]> = {
  en: (name, successor) => `"${name}" is to be retired, and its successor "${successor}" is listed already. Remove "${name}" and its calls.`,
  "zh-CN": (name, successor) => `“${name}” 即将废弃，列表中已有替代它的 “${successor}”。请删除 “${name}” 及对它的调用。`,
};

export const UNKNOWN_API: Sentence<[name: string, meant: string | undefined]> = {
  en: (name, meant) => `The JS-SDK has no function "${name}". ${meant === undefined ? "Remove it from jsApiList." : `Write "${meant}".`}`,
  "zh-CN": (name, meant) => `JS-SDK 没有名为 “${name}” 的接口。${meant === undefined ? "请从 jsApiList 中删除。" : `请写成 “${meant}”。`}`,
};

export const UNKNOWN_TAG: Sentence<[name: string, known: string]> = {
  en: (name, known) => `There is no open tag "${name}". openTagList takes ${known}.`,
  "zh-CN": (name, known) => `没有名为 “${name}” 的开放标签。openTagList 可填：${known}。`,
};

export const SIGNED_IN_PAGE: Sentence<[]> = {
  en: () => "This makes the signature of wx.config in the page, so that everybody can read the jsapi_ticket. Make it on your server, and hand the page the signature only.",
  "zh-CN": () => "此处在页面中生成 wx.config 的签名，任何人都能读到 jsapi_ticket。请在服务器上签名，只将签名交给页面。",
};

export const NOT_ENCODED: Sentence<[url: string]> = {
  en: (url) => `"${url}" stands in redirect_uri as it is: what follows its own "?" or "&" is lost. Encode it with encodeURIComponent.`,
  "zh-CN": (url) => `redirect_uri 中的 “${url}” 未经编码，其 “?” 或 “&” 之后的内容会丢失。请用 encodeURIComponent 编码。`,
};
