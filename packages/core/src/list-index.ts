import { parseEntry, type Entry } from "./entry.ts";
import { compileHosts, type HostIndex } from "./host-index.ts";

/** One list, made ready for questions. */
export interface ListIndex {
  readonly entries: readonly Entry[];
  readonly hosts: HostIndex;
}

export function compileList(texts: readonly string[]): ListIndex {
  const entries = texts.map(parseEntry);
  return { entries, hosts: compileHosts(entries) };
}
