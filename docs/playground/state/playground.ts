import type { Locale } from "@wx-domain/core";
import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from "vue";
import { startEngine, type Engine } from "../engine/client.ts";
import type { Answer, Edit, Files } from "../engine/protocol.ts";
import { FIRST_EXAMPLE, isExample, type ExampleId } from "../examples/examples.ts";
import { exampleProgram } from "../examples/program.ts";
import { TEXTS } from "../texts.ts";
import { hashOf, readHash, type Asked } from "./link.ts";
import { EMPTY_PROGRAM, withText, type Program } from "./program.ts";
import { openShelf, type Store } from "./shelf.ts";

/** An answer, and the files that it is about: newer ones may have been typed since. */
interface Outcome extends Answer {
  readonly files: Files;
}

/** A program to show: an example, one of the reader's own, none at all to begin with, or one that came by a link. */
export type Choice = { readonly kind: "example"; readonly id: ExampleId } | { readonly kind: "own"; readonly at: number } | { readonly kind: "empty" } | { readonly kind: "link" };

export interface Playground {
  readonly program: Readonly<ShallowRef<Program>>;
  readonly shown: Readonly<Ref<Choice>>;
  /** The reader's own programs, the last one first. */
  readonly own: Readonly<ShallowRef<readonly Program[]>>;
  /** Whether the address has been read, which says what to show. */
  readonly isReady: Readonly<Ref<boolean>>;
  /** Counts programs: editors of another one begin anew. */
  readonly generation: Readonly<Ref<number>>;
  readonly outcome: Readonly<ShallowRef<Outcome | undefined>>;
  /** Whether the findings are of the files as they are now. */
  readonly isCurrent: ComputedRef<boolean>;
  /** Something to tell the reader. */
  readonly notice: Ref<string>;
  /** The reader's own change. */
  edit(next: Program): void;
  open(file: string): void;
  show(choice: Choice): Promise<void>;
  /** Makes a change of a file, if it still has the text that the change was found in. */
  apply(file: string, edit: Edit): void;
  /** Puts the program into the address bar. */
  writeLink(): Promise<void>;
}

/** The address bar follows what is typed, at a pace (milliseconds) that every browser allows: Safari takes 100 changes in 30 seconds. */
const LINK_EVERY = 400;

/** The playground of a page: its program, from the address bar and back into it, and what the engine says about it. */
export function usePlayground(locale: Locale): Playground {
  const program = shallowRef(exampleProgram(FIRST_EXAMPLE, locale));
  const shown = shallowRef<Choice>({ kind: "example", id: FIRST_EXAMPLE });
  const shelf = openShelf(pageStorage());
  const isReady = ref(false);
  const generation = ref(0);
  const outcome = shallowRef<Outcome>();
  const notice = ref("");
  let engine: Engine | undefined;
  let ownHash: string | undefined;
  let linkTimer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;

  /** What is loaded is in the address bar already. */
  function load(next: Program, of: Choice): void {
    clearTimeout(linkTimer);
    linkTimer = undefined;
    shown.value = of;
    generation.value++;
    program.value = next;
  }

  function showAsked(asked: Asked): void {
    notice.value = "";
    switch (asked.kind) {
      case "nothing": {
        const [last] = shelf.programs.value;
        if (last !== undefined) load(last, { kind: "own", at: 0 });
        return;
      }
      case "program": {
        const at = shelf.programs.value.findIndex((own) => isSame(own, asked.program));
        if (at > 0) shelf.bringForward(at);
        load(asked.program, at < 0 ? { kind: "link" } : { kind: "own", at: 0 });
        return;
      }
      case "example":
        if (!isExample(asked.id)) notice.value = TEXTS.noExample[locale];
        loadExample(isExample(asked.id) ? asked.id : FIRST_EXAMPLE);
        return;
      case "broken":
        notice.value = TEXTS.brokenLink[locale];
        loadExample(FIRST_EXAMPLE);
    }
  }

  function loadExample(id: ExampleId): void {
    load(exampleProgram(id, locale), { kind: "example", id });
  }

  async function followHash(): Promise<void> {
    const { hash } = location;
    if (hash === ownHash) return;
    const asked = await readHash(hash);
    if (!isGone && location.hash === hash) showAsked(asked);
  }

  function setHash(hash: string, way: "replaceState" | "pushState"): void {
    if (location.hash === hash) return;
    ownHash = hash;
    history[way](way === "replaceState" ? history.state : null, "", hash);
    // The site's menu of languages goes to the same hash.
    dispatchEvent(new HashChangeEvent("hashchange"));
  }

  async function writeLink(): Promise<void> {
    clearTimeout(linkTimer);
    linkTimer = undefined;
    const of = program.value;
    const hash = await hashOf(of);
    if (!isGone && program.value === of) setHash(hash, "replaceState");
  }

  function edit(next: Program): void {
    if (shown.value.kind === "own") shelf.update(next);
    else shelf.begin(next);
    shown.value = { kind: "own", at: 0 };
    notice.value = "";
    program.value = next;
    linkTimer ??= setTimeout(() => void writeLink(), LINK_EVERY);
  }

  const ask = (): void => engine?.ask({ files: program.value.files, locale, pageOrigins: program.value.pageOrigins });
  watch([() => program.value.files, () => program.value.pageOrigins], ask);

  const follow = (): void => void followHash();
  onMounted(async () => {
    addEventListener("hashchange", follow);
    await followHash();
    if (isGone) return;
    isReady.value = true;
    engine = startEngine(
      (answer, { files }) => (outcome.value = { ...answer, files }),
      () => {
        outcome.value = undefined;
        notice.value = TEXTS.failed[locale];
      },
    );
    ask();
  });
  onBeforeUnmount(() => {
    isGone = true;
    removeEventListener("hashchange", follow);
    clearTimeout(linkTimer);
    engine?.stop();
  });

  return {
    program,
    shown,
    own: shelf.programs,
    isReady,
    generation,
    outcome,
    isCurrent: computed(() => outcome.value?.files === program.value.files),
    notice,
    edit,
    open(file) {
      program.value = { ...program.value, open: file };
    },
    async show(choice) {
      // The browser's way back leads to what was typed last, too.
      if (linkTimer !== undefined) await writeLink();
      notice.value = "";
      switch (choice.kind) {
        case "example":
          loadExample(choice.id);
          setHash(`#example=${choice.id}`, "pushState");
          return;
        case "empty":
          load(EMPTY_PROGRAM, choice);
          break;
        case "own": {
          shelf.bringForward(choice.at);
          const [own] = shelf.programs.value;
          if (own !== undefined) load(own, { kind: "own", at: 0 });
          break;
        }
        case "link":
          return;
      }
      setHash(await hashOf(program.value), "pushState");
    },
    apply(file, { from, to, insert }) {
      const text = program.value.files[file];
      if (text === undefined || outcome.value?.files[file] !== text) return;
      edit(withText(program.value, file, text.slice(0, from) + insert + text.slice(to)));
    },
    writeLink,
  };
}

/** A browser whose settings forbid it throws where the name alone is read. */
function pageStorage(): Store | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Which file is open is no difference. */
function isSame(one: Program, other: Program): boolean {
  return JSON.stringify([one.files, one.pageOrigins]) === JSON.stringify([other.files, other.pageOrigins]);
}
