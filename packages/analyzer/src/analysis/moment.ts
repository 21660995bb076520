import type { FileAccess, FolderEntry } from "../files.ts";

/** A run over many files asks for the next one within this time (milliseconds); a person who saves a file takes longer. */
const PAUSE = 200;
/** However busy a run is, after this time (milliseconds) it looks at the disk again. */
const LONGEST = 5000;
/**
 * Looking at one file takes a few thousandths of this time (milliseconds). A run that pauses between any two files, because they are long or the
 * machine is busy, would else spend more on looking the more files it knows.
 */
const TIME_PER_VERSION = 4;

/** So many files are looked at again at once; of more, only those that the next question is about. */
const MAX_VERSIONS = 5000;

/** A stretch of time in which the disk is taken to stand still. */
export interface Moment {
  readonly files: FileAccess;
  /**
   * Begins a new moment if the last one is over (after a pause, or when one file is asked about again, which a run over
   * many files doesn't do) and any file that was asked for has changed since. True if it did.
   */
  pass(path: string): boolean;
  /** Tells one moment from another. */
  readonly number: number;
}

/**
 * `answersChanged`: whether what was found in folders would be found otherwise now. A folder above the project, or one that a build or an
 * editor writes to, changes all the time, and hardly ever what is looked for in it.
 */
export function createMoment(disk: FileAccess, now: () => number, answersChanged: () => boolean): Moment {
  const versions = new Map<string, string | undefined>();
  const listings = new Map<string, readonly FolderEntry[] | undefined>();
  let number = 0;
  const asked = new Set<string>();
  let began = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const isOver = (): boolean => {
    const time = now();
    const age = Math.abs(time - began);
    return age >= LONGEST || (Math.abs(time - last) >= PAUSE && age >= versions.size * TIME_PER_VERSION);
  };
  /** Whether the disk no longer says what it said. What folders hold is known anew then. */
  function hasChanged(): boolean {
    if (versions.size > MAX_VERSIONS) return true;
    let folderChanged = false;
    for (const [path, before] of versions) {
      const version = disk.version(path);
      if (version === before) continue;
      if (!listings.delete(path)) return true;
      versions.set(path, version);
      folderChanged = true;
    }
    return folderChanged && answersChanged();
  }
  return {
    get number() {
      return number;
    },
    files: {
      read: (path) => disk.read(path),
      list(folder) {
        if (listings.has(folder)) return listings.get(folder);
        const entries = disk.list(folder);
        listings.set(folder, entries);
        return entries;
      },
      version(path) {
        if (versions.has(path)) return versions.get(path);
        const version = disk.version(path);
        versions.set(path, version);
        return version;
      },
    },
    pass(path) {
      const goesOn = !asked.has(path) && !isOver();
      last = now();
      if (!goesOn) asked.clear();
      asked.add(path);
      if (goesOn) return false;
      began = last;
      if (number > 0 && !hasChanged()) return false;
      number++;
      versions.clear();
      listings.clear();
      return true;
    },
  };
}
