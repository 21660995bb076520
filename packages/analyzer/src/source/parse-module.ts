import { parse } from "#babel";
import type { ParseResult, ParserPlugin } from "@babel/parser";
import type { ModuleSource } from "./module-source.ts";
import { readModuleSource } from "./module-source.ts";
import type { VueVersion } from "./target-platform.ts";

/**
 * A module for a linter that brings no parser (a page's): its tree in ESTree's form, with `range`, and its comments. The scripts of a
 * single-file component are one program, where they stand in the file.
 *
 * @throws SyntaxError with Babel's `loc` (line from 1, column from 0) if the code can't be read.
 */
export function parseEsTree(path: string, text: string): ParseResult {
  let fault: unknown;
  for (const vue of versionsAskedFor(text)) {
    try {
      return parseModule(readModuleSource(path, text, vue), [["estree", { classFeatures: true }]]);
    } catch (error) {
      fault ??= error;
    }
  }
  throw fault;
}

/** A component for both versions of Vue is in one piece only as one of them has it. */
function versionsAskedFor(text: string): readonly (VueVersion | undefined)[] {
  return /#if(?:n?def)?\b[^\n]*\bVUE[23]\b/.test(text) ? [3, 2] : [undefined];
}

/** Programs of Taro write types in `.jsx`, too: its compiler takes them everywhere. */
export function parseModule({ code, lang }: Pick<ModuleSource, "code" | "lang">, more: readonly ParserPlugin[] = []): ParseResult {
  try {
    return parseAs(code, lang, more);
  } catch (error) {
    if (lang !== "js" && lang !== "jsx") throw error;
    try {
      return parseAs(code, "tsx", more);
    } catch {
      throw error;
    }
  }
}

function parseAs(code: string, lang: ModuleSource["lang"], more: readonly ParserPlugin[]): ParseResult {
  return parse(code, {
    sourceType: "unambiguous",
    errorRecovery: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowImportExportEverywhere: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    allowNewTargetOutsideFunction: true,
    attachComment: false,
    ranges: more.length > 0,
    plugins: [...pluginsOf(lang), ...more],
  });
}

function pluginsOf(lang: string): ParserPlugin[] {
  const common: ParserPlugin[] = ["decorators-legacy", "exportDefaultFrom", "doExpressions"];
  if (lang === "ts") return ["typescript", ...common];
  if (lang === "tsx") return ["typescript", "jsx", ...common];
  return ["jsx", ...common];
}
