const LOCAL_FILE = /^(?:http:\/\/(?:tmp|usr|store)(?:[/?#]|$)|wxfile:\/\/)/i;

/**
 * Whether a text is the path of a local file in a URL's dress: DevTools writes `http://tmp/…`, `http://usr/…` and
 * `http://store/…`, a phone `wxfile://…`. Source: T.
 */
export function isLocalFileUrl(url: string): boolean {
  return LOCAL_FILE.test(url);
}
