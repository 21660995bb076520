import type { Localized } from "@wx-domain/core";
import type { Inventory, JudgedCall } from "../inventory.ts";
import type { SkippedFile } from "../report.ts";
import { wrap } from "./lines.ts";
import { count } from "./places.ts";
import type { TableOptions } from "./table.ts";

const THIRD_PARTY: Localized = { en: "Third-party code, not judged", "zh-CN": "第三方代码（不作判断）" };
const SKIPPED: Localized = { en: "Not analysed", "zh-CN": "未分析的文件" };

/** Third-party code by file: its origins have to be in the lists too if it is used. */
export function thirdPartySection({ calls }: Inventory, { locale, style }: TableOptions): string[] {
  const byFile = new Map<string, JudgedCall[]>();
  for (const call of calls) {
    if (call.vendored && (call.dynamic || call.values.some(({ isOwn }) => !isOwn))) byFile.set(call.file, [...(byFile.get(call.file) ?? []), call]);
  }
  if (byFile.size === 0) return [];
  const lines = [style.strong(THIRD_PARTY[locale])];
  for (const [file, own] of byFile) {
    const n = own.length;
    lines.push(`  ${file}  ${{ en: count(n, "call", "calls"), "zh-CN": `${String(n)} 处调用` }[locale]}`);
    const origins = [...new Set(own.flatMap(({ values }) => values.flatMap(({ origin, isOwn }) => (isOwn ? [] : (origin ?? [])))))].sort();
    if (origins.length > 0) lines.push(...wrap(origins.join(" "), "      "));
  }
  return lines;
}

const SKIP_REASONS: ReadonlyMap<string, Localized> = new Map([
  ["syntax-error", { en: "can't be parsed", "zh-CN": "语法错误" }],
  ["too-large", { en: "too large", "zh-CN": "文件过大" }],
  ["too-deep", { en: "nested too deeply", "zh-CN": "嵌套过深" }],
  ["unreadable", { en: "can't be read", "zh-CN": "无法读取" }],
]);

/** Files that gave nothing, so that nobody takes the rest for the whole. */
export function skippedSection({ skipped }: Inventory, options: TableOptions): string[] {
  if (skipped.length === 0) return [];
  const { locale, style, verbose } = options;
  const n = skipped.length;
  if (!verbose) {
    return [{ en: `${count(n, "file was", "files were")} not analysed (--verbose lists them).`, "zh-CN": `有 ${String(n)} 个文件未能分析（--verbose 列出）。` }[locale]];
  }
  return [style.strong(SKIPPED[locale]), ...skipped.flatMap((file) => skippedLines(file, options))];
}

function skippedLines({ file, reason }: SkippedFile, { locale }: TableOptions): string[] {
  const [code = "", ...detail] = reason.split(": ");
  const said = SKIP_REASONS.get(code)?.[locale] ?? code;
  const rest = code === "syntax-error" ? detail.join(": ") : "";
  const text = rest === "" ? said : { en: `${said}: ${rest}`, "zh-CN": `${said}：${rest}` }[locale];
  return [`  ${file}`, ...wrap(text, "      ")];
}
