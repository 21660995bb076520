import { LIST_NAMES, type DomainLists, type ListName } from "@wx-domain/core";

/** How one list differs between two sets of lists. */
export interface ListChange {
  readonly list: ListName;
  /** False: the list was unknown before. */
  readonly wasKnown: boolean;
  /** False: it is unknown now. */
  readonly isKnown: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The lists that differ, whatever the order of their entries. Unknown and empty are not the same. */
export function changesBetween(before: DomainLists, after: DomainLists): ListChange[] {
  return LIST_NAMES.flatMap((list): ListChange[] => {
    const old = before[list];
    const now = after[list];
    const added = without(now ?? [], old ?? []);
    const removed = without(old ?? [], now ?? []);
    if ((old === undefined) === (now === undefined) && added.length === 0 && removed.length === 0) return [];
    return [{ list, wasKnown: old !== undefined, isKnown: now !== undefined, added, removed }];
  });
}

/** Sorted. */
export function without(entries: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return entries.filter((entry) => !known.has(entry)).sort();
}
