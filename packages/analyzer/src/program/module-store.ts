import { hit, isOver, withBounds } from "../bounds.ts";
import type { ModuleFacts, Span } from "../facts/language.ts";
import { lowerModule } from "../facts/lower.ts";
import type { FileAccess } from "../files.ts";
import { NETWORK_NAMES } from "../models/network-calls.ts";
import { isProgram } from "../facts/tree.ts";
import { SOURCE_EXTENSION } from "../project/module-extensions.ts";
import { vueVersionOf } from "../project/vue-version.ts";
import { liveTree } from "../source/live-tree.ts";
import { readModuleSource } from "../source/module-source.ts";
import type { ModuleSource } from "../source/module-source.ts";
import { parseModule } from "../source/parse-module.ts";
import { isMinified } from "../source/prefilter.ts";
import { asksForVue } from "../source/target-platform.ts";
import { textHash } from "../source/text-hash.ts";
import type { Module } from "./module.ts";

/** Why a file gives no facts. */
export interface Skipped {
  readonly kind: "skipped";
  readonly reason: "unreadable" | "too-large" | "syntax-error" | "too-deep" | "unforeseen";
  readonly detail: string;
}

export type Loaded = { readonly kind: "module"; readonly module: Module } | Skipped;

/** Parses each content once; keeps facts, never trees. */
export interface ModuleStore {
  /**
   * The module at `path`. `text` is what an editor holds, which wins over the disk; `tree` what a linter has parsed it to, in ESTree's
   * or Babel's form: it saves the parsing.
   */
  load(path: string, vendored: boolean, text?: string, tree?: unknown): Loaded;
  /** The module at `path` with another text than it has; not kept. */
  loadVariant(path: string, text: string, tree?: unknown): Loaded;
  /** What a file of this content (`textHash`) was read as, if it was. */
  holding(path: string, content: string): Loaded | undefined;
  /** Forgets what is over the bound, oldest first. */
  trim(): void;
  /** How often a file was found to hold another text than before. */
  readonly replaced: number;
}

/** Longer texts are bundles: following them tells nothing and costs seconds. */
const MAX_LENGTH = 1_500_000;
/** Modules that a long-lived process keeps. */
const MAX_MODULES = 6000;

interface Kept {
  /** The file's version on the disk that is known to hold this content. */
  version: string | undefined;
  readonly content: string;
  readonly loaded: Loaded;
}

/**
 * `bundles`: what is done with large minified files. A linter reports nothing in them and reads what it lints while somebody waits; a scan
 * lists their calls. `other`: the store of another build of the same files, most of which have one text in both.
 */
export function createModuleStore(files: FileAccess, bundles: "read" | "left alone" = "read", other?: Pick<ModuleStore, "holding">): ModuleStore {
  const kept = new Map<string, Kept>();
  let ids = 0;
  let replaced = 0;

  function read(path: string, vendored: boolean, text: string, tree: unknown): Loaded {
    if (text.length > MAX_LENGTH) return { kind: "skipped", reason: "too-large", detail: `${String(text.length)} characters` };
    const minified = isMinified(text);
    const isLeftAlone = minified && bundles === "left alone" && isOver("bundle-length", text.length, path);
    const vue = asksForVue(text) ? vueVersionOf(path, files) : undefined;
    const { result: facts, hits } = withBounds(() => factsOf(readModuleSource(path, isLeftAlone ? "" : text, vue), text, minified, isLeftAlone ? undefined : tree));
    for (const { bound } of hits) hit(bound, path);
    if ("reason" in facts) return facts;
    return { kind: "module", module: { id: ids++, path, facts, vendored: vendored || minified } };
  }

  function readOrTake(path: string, vendored: boolean, text: string, content: string, tree: unknown): Loaded {
    const same = other?.holding(path, content);
    if (same === undefined) return read(path, vendored, text, tree);
    return same.kind === "module" ? { kind: "module", module: { ...same.module, id: ids++ } } : same;
  }

  return {
    load(path, vendored, given, tree) {
      // Bundlers let a module import pictures, styles and data. What a linter holds is code, whatever its name.
      if (given === undefined && !SOURCE_EXTENSION.test(path)) return { kind: "skipped", reason: "unreadable", detail: path };
      const version = given === undefined ? files.version(path) : undefined;
      const known = kept.get(path);
      if (known !== undefined && version !== undefined && known.version === version) return known.loaded;
      const text = given ?? files.read(path);
      if (text === undefined || (given === undefined && version === undefined)) return { kind: "skipped", reason: "unreadable", detail: path };
      const content = textHash(text);
      // What was linted is imported by others, and what was imported is linted: mostly with one and the same text.
      if (known?.content === content) {
        known.version = version ?? known.version;
        return known.loaded;
      }
      if (known !== undefined) replaced++;
      const loaded = readOrTake(path, vendored, text, content, tree);
      kept.delete(path);
      kept.set(path, { version, content, loaded });
      return loaded;
    },
    holding(path, content) {
      const known = kept.get(path);
      return known?.content === content ? known.loaded : undefined;
    },
    get replaced() {
      return replaced;
    },
    loadVariant: (path, text, tree) => read(path, false, text, tree),
    trim() {
      for (const path of kept.keys()) {
        if (kept.size <= MAX_MODULES) break;
        kept.delete(path);
      }
    },
  };
}

function factsOf(source: ModuleSource, text: string, minified: boolean, tree: unknown): ModuleFacts | Skipped {
  try {
    // An empty tree says nothing: a linter that can't read a text with branches for several platforms is shown no code of it.
    const isOfCode = isProgram(tree) && tree.body.length > 0 && source.removed !== undefined;
    const program = (isOfCode ? liveTree(tree, text, source.removed) : undefined) ?? parseModule(source);
    const isBundle = minified && source.code.length > BUNDLE_LENGTH;
    return lowerModule(program, source.code, source.sfc, isBundle ? namesCallIn(source.code) : undefined);
  } catch (error) {
    if (error instanceof RangeError) return { kind: "skipped", reason: "too-deep", detail: "nested too deeply" };
    if (error instanceof SyntaxError) return { kind: "skipped", reason: "syntax-error", detail: error.message };
    // A tree of a form that nobody thought of: the file is said to be skipped, and the run goes on.
    return { kind: "skipped", reason: "unforeseen", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Shorter minified files are libraries whose every function may matter (a request library). */
const BUNDLE_LENGTH = 50_000;

const NETWORK_WORDS = new RegExp(String.raw`\b(?:${NETWORK_NAMES.join("|")})\b`, "g");

/** Of a bundle's thousands of functions only those matter that a network call is written in. */
function namesCallIn(code: string): (body: Span) => boolean {
  const places = [...code.matchAll(NETWORK_WORDS)].map(({ index }) => index);
  return ({ start, end }) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (places[low] ?? Infinity) < end;
  };
}
