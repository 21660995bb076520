/** An element of markup that loads what a URL names. */
export interface LoadingElement {
  readonly attributes: readonly string[];
  /** `web-view`: bound to the list of business domains. `media`: bound to none. */
  readonly binding: "web-view" | "media";
  /** Whether http fails or will: `https` elements show a warning in DevTools and stay empty on phones that refuse it. */
  readonly transport: "https" | "any";
  readonly source: string;
}

const media = { binding: "media", transport: "https" } as const;
const stream = { binding: "media", transport: "any" } as const;

/** Domain rules §4: no list is documented for media, so a host is never a fault there. */
const LOADING_ELEMENTS: ReadonlyMap<string, LoadingElement> = new Map([
  ["web-view", { attributes: ["src"], binding: "web-view", transport: "https", source: "D web-view: 「webview 指向网页的链接…需登录小程序管理后台配置业务域名」" }],
  ["image", { ...media, attributes: ["src"], source: "D image; T: 「图片链接 … 不再支持 HTTP 协议，请升级到 HTTPS」" }],
  ["cover-image", { ...media, attributes: ["src"], source: "D cover-image" }],
  ["video", { ...media, attributes: ["src", "poster"], source: "D video" }],
  ["audio", { ...media, attributes: ["src", "poster"], source: "D audio" }],
  // Streams are rtmp, or flv over http.
  ["live-player", { ...stream, attributes: ["src"], source: "D live-player: 「目前仅支持 flv, rtmp 格式」" }],
  ["live-pusher", { ...stream, attributes: ["url"], source: "D live-pusher: 「推流地址。目前仅支持 rtmp 格式」" }],
]);

/** An element by its name in markup (`web-view`) or in JSX (`WebView`). */
export function loadingElement(name: string): (LoadingElement & { readonly name: string }) | undefined {
  const plain = name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
  const known = plain === "webview" ? "web-view" : plain;
  const element = LOADING_ELEMENTS.get(known);
  return element === undefined ? undefined : { ...element, name: known };
}

/** False only if a text holds none of these elements. */
export function mayLoad(text: string): boolean {
  return /<(?:web-?view|(?:cover-?)?image|video|audio|live-?p(?:layer|usher))\b/i.test(text);
}

/** Whether looking into a component pays that nothing else leads to: media are at fault where such a URL stands in it. */
export function mayLoadFault(text: string): boolean {
  return /<web-?view\b/i.test(text) || (mayLoad(text) && /http:\/\/|localhost/i.test(text));
}
