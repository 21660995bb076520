import type { Entry } from "./entry.ts";

/** The entries of one list by host: every question costs the length of the host asked for, not of the list. */
export interface HostIndex {
  /** Entries with exactly this host, in the order of the list. */
  at(host: string): readonly Entry[];
  /** The closest entry whose host is a parent of this one, `*.parent` included. */
  parentOf(host: string): Entry | undefined;
  /** An entry below this host. */
  childOf(host: string): Entry | undefined;
  /** An entry that looks like a misspelling of this host, or a sibling of it. */
  similar(host: string): Entry | undefined;
}

/** A host longer than a domain name can be is in no list, and is not worth the walk. */
const MAX_HOST = 253;

/** The parents of a host, closest first: `b.c`, `c` for `a.b.c`. */
export function parentsOf(host: string): readonly string[] {
  const parents: string[] = [];
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) parents.push(host.slice(dot + 1));
  return parents;
}

/**
 * Whether a parent is likely shared by strangers: a single label, or a short label under a country's (`com.cn`, `co.uk`).
 * A guess on the safe side that spares the public suffix list: it only keeps a hint from being made.
 */
function isLikelyPublicSuffix(host: string): boolean {
  return !host.includes(".") || /^[a-z]{2,3}\.[a-z]{2}$/.test(host);
}

/** The host with each one character left out: two hosts one edit or one swap apart have such a text in common. */
function deletions(host: string): readonly string[] {
  return [host, ...Array.from(host, (_, i) => host.slice(0, i) + host.slice(i + 1))];
}

function firstOf(entries: readonly Entry[], textsOf: (entry: Entry) => readonly string[]): Map<string, Entry> {
  const index = new Map<string, Entry>();
  for (const entry of entries) {
    for (const text of textsOf(entry)) if (!index.has(text)) index.set(text, entry);
  }
  return index;
}

/** Builds the index; what only a denial asks for is built at the first denial. */
export function compileHosts(all: readonly Entry[]): HostIndex {
  const entries = all.filter(({ host }) => host !== "" && host.length <= MAX_HOST);
  const byHost = new Map<string, Entry[]>();
  for (const entry of entries) {
    const host = entry.host.replace(/^\*\./, "");
    const same = byHost.get(host);
    if (same === undefined) byHost.set(host, [entry]);
    else same.push(entry);
  }
  let below: ReadonlyMap<string, Entry> | undefined;
  let misspelt: ReadonlyMap<string, Entry> | undefined;
  const childOf = (host: string): Entry | undefined => (below ??= firstOf(entries, ({ host: own }) => parentsOf(own))).get(host);
  const isWild = ({ host }: Entry): boolean => host.startsWith("*.");
  return {
    at: (host) => byHost.get(host)?.filter((entry) => !isWild(entry)) ?? [],
    parentOf(host) {
      if (host.length > MAX_HOST) return undefined;
      for (const parent of parentsOf(host)) {
        const entry = byHost.get(parent)?.[0];
        if (entry !== undefined) return entry;
      }
      return undefined;
    },
    childOf,
    similar(host) {
      if (host.length > MAX_HOST) return undefined;
      misspelt ??= firstOf(entries, (entry) => deletions(entry.host));
      for (const text of deletions(host)) {
        const entry = misspelt.get(text);
        if (entry !== undefined) return entry;
      }
      for (const parent of parentsOf(host)) {
        if (isLikelyPublicSuffix(parent)) return undefined;
        const entry = childOf(parent);
        if (entry !== undefined) return entry;
      }
      return undefined;
    },
  };
}
