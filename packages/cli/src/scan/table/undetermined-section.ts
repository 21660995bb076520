import { explainHole, type Hole } from "@wx-domain/analyzer";
import type { Localized } from "@wx-domain/core";
import type { Inventory, JudgedCall } from "../inventory.ts";
import { wrap } from "./lines.ts";
import { andMore, placeText } from "./places.ts";
import type { TableOptions } from "./table.ts";

/** So many calls, and so many reasons of one, are told unless all are asked for. */
const SHOWN_CALLS = 20;
const SHOWN_REASONS = 3;
const SHOWN_PATTERNS = 2;

const TITLE: Localized = { en: "Can't be determined", "zh-CN": "无法确定" };
const NO_URL: Pick<Hole, "cause"> = { cause: "no-url" };

/** The calls that a value can reach which the program's text doesn't tell, each with the reasons. */
export function undeterminedSection({ calls }: Inventory, options: TableOptions): string[] {
  const { locale, style, verbose } = options;
  const open = calls.filter((call) => call.dynamic && !call.vendored);
  if (open.length === 0) return [];
  const shown = verbose ? open : open.slice(0, SHOWN_CALLS);
  const lines = [style.strong(TITLE[locale])];
  for (const call of shown) {
    lines.push(`  ${style.doubtful("?")} ${placeText(call)}  ${call.callee}`);
    const reasons = reasonsOf(call, options);
    const told = verbose ? reasons : reasons.slice(0, SHOWN_REASONS);
    for (const reason of told) lines.push(...wrap(reason, "      ", "        "));
    if (reasons.length > told.length) lines.push(`      ${more(reasons.length - told.length, "reason", "reasons")[locale]}`);
  }
  if (open.length > shown.length) lines.push(`  ${more(open.length - shown.length, "call", "calls")[locale]}`);
  return lines;
}

/** One sentence a reason, with the URLs that it leaves open as far as something of them is known. */
export function reasonsOf(call: JudgedCall, { locale, verbose, locate }: Pick<TableOptions, "locale" | "verbose" | "locate">): string[] {
  const byReason = new Map<string, string[]>();
  const open = call.values.filter(({ holes }) => holes.length > 0);
  const unjudged = open.filter(({ reason }) => reason === undefined);
  // Of a URL that is refused whatever its host is (`http://…`) the host is open all the same.
  for (const value of unjudged.length > 0 ? unjudged : open) {
    // The first hole stands where the host is.
    const [hole] = value.holes;
    if (hole === undefined) continue;
    // Of a name that nothing declares the analysis knows the file.
    const place = hole.at === undefined ? undefined : locate(hole.at, hole.cause === "undeclared-global" ? hole.detail : undefined);
    const where = place === undefined || placeText(place) === placeText(call) ? "" : { en: ` (${placeText(place)})`, "zh-CN": `（${placeText(place)}）` }[locale];
    const reason = explainHole(hole, locale) + where;
    const patterns = byReason.get(reason) ?? [];
    byReason.set(reason, patterns);
    if (/[^…/]/.test(value.pattern)) patterns.push(shorten(value.pattern));
  }
  if (byReason.size === 0) return [explainHole(NO_URL, locale)];
  return [...byReason].map(([reason, patterns]) => {
    if (patterns.length === 0) return reason;
    const shown = verbose ? patterns : patterns.slice(0, SHOWN_PATTERNS);
    const list = shown.join(" ");
    const rest = patterns.length - shown.length;
    return `${reason}${{ en: ": ", "zh-CN": "：" }[locale]}${list}${rest > 0 ? andMore(rest, locale) : ""}`;
  });
}

function shorten(pattern: string): string {
  return pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern;
}

function more(n: number, one: string, many: string): Localized {
  return { en: `and ${String(n)} more ${n === 1 ? one : many} (--verbose lists all)`, "zh-CN": `另有 ${String(n)} 项（--verbose 列出全部）` };
}
