import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The command as a user has it. */
export const BIN = fileURLToPath(new URL("../bin/wx-domain.js", import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly bin?: string;
}

/** Runs the real command, with nothing of this process's environment but its PATH. */
export function wxDomain(words: readonly string[], { bin = BIN, ...surroundings }: Surroundings): Promise<Run> {
  return runNode([bin, ...words], surroundings);
}

/** Runs a program of JavaScript in the same way. */
export function runNode(words: readonly string[], { cwd, env = {}, stdin = "" }: Omit<Surroundings, "bin">): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd,
      env: { PATH: process.env["PATH"], LANG: "en_US.UTF-8", ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    // A command that fails early closes its stdin; that is its right.
    child.stdin.on("error", () => undefined);
    child.stdin.end(stdin);
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** A folder of its own for one test. */
export interface Folder {
  readonly path: string;
  write(name: string, text: string): Promise<void>;
  /** The text of a file; undefined if there is none. */
  read(name: string): Promise<string | undefined>;
  /** Every file below, with its text. */
  all(): Promise<ReadonlyMap<string, string>>;
  remove(): Promise<void>;
}

export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), "wx-domain-"));
  return {
    path,
    write: async (name, text) => {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), text);
    },
    read: (name) => readFile(join(path, name), "utf8").catch(() => undefined),
    all: async () => {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return new Map(await Promise.all(files.map(async (file) => [file.slice(path.length + 1), await readFile(file, "utf8")] as const)));
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
