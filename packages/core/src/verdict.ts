import type { ListName } from "./lists.ts";

export type Status = "allowed" | "denied" | "uncertain";

/** Why a verdict is what it is; each belongs to exactly one lint rule. */
export type Reason =
  | "listed"
  | "no-list-needed"
  | "unknown-list"
  | "not-listed"
  | "wrong-protocol"
  | "port-not-listed"
  | "port-missing"
  | "port-mismatch"
  | "subdomain-not-covered"
  | "parent-not-covered"
  | "path-not-covered"
  | "listed-for-another-call"
  | "local-address"
  | "lan-address"
  | "ip-address"
  | "local-file"
  | "server-only-host"
  | "invalid-url"
  | "relative-url"
  | "ambiguous-authority"
  | "forbidden-port"
  | "unusual-entry"
  | "clients-disagree"
  | "undocumented";

export interface Verdict {
  readonly status: Status;
  readonly reason: Reason;
  /** The list that the call is bound to; null where no list applies. */
  readonly list: ListName | null;
  /** The entry that decided, as it stands in the list. */
  readonly entry?: string;
  /** The entry that the author most likely meant. */
  readonly nearest?: string;
  /** Other lists that hold the URL's origin. */
  readonly listedIn?: readonly ListName[];
  /** What each observed checker does; null: no model for that question. */
  readonly clients: { readonly android: boolean | null; readonly devtools: boolean | null };
}
