import { shallowRef, type ShallowRef } from "vue";
import { asProgram, type Program } from "./program.ts";

/** The reader's own programs, the last one first: no example that is looked at in between loses them. */
export interface Shelf {
  readonly programs: Readonly<ShallowRef<readonly Program[]>>;
  /** Puts a program in front; the oldest of too many goes. */
  begin(program: Program): void;
  /** The program in front, as it is now. */
  update(program: Program): void;
  /** Puts one that is on the shelf in front. */
  bringForward(at: number): void;
}

/** The part of a browser's storage that is used. */
export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = "wx-domain playground";
/** Each example that somebody changes takes one. */
const PLACES = 5;

/** @param storage where they outlive the page; undefined, or one that refuses: they live as long as the page. */
export function openShelf(storage: Store | undefined): Shelf {
  const programs = shallowRef(stored(storage));
  const set = (now: readonly Program[]): void => {
    programs.value = now.slice(0, PLACES);
    try {
      storage?.setItem(KEY, JSON.stringify(programs.value));
    } catch {
      // It is full, or the browser's settings forbid it.
    }
  };
  return {
    programs,
    begin: (program) => set([program, ...programs.value]),
    update: (program) => set([program, ...programs.value.slice(1)]),
    bringForward(at) {
      const program = programs.value[at];
      if (program !== undefined) set([program, ...programs.value.filter((_, other) => other !== at)]);
    },
  };
}

function stored(storage: Store | undefined): readonly Program[] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.flatMap((each) => asProgram(each) ?? []).slice(0, PLACES) : [];
  } catch {
    return [];
  }
}
