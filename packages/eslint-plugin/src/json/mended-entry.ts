import { inGoodForm, listFaults, LISTS, type ListName } from "@wx-domain/core";

/** What an entry with faults was probably meant to be; undefined: nobody can tell. */
export function mendedEntry(list: ListName, entry: string): string | undefined {
  const mended = inGoodForm(entry, LISTS[list]);
  return mended === entry || listFaults({ [list]: [mended] }).length > 0 ? undefined : mended;
}
