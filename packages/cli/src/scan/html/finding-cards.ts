import { CALLS, explainVerdict, LISTS, type Locale } from "@wx-domain/core";
import type { Baseline } from "../baseline.ts";
import { findingOf, type Finding } from "../findings.ts";
import type { JudgedCall, JudgedValue } from "../inventory.ts";
import type { ReportedPlace } from "../report.ts";
import { placeText } from "../table/places.ts";
import { REASON_LABELS } from "../table/reason-labels.ts";
import { blocks, spans } from "./languages.ts";
import { escape } from "./markup.ts";
import { TEXTS } from "./texts.ts";

export interface CardOptions {
  /** The lines of a scanned file; undefined: it can't be read. */
  readonly linesOf: (file: string) => readonly string[] | undefined;
  readonly whyOpen: (call: JudgedCall, locale: Locale) => readonly string[];
  readonly baseline: Baseline;
}

export interface Card {
  readonly kind: Finding;
  /** The baseline has it. */
  readonly isOld: boolean;
  readonly html: string;
}

/** Lines of source around the one that is meant. */
const AROUND = 2;
/** A minified line tells nothing by its length. */
const LONGEST_LINE = 200;

/** One card a finding: what, why and what to do, and the way from the call to the text with the source at each place. */
export function findingCards(calls: readonly JudgedCall[], options: CardOptions): readonly Card[] {
  return calls.filter(({ vendored }) => !vendored).flatMap((call) => cardsOf(call, options));
}

function cardsOf(call: JudgedCall, options: CardOptions): Card[] {
  const { baseline, whyOpen } = options;
  const cards = call.values.flatMap((value): Card[] => {
    const kind = findingOf(value);
    if (kind === undefined) return [];
    const about = { kind, isOld: baseline.holdsValue(call, value), title: value.pattern, sentences: (locale: Locale) => [sentenceOf(call, value, locale)] };
    return [card(about, call, [call, ...value.via, ...value.from], options)];
  });
  if (!call.dynamic) return cards;
  return [...cards, card({ kind: "dynamic", isOld: baseline.holdsOpen(call), title: call.callee, sentences: (locale) => whyOpen(call, locale) }, call, [call], options)];
}

function sentenceOf(call: JudgedCall, { verdict, reason, url }: JudgedValue, locale: Locale): string {
  if (verdict !== undefined) return explainVerdict(verdict, url, call.call, locale);
  return reason === undefined ? "" : REASON_LABELS[reason][locale];
}

interface About {
  readonly kind: Finding;
  readonly isOld: boolean;
  readonly title: string;
  readonly sentences: (locale: Locale) => readonly string[];
}

function card({ kind, isOld, title, sentences }: About, call: JudgedCall, way: readonly ReportedPlace[], options: CardOptions): Card {
  const { list } = CALLS[call.call];
  const distinct = [...new Map(way.map((place) => [placeText(place), place])).values()];
  const places = distinct.map((place, at) => `<li><code>${escape(placeText(place))}</code>${at === 0 ? ` ${escape(call.callee)}` : ""}${excerpt(place, options)}</li>`);
  const heading = [
    `<span class="${isOld ? "soft" : kind === "dynamic" ? "doubt" : "bad"}">${spans(TEXTS[kind])}</span>`,
    `<span class="origin">${escape(title)}</span>`,
    ...(list === null ? [] : [`<span class="soft">${spans(LISTS[list].name)}</span>`]),
    ...(isOld ? [`<span class="old">${spans(TEXTS.old)}</span>`] : []),
  ];
  const html = `<article class="finding card" data-kind="${kind}" data-list="${list ?? ""}" data-age="${isOld ? "old" : "new"}"><h3>${heading.join(" ")}</h3>${blocks("p", (locale) => sentences(locale).map(escape).join("<br>"))}<ol class="way">${places.join("")}</ol></article>`;
  return { kind, isOld, html };
}

function excerpt({ file, line }: ReportedPlace, { linesOf }: CardOptions): string {
  const lines = linesOf(file);
  if (lines?.[line - 1] === undefined) return "";
  const first = Math.max(0, line - 1 - AROUND);
  const shown = lines.slice(first, line + AROUND).map((text, at) => {
    const code = escape(`${String(first + at + 1).padStart(4)}  ${text.slice(0, LONGEST_LINE)}`);
    return first + at === line - 1 ? `<mark>${code}</mark>` : `${code}\n`;
  });
  return `<pre tabindex="0">${shown.join("")}</pre>`;
}
