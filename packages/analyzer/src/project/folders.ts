import type { FileAccess, FolderEntry } from "../files.ts";
import { baseName, folderOf, joinPath } from "./paths.ts";

/**
 * Remembers what folders hold, and the versions of the files that were read through it, so that asking for a hundred
 * candidates of an import lists a folder once.
 */
export interface Folders {
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** What a folder holds; empty for one that isn't there. */
  entries(folder: string): ReadonlyMap<string, FolderEntry["kind"]>;
  /** The text of a file that decides how the project is read. Not cached. */
  readConfig(path: string): string | undefined;
  /** Forgets each folder that changed. True if any did, or any file that `readConfig` was asked for. */
  refresh(): boolean;
}

const NOTHING: ReadonlyMap<string, FolderEntry["kind"]> = new Map();

export function cachedFolders(files: FileAccess): Folders {
  const listings = new Map<string, { entries: ReadonlyMap<string, FolderEntry["kind"]>; version: string | undefined }>();
  const configVersions = new Map<string, string | undefined>();

  const entries = (folder: string): ReadonlyMap<string, FolderEntry["kind"]> => {
    const known = listings.get(folder);
    if (known !== undefined) return known.entries;
    const above = folderOf(folder);
    // A folder that the listing of its own folder lacks need not be asked for: most candidates of an import are such.
    const isAbsent = above !== folder && listings.get(above)?.entries.get(baseName(folder)) !== "folder" && listings.has(above);
    if (isAbsent) return NOTHING;
    const version = files.version(folder);
    const listed = files.list(folder);
    const found = listed === undefined ? NOTHING : new Map(listed.map(({ name, kind }) => [name, kind]));
    listings.set(folder, { entries: found, version });
    return found;
  };
  const kindAt = (path: string): FolderEntry["kind"] | undefined => entries(folderOf(path)).get(baseName(path));

  return {
    isFile: (path) => kindAt(path) === "file",
    isFolder: (path) => kindAt(path) === "folder" || (folderOf(path) === path && entries(path).size > 0),
    entries,
    readConfig: (path) => {
      configVersions.set(path, files.version(path));
      return files.read(path);
    },
    refresh: () => {
      let changed = false;
      for (const [folder, { version }] of listings) {
        if (files.version(folder) === version) continue;
        listings.delete(folder);
        changed = true;
      }
      for (const [path, version] of configVersions) {
        if (files.version(path) !== version) changed = true;
      }
      if (changed) configVersions.clear();
      return changed;
    },
  };
}

/** The first of the names that a folder has as a file, as a path. */
export function firstFile(folders: Folders, folder: string, names: readonly string[]): string | undefined {
  const held = folders.entries(folder);
  const name = names.find((candidate) => held.get(candidate) === "file");
  return name === undefined ? undefined : joinPath(folder, name);
}
