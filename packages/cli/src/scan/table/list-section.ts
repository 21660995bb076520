import { CALLS, LISTS, type ListName, type Locale, type Localized } from "@wx-domain/core";
import type { Style } from "../../command.ts";
import type { JudgedCall } from "../inventory.ts";
import type { ListUse } from "../report.ts";
import { columnsOf, wrap, WIDTH } from "./lines.ts";
import { count, placesText, placeText } from "./places.ts";
import { REASON_LABELS } from "./reason-labels.ts";
import { rowsOf, type Row } from "./rows.ts";
import type { TableOptions } from "./table.ts";

/** What is in front of a row, so that a log without colour tells the same. */
const MARKS = { bad: "✗", doubtful: "?", good: "✓" } as const satisfies Partial<Record<keyof Style, string>>;
/** In front of what was compared with nothing; the sum at the end says what it means. */
export const UNKNOWN_MARK = "·";

const RELATIVE: Localized = { en: "(relative URLs)", "zh-CN": "（相对地址）" };
const UNKNOWN_LIST: Localized = { en: "list unknown", "zh-CN": "列表未知" };
const NOTHING: Localized = { en: "no known origin", "zh-CN": "没有已知的域名" };

/** One list: what reaches the calls bound to it, and which entries nothing needs. Empty where nothing is known of either. */
export function listSection(name: ListName, use: ListUse, calls: readonly JudgedCall[], options: TableOptions): string[] {
  const { locale, style, lists } = options;
  const isKnown = lists[name] !== undefined;
  const rows = rowsOf(calls, name, options.baseline);
  if (!isKnown && rows.length === 0) return [];
  const heading = style.strong(LISTS[name].name[locale]) + (isKnown ? "" : `  (${UNKNOWN_LIST[locale]})`);
  const lines = [heading, ...rows.flatMap((row) => rowLines(row, options))];
  if (rows.length === 0) lines.push(`  ${NOTHING[locale]}`);
  if (use.unused.length > 0) lines.push(...unusedLines(name, use, calls, options));
  return lines;
}

function rowLines(row: Row, { locale, style, verbose }: TableOptions): string[] {
  const tone = row.isOld ? "doubtful" : row.finding !== undefined || row.status === "denied" ? "bad" : row.status === "allowed" ? "good" : "doubtful";
  const mark = row.reason === "unknown-list" ? UNKNOWN_MARK : style[tone](MARKS[tone]);
  const title = shorten(row.title ?? RELATIVE[locale]);
  const label = labelOf(row, locale);
  const first = `  ${mark} ${row.reason === "unknown-list" ? title : style[tone](title)}`;
  const isBeside = columnsOf(title) + columnsOf(label) + 6 <= WIDTH;
  const lines = label === "" ? [first] : isBeside ? [`${first}  ${label}`] : [first, ...wrap(label, "      ")];
  const used = placesText(row.calls, locale, verbose);
  const n = row.calls.size;
  lines.push(...wrap({ en: `${count(n, "call", "calls")}: ${used}`, "zh-CN": `${String(n)} 处调用：${used}` }[locale], "      "));
  const callPlaces = new Set([...row.calls].map(placeText));
  const written = [...row.from].filter(([key]) => !callPlaces.has(key)).map(([, place]) => place);
  if (written.length > 0 && row.title !== undefined) {
    const places = placesText(written, locale, verbose);
    lines.push(...wrap({ en: `written in ${places}`, "zh-CN": `定义于 ${places}` }[locale], "      "));
  }
  for (const way of shownWays(row, verbose)) lines.push(...wrap({ en: `way: ${way}`, "zh-CN": `路径：${way}` }[locale], "      ", "        "));
  return lines;
}

/** Of what is to be mended one way suffices to find it. */
function shownWays({ ways, finding }: Row, verbose: boolean): readonly string[] {
  if (verbose) return [...ways];
  return finding === undefined ? [] : [...ways].slice(0, 1);
}

/** Why, and whether that is new. */
function labelOf(row: Row, locale: Locale): string {
  const label = reasonText(row, locale);
  return row.isOld ? { en: `${label}; in the baseline`, "zh-CN": `${label}；已在基线中` }[locale] : label;
}

/** Why, with the entry that was probably meant. */
function reasonText({ reason, verdict, status, title }: Row, locale: Locale): string {
  const label = REASON_LABELS[reason][locale];
  if (reason === "listed-for-another-call" && verdict?.listedIn !== undefined) {
    const others = verdict.listedIn.map((list) => LISTS[list].name[locale]).join(locale === "en" ? ", " : "、");
    return { en: `only in the ${others}`, "zh-CN": `仅在“${others}”中` }[locale];
  }
  const entry = verdict?.entry ?? verdict?.nearest;
  if (entry === undefined || status === "allowed" || entry === title) return label;
  return { en: `${label}; nearest entry: ${entry}`, "zh-CN": `${label}；最接近的条目：${entry}` }[locale];
}

function unusedLines(name: ListName, { unused }: ListUse, calls: readonly JudgedCall[], { locale }: TableOptions): string[] {
  const open = openCalls(name, calls);
  const entries = unused.join(locale === "en" ? ", " : "、");
  const doubt =
    open === 0
      ? ""
      : {
          en: ` (${count(open, "call that can't be determined", "calls that can't be determined")} may need ${unused.length === 1 ? "it" : "them"})`,
          "zh-CN": `（另有 ${String(open)} 处无法确定的调用可能用到）`,
        }[locale];
  return wrap({ en: `no known use: ${entries}${doubt}`, "zh-CN": `未发现使用：${entries}${doubt}` }[locale], "  - ", "    ");
}

function openCalls(name: ListName, calls: readonly JudgedCall[]): number {
  return calls.filter((call) => call.dynamic && CALLS[call.call].list === name).length;
}

/** A pattern may be of any length. */
function shorten(title: string): string {
  return title.length > WIDTH - 10 ? `${title.slice(0, WIDTH - 11)}…` : title;
}
