import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import type { Context } from "./context.ts";
import { systemCode } from "./system-code.ts";

/** A holder that is older is taken for dead, though its process id may live on. Milliseconds. */
const LONGEST_HOLD = 10 * 60_000;

/** A lock that names no holder after this long is that of a process which was killed as it took it. Milliseconds. */
const LONGEST_TAKING = 2000;

/** Between two looks at a lock that another one holds. Milliseconds. */
const POLL = 40;

/**
 * Runs `work` while no other process runs its own under the same path; resolves to undefined, without having run it, if
 * the lock isn't free before the deadline. Where no lock can be made (a read-only disk) the work is done without one:
 * what it guards is not correctness but doing things once.
 */
export async function withLock<T>(path: string, context: Context, work: () => Promise<T>): Promise<{ readonly done: T } | undefined> {
  const mark = `${String(process.pid)} ${hostname()} ${randomUUID()}\n`;
  for (;;) {
    const attempt = await take(path, mark);
    if (attempt === "impossible") return { done: await work() };
    if (attempt === "taken") break;
    const abandoned = await abandonedMark(path);
    if (abandoned !== undefined) await breakLock(path, abandoned);
    else if (context.deadline.remaining() <= POLL) return undefined;
    else await context.edges.sleep(POLL);
  }
  try {
    return { done: await work() };
  } finally {
    // Only one's own: after LONGEST_HOLD somebody else may hold it.
    if ((await textOf(path)) === mark) await rm(path, { force: true }).catch(() => undefined);
  }
}

async function take(path: string, mark: string): Promise<"taken" | "held" | "impossible"> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch {
    return "impossible";
  }
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(mark).finally(() => file.close());
    return "taken";
  } catch (error) {
    return systemCode(error) === "EEXIST" ? "held" : "impossible";
  }
}

/** What stands in a lock whose holder is gone (killed before it could let go); undefined while one may live. */
async function abandonedMark(path: string): Promise<string | undefined> {
  const [text, age] = await Promise.all([textOf(path), ageOf(path)]);
  if (text === undefined || age === undefined) return undefined;
  if (age > LONGEST_HOLD || (text === "" && age > LONGEST_TAKING)) return text;
  const [pid, host] = text.split(" ");
  return host === hostname() && !isAlive(Number(pid)) ? text : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== "ESRCH";
  }
}

/** By a rename, which one of several waiting processes can do; put back if another one had done it, and locked anew. */
async function breakLock(path: string, mark: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await textOf(aside)) !== mark) await link(aside, path);
  } catch {
    // Somebody else was faster; the next look tells.
  }
  await rm(aside, { force: true });
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(() => undefined);

/** Milliseconds; by the file system's clock and the system's own, not by the program's. */
const ageOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => undefined,
  );
