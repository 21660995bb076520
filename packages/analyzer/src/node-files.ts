/// <reference types="node" />
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import type { FileAccess, FolderEntry } from "./files.ts";

/**
 * The largest file that is read, in bytes. A mini program's package may hold 2 MB of code in all, so a larger text file is
 * data or a build's output, and parsing it would only cost time.
 */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/**
 * The files of this machine, read synchronously. A file above {@link MAX_FILE_BYTES} can't be read. The version of a file or
 * folder is `mtime in ms:size in bytes`. A symbolic link counts as what it leads to; one that leads to a folder that it lies in
 * is left out, so that a walk ends.
 */
export function nodeFiles(): FileAccess {
  return { read, list, version };
}

function read(path: string): string | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined || stats.size > MAX_FILE_BYTES) return undefined;
    const text = readFileSync(path, "utf8");
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

function list(folder: string): readonly FolderEntry[] | undefined {
  try {
    const entries: FolderEntry[] = [];
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const kind = entry.isSymbolicLink() ? linkKind(folder, entry.name) : kindOf(entry);
      if (kind !== undefined) entries.push({ name: entry.name, kind });
    }
    return entries;
  } catch {
    return undefined;
  }
}

function version(path: string): string | undefined {
  try {
    // Most that is asked for is not there, and an error costs more than the answer.
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? undefined : `${String(stats.mtimeMs)}:${String(stats.size)}`;
  } catch {
    return undefined;
  }
}

function linkKind(folder: string, name: string): FolderEntry["kind"] | undefined {
  try {
    const path = `${folder}/${name}`;
    const kind = kindOf(statSync(path));
    if (kind !== "folder") return kind;
    return `${realpathSync(folder)}/`.startsWith(`${realpathSync(path)}/`) ? undefined : kind;
  } catch {
    return undefined;
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FolderEntry["kind"] | undefined {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : undefined;
}
