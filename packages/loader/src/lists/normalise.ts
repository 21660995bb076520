import { LISTS, type ListName, type Localized } from "@wx-domain/core";

export interface NormalisedList {
  readonly entries: readonly string[];
  readonly warnings: readonly Localized[];
}

/** Scheme, host and optional port, optional trailing slash: what is certain, and nothing else. */
const ORIGIN = /^([a-z]+):\/\/([^\s/\\?#@:[\]]+)(:\d+)?\/?$/i;
const BARE_HOST = /^([^\s/\\?#@:[\]]+)(:\d+)?\/?$/;

/**
 * Writes entries one way: scheme and host in lower case, without one trailing slash. What is not certain (a path, a
 * double prefix, a bare host in a server list) stays as it came, with a warning; nothing is dropped silently.
 */
export function normaliseList(list: ListName, raw: readonly string[]): NormalisedList {
  const entries = new Set<string>();
  const warnings: Localized[] = [];
  for (const text of raw) {
    const trimmed = text.trim();
    if (trimmed === "") {
      warnings.push({
        en: `${list} holds an empty entry; it was left out.`,
        "zh-CN": `${list} 中有一个空条目，已忽略。`,
      });
      continue;
    }
    const known = certain(list, trimmed);
    if (known === undefined) warnings.push(unusual(list, trimmed));
    const entry = known ?? trimmed;
    if (entries.has(entry)) {
      warnings.push({
        en: `${list} holds "${entry}" more than once; it is kept once.`,
        "zh-CN": `${list} 中“${entry}”重复出现，仅保留一个。`,
      });
    }
    entries.add(entry);
  }
  return { entries: [...entries], warnings };
}

/** The entry in its one form, or undefined if it is not certain what it means. */
function certain(list: ListName, text: string): string | undefined {
  const origin = ORIGIN.exec(text);
  if (origin !== null) return `${lower(origin[1])}://${lower(origin[2])}${origin[3] ?? ""}`;
  const { entryScheme, schemeOptional } = LISTS[list];
  if (entryScheme !== null && !schemeOptional) return undefined;
  const host = BARE_HOST.exec(text);
  return host === null ? undefined : `${lower(host[1])}${host[2] ?? ""}`;
}

/** ASCII only: the clients compare text, and another script's case is not theirs to fold. */
function lower(text = ""): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function unusual(list: ListName, entry: string): Localized {
  return {
    en: `${list}: "${entry}" is not an entry that the console can hold (scheme://host, with an optional port); it is kept as it came.`,
    "zh-CN": `${list}：“${entry}”不是后台能保存的条目（应为 scheme://host，可带端口），已原样保留。`,
  };
}
