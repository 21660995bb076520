import type { UnknownCause } from "../facts/language.ts";

/** A place in a file, as an offset; turned into line and column only for a report. */
export interface Place {
  readonly file: string;
  readonly offset: number;
  /** 1-based; of a file that is no module, such as `.env`, where the offset says nothing. */
  readonly line?: number;
}

/** Something unknown between known texts. */
export interface Hole {
  readonly cause: UnknownCause;
  readonly at: Place | undefined;
  /** What the person can look for: the missing module's specifier, the global's name. */
  readonly detail?: string;
  /** The parameter that fills it, where the callers are not asked. */
  readonly parameter?: { readonly key: string; readonly index: number; readonly path: readonly string[] };
}

export type Part =
  | { readonly kind: "text"; readonly text: string; readonly from: readonly Place[] }
  | { readonly kind: "hole"; readonly hole: Hole };

/** Text with holes: `https://api.example.com/v1/` ▢ `?page=` ▢. */
export type Pattern = readonly Part[];

/** Longer texts are cut: only their beginning decides an origin. */
export const MAX_TEXT = 4096;
const MAX_PARTS = 40;
const MAX_PLACES = 4;

/** Joins patterns end to end; neighbouring texts become one that remembers all its places. */
export function concatenate(patterns: readonly Pattern[]): Pattern {
  const parts: Part[] = [];
  for (const pattern of patterns) {
    for (const part of pattern) {
      const last = parts.at(-1);
      if (part.kind === "text" && part.text === "" && part.from.length === 0) continue;
      if (part.kind === "text" && last?.kind === "text") {
        if (last.text.length >= MAX_TEXT) continue;
        parts[parts.length - 1] = { kind: "text", text: last.text + part.text, from: mergePlaces(last, part) };
      } else if (part.kind === "hole" && last?.kind === "hole") {
        continue;
      } else if (parts.length < MAX_PARTS) {
        parts.push(part);
      }
    }
  }
  return parts;
}

/** Only the places of the text that can decide an origin are kept: what comes after the authority names no host. */
function mergePlaces(first: Part & { kind: "text" }, second: Part & { kind: "text" }): readonly Place[] {
  if (/^[^/]*:\/\/[^/?#]+[/?#]/.test(first.text)) return first.from;
  if (/^[^/]*:\/\/[^/?#]+$/.test(first.text) && /^[/?#]/.test(second.text)) return first.from;
  return [...first.from, ...second.from].slice(0, MAX_PLACES);
}

export function textPattern(text: string, from: readonly Place[] = []): Pattern {
  return [{ kind: "text", text, from }];
}

export function holePattern(hole: Hole): Pattern {
  return [{ kind: "hole", hole }];
}

/** The pattern's whole text, if it has no hole. */
export function knownText(pattern: Pattern): string | undefined {
  let text = "";
  for (const part of pattern) {
    if (part.kind === "hole") return undefined;
    text += part.text;
  }
  return text;
}

/** The known text that the pattern begins with. */
export function knownPrefix(pattern: Pattern): string {
  const [first] = pattern;
  return first?.kind === "text" ? first.text : "";
}

/** The pattern for people and for `scan --format json`: a hole is `…`. */
export function formatPattern(pattern: Pattern): string {
  return pattern.map((part) => (part.kind === "text" ? part.text : "…")).join("");
}
