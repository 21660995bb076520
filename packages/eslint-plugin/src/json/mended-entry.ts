import { listFaults, LISTS, type ListName } from "@wx-domain/core";

/** What an entry with faults was probably meant to be; undefined: nobody can tell. */
export function mendedEntry(list: ListName, entry: string): string | undefined {
  const { entryScheme, port, path } = LISTS[list];
  const [, authority = "", rest = ""] = /^(?:[^/]*:\/\/)*(?:[^/?#\\]*@)?([^/?#\\]*)([^?#\\]*)/.exec(entry.replace(/\s/g, "")) ?? [];
  const host = port === "may-hold" ? authority : authority.replace(/:.*$/, "");
  const mended = `${entryScheme === null ? "" : `${entryScheme}://`}${host.toLowerCase()}${path === "may-hold" ? rest.replace(/\/$/, "") : ""}`;
  return mended === entry || listFaults({ [list]: [mended] }).length > 0 ? undefined : mended;
}
