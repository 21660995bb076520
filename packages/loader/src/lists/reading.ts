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

/**
 * The lists of a reply, each under its wire name here and under the reply's own name there.
 * @param from What was asked, for messages.
 * @throws FetchError `loader/wrong-shape` if one has another shape than an array of strings, `loader/no-lists` if there is none.
 */
export function readLists(fields: Readonly<Record<string, unknown>>, names: ReplyNames, from: string): Reading {
  const raw: Partial<Record<ListName, readonly string[]>> = {};
  for (const list of LIST_NAMES) {
    const key = names[list];
    const value = key === undefined ? undefined : fields[key];
    if (key !== undefined && value !== undefined) raw[list] = readStrings(value, key, from);
  }
  const reading = normaliseLists(raw, from);
  if (reading === undefined) throw noLists(from);
  return reading;
}

/** What a reply calls the lists; a list that is missing here is not in such a reply. */
export type ReplyNames = Readonly<Partial<Record<ListName, string>>>;

/** @throws FetchError `loader/wrong-shape` */
export function readStrings(value: unknown, key: string, from: string): readonly string[] {
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
  throw wrongShape(from, key, { en: "an array of strings", "zh-CN": "字符串数组" });
}

/** Several readings of one app as one. */
export function joinReadings(readings: readonly Reading[]): Reading {
  const appid = readings.find((reading) => reading.appid !== undefined)?.appid;
  return {
    lists: readings.reduce<DomainLists>((lists, reading) => ({ ...lists, ...reading.lists }), {}),
    warnings: readings.flatMap((reading) => reading.warnings),
    ...(appid === undefined ? {} : { appid }),
  };
}

export function wrongShape(from: string, key: string, expected: Localized): FetchError {
  return new FetchError("loader/wrong-shape", {
    en: `The reply of ${from} is not usable: ${key} is not ${expected.en}. Nothing was written; check what answers there.`,
    "zh-CN": `${from} 的响应不可用：${key} 不是${expected["zh-CN"]}。未写入任何内容，请检查应答方。`,
  });
}

export function noLists(from: string): FetchError {
  return new FetchError("loader/no-lists", {
    en: `The reply of ${from} holds no domain list at all. Nothing was written; check what answers there.`,
    "zh-CN": `${from} 的响应中没有任何域名列表。未写入任何内容，请检查应答方。`,
  });
}

function allEmpty(from: string): Localized {
  return {
    en: `All lists of ${from} are empty: the app may be unreleased, or this may be the wrong account. Compare with the console (开发管理 → 开发设置 → 服务器域名).`,
    "zh-CN": `${from} 的所有列表均为空：小程序可能未发布，或账号不对。请与后台核对（开发管理 → 开发设置 → 服务器域名）。`,
  };
}
