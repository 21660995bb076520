import { parse } from "@babel/parser";
import type { ParserPlugin } from "@babel/parser";
import type { ModuleFacts } from "../facts/language.ts";
import { lowerModule } from "../facts/lower.ts";
import type { FileAccess } from "../files.ts";
import { readModuleSource } from "../source/module-source.ts";
import { isMinified } from "../source/prefilter.ts";
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
  /** The module at `path`. `text` is what an editor holds, which wins over the disk. */
  load(path: string, vendored: boolean, text?: string): Loaded;
  /** Forgets what is over the bound, oldest first. */
  trim(): void;
}

/** Longer texts are bundles: following them tells nothing and costs seconds. */
const MAX_LENGTH = 1_500_000;
/** Modules that a long-lived process keeps. */
const MAX_MODULES = 6000;

interface Kept {
  readonly version: string;
  readonly loaded: Loaded;
}

export function createModuleStore(files: FileAccess): ModuleStore {
  const kept = new Map<string, Kept>();
  let ids = 0;

  function read(path: string, vendored: boolean, text: string): Loaded {
    if (text.length > MAX_LENGTH) return { kind: "skipped", reason: "too-large", detail: `${String(text.length)} characters` };
    const facts = factsOf(path, text);
    if ("reason" in facts) return facts;
    return { kind: "module", module: { id: ids++, path, facts, vendored: vendored || isMinified(text) } };
  }

  return {
    load(path, vendored, text) {
      const version = text === undefined ? files.version(path) : `text ${String(text.length)} ${hash(text)}`;
      const known = kept.get(path);
      if (known !== undefined && version !== undefined && known.version === version) return known.loaded;
      const content = text ?? files.read(path);
      if (content === undefined || version === undefined) return { kind: "skipped", reason: "unreadable", detail: path };
      const loaded = read(path, vendored, content);
      kept.delete(path);
      kept.set(path, { version, loaded });
      return loaded;
    },
    trim() {
      for (const path of kept.keys()) {
        if (kept.size <= MAX_MODULES) break;
        kept.delete(path);
      }
    },
  };
}

/** FNV-1a over UTF-16 units, twice: enough to tell two versions of one file apart. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

function factsOf(path: string, text: string): ModuleFacts | Skipped {
  const source = readModuleSource(path, text);
  try {
    const { program } = parse(source.code, {
      sourceType: "unambiguous",
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowImportExportEverywhere: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
      allowNewTargetOutsideFunction: true,
      attachComment: false,
      plugins: pluginsOf(source.lang),
    });
    return lowerModule(program, source.code, source.sfc);
  } catch (error) {
    if (error instanceof RangeError) return { kind: "skipped", reason: "too-deep", detail: "nested too deeply" };
    if (error instanceof SyntaxError) return { kind: "skipped", reason: "syntax-error", detail: error.message };
    // A tree of a form that nobody thought of: the file is said to be skipped, and the run goes on.
    return { kind: "skipped", reason: "unforeseen", detail: error instanceof Error ? error.message : String(error) };
  }
}

function pluginsOf(lang: string): ParserPlugin[] {
  const common: ParserPlugin[] = ["decorators-legacy", "exportDefaultFrom", "doExpressions"];
  if (lang === "ts") return ["typescript", ...common];
  if (lang === "tsx") return ["typescript", "jsx", ...common];
  return ["jsx", ...common];
}
