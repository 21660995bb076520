import { parseEntry } from "../entry.ts";
import type { Fault } from "../faults/fault.ts";
import { faultsOf, type FaultOptions } from "../faults/list-faults.ts";
import type { DomainLists, ListName } from "../lists.ts";
import { POOL_NAMES, POOLS, type PoolName } from "./pool-table.ts";

/** A pool's hosts; a version that is missing is unknown, as the published one of a platform that is not published. */
export interface PoolVersions {
  readonly published?: readonly string[];
  readonly testing?: readonly string[];
}

export type Pools = Readonly<Partial<Record<PoolName, PoolVersions>>>;

/**
 * An entry that the platform's pool does not simply hold. `outside`: nor a parent of it. `testing-only`: the published
 * version lacks it. `parent-only`: a server pool holds its parent, of which no document says whether that suffices.
 */
export interface PoolGap {
  readonly list: ListName;
  readonly entry: string;
  readonly pool: PoolName;
  readonly kind: "outside" | "testing-only" | "parent-only";
}

/** What is wrong with hosts that are to stand in a pool. */
export function poolFaults(pool: PoolName, hosts: readonly string[], options: FaultOptions = {}): readonly Fault<PoolName>[] {
  return faultsOf(pool, POOLS[pool], hosts, options);
}

/** The entries of an app's known lists that its platform's known pools don't hold. */
export function poolGaps(lists: DomainLists, pools: Pools): readonly PoolGap[] {
  return POOL_NAMES.flatMap((pool) => {
    const versions = pools[pool];
    if (versions === undefined) return [];
    return POOLS[pool].lists.flatMap((list) =>
      (lists[list] ?? []).flatMap((entry): PoolGap[] => {
        const kind = gapOf(parseEntry(entry).host, pool, versions);
        return kind === undefined ? [] : [{ list, entry, pool, kind }];
      }),
    );
  });
}

function gapOf(host: string, pool: PoolName, { published, testing }: PoolVersions): PoolGap["kind"] | undefined {
  const inForce = published ?? testing;
  if (inForce === undefined || holds(host, pool, inForce)) return undefined;
  if (testing !== undefined && holds(host, pool, testing)) return "testing-only";
  return [...inForce, ...(testing ?? [])].some((parent) => host.endsWith(`.${parent}`)) ? "parent-only" : "outside";
}

/**
 * A pool of business domains serves the subdomains of its hosts too (errcode 89021 of setwebviewdomain: 「不是第三方平台中已设置的
 * 小程序业务域名或子域名」).
 */
function holds(host: string, pool: PoolName, hosts: readonly string[]): boolean {
  return hosts.some((held) => held === host || (pool === "jump" && host.endsWith(`.${held}`)));
}
