import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { writeAtomically } from "./atomic-write.ts";

/**
 * Notes when a snapshot was last compared with the live lists. It stands beside the snapshot and not in it: a pull that
 * changes no list must change no byte of what is committed.
 * @param time Milliseconds since 1970.
 * @throws what the file system throws.
 */
export async function recordCheck(snapshot: string, time: number): Promise<void> {
  const folder = join(dirname(snapshot), "node_modules", ".cache", "wx-domain");
  await mkdir(folder, { recursive: true });
  await writeAtomically(join(folder, `${basename(snapshot)}.checked`), `${new Date(time).toISOString()}\n`);
}
