import type { Locale } from "@wx-domain/core";
import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from "vue";
import { startEngine, type Engine } from "../engine/client.ts";
import { type Answer, type Files, type Finding, type Suggestion } from "../engine/protocol.ts";
import { FIRST_EXAMPLE, isExample, type ExampleId } from "../examples/examples.ts";
import { exampleProgram } from "../examples/program.ts";
import { TEXTS } from "../texts.ts";
import { hashOf, readHash, type Asked } from "./link.ts";
import { withText, type Program } from "./program.ts";

/** An answer, and the files that it is about: newer ones may have been typed since. */
interface Outcome extends Answer {
  readonly files: Files;
}

export interface Playground {
  readonly program: Readonly<ShallowRef<Program>>;
  /** The example that is shown as it is; undefined: a program of the reader's own. */
  readonly example: Readonly<Ref<ExampleId | undefined>>;
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
  showExample(id: ExampleId): void;
  apply(finding: Finding, suggestion: Suggestion): void;
  /** Puts the program into the address bar. */
  writeLink(): Promise<void>;
}

/** The address bar follows what is typed, at a pace (milliseconds) that every browser allows: Safari takes 100 changes in 30 seconds. */
const LINK_EVERY = 400;

/** The playground of a page: its program, from the address bar and back into it, and what the engine says about it. */
export function usePlayground(locale: Locale): Playground {
  const program = shallowRef(exampleProgram(FIRST_EXAMPLE, locale));
  const example = ref<ExampleId | undefined>(FIRST_EXAMPLE);
  const generation = ref(0);
  const outcome = shallowRef<Outcome>();
  const notice = ref("");
  let engine: Engine | undefined;
  let ownHash: string | undefined;
  let linkTimer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;

  /** What is loaded is in the address bar already. */
  function load(next: Program, of: ExampleId | undefined): void {
    clearTimeout(linkTimer);
    linkTimer = undefined;
    example.value = of;
    generation.value++;
    program.value = next;
  }

  function showAsked(asked: Asked): void {
    notice.value = "";
    switch (asked.kind) {
      case "nothing":
        return;
      case "program":
        load(asked.program, undefined);
        return;
      case "example":
        if (!isExample(asked.id)) notice.value = TEXTS.noExample[locale];
        load(exampleProgram(isExample(asked.id) ? asked.id : FIRST_EXAMPLE, locale), isExample(asked.id) ? asked.id : FIRST_EXAMPLE);
        return;
      case "broken":
        notice.value = TEXTS.brokenLink[locale];
        load(exampleProgram(FIRST_EXAMPLE, locale), FIRST_EXAMPLE);
    }
  }

  async function followHash(): Promise<void> {
    const { hash } = location;
    if (hash === ownHash) return;
    const asked = await readHash(hash);
    if (!isGone && location.hash === hash) showAsked(asked);
  }

  function replaceHash(hash: string): void {
    if (location.hash === hash) return;
    ownHash = hash;
    history.replaceState(history.state, "", hash);
    // The site's menu of languages goes to the same hash.
    dispatchEvent(new HashChangeEvent("hashchange"));
  }

  async function writeLink(): Promise<void> {
    clearTimeout(linkTimer);
    linkTimer = undefined;
    const of = program.value;
    const hash = await hashOf(of);
    if (!isGone && program.value === of) replaceHash(hash);
  }

  function edit(next: Program): void {
    example.value = undefined;
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
    example,
    generation,
    outcome,
    isCurrent: computed(() => outcome.value?.files === program.value.files),
    notice,
    edit,
    open(file) {
      program.value = { ...program.value, open: file };
    },
    showExample(id) {
      load(exampleProgram(id, locale), id);
      notice.value = "";
      replaceHash(`#example=${id}`);
    },
    apply({ file }, { from, to, insert }) {
      const text = program.value.files[file];
      if (text === undefined || outcome.value?.files[file] !== text) return;
      edit(withText(program.value, file, text.slice(0, from) + insert + text.slice(to)));
    },
    writeLink,
  };
}
