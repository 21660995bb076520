import type { Localized } from "@wx-domain/core";

/** A program to begin with. Its files are the folder of its name (`program.ts`). */
interface Example {
  readonly title: Localized;
  /** A kind of project, or an error that people paste: the pages on errors link to these (`#example=http`). */
  readonly group: "project" | "error";
  /** The file that is shown first. */
  readonly open: string;
  readonly pageOrigins?: readonly string[];
}

export const EXAMPLES = {
  native: { group: "project", open: "pages/index/index.js", title: { en: "Native mini program", "zh-CN": "原生小程序" } },
  "uni-app": { group: "project", open: "pages/index/index.vue", title: { en: "uni-app", "zh-CN": "uni-app" } },
  taro: { group: "project", open: "src/pages/index/index.tsx", title: { en: "Taro", "zh-CN": "Taro" } },
  h5: { group: "project", open: "src/share.js", pageOrigins: ["https://m.example.com"], title: { en: "H5 page with the JS-SDK", "zh-CN": "使用 JS-SDK 的 H5 页面" } },
  "not-in-list": { group: "error", open: "index.js", title: { en: "url not in domain list (600002)", "zh-CN": "不在以下 request 合法域名列表中（600002）" } },
  "wrong-list": { group: "error", open: "index.js", title: { en: "downloadFile, uploadFile: not in their lists", "zh-CN": "不在 downloadFile、uploadFile 合法域名列表中" } },
  socket: { group: "error", open: "index.js", title: { en: "connectSocket: not in the socket list", "zh-CN": "不在 socket 合法域名列表中" } },
  http: { group: "error", open: "index.js", title: { en: "http:// instead of https://", "zh-CN": "使用了 http:// 而不是 https://" } },
  port: { group: "error", open: "index.js", title: { en: "The port differs, or is :443", "zh-CN": "端口不一致，或写了 :443" } },
  "parent-domain": { group: "error", open: "index.js", title: { en: "The parent domain is listed", "zh-CN": "列表中只有上级域名" } },
  "local-address": { group: "error", open: "index.js", title: { en: "localhost and IP addresses", "zh-CN": "localhost 与 IP 地址" } },
  "web-view": { group: "error", open: "index.wxml", title: { en: "web-view: not a business domain", "zh-CN": "web-view 不支持打开非业务域名" } },
  "invalid-url": { group: "error", open: "index.js", title: { en: "request:fail invalid url", "zh-CN": "request:fail invalid url（URL 无效）" } },
  "invalid-url-domain": { group: "error", open: "src/share.js", pageOrigins: ["https://m.example.com"], title: { en: "config:fail, invalid url domain", "zh-CN": "config:fail, invalid url domain（JS 接口安全域名）" } },
  "redirect-uri": { group: "error", open: "src/login.js", pageOrigins: ["https://m.example.com"], title: { en: "redirect_uri differs from the configured domain (10003)", "zh-CN": "redirect_uri 域名与后台配置不一致（10003）" } },
  "server-api": { group: "error", open: "index.js", title: { en: "api.weixin.qq.com in the app", "zh-CN": "在小程序中请求 api.weixin.qq.com" } },
  "check-off": { group: "error", open: "index.js", title: { en: "Works in DevTools only: the check is off", "zh-CN": "仅开发者工具可用：关闭了域名校验" } },
} as const satisfies Readonly<Record<string, Example>>;

export type ExampleId = keyof typeof EXAMPLES;

export const FIRST_EXAMPLE: ExampleId = "native";

export function isExample(id: string): id is ExampleId {
  return Object.hasOwn(EXAMPLES, id);
}
