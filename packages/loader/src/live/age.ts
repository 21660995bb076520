import type { Localized } from "@wx-domain/core";

const UNITS = [
  { milliseconds: 86_400_000, en: "day", zh: "天" },
  { milliseconds: 3_600_000, en: "hour", zh: "小时" },
  { milliseconds: 60_000, en: "minute", zh: "分钟" },
] as const;

/** How long ago something was, in the largest unit that fits. */
export function ageText(milliseconds: number): Localized {
  const unit = UNITS.find((candidate) => milliseconds >= candidate.milliseconds);
  if (unit === undefined) return { en: "less than a minute ago", "zh-CN": "不到一分钟前" };
  const count = Math.floor(milliseconds / unit.milliseconds);
  return { en: `${String(count)} ${unit.en}${count === 1 ? "" : "s"} ago`, "zh-CN": `${String(count)} ${unit.zh}前` };
}
