import { CALLS, LIST_NAMES, type DomainLists, type ListName } from "@wx-domain/core";
import { findingOf } from "./findings.ts";
import { isOwnCall, type Inventory } from "./inventory.ts";
import type { ListUse } from "./report.ts";

/** Lists whose calls a scan looks for: of another one it can't say that an entry is without use. */
const SEARCHED: ReadonlySet<ListName> = new Set(["requestdomain", "wsrequestdomain", "uploaddomain", "downloaddomain"]);

/** What the program uses of each list, in the lists' own order; one that nobody uses or knows is left out. */
export function listUses({ calls }: Inventory, lists: DomainLists): ReadonlyMap<ListName, ListUse> {
  const used = new Map<ListName, Set<string>>();
  const missing = new Map<ListName, Set<string>>();
  const needed = new Map<ListName, Set<string>>();
  for (const call of calls) {
    const list = CALLS[call.call].list;
    if (list === null) continue;
    if (isOwnCall(call)) add(used, list);
    for (const value of call.values) {
      const { verdict } = value;
      // An entry that was probably meant is needed once the URL is mended.
      for (const entry of [verdict?.entry, verdict?.nearest]) if (entry !== undefined) add(needed, list, entry);
      const isBound = verdict?.list === list && verdict.reason !== "local-file";
      if (!value.isOwn || !isBound || value.origin === undefined) continue;
      add(used, list, value.origin);
      if (value.status === "denied" && findingOf(value) === "missing") add(missing, list, value.origin);
    }
  }
  const uses = new Map<ListName, ListUse>();
  for (const list of LIST_NAMES) {
    const entries = SEARCHED.has(list) ? lists[list] : undefined;
    if (entries === undefined && !used.has(list)) continue;
    uses.set(list, {
      used: sorted(used.get(list)),
      missing: sorted(missing.get(list)),
      unused: (entries ?? []).filter((entry) => needed.get(list)?.has(entry) !== true),
    });
  }
  return uses;
}

function add(sets: Map<ListName, Set<string>>, list: ListName, ...members: readonly string[]): void {
  const set = sets.get(list) ?? new Set();
  sets.set(list, set);
  for (const member of members) set.add(member);
}

function sorted(set: ReadonlySet<string> | undefined): string[] {
  return [...(set ?? [])].sort();
}
