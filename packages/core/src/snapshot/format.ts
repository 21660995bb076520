import { LIST_NAMES } from "../lists.ts";
import { SNAPSHOT_KEYS, type Snapshot } from "./snapshot.ts";

/** Order by code units: the same on every machine, whatever its locale. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The text of a snapshot: fixed key order, entries sorted and one a line, two spaces, a newline at the end. The same lists
 * give the same bytes. Unknown lists are left out; no entry is dropped.
 */
export function formatSnapshot(snapshot: Snapshot): string {
  const fields: Record<string, string | readonly string[]> = {};
  for (const key of SNAPSHOT_KEYS) {
    const value = snapshot[key];
    if (value !== undefined) fields[key] = value;
  }
  for (const name of LIST_NAMES) {
    const entries = snapshot.lists[name];
    if (entries !== undefined) fields[name] = entries.toSorted(byCodeUnits);
  }
  return `${JSON.stringify(fields, undefined, 2)}\n`;
}
