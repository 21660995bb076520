/** The languages that every message exists in. */
export type Locale = "en" | "zh-CN";

/** One text in every language. */
export type Localized = Readonly<Record<Locale, string>>;

/**
 * The locale for a POSIX language tag such as `LANG=zh_CN.UTF-8`: any Chinese gives `zh-CN`, all else `en`.
 * Pure: the caller hands in the environment's value.
 */
export function localeFromTag(tag: string | undefined): Locale {
  return tag !== undefined && /^zh\b|^zh[_-]/i.test(tag) ? "zh-CN" : "en";
}
