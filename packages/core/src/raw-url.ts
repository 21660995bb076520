/** The parts of an authority, as they were written. */
export interface Authority {
  /** Text before the last `@`; undefined: there is none. */
  readonly userinfo: string | undefined;
  /** Host as written, an IPv6 literal with its brackets. */
  readonly host: string;
  /** Digits as written, `""` for `https://h:/`; undefined: no colon. */
  readonly port: string | undefined;
}

/** Why a text is no URL that a client could use. */
export type UrlFault = "empty" | "blank-led" | "no-scheme" | "no-slashes" | "no-host" | "host-character" | "port";

/** A URL taken apart without normalising anything: what the clients compare is the text. */
export type RawUrl =
  | (Authority & {
      readonly kind: "absolute";
      /** Lower case. */
      readonly scheme: string;
      /** The authority was ended by a backslash: readers disagree on what follows. */
      readonly backslash: boolean;
      /** From the authority's end to the query or fragment; may be empty. */
      readonly path: string;
    })
  /** `data:…`, `blob:…`, `mailto:…`: a scheme without an authority. */
  | { readonly kind: "opaque"; readonly scheme: string }
  /** No scheme: `/x`, `x`, `?q`, and the protocol-relative `//h/x`. */
  | { readonly kind: "relative" }
  | { readonly kind: "invalid"; readonly fault: UrlFault };

const BLANK_OR_CONTROL = /[\s\p{Cc}\p{Cf}]/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** Schemes that can't be meant without `//`. */
const HIERARCHICAL = new Set(["http", "https", "ws", "wss", "tcp", "udp", "ftp"]);

/**
 * Splits an authority at its last `@` and its port.
 *
 * @returns undefined if what follows the host is no port (`h:abc`, `[::1]x`).
 */
export function parseAuthority(text: string): Authority | undefined {
  const at = text.lastIndexOf("@");
  const userinfo = at < 0 ? undefined : text.slice(0, at);
  const rest = text.slice(at + 1);
  const colon = rest.startsWith("[") ? rest.indexOf(":", rest.indexOf("]") + 1) : rest.indexOf(":");
  const bracketEnd = rest.startsWith("[") ? rest.indexOf("]") + 1 : -1;
  if (bracketEnd === 0 || (bracketEnd > 0 && bracketEnd !== rest.length && bracketEnd !== colon)) return undefined;
  if (colon < 0 || bracketEnd === rest.length) return { userinfo, host: rest, port: undefined };
  const port = rest.slice(colon + 1);
  return /^\d*$/.test(port) ? { userinfo, host: rest.slice(0, colon), port } : undefined;
}

/** The index of the first of `/ \ ? #`, or the end: where an authority stops for the Android client (A). */
export function authorityEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    const char = text[i];
    if (char === "/" || char === "\\" || char === "?" || char === "#") return i;
  }
  return text.length;
}

/** The path of what follows an authority: without query and fragment. */
function pathOf(afterAuthority: string): string {
  const end = afterAuthority.search(/[?#]/);
  return end < 0 ? afterAuthority : afterAuthority.slice(0, end);
}

/**
 * Takes a URL apart as written. Never throws, and never uses `new URL`, which forgets a default port, strips blanks and
 * rewrites addresses: exactly what the port and host rules are about.
 */
export function parseRawUrl(text: string): RawUrl {
  if (text === "") return { kind: "invalid", fault: "empty" };
  if (BLANK_OR_CONTROL.test(text.slice(0, 1))) return { kind: "invalid", fault: "blank-led" };
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: "relative" };
  const start = scheme.length + 1;
  if (!text.startsWith("//", start)) {
    // `localhost:3000/x` and `api.example.com:8080/x` parse as a scheme, but nobody means one.
    if (/^\d+(?:$|[/?#])/.test(text.slice(start, start + 8))) return { kind: "invalid", fault: "no-scheme" };
    return HIERARCHICAL.has(scheme) ? { kind: "invalid", fault: "no-slashes" } : { kind: "opaque", scheme };
  }
  const end = authorityEnd(text, start + 2);
  const authority = parseAuthority(text.slice(start + 2, end));
  if (authority === undefined) return { kind: "invalid", fault: "port" };
  if (authority.host === "") return { kind: "invalid", fault: "no-host" };
  if (BLANK_OR_CONTROL.test(authority.host)) return { kind: "invalid", fault: "host-character" };
  return { kind: "absolute", scheme, ...authority, backslash: text[end] === "\\", path: pathOf(text.slice(end)) };
}
