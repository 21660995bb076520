import { createRequire } from "node:module";
import { join } from "node:path";

/** What a package that is found from a folder by way of others exports; undefined: one of them is not there. */
export function packageFrom(root: string, ...way: readonly [string, ...string[]]): unknown {
  let place = join(root, "package.json");
  try {
    for (const name of way) place = createRequire(place).resolve(name);
  } catch {
    return undefined;
  }
  const load: (path: string) => unknown = createRequire(place);
  return load(place);
}
