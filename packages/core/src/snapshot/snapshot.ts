import type { DomainLists } from "../lists.ts";

/**
 * The committed file `wx-domains.json` as a program sees it. In the file the lists stand beside the other keys, under
 * their wire names.
 */
export interface Snapshot {
  readonly $schema?: string;
  readonly appid?: string;
  /** Where the lists came from: no query, no secret. */
  readonly source?: string;
  /** When a list last changed, ISO 8601, UTC. */
  readonly updatedAt?: string;
  readonly lists: DomainLists;
}

/** The keys before the lists, in the order in which they are written. */
export const SNAPSHOT_KEYS = ["$schema", "appid", "source", "updatedAt"] as const;
