import type { ListName } from "@wx-domain/core";
import { isRecord } from "../record.ts";
import { noLists, normaliseLists, readLists, readStrings, wrongShape, type Reading } from "./reading.ts";

/** The lists that an authorizer's three calls return together. */
export const EFFECTIVE_LISTS = [
  "requestdomain",
  "wsrequestdomain",
  "uploaddomain",
  "downloaddomain",
  "udpdomain",
  "tcpdomain",
  "bizdomain",
  "prefetchdnsdomain",
] as const satisfies readonly ListName[];

const SERVER_LISTS = {
  requestdomain: "requestdomain",
  wsrequestdomain: "wsrequestdomain",
  uploaddomain: "uploaddomain",
  downloaddomain: "downloaddomain",
  udpdomain: "udpdomain",
  tcpdomain: "tcpdomain",
} as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * get_effective_domain. Beside `effective_domain` stand the lists that it was made from (`mp_domain`, `third_domain`,
 * `direct_domain`); only the effective ones are in force, and a union of them would allow too much.
 */
export function readEffectiveDomain(fields: Fields): Reading {
  const from = "get_effective_domain";
  const effective = fields["effective_domain"];
  if (effective === undefined) throw noLists(from);
  if (!isRecord(effective)) throw wrongShape(from, "effective_domain", { en: "an object", "zh-CN": "对象" });
  return readLists(effective, SERVER_LISTS, from);
}

/** get_effective_webviewdomain, of which the same holds. */
export function readEffectiveWebviewDomain(fields: Fields): Reading {
  return readLists(fields, { bizdomain: "effective_webviewdomain" }, "get_effective_webviewdomain");
}

/** get_prefetchdnsdomain: `prefetch_dns_domain` holds objects with a `url`, which is a host. */
export function readPrefetchDnsDomain(fields: Fields): Reading {
  const from = "get_prefetchdnsdomain";
  const rows = fields["prefetch_dns_domain"];
  if (rows === undefined) throw noLists(from);
  const reading = normaliseLists({ prefetchdnsdomain: hostsOf(rows, "prefetch_dns_domain", from) }, from);
  // Most apps have none, which is nothing to warn of.
  return { lists: reading?.lists ?? {}, warnings: [] };
}

/** Hosts, or objects that hold one as `url`. */
export function hostsOf(rows: unknown, key: string, from: string): readonly string[] {
  if (!Array.isArray(rows)) throw wrongShape(from, key, { en: "an array", "zh-CN": "数组" });
  return readStrings(rows.map((row: unknown) => (isRecord(row) ? row["url"] : row)), `${key}[].url`, from);
}
