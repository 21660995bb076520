import { LIST_NAMES, type DomainLists, type ListName } from "@wx-domain/core";

/** How one list of the snapshot differs from what was read. */
export interface ListChange {
  readonly list: ListName;
  /** False: the snapshot did not know this list before. */
  readonly wasKnown: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The lists that differ. A list that was not read is unknown to the source, and so no change. */
export function changesBetween(before: DomainLists, read: DomainLists): ListChange[] {
  return LIST_NAMES.flatMap((list): ListChange[] => {
    const now = read[list];
    if (now === undefined) return [];
    const old = before[list];
    const added = without(now, old ?? []);
    const removed = without(old ?? [], now);
    if (old !== undefined && added.length === 0 && removed.length === 0) return [];
    return [{ list, wasKnown: old !== undefined, added, removed }];
  });
}

function without(entries: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return entries.filter((entry) => !known.has(entry)).sort();
}
