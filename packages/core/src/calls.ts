import type { ListName } from "./lists.ts";

/** The questions that can be asked of the lists: which API, tag or page reaches the URL. */
export type Call =
  | "request"
  | "uploadFile"
  | "downloadFile"
  | "connectSocket"
  | "getImageInfo"
  | "tcp"
  | "udp"
  | "web-view"
  | "js-sdk"
  | "share-link"
  | "oauth-redirect";

/** How one call is bound to a list, and how its URL is compared with an entry. */
export interface CallFacts {
  /** The list that the call is bound to; null where none is needed. */
  readonly list: ListName | null;
  /** What an author writes to make the call. */
  readonly name: string;
  /** Schemes that a released app may use, lower case. */
  readonly schemes: readonly string[];
  /** Schemes accepted towards an IPv4 address of the local network; empty where no such exemption exists. */
  readonly lanSchemes: readonly string[];
  /**
   * `server`: scheme, host and port against full origins, as the two observed clients do it; `socket`: the same, but an
   * entry without port covers every port; `tcp`: host and port; `host`: a bare host on a label boundary; `none`: no list.
   */
  readonly matching: "server" | "socket" | "tcp" | "host" | "none";
  /** Whether an entry covers the subdomains of its host. */
  readonly subdomains: boolean;
  /**
   * `exact`: equal as written, absent is not 443; `any`: an entry without port covers all; `default`: only the scheme's
   * own; `undocumented`: nobody says; `allowed`: all but the forbidden ones; `free`: no rule.
   */
  readonly port: "exact" | "any" | "default" | "undocumented" | "allowed" | "free";
  readonly path: "ignored" | "prefix";
  /** The argument may also be a path of the package or a local file, which needs no list. */
  readonly takesLocalPath: boolean;
  readonly source: string;
}

const https = {
  schemes: ["https"],
  lanSchemes: ["https", "http"],
  matching: "server",
  subdomains: false,
  port: "exact",
  path: "ignored",
  takesLocalPath: false,
} as const;

const jsSdk = {
  list: "jsdomain",
  schemes: ["https", "http"],
  lanSchemes: [],
  matching: "host",
  subdomains: true,
  port: "default",
  path: "prefix",
  takesLocalPath: false,
} as const;

/** One row a call. */
export const CALLS: Readonly<Record<Call, CallFacts>> = {
  request: { ...https, list: "requestdomain", name: "wx.request", source: "D network, api wx.request" },
  uploadFile: { ...https, list: "uploaddomain", name: "wx.uploadFile", source: "D network, api wx.uploadFile" },
  downloadFile: { ...https, list: "downloaddomain", name: "wx.downloadFile", source: "D network, api wx.downloadFile" },
  getImageInfo: {
    ...https,
    list: "downloaddomain",
    name: "wx.getImageInfo",
    takesLocalPath: true,
    source: "D api wx.getImageInfo: 「网络图片需先配置download域名才能生效」",
  },
  connectSocket: {
    ...https,
    list: "wsrequestdomain",
    name: "wx.connectSocket",
    schemes: ["wss"],
    lanSchemes: ["wss", "ws"],
    matching: "socket",
    port: "any",
    source: "D network: 「对于 wss 域名，无需配置端口，默认允许请求该域名下所有端口」",
  },
  tcp: {
    list: "tcpdomain",
    name: "TCPSocket.connect",
    schemes: ["tcp"],
    lanSchemes: ["tcp"],
    matching: "tcp",
    subdomains: false,
    port: "allowed",
    path: "ignored",
    takesLocalPath: false,
    source: "D TCPSocket.connect",
  },
  udp: {
    list: null,
    name: "UDPSocket.send",
    schemes: ["udp"],
    lanSchemes: ["udp"],
    matching: "none",
    subdomains: false,
    port: "free",
    path: "ignored",
    takesLocalPath: false,
    source: "D UDPSocket: any address since base library 2.9.4",
  },
  "web-view": {
    list: "bizdomain",
    name: "<web-view>",
    schemes: ["https"],
    lanSchemes: [],
    matching: "host",
    subdomains: true,
    port: "undocumented",
    path: "ignored",
    takesLocalPath: false,
    source: "D web-view, domain: 「配置业务域名后，可打开任意合法的子域名」",
  },
  "js-sdk": { ...jsSdk, name: "wx.config", source: "J: 「绑定父级域名，是否其子域名也是可用的（是的…）」" },
  "share-link": {
    ...jsSdk,
    name: "link",
    source: "J: 「域名或路径必须与当前页面对应的公众号JS安全域名一致」",
  },
  "oauth-redirect": {
    ...jsSdk,
    list: "oauthdomain",
    name: "redirect_uri",
    subdomains: false,
    path: "ignored",
    source: "J, console help of 网页授权域名",
  },
};

/**
 * Ports that a TCP socket may not connect to, as inclusive ranges. Source: D TCPSocket.connect.
 */
export const FORBIDDEN_TCP_PORTS: readonly (readonly [from: number, to: number])[] = [
  [0, 1023],
  ...[1099, 1433, 1521, 1719, 1720, 1723, 2049, 2375, 3128, 3306, 3389, 3659, 4045].map((port) => [port, port] as const),
  ...[5060, 5061, 5432, 5984, 6379, 6000, 6566, 7001, 7002].map((port) => [port, port] as const),
  [8000, 8100],
  ...[8443, 8888, 9200, 9300, 10051, 10080, 11211, 27017, 27018, 27019].map((port) => [port, port] as const),
];
