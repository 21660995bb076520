import type { Locale } from "@wx-domain/core";
import type { ReportedPlace } from "../report.ts";

/** So many places are enough to begin with. */
const SHOWN = 3;

export function placeText({ file, line }: ReportedPlace): string {
  return `${file}:${String(line)}`;
}

/** Some places, those of one file under its name (`a.js:3, :9, b.js:1`), and how many more there are. */
export function placesText(places: Iterable<ReportedPlace>, locale: Locale, all: boolean): string {
  const distinct = [...new Map([...places].map((place) => [placeText(place), place])).values()];
  const shown = all ? distinct : distinct.slice(0, SHOWN);
  const texts = shown.map((place, at) => (shown[at - 1]?.file === place.file ? `:${String(place.line)}` : placeText(place)));
  const list = texts.join(locale === "en" ? ", " : "、");
  return shown.length === distinct.length ? list : list + andMore(distinct.length - shown.length, locale);
}

export function andMore(n: number, locale: Locale): string {
  return { en: ` and ${String(n)} more`, "zh-CN": ` 及另外 ${String(n)} 处` }[locale];
}

/** `1 call`, `3 calls`; Chinese has one form. */
export function count(n: number, one: string, many: string): string {
  return `${String(n)} ${n === 1 ? one : many}`;
}
