import type { ListName } from "../lists.ts";
import type { Localized } from "../locale.ts";

/** What can be wrong with an entry, or with its place in a list. */
export type FaultCode =
  | "empty"
  | "blank"
  | "missing-scheme"
  | "unexpected-scheme"
  | "wrong-scheme"
  | "doubled-scheme"
  | "userinfo"
  | "wildcard"
  | "path"
  | "port-not-held"
  | "bad-port"
  | "local-address"
  | "ip-address"
  | "server-only-host"
  | "underscore"
  | "not-ascii"
  | "bad-host"
  | "public-suffix"
  | "duplicate"
  | "over-limit";

/**
 * One fault of one entry.
 * @typeParam L The names of what can hold it: lists, unless it is a pool.
 */
export interface Fault<L extends string = ListName> {
  readonly list: L;
  /** Position in the list, from 0. */
  readonly index: number;
  /** The entry as it stands there. */
  readonly entry: string;
  readonly fault: FaultCode;
  readonly text: Localized;
}
