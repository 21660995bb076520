import type { Locale } from "@wx-domain/core";
import type { ReportedPlace } from "../report.ts";

/** So many places are enough to begin with. */
const SHOWN = 3;

export function placeText({ file, line }: ReportedPlace): string {
  return `${file}:${String(line)}`;
}

/** Some places, and how many more there are. */
export function placesText(places: Iterable<ReportedPlace>, locale: Locale, all: boolean): string {
  const texts = [...new Set([...places].map(placeText))];
  const shown = all ? texts : texts.slice(0, SHOWN);
  const left = texts.length - shown.length;
  const list = shown.join(locale === "en" ? ", " : "、");
  if (left === 0) return list;
  return list + { en: ` and ${String(left)} more`, "zh-CN": ` 等 ${String(texts.length)} 处` }[locale];
}

/** `1 call`, `3 calls`; Chinese has one form. */
export function count(n: number, one: string, many: string): string {
  return `${String(n)} ${n === 1 ? one : many}`;
}
