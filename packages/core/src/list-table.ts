import type { ListName } from "./lists.ts";
import type { Localized } from "./locale.ts";

/** What the platform says about the entries of a list or of a pool. */
export interface EntryFacts {
  /** The name in the console, as a person looks for it. */
  readonly name: Localized;
  /** The scheme an entry must begin with; null: entries are bare hosts. */
  readonly entryScheme: string | null;
  /** A bare list whose entries some APIs return with a scheme (`https://www.qq.com`): both forms are good. */
  readonly schemeOptional: boolean;
  readonly port: "may-hold" | "never";
  readonly path: "never" | "may-hold";
  /** Most entries that the list takes: by the present text, and by the older one. */
  readonly limits: { readonly current: number; readonly former: number };
}

/** What it says about one list besides. The keys D, P, J, A and T of `source` are those of the domain rules. */
export interface ListFacts extends EntryFacts {
  /** Changes a month, where the platform limits them. */
  readonly changesPerMonth: { readonly current: number; readonly former: number } | null;
  readonly setBy: "console-or-platform" | "console-by-hand" | "platform";
  readonly source: string;
}

const server = {
  schemeOptional: false,
  port: "may-hold",
  path: "never",
  limits: { current: 200, former: 20 },
  changesPerMonth: { current: 50, former: 5 },
  setBy: "console-or-platform",
} as const;

/** One row a list: what an entry may look like, and how many there may be. */
export const LISTS: Readonly<Record<ListName, ListFacts>> = {
  requestdomain: {
    ...server,
    name: { en: "request domain list (request 合法域名)", "zh-CN": "request 合法域名" },
    entryScheme: "https",
    source: "D network, domain; P limits",
  },
  wsrequestdomain: {
    ...server,
    name: { en: "socket domain list (socket 合法域名)", "zh-CN": "socket 合法域名" },
    entryScheme: "wss",
    source: "D network: 「对于 wss 域名，无需配置端口，默认允许请求该域名下所有端口」; P limits",
  },
  uploaddomain: {
    ...server,
    name: { en: "uploadFile domain list (uploadFile 合法域名)", "zh-CN": "uploadFile 合法域名" },
    entryScheme: "https",
    source: "D network; P limits",
  },
  downloaddomain: {
    ...server,
    name: { en: "downloadFile domain list (downloadFile 合法域名)", "zh-CN": "downloadFile 合法域名" },
    entryScheme: "https",
    source: "D network; P limits",
  },
  udpdomain: {
    ...server,
    name: { en: "udp domain list (udp 合法域名)", "zh-CN": "udp 合法域名" },
    entryScheme: "udp",
    source: "D network: not enforced since base library 2.9.4",
  },
  tcpdomain: {
    ...server,
    name: { en: "tcp domain list (tcp 合法域名)", "zh-CN": "tcp 合法域名" },
    entryScheme: "tcp",
    source: "D network, TCPSocket",
  },
  bizdomain: {
    name: { en: "business domain list (业务域名)", "zh-CN": "业务域名" },
    entryScheme: "https",
    schemeOptional: true,
    port: "never",
    path: "never",
    limits: { current: 300, former: 200 },
    changesPerMonth: null,
    setBy: "console-or-platform",
    source: "D domain: 「配置业务域名后，可打开任意合法的子域名」; P pool",
  },
  prefetchdnsdomain: {
    name: { en: "DNS pre-resolve list (预解析域名)", "zh-CN": "DNS 预解析域名" },
    entryScheme: null,
    schemeOptional: false,
    port: "never",
    path: "never",
    limits: { current: 5, former: 5 },
    changesPerMonth: null,
    setBy: "console-or-platform",
    source: "P get_prefetchdnsdomain",
  },
  jsdomain: {
    name: { en: "JS-SDK safe domain list (JS 接口安全域名)", "zh-CN": "JS 接口安全域名" },
    entryScheme: null,
    schemeOptional: false,
    port: "never",
    path: "may-hold",
    limits: { current: 20, former: 5 },
    changesPerMonth: null,
    setBy: "console-by-hand",
    source: "J, console help: 「绑定父级域名，是否其子域名也是可用的（是的…）」",
  },
  oauthdomain: {
    name: { en: "web authorization domain list (网页授权域名)", "zh-CN": "网页授权域名" },
    entryScheme: null,
    schemeOptional: false,
    port: "never",
    path: "never",
    limits: { current: 2, former: 2 },
    changesPerMonth: null,
    setBy: "console-by-hand",
    source: "J, console help",
  },
};

/** Whether a person enters bare hosts in the list; else origins. */
export function holdsHosts(list: ListName): boolean {
  const { entryScheme, schemeOptional } = LISTS[list];
  return entryScheme === null || schemeOptional;
}
