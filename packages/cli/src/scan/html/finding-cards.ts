import { CALLS, explainVerdict, LISTS, type ListName, type Locale } from "@wx-domain/core";
import { findingOf, type Finding } from "../findings.ts";
import type { JudgedCall, JudgedValue } from "../inventory.ts";
import type { ReportedPlace } from "../report.ts";
import { placeText } from "../table/places.ts";
import { REASON_LABELS } from "../table/reason-labels.ts";
import { escape } from "./markup.ts";
import { TEXTS } from "./texts.ts";

export interface CardOptions {
  readonly locale: Locale;
  /** The lines of a scanned file; undefined: it can't be read. */
  readonly linesOf: (file: string) => readonly string[] | undefined;
  readonly whyOpen: (call: JudgedCall) => readonly string[];
}

/** Lines of source around the one that is meant. */
const AROUND = 2;
/** A minified line tells nothing by its length. */
const LONGEST_LINE = 200;

/** One card a finding: what, why and what to do, and the way from the call to the text with the source at each place. */
export function findingCards(calls: readonly JudgedCall[], options: CardOptions): readonly string[] {
  return calls.filter(({ vendored }) => !vendored).flatMap((call) => cardsOf(call, options));
}

function cardsOf(call: JudgedCall, options: CardOptions): string[] {
  const { locale } = options;
  const cards = call.values.flatMap((value) => {
    const kind = findingOf(value);
    return kind === undefined ? [] : [card(kind, value.pattern, sentenceOf(call, value, locale), call, [call, ...value.via, ...value.from], options)];
  });
  return call.dynamic ? [...cards, card("dynamic", call.callee, options.whyOpen(call).join("\n"), call, [call], options)] : cards;
}

function sentenceOf(call: JudgedCall, { verdict, reason, url }: JudgedValue, locale: Locale): string {
  if (verdict !== undefined) return explainVerdict(verdict, url, call.call, locale);
  return reason === undefined ? "" : REASON_LABELS[reason][locale];
}

function card(kind: Finding, title: string, text: string, call: JudgedCall, way: readonly ReportedPlace[], options: CardOptions): string {
  const { list } = CALLS[call.call];
  const { locale } = options;
  const distinct = [...new Map(way.map((place) => [placeText(place), place])).values()];
  const tone = kind === "dynamic" ? "doubt" : "bad";
  const places = distinct.map((place, at) => `<li><code>${escape(placeText(place))}</code>${at === 0 ? ` ${escape(call.callee)}` : ""}${excerpt(place, options)}</li>`);
  return `<article class="finding card" data-kind="${kind}" data-list="${list ?? ""}"><h3><span class="${tone}">${TEXTS[kind][locale]}</span> <span class="origin">${escape(title)}</span> <span class="soft">${escape(nameOf(list, locale))}</span></h3><p>${escape(text).replaceAll("\n", "<br>")}</p><ol class="way">${places.join("")}</ol></article>`;
}

function nameOf(list: ListName | null, locale: Locale): string {
  return list === null ? "" : LISTS[list].name[locale];
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
