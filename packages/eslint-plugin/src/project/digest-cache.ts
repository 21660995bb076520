import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** How far above the app's folder `node_modules` may lie. */
const LEVELS = 6;

/**
 * What earlier runs found out about an app's modules. It only saves time: a file that is missing or broken counts as empty, and no
 * folder to write to is no fault.
 */
export function readRemembered(root: string): ReadonlyMap<string, string> {
  const path = cacheFile(root);
  if (path === undefined) return new Map();
  try {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof content !== "object" || content === null) return new Map();
    return new Map(Object.entries(content).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return new Map();
  }
}

/** Replaces the file in one step, so that no other process reads half of it. Writes nothing if nothing is new. */
export function writeRemembered(root: string, before: ReadonlyMap<string, string>, known: ReadonlyMap<string, string>): void {
  const path = cacheFile(root);
  if (path === undefined || (before.size === known.size && [...known.keys()].every((key) => before.has(key)))) return;
  try {
    mkdirSync(dirname(path), { recursive: true });
    // A name of its own: ESLint's threads share a process.
    const half = `${path}.${randomUUID()}`;
    writeFileSync(half, JSON.stringify(Object.fromEntries(known)));
    renameSync(half, path);
  } catch {
    // A read-only or full disk: the next run finds out anew.
  }
}

/** Of each app its own file, in the folder that tools share for such. */
function cacheFile(root: string): string | undefined {
  const name = `facts-${createHash("sha1").update(root).digest("hex").slice(0, 12)}.json`;
  let folder = root;
  for (let level = 0; level < LEVELS; level++) {
    const modules = join(folder, "node_modules");
    if (statSync(modules, { throwIfNoEntry: false })?.isDirectory() === true) return join(modules, ".cache", "wx-domain", name);
    folder = dirname(folder);
  }
  return undefined;
}
