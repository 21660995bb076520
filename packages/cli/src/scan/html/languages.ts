import type { Locale, Localized } from "@wx-domain/core";
import { escape } from "./markup.ts";

/** The languages that the page holds, by the names that they have in themselves. */
export const LANGUAGES: readonly (readonly [locale: Locale, name: string])[] = [
  ["en", "English"],
  ["zh-CN", "中文"],
];

/** A text in every language, of which the page shows one. */
export function spans(text: Localized): string {
  return LANGUAGES.map(([locale]) => `<span class="t" lang="${locale}">${escape(text[locale])}</span>`).join("");
}

/** The same of what is made for each language; it may hold markup of ours. */
export function blocks(element: string, make: (locale: Locale) => string): string {
  return LANGUAGES.map(([locale]) => `<${element} class="t" lang="${locale}">${make(locale)}</${element}>`).join("");
}

/** For an element that can hold no other ones: its text, and what the script takes when the language is switched. */
export function attributes(text: Localized): string {
  return LANGUAGES.map(([locale]) => ` data-${locale.toLowerCase()}="${escape(text[locale])}"`).join("");
}
