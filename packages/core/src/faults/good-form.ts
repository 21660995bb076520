import { parseEntry } from "../entry.ts";
import type { EntryFacts } from "../list-table.ts";

/** All that stands before the host, however often; the authority; the path. */
const PARTS = /^(?:[^/]*:\/\/)*(?:[^/?#\\]*@)?([^/?#\\]*)([^?#\\]*)/;

/** The entry in the form of its list, whatever is wrong with its host. */
export function inGoodForm(entry: string, { entryScheme, schemeOptional, port, path }: EntryFacts): string {
  const [, authority = "", rest = ""] = PARTS.exec(entry.replace(/\s/g, "")) ?? [];
  const isBare = entryScheme === null || (schemeOptional && parseEntry(entry).scheme === null);
  const host = port === "may-hold" ? authority : authority.replace(/:.*$/, "");
  return `${isBare ? "" : `${entryScheme}://`}${host.toLowerCase()}${path === "may-hold" ? rest.replace(/\/$/, "") : ""}`;
}
