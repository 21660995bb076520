import type { Hole, Pattern, Place } from "./pattern.ts";

/** What a pattern says about where a request goes. */
export type Origin =
  /** `origin` is `scheme://authority`, scheme and host in lower case, the port as written. */
  | { readonly kind: "known"; readonly origin: string; readonly open: boolean; readonly from: readonly Place[] }
  /** The authority is known in part: `https://api.▢.example.com`. */
  | { readonly kind: "partial"; readonly scheme: string; readonly authority: string; readonly from: readonly Place[]; readonly holes: readonly Hole[] }
  /** No scheme and no authority: `/v1/users`, `users`, ``. */
  | { readonly kind: "relative"; readonly text: string; readonly from: readonly Place[] }
  | { readonly kind: "unknown"; readonly holes: readonly Hole[] };

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** `scheme:` and `//` at the head, then the authority up to `/`, `\`, `?` or `#`. */
export function originOf(pattern: Pattern): Origin {
  const holes = holesOfOrigin(pattern);
  const [first] = pattern;
  if (first === undefined) return { kind: "relative", text: "", from: [] };
  if (first.kind === "hole") return { kind: "unknown", holes };
  const head = SCHEME.exec(first.text);
  if (head === null) {
    // `ht` ▢ may still become a scheme; `/a` ▢, `//h` ▢ and `a/b` ▢ may not.
    const undecided = pattern.length > 1 && /^[a-z][a-z0-9+.-]*$/i.test(first.text);
    if (undecided || (first.text.trim() === "" && pattern.length > 1)) return { kind: "unknown", holes };
    return { kind: "relative", text: first.text, from: first.from };
  }
  const scheme = (head[1] ?? "").toLowerCase();
  const rest = first.text.slice(head[0].length);
  if (!rest.startsWith("//")) {
    if (rest.length < 2 && "//".startsWith(rest) && pattern.length > 1) return { kind: "unknown", holes };
    return { kind: "known", origin: `${scheme}:`, open: false, from: first.from };
  }
  const end = rest.slice(2).search(/[/\\?#]/);
  if (end !== -1) return known(scheme, rest.slice(2, 2 + end), false, first.from);
  const authority = rest.slice(2);
  if (pattern.length === 1) return known(scheme, authority, false, first.from);
  if (authority !== "" && /[^.:@-]$/.test(authority) && looksComplete(authority)) {
    // `"https://api.example.com" + path`: the host is open; it counts as known and the report says what it assumed.
    return known(scheme, authority, true, first.from);
  }
  return { kind: "partial", scheme, authority: partialAuthority(pattern, authority), from: first.from, holes };
}

/** The holes up to the end of the authority: those in the path leave no origin open. */
function holesOfOrigin(pattern: Pattern): readonly Hole[] {
  const holes: Hole[] = [];
  for (const part of pattern) {
    if (part.kind === "hole") holes.push(part.hole);
    else if (/[/\\?#]/.test(part.text.replace("://", ""))) break;
  }
  return holes;
}

function known(scheme: string, authority: string, open: boolean, from: readonly Place[]): Origin {
  return { kind: "known", origin: `${scheme}://${lowerHost(authority)}`, open, from };
}

/** A host with a dot (or localhost, or a bracketed address), perhaps with a port: what follows is taken for a path. */
function looksComplete(authority: string): boolean {
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  return /^\[.*\]$/.test(host) || /^localhost$/i.test(host) || /\.[a-z0-9\u00a1-\uffff-]{2,}$/i.test(host) || /^\d+(\.\d+){3}$/.test(host);
}

function lowerHost(authority: string): string {
  const at = authority.lastIndexOf("@") + 1;
  return authority.slice(0, at) + authority.slice(at).toLowerCase();
}

/** The authority of a pattern whose host has holes, a hole written as `…`. */
function partialAuthority(pattern: Pattern, first: string): string {
  let authority = first;
  for (const part of pattern.slice(1)) {
    if (part.kind === "hole") {
      authority += "…";
      continue;
    }
    const end = part.text.search(/[/\\?#]/);
    authority += end === -1 ? part.text : part.text.slice(0, end);
    if (end !== -1) break;
  }
  return authority.toLowerCase();
}
