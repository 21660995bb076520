import { authorityEnd, parseAuthority } from "./raw-url.ts";

/** One line of a list, taken apart. Nothing is trimmed or corrected: the clients compare what stands there. */
export interface Entry {
  /** As it stands in the list. */
  readonly text: string;
  /** Lower case; null: a bare host. */
  readonly scheme: string | null;
  readonly userinfo: string | undefined;
  /** Lower case, without port; `*.example.com` keeps its star. */
  readonly host: string;
  /** As written; undefined: none. */
  readonly port: string | undefined;
  /** All that follows the authority, query included; a single slash is the empty path. */
  readonly path: string;
}

/** Parses an entry. A broken authority (`h:abc`) is kept whole as the host: it then matches nothing. */
export function parseEntry(text: string): Entry {
  const scheme = /^([^:/?#]*):\/\//.exec(text)?.[1];
  const start = scheme === undefined ? 0 : scheme.length + 3;
  const end = authorityEnd(text, start);
  const written = text.slice(start, end);
  const authority = parseAuthority(written) ?? { userinfo: undefined, host: written, port: undefined };
  const path = text.slice(end);
  return {
    text,
    scheme: scheme?.toLowerCase() ?? null,
    userinfo: authority.userinfo,
    host: authority.host.toLowerCase(),
    port: authority.port,
    path: path === "/" ? "" : path,
  };
}

/**
 * Whether host and port have a form that the console refuses, though both clients would compare it: `_` in the host, a
 * port with leading zeros, above 65535 or empty.
 */
export function isUnholdable(part: { readonly host: string; readonly port: string | undefined }): boolean {
  if (part.host.includes("_")) return true;
  return part.port !== undefined && !(/^[1-9]\d{0,4}$/.test(part.port) && Number(part.port) <= 65_535);
}

/** Whether the console could not hold this entry as a full origin of the scheme. */
export function isUnusualOrigin(entry: Entry, scheme: string): boolean {
  return entry.scheme !== scheme || entry.path !== "" || entry.userinfo !== undefined || isUnholdable(entry);
}
