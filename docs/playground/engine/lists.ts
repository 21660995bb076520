import { parseLists, WxDomainError, type DomainLists, type ListName, type Locale } from "@wx-domain/core";

/** The lists of a program, as far as its file can be read: one that is faulty leaves the others known. */
export interface ReadLists {
  readonly lists: DomainLists;
  /** Whether a list is there and not known all the same. */
  readonly isUnreadable: (list: ListName) => boolean;
  /** The first fault, in the reader's language. */
  readonly fault: string | undefined;
}

/** Core's own words advise to run the command, and name the file and the place, which the page does anyway. */
const BAD_JSON: Readonly<Record<Locale, string>> = {
  en: "This is not valid JSON, so that no list is known. Mend this place: a missing or trailing comma, a comment, a quote?",
  "zh-CN": "不是有效的 JSON，因此所有列表均未知。请改正此处：多余或缺少的逗号、注释、引号？",
};

export function readLists(text: string, locale: Locale): ReadLists {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { lists: {}, isUnreadable: () => true, fault: BAD_JSON[locale] };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { lists: {}, isUnreadable: () => true, fault: partOf(value, locale).fault };
  const parts = Object.entries<unknown>({ ...value }).map(([key, list]) => ({ key, ...partOf({ [key]: list }, locale) }));
  return {
    lists: parts.reduce<DomainLists>((all, { lists }) => ({ ...all, ...lists }), {}),
    isUnreadable: (name) => parts.some(({ key, fault }) => key === name && fault !== undefined),
    fault: parts.find(({ fault }) => fault !== undefined)?.fault,
  };
}

function partOf(value: unknown, locale: Locale): Pick<ReadLists, "lists" | "fault"> {
  try {
    return { lists: parseLists(value), fault: undefined };
  } catch (error) {
    if (error instanceof WxDomainError) return { lists: {}, fault: error.in(locale) };
    throw error;
  }
}
