import type { DomainLists, ListName, Localized } from "@wx-domain/core";
import { FetchError } from "../fetch-error.ts";
import { normaliseList } from "./normalise.ts";

/** What a source knows of the lists; a list that is missing here is unknown to it. */
export interface Reading {
  readonly lists: DomainLists;
  readonly warnings: readonly Localized[];
}

/** The lists that getDomainInfo and its kin can return. */
export const WIRE_LISTS = [
  "requestdomain",
  "wsrequestdomain",
  "uploaddomain",
  "downloaddomain",
  "udpdomain",
  "tcpdomain",
  "bizdomain",
  "prefetchdnsdomain",
] as const satisfies readonly ListName[];

/**
 * Reads the lists of a successful getDomainInfo reply. A missing key is an unknown list, never an empty one.
 * @throws FetchError if there is no list at all, or one has another shape than an array of strings.
 */
export function readDomainInfo(fields: Readonly<Record<string, unknown>>, from: string): Reading {
  const lists: { -readonly [L in ListName]?: readonly string[] } = {};
  const warnings: Localized[] = [];
  for (const name of WIRE_LISTS) {
    const value = fields[name];
    if (value === undefined) continue;
    if (!isStrings(value)) throw wrongShape(from, name);
    const list = normaliseList(name, value);
    lists[name] = list.entries;
    warnings.push(...list.warnings);
  }
  const found = Object.values(lists);
  if (found.length === 0) throw noLists(from);
  if (found.every((entries) => entries.length === 0)) warnings.push(allEmpty(from));
  warnings.push(...unknownLists(fields));
  return { lists, warnings };
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

/** The platform may add a list before this project knows it. */
function unknownLists(fields: Readonly<Record<string, unknown>>): Localized[] {
  const known: ReadonlySet<string> = new Set(WIRE_LISTS);
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
