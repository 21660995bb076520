import { LISTS, type Locale } from "@wx-domain/core";
import type { ListChange } from "@wx-domain/loader";
import type { Style } from "./command.ts";

/** How one list changed, for a person: its name, and a line for each entry that came or went. */
export function describeChange(change: ListChange, locale: Locale, style: Style): string[] {
  const title = `${style.strong(change.list)}  ${LISTS[change.list].name[locale]}`;
  const isEmpty = change.added.length === 0 && change.removed.length === 0 && change.isKnown;
  return [
    `${title}${knowledge(change, locale)}`,
    ...(isEmpty ? [{ en: "  empty: nothing is allowed", "zh-CN": "  空：不允许任何域名" }[locale]] : []),
    ...change.added.map((entry) => style.good(`  + ${entry}`)),
    ...change.removed.map((entry) => style.bad(`  - ${entry}`)),
  ];
}

function knowledge({ wasKnown, isKnown }: ListChange, locale: Locale): string {
  if (!wasKnown) return { en: "  (was unknown)", "zh-CN": "（此前未知）" }[locale];
  if (!isKnown) return { en: "  (is unknown now)", "zh-CN": "（现在未知）" }[locale];
  return "";
}
