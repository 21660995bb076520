import { randomUUID } from "node:crypto";
import { open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Replaces a file's content at once: whoever reads it meanwhile, or after a crash, finds the old text or the new one.
 * What such a crash left beside it goes with the next write. A link is followed, so that its target is what changes; the file's permissions stay. Throws what the file system throws; no trace is left then.
 * @param mode The permissions instead, where they matter more than what they were.
 */
export async function writeAtomically(path: string, text: string, mode?: number): Promise<void> {
  const target = await realpath(path).catch(() => path);
  // In the same folder, because a rename is atomic only within one file system.
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const permissions = mode ?? (await stat(target).then((old) => old.mode, () => undefined));
    const file = await open(temporary, "wx", permissions);
    try {
      await file.writeFile(text, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await sweep(target).catch(() => undefined);
}

/** No write takes so long. Milliseconds. */
const LONGEST_WRITE = 60_000;

/** Removes what processes left that were killed while they wrote: it may be half a text, and it may be a secret. */
async function sweep(target: string): Promise<void> {
  const folder = dirname(target);
  const prefix = `.${basename(target)}.`;
  const left = (await readdir(folder)).filter((name) => name.startsWith(prefix) && /^[\da-f-]{36}\.tmp$/.test(name.slice(prefix.length)));
  for (const name of left) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > LONGEST_WRITE) await rm(join(folder, name), { force: true });
  }
}
