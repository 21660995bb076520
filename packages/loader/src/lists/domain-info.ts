import { LIST_NAMES, type DomainLists, type ListName, type Localized } from "@wx-domain/core";
import { FetchError } from "../fetch-error.ts";
import { normaliseList } from "./normalise.ts";

/** What a source knows of the lists; a list that is missing here is unknown to it. */
export interface Reading {
  readonly lists: DomainLists;
  /** The app that the answer itself names. */
  readonly appid?: string;
  readonly warnings: readonly Localized[];
}

/**
 * Reads the lists of a successful getDomainInfo reply. A missing key is an unknown list, never an empty one.
 * @throws FetchError if there is no list at all, or one has another shape than an array of strings.
 */
export function readDomainInfo(fields: Readonly<Record<string, unknown>>, from: string): Reading {
  const raw: Partial<Record<ListName, readonly string[]>> = {};
  for (const name of LIST_NAMES) {
    const value = fields[name];
    if (value === undefined) continue;
    if (!isStrings(value)) throw wrongShape(from, name);
    raw[name] = value;
  }
  const reading = normaliseLists(raw, from);
  if (reading === undefined) throw noLists(from);
  return { lists: reading.lists, warnings: [...reading.warnings, ...unknownLists(fields)] };
}

/** Lists as read, in their one form; undefined if there is none. */
export function normaliseLists(raw: DomainLists, from: string): Reading | undefined {
  const lists: Partial<Record<ListName, readonly string[]>> = {};
  const warnings: Localized[] = [];
  for (const name of LIST_NAMES) {
    const entries = raw[name];
    if (entries === undefined) continue;
    const list = normaliseList(name, entries);
    lists[name] = list.entries;
    warnings.push(...list.warnings);
  }
  const found = Object.values(lists);
  if (found.length === 0) return undefined;
  if (found.every((entries) => entries.length === 0)) warnings.push(allEmpty(from));
  return { lists, warnings };
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

/** The platform may add a list before this project knows it. */
function unknownLists(fields: Readonly<Record<string, unknown>>): Localized[] {
  const known: ReadonlySet<string> = new Set(LIST_NAMES);
  return Object.keys(fields)
    .filter((key) => key.endsWith("domain") && !known.has(key) && !/^(?:invalid|no_icp)_/.test(key))
    .map((key) => ({
      en: `The reply holds a list that wx-domain does not know, "${key}"; it was left out. See whether there is a newer version.`,
      "zh-CN": `响应中有 wx-domain 不认识的列表“${key}”，已忽略。请查看是否有新版本。`,
    }));
}

function allEmpty(from: string): Localized {
  return {
    en: `All lists of ${from} are empty: the app may be unreleased, or this may be the wrong account. Compare with the console (开发管理 → 开发设置 → 服务器域名).`,
    "zh-CN": `${from} 的所有列表均为空：小程序可能未发布，或账号不对。请与后台核对（开发管理 → 开发设置 → 服务器域名）。`,
  };
}

function wrongShape(from: string, list: string): FetchError {
  return new FetchError("loader/wrong-shape", {
    en: `The reply of ${from} is not usable: ${list} is not an array of strings. Nothing was written; check what answers there.`,
    "zh-CN": `${from} 的响应不可用：${list} 不是字符串数组。未写入任何内容，请检查应答方。`,
  });
}

function noLists(from: string): FetchError {
  return new FetchError("loader/no-lists", {
    en: `The reply of ${from} holds no domain list at all. Nothing was written; check what answers there.`,
    "zh-CN": `${from} 的响应中没有任何域名列表。未写入任何内容，请检查应答方。`,
  });
}
