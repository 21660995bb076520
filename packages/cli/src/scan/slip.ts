import { parseRawUrl } from "@wx-domain/core";

/** Whether one entry may be a slip of the pen for another: the same host but for a letter, or for the port alone. */
export function mayBeSlip(entry: string, listed: string): boolean {
  return differsByOne(hostOf(entry), hostOf(listed));
}

/** Entries of some lists are bare hosts. */
function hostOf(entry: string): string {
  const url = parseRawUrl(entry);
  return url.kind === "absolute" ? url.host : entry;
}

/** At most one letter added, left out or replaced, or two neighbours exchanged. */
function differsByOne(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === right.slice(1) + right.slice(0, 1);
}
