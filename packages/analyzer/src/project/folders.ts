import type { FileAccess, FolderEntry } from "../files.ts";
import { baseName, folderOf, joinPath } from "./paths.ts";

/**
 * Remembers what folders hold, and the versions of the files that were read through it, so that asking for a hundred
 * candidates of an import lists a folder once.
 */
export interface Folders {
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** What a folder holds under a name; undefined: nothing. */
  kindIn(folder: string, name: string): Kind | undefined;
  /** What a folder holds; empty for one that isn't there. */
  entries(folder: string): Listing;
  /** The text of a file that decides how the project is read. Not cached. */
  readConfig(path: string): string | undefined;
  /** Looks again. True if an answer that was given would be another now, or a file that `readConfig` was asked for changed. */
  refresh(): boolean;
}

type Kind = FolderEntry["kind"];
type Listing = ReadonlyMap<string, Kind>;

interface Listed {
  held: Listing;
  version: string | undefined;
  /**
   * The names that were asked for: a folder above the project, or one that a build writes to, changes all the time, and hardly ever what
   * is looked for in it.
   */
  readonly asked: Set<string>;
  wasListed: boolean;
}

const NOTHING: Listing = new Map();

export function cachedFolders(files: FileAccess): Folders {
  const known = new Map<string, Listed>();
  const configVersions = new Map<string, string | undefined>();

  function list(folder: string): Listing {
    const held = new Map<string, Kind>();
    for (const { name, kind } of files.list(folder) ?? []) held.set(name, kind);
    return held;
  }

  /** Undefined for a folder that the listing of its own folder lacks: most candidates of an import are such. */
  function listed(folder: string): Listed | undefined {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const folderAbove = folderOf(folder);
    const above = folderAbove === folder ? undefined : known.get(folderAbove);
    if (above !== undefined && kindIn(folderAbove, baseName(folder)) !== "folder") return undefined;
    const version = files.version(folder);
    const found: Listed = { held: list(folder), version, asked: new Set(), wasListed: false };
    known.set(folder, found);
    return found;
  }

  function kindIn(folder: string, name: string): Kind | undefined {
    const found = listed(folder);
    found?.asked.add(name);
    return found?.held.get(name);
  }

  const kindAt = (path: string): Kind | undefined => kindIn(folderOf(path), baseName(path));

  function entries(folder: string): Listing {
    const found = listed(folder);
    if (found === undefined) return NOTHING;
    found.wasListed = true;
    return found.held;
  }

  return {
    isFile: (path) => kindAt(path) === "file",
    isFolder: (path) => kindAt(path) === "folder" || (folderOf(path) === path && entries(path).size > 0),
    kindIn,
    entries,
    readConfig: (path) => {
      configVersions.set(path, files.version(path));
      return files.read(path);
    },
    refresh: () => {
      let changed = false;
      for (const [folder, before] of known) {
        const version = files.version(folder);
        if (version === before.version) continue;
        const held = list(folder);
        if (answersDiffer(before, held)) {
          known.delete(folder);
          changed = true;
        } else Object.assign(before, { held, version });
      }
      for (const [path, version] of configVersions) {
        if (files.version(path) !== version) changed = true;
      }
      if (changed) configVersions.clear();
      return changed;
    },
  };
}

function answersDiffer({ held, asked, wasListed }: Listed, now: Listing): boolean {
  if (!wasListed) return [...asked].some((name) => held.get(name) !== now.get(name));
  return held.size !== now.size || [...held].some(([name, kind]) => now.get(name) !== kind);
}

/** The first of the names that a folder has as a file, as a path. */
export function firstFile(folders: Folders, folder: string, names: readonly string[]): string | undefined {
  const name = names.find((candidate) => folders.kindIn(folder, candidate) === "file");
  return name === undefined ? undefined : joinPath(folder, name);
}
