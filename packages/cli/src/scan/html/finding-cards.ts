import { CALLS, explainVerdict, LISTS, type Locale } from "@wx-domain/core";
import type { Baseline } from "../baseline.ts";
import { findingGroups, type FindingGroup } from "../finding-groups.ts";
import type { Finding } from "../findings.ts";
import type { JudgedCall, JudgedValue } from "../inventory.ts";
import type { ReportedPlace } from "../report.ts";
import { placeText } from "../table/places.ts";
import { REASON_LABELS } from "../table/reason-labels.ts";
import { blocks, spans } from "./languages.ts";
import { escape } from "./markup.ts";
import { moreUrls, TEXTS } from "./texts.ts";

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
  return calls.flatMap((call) => cardsOf(call, options));
}

function cardsOf(call: JudgedCall, options: CardOptions): Card[] {
  const cards = findingGroups(call, options.baseline).map((group) => groupCard(group, call, options));
  if (!call.dynamic || call.vendored) return cards;
  const sentences = (locale: Locale): readonly string[] => options.whyOpen(call, locale);
  return [...cards, card({ kind: "dynamic", isOld: options.baseline.holdsOpen(call), title: call.callee, sentences, body: wayList(call, [call], options) }, call)];
}

function groupCard({ kind, first, others, isOld }: FindingGroup, call: JudgedCall, options: CardOptions): Card {
  const body = [wayList(call, wayOf(call, first), options)];
  if (others.length > 0) {
    const items = others.map((value) => `<li><span class="origin">${escape(value.pattern)}</span><br><code>${wayOf(call, value).map((place) => escape(placeText(place))).join(" ← ")}</code></li>`);
    body.push(`<details><summary>${spans(moreUrls(others.length))}</summary><ul>${items.join("")}</ul></details>`);
  }
  return card({ kind, isOld, title: first.pattern, sentences: (locale) => [sentenceOf(call, first, locale)], body: body.join("") }, call);
}

/** From the call over its callers to the text, each place once. */
function wayOf(call: JudgedCall, { via, from }: JudgedValue): readonly ReportedPlace[] {
  return [...new Map([call, ...via, ...from].map((place) => [placeText(place), place])).values()];
}

function sentenceOf(call: JudgedCall, { verdict, reason, url }: JudgedValue, locale: Locale): string {
  if (verdict !== undefined) return explainVerdict(verdict, url, call.call, locale, call.callee);
  return reason === undefined ? "" : REASON_LABELS[reason][locale];
}

interface About {
  readonly kind: Finding;
  readonly isOld: boolean;
  readonly title: string;
  readonly sentences: (locale: Locale) => readonly string[];
  /** Markup. */
  readonly body: string;
}

function card({ kind, isOld, title, sentences, body }: About, call: JudgedCall): Card {
  const { list } = CALLS[call.call];
  const heading = [
    `<span class="${isOld ? "soft" : kind === "dynamic" ? "doubt" : "bad"}">${spans(TEXTS[kind])}</span>`,
    `<span class="origin">${escape(title)}</span>`,
    ...(list === null ? [] : [`<span class="soft">${spans(LISTS[list].name)}</span>`]),
    ...(isOld ? [`<span class="old">${spans(TEXTS.old)}</span>`] : []),
  ];
  const html = `<article class="finding card" data-kind="${kind}" data-list="${list ?? ""}" data-age="${isOld ? "old" : "new"}"><h3>${heading.join(" ")}</h3>${blocks("p", (locale) => sentences(locale).map(escape).join("<br>"))}${body}</article>`;
  return { kind, isOld, html };
}

function wayList(call: JudgedCall, way: readonly ReportedPlace[], options: CardOptions): string {
  const places = way.map((place, at) => `<li><code>${escape(placeText(place))}</code>${at === 0 ? ` ${escape(call.callee)}` : ""}${excerpt(place, options)}</li>`);
  return `<ol class="way">${places.join("")}</ol>`;
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
