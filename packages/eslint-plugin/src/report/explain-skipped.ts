import type { FileAnalysis } from "@wx-domain/analyzer";
import type { Locale, Localized } from "@wx-domain/core";

/** Why a file gave no facts; what is not listed is shown as it is. */
const REASON_TEXTS: ReadonlyMap<string, Localized> = new Map([
  ["too-large", { en: "it is too large", "zh-CN": "文件过大" }],
  ["too-deep", { en: "it is nested too deeply", "zh-CN": "嵌套过深" }],
  ["syntax-error", { en: "its syntax is not understood", "zh-CN": "无法理解其语法" }],
  ["unreadable", { en: "it can't be read", "zh-CN": "无法读取" }],
]);

/** Says that a file was not looked into, so that its silence is not taken for a pass. */
export function explainSkipped({ reason, detail }: NonNullable<FileAnalysis["skipped"]>, locale: Locale): string {
  const why = REASON_TEXTS.get(reason)?.[locale] ?? reason;
  return locale === "en"
    ? `The network calls of this file are not checked, because ${why} (${detail}). Mend or split it, or turn this rule off for the file.`
    : `未检查此文件中的网络请求：${why}（${detail}）。请修正或拆分文件，或对此文件关闭本规则。`;
}
