import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Which apps the last run over a file of accounts has done: what a run that was broken off is resumed from. */
export interface Journal {
  /** The AppIDs that are done. */
  readonly done: ReadonlySet<string>;
  note(appid: string): Promise<void>;
}

/**
 * @param accounts The path of the file of accounts.
 * @param resume False: a new run begins, and what the last one did is forgotten.
 */
export async function openJournal(accounts: string, resume: boolean): Promise<Journal> {
  const key = createHash("sha256").update(accounts).digest("hex").slice(0, 8);
  const file = join(dirname(accounts), "node_modules", ".cache", "wx-domain", `${basename(accounts)}.${key}.done`);
  await mkdir(dirname(file), { recursive: true });
  const text = resume ? await readFile(file, "utf8").catch(() => "") : "";
  if (!resume) await writeFile(file, "");
  return {
    done: new Set(text.split("\n").filter(Boolean)),
    // A line a write, so that a process that is killed leaves whole lines.
    note: (appid) => appendFile(file, `${appid}\n`),
  };
}
