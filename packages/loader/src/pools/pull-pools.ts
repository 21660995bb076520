import { POOL_NAMES, type Localized, type PoolName, type Pools } from "@wx-domain/core";
import type { Context } from "../context.ts";
import { refuseSecrets } from "../pull.ts";
import { without } from "../snapshot/changes.ts";
import { readUserFile, writeUserFile, type ShownPath } from "../snapshot/snapshot-file.ts";
import type { Source } from "../source.ts";
import { formatPools, parsePools } from "./pool-file.ts";

/** How one version of a pool differs between two readings; `undefined` hosts count as none. */
export interface PoolDifference {
  readonly pool: PoolName;
  readonly version: "published" | "testing";
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Fetches the pools and brings their file up to date; a failure, or no change, leaves every byte. */
export async function pullPools(
  source: Source<Pools>,
  file: ShownPath,
  terms: { readonly dryRun: boolean; readonly warn: (text: Localized) => void },
  context: Context,
): Promise<readonly PoolDifference[]> {
  const text = await readUserFile(file, context);
  const old = text === undefined ? {} : parsePools(text, file.shown);
  source.warnings.forEach(terms.warn);
  const pools = await source.read(context);
  const differences = differencesBetween(old, pools);
  const isNew = text === undefined || JSON.stringify(shapeOf(old)) !== JSON.stringify(shapeOf(pools));
  if (terms.dryRun || (differences.length === 0 && !isNew)) return differences;
  const next = formatPools(pools, source.label);
  refuseSecrets([next], source.label, context);
  await writeUserFile(file, next);
  return differences;
}

export function differencesBetween(before: Pools, after: Pools): readonly PoolDifference[] {
  return POOL_NAMES.flatMap((pool) =>
    VERSIONS.flatMap((version): PoolDifference[] => {
      const old = before[pool]?.[version] ?? [];
      const now = after[pool]?.[version] ?? [];
      const difference = { pool, version, added: without(now, old), removed: without(old, now) };
      return difference.added.length + difference.removed.length === 0 ? [] : [difference];
    }),
  );
}

const VERSIONS = ["published", "testing"] as const;

/** Which versions are known at all. */
function shapeOf(pools: Pools): readonly boolean[] {
  return POOL_NAMES.flatMap((pool) => VERSIONS.map((version) => pools[pool]?.[version] !== undefined));
}
