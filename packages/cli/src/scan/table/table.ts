import type { DomainLists, ListName, Locale, Localized } from "@wx-domain/core";
import type { Style } from "../../command.ts";
import { splitFindings, type Baseline } from "../baseline.ts";
import { findingOf } from "../findings.ts";
import { isOwnCall, type Inventory } from "../inventory.ts";
import type { Locate } from "../locate.ts";
import type { ListUse, PlanStep } from "../report.ts";
import { wrap } from "./lines.ts";
import { listSection, UNKNOWN_MARK } from "./list-section.ts";
import { skippedSection, thirdPartySection } from "./other-sections.ts";
import { count } from "./places.ts";
import { planSection } from "./plan-section.ts";
import { rowsOf } from "./rows.ts";
import { undeterminedSection } from "./undetermined-section.ts";

export interface TableOptions {
  readonly lists: DomainLists;
  readonly locale: Locale;
  readonly style: Style;
  readonly baseline: Baseline;
  /** What a reader has to know of the lists. */
  readonly noteOnLists: Localized | undefined;
  /** Every place, reason and file instead of the first ones. */
  readonly verbose: boolean;
  readonly locate: Locate;
}

/** The text of `--format table`: what is to be known of the lists; by list what is used, missing and unused; then what isn't known; then what to do, and the sum. */
export function formatTable(inventory: Inventory, uses: ReadonlyMap<ListName, ListUse>, plan: readonly PlanStep[], options: TableOptions): string {
  const { noteOnLists, locale } = options;
  const sections = [
    noteOnLists === undefined ? [] : wrap(noteOnLists[locale], ""),
    ...[...uses].map(([name, use]) => listSection(name, use, inventory.calls, options)),
    undeterminedSection(inventory, options),
    thirdPartySection(inventory, options),
    skippedSection(inventory, options),
    planSection(plan, options),
    summary(inventory, uses, options),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function summary({ calls }: Inventory, uses: ReadonlyMap<ListName, ListUse>, { locale, style, baseline, lists }: TableOptions): string[] {
  const own = calls.filter(isOwnCall);
  const files = new Set(own.map(({ file }) => file)).size;
  const found = {
    en: own.length === 0 ? "No network call was found." : `${count(own.length, "network call", "network calls")} in ${count(files, "file", "files")}.`,
    "zh-CN": own.length === 0 ? "没有发现网络调用。" : `${String(files)} 个文件中共有 ${String(own.length)} 处网络调用。`,
  }[locale];
  const missing = [...uses.values()].reduce((sum, use) => sum + use.missing.length, 0);
  const insecure = own.filter((call) => call.values.some((value) => findingOf(value) === "insecure")).length;
  const open = own.filter((call) => call.dynamic && !call.vendored).length;
  const unlisted = [...uses.keys()].filter((name) => lists[name] === undefined);
  const uncompared = unlisted.flatMap((name) => rowsOf(calls, name, baseline)).filter(({ reason }) => reason === "unknown-list").length;
  const old = own.reduce((sum, call) => sum + splitFindings(call, baseline).old, 0);
  const parts = {
    en: [
      missing > 0 ? style.bad(`${count(missing, "origin", "origins")} missing`) : "",
      insecure > 0 ? style.bad(`${count(insecure, "call", "calls")} with a URL that no list can allow`) : "",
      open > 0 ? style.doubtful(`${count(open, "call", "calls")} can't be determined`) : "",
      uncompared > 0 ? `${count(uncompared, "origin", "origins")} not compared (${UNKNOWN_MARK}: the list is unknown)` : "",
      old > 0 ? `${count(old, "finding", "findings")} in the baseline` : "",
    ],
    "zh-CN": [
      missing > 0 ? style.bad(`缺少 ${String(missing)} 个域名`) : "",
      insecure > 0 ? style.bad(`${String(insecure)} 处调用的 URL 无法通过配置域名解决`) : "",
      open > 0 ? style.doubtful(`${String(open)} 处调用无法确定`) : "",
      uncompared > 0 ? `${String(uncompared)} 个域名未比对（${UNKNOWN_MARK} 表示列表未知）` : "",
      old > 0 ? `其中 ${String(old)} 个问题已在基线中` : "",
    ],
  }[locale].filter((part) => part !== "");
  const isClean = own.length > 0 && own.every((call) => call.values.every(({ status, isOwn }) => status === "allowed" || !isOwn));
  const clean = isClean ? style.good({ en: "Every known origin is covered.", "zh-CN": "所有已知域名均已配置。" }[locale]) : "";
  const result = parts.length === 0 ? clean : parts.join(locale === "en" ? ", " : "，") + (locale === "en" ? "." : "。");
  return [found, ...(result === "" ? [] : wrap(result, ""))];
}
