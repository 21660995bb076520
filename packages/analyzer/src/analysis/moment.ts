import type { FileAccess } from "../files.ts";

/** What was asked of the disk within this time (milliseconds) is not asked again. */
const FRESH = 50;

/** A stretch of time in which the disk is taken to stand still. */
export interface Moment {
  readonly files: FileAccess;
  /** Begins a new moment if the last one is over; true if it did. */
  pass(): boolean;
  /** Tells one moment from another. */
  readonly number: number;
  /** The answer to a question about the disk, asked once a moment. */
  remember(question: string, ask: () => boolean): boolean;
}

export function createMoment(disk: FileAccess, now: () => number): Moment {
  const versions = new Map<string, string | undefined>();
  const answers = new Map<string, boolean>();
  let number = 0;
  let began = Number.NEGATIVE_INFINITY;
  return {
    get number() {
      return number;
    },
    files: {
      read: (path) => disk.read(path),
      list: (folder) => disk.list(folder),
      version(path) {
        if (versions.has(path)) return versions.get(path);
        const version = disk.version(path);
        versions.set(path, version);
        return version;
      },
    },
    pass() {
      const time = now();
      if (Math.abs(time - began) < FRESH) return false;
      began = time;
      number++;
      versions.clear();
      answers.clear();
      return true;
    },
    remember(question, ask) {
      const known = answers.get(question);
      if (known !== undefined) return known;
      const answer = ask();
      answers.set(question, answer);
      return answer;
    },
  };
}
