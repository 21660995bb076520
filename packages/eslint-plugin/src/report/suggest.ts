import { CALLS, parseRawUrl, type Call, type Locale } from "@wx-domain/core";
import type { FileUrlValue } from "@wx-domain/analyzer";
import type { Rule } from "eslint";
import type { JudgedValue } from "../lint/judge-calls.ts";
import { USE_ENTRY, USE_OTHER_HOST, USE_SCHEME } from "./texts.ts";

/** A replacement in a literal of the linted file, for a person to accept. */
export interface Replacement {
  /** Offsets into the file. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly explanation: string;
}

/** The nearest entry in place of an origin that no list holds, where a literal of this file holds the whole origin. */
export function nearestEntry({ value, judgement }: JudgedValue, _call: Call, locale: Locale): Replacement | undefined {
  const { literal, origin } = value;
  if (judgement.kind !== "verdict" || literal === undefined || origin.kind !== "known") return undefined;
  const { nearest } = judgement.verdict;
  const written = /^[a-z][a-z0-9+.-]*:\/\/[^/\\?#]*/i.exec(literal.text)?.[0];
  if (nearest === undefined || written?.toLowerCase() !== origin.origin.toLowerCase()) return undefined;
  // Some lists hold bare hosts, and some entries end in a slash.
  const scheme = nearest.includes("://") ? "" : `${written.slice(0, written.indexOf(":"))}://`;
  const text = scheme + nearest.replace(/\/$/, "");
  return { start: literal.start, end: literal.start + written.length, text, explanation: (hostOf(written) === hostOf(text) ? USE_ENTRY : USE_OTHER_HOST)[locale](written, text) };
}

function hostOf(url: string): string | undefined {
  const raw = parseRawUrl(url);
  return raw.kind === "absolute" ? raw.host.toLowerCase() : undefined;
}

/** The scheme that the call takes, in place of its unencrypted counterpart. */
export function secureScheme({ value }: JudgedValue, call: Call, locale: Locale): Replacement | undefined {
  const [scheme] = CALLS[call].schemes;
  return scheme === undefined ? undefined : schemeReplacement(value, scheme, locale);
}

export function schemeReplacement({ literal }: FileUrlValue, scheme: string, locale: Locale): Replacement | undefined {
  const written = literal === undefined ? undefined : /^(?:https?|wss?)(?=:)/i.exec(literal.text)?.[0];
  if (literal === undefined || written === undefined) return undefined;
  return {
    start: literal.start,
    end: literal.start + written.length,
    text: scheme,
    explanation: USE_SCHEME[locale](`${written}://`, `${scheme}://`),
  };
}

/** The replacements as ESLint takes them, each place and text once. */
export function asSuggestions(replacements: readonly Replacement[], messageId: string): Rule.SuggestionReportDescriptor[] {
  const distinct = new Map(replacements.map((each) => [`${String(each.start)}:${each.text}`, each]));
  return [...distinct.values()].map(({ start, end, text, explanation }) => ({
    messageId,
    data: { explanation },
    fix: (fixer) => fixer.replaceTextRange([start, end], text),
  }));
}
