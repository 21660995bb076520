import type { Localized, Reason } from "@wx-domain/core";

/** Each reason in a few words, behind an origin; `wx-domain check URL` has the sentences. */
export const REASON_LABELS: Readonly<Record<Reason, Localized>> = {
  listed: { en: "", "zh-CN": "" },
  "no-list-needed": { en: "needs no list", "zh-CN": "无需配置" },
  "unknown-list": { en: "", "zh-CN": "" },
  "not-listed": { en: "not in the list", "zh-CN": "未配置" },
  "wrong-protocol": { en: "wrong protocol", "zh-CN": "协议错误" },
  "port-not-listed": { en: "its port is not in the list", "zh-CN": "端口未配置" },
  "port-missing": { en: "listed only with a port", "zh-CN": "列表中带有端口" },
  "port-mismatch": { en: "listed with another port", "zh-CN": "列表中端口不同" },
  "subdomain-not-covered": { en: "its parent domain is listed, which doesn't cover it", "zh-CN": "仅配置了父域名，不覆盖子域名" },
  "parent-not-covered": { en: "only a subdomain is listed", "zh-CN": "仅配置了子域名" },
  "path-not-covered": { en: "listed with another path", "zh-CN": "列表中路径不同" },
  "listed-for-another-call": { en: "in another list only", "zh-CN": "仅在其他列表中" },
  "local-address": { en: "local address", "zh-CN": "本机地址" },
  "lan-address": { en: "LAN address: only in the same network", "zh-CN": "局域网地址：仅同一网络可用" },
  "ip-address": { en: "IP address: can't be listed", "zh-CN": "IP 地址：无法配置" },
  "local-file": { en: "local file", "zh-CN": "本地文件" },
  "server-only-host": { en: "only servers may call it", "zh-CN": "只允许服务器调用" },
  "invalid-url": { en: "no valid URL", "zh-CN": "不是有效的 URL" },
  "relative-url": { en: "no host", "zh-CN": "缺少域名" },
  "ambiguous-authority": { en: "clients read the host differently", "zh-CN": "各客户端对域名的解析不同" },
  "forbidden-port": { en: "forbidden port", "zh-CN": "禁用的端口" },
  "unusual-entry": { en: "the entry is written in an unusual way", "zh-CN": "列表条目写法异常" },
  "clients-disagree": { en: "phone and DevTools differ", "zh-CN": "手机与开发者工具表现不同" },
  undocumented: { en: "undocumented: try it on a phone", "zh-CN": "官方未说明：请在手机上确认" },
};
