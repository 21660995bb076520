import { LIST_NAMES, type ListName, type Localized } from "@wx-domain/core";
import { readLists, type Reading } from "./reading.ts";

/** The lists that getwxadevinfo returns (its document names no `tcpdomain`). */
export const DOMAIN_INFO_LISTS = [
  "requestdomain",
  "wsrequestdomain",
  "uploaddomain",
  "downloaddomain",
  "udpdomain",
  "bizdomain",
] as const satisfies readonly ListName[];

const WIRE_NAMES = Object.fromEntries(LIST_NAMES.map((name) => [name, name]));

/**
 * Reads the lists of a successful getDomainInfo reply. A missing key is an unknown list, never an empty one.
 * @throws FetchError if there is no list at all, or one has another shape than an array of strings.
 */
export function readDomainInfo(fields: Readonly<Record<string, unknown>>, from: string): Reading {
  const reading = readLists(fields, WIRE_NAMES, from);
  return { ...reading, warnings: [...reading.warnings, ...unknownLists(fields)] };
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
