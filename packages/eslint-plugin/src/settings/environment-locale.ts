import { localeFromTag, type Locale } from "@wx-domain/core";

/** The language that the environment asks for, by the precedence of POSIX. */
export function environmentLocale(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return localeFromTag([LC_ALL, LC_MESSAGES, LANG].find(Boolean));
}
