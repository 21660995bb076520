import { explainHole, type Hole, type Place } from "@wx-domain/analyzer";
import type { Locale, Localized } from "@wx-domain/core";
import type { Inventory, JudgedCall } from "../inventory.ts";
import type { ReportedPlace } from "../report.ts";
import { wrap } from "./lines.ts";
import { placeText } from "./places.ts";
import type { TableOptions } from "./table.ts";

/** So many calls, and so many reasons of one, are told unless all are asked for. */
const SHOWN_CALLS = 20;
const SHOWN_REASONS = 3;

const TITLE: Localized = { en: "Can't be determined", "zh-CN": "无法确定" };
const NO_URL: Pick<Hole, "cause"> = { cause: "no-url" };

/** The calls that a value can reach which the program's text doesn't tell, each with the reasons. */
export function undeterminedSection({ calls }: Inventory, { locale, style, verbose, locate }: TableOptions): string[] {
  const open = calls.filter((call) => call.dynamic && !call.vendored);
  if (open.length === 0) return [];
  const shown = verbose ? open : open.slice(0, SHOWN_CALLS);
  const lines = [style.strong(TITLE[locale])];
  for (const call of shown) {
    lines.push(`  ${style.doubtful("?")} ${placeText(call)}  ${call.callee}`);
    const reasons = reasonsOf(call, locale, locate);
    const told = verbose ? reasons : reasons.slice(0, SHOWN_REASONS);
    for (const reason of told) lines.push(...wrap(reason, "      ", "        "));
    if (reasons.length > told.length) lines.push(`      ${more(reasons.length - told.length, "reason", "reasons")[locale]}`);
  }
  if (open.length > shown.length) lines.push(`  ${more(open.length - shown.length, "call", "calls")[locale]}`);
  return lines;
}

function reasonsOf(call: JudgedCall, locale: Locale, locate: (place: Place) => ReportedPlace | undefined): string[] {
  const texts = new Set<string>();
  for (const value of call.values) {
    const [hole] = value.holes;
    // Only the first hole stands where the host is; what follows it can't be told without it.
    if (hole === undefined || value.reason !== undefined) continue;
    const place = hole.at === undefined ? undefined : locate(hole.at);
    const where = place === undefined || placeText(place) === placeText(call) ? "" : ` (${placeText(place)})`;
    const shown = value.pattern === "…" ? "" : `${value.pattern.length > 60 ? `${value.pattern.slice(0, 59)}…` : value.pattern}: `;
    texts.add(shown + explainHole(hole, locale) + where);
  }
  if (texts.size === 0) texts.add(explainHole(NO_URL, locale));
  return [...texts];
}

function more(n: number, one: string, many: string): Localized {
  return { en: `and ${String(n)} more ${n === 1 ? one : many} (--verbose lists all)`, "zh-CN": `另有 ${String(n)} 项（--verbose 列出全部）` };
}
