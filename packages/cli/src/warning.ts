import type { Locale, Localized } from "@wx-domain/core";

/** A line about something that is no error. */
export function warningText(text: Localized, locale: Locale): string {
  return { en: `Warning: ${text.en}`, "zh-CN": `警告：${text["zh-CN"]}` }[locale];
}
