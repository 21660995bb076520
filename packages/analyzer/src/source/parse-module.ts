import { parse, parseEcmaScript, parseExpression } from "#parsers";
import type { ParseResult, ParserPlugin } from "@babel/parser";
import type { Expression, Program } from "@babel/types";
import { isProgram } from "../facts/tree.ts";
import type { ModuleSource } from "./module-source.ts";
import { readModuleSource } from "./module-source.ts";
import { asksForVue, type VueVersion } from "./target-platform.ts";

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
      return parseByBabel(readModuleSource(path, text, vue), [["estree", { classFeatures: true }]]);
    } catch (error) {
      fault ??= error;
    }
  }
  throw fault;
}

/** A component for both versions of Vue is in one piece only as one of them has it. */
function versionsAskedFor(text: string): readonly (VueVersion | undefined)[] {
  return asksForVue(text) ? [3, 2] : [undefined];
}

/**
 * The tree of a module, in ESTree's form or Babel's; with `lines`, its nodes have `loc`.
 *
 * @throws SyntaxError if the code can't be read.
 */
export function parseModule(source: Pick<ModuleSource, "code" | "lang">, lines = false): Program {
  return isJavaScript(source.lang) ? (parseByAcorn(source.code, lines) ?? parseByBabel(source).program) : parseByBabel(source).program;
}

/** Undefined for what acorn can't read or refuses: types, decorators, what only scripts may say, faults. Babel takes most of it. */
function parseByAcorn(code: string, lines: boolean): Program | undefined {
  try {
    const program: unknown = parseEcmaScript(code, lines);
    return isProgram(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An expression that begins at an offset of its file, as its nodes say. It may have types, as a template of Vue 3 may.
 *
 * @throws SyntaxError if it is none.
 */
export function parseExpressionAt(code: string, start: number): Expression {
  const [statement, ...more] = parseByAcorn(`(${code}\n)`, false)?.body ?? [];
  if (statement?.type === "ExpressionStatement" && more.length === 0) {
    move(statement.expression, start - 1);
    return statement.expression;
  }
  return parseExpression(code, { startIndex: start, startLine: 1, startColumn: 0, errorRecovery: true, plugins: ["typescript"] });
}

/** Moves a tree to where its text stands. (To read it there, with blanks before it, would take as long as the file up to there for each attribute.) */
function move(node: object, by: number): void {
  if ("start" in node && "end" in node) Object.assign(node, { start: Number(node.start) + by, end: Number(node.end) + by });
  for (const value of Object.values<unknown>({ ...node })) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child)) move(child, by);
  }
}

function isNode(value: unknown): value is object {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function isJavaScript(lang: ModuleSource["lang"]): boolean {
  return lang === "js" || lang === "jsx";
}

/** Programs of Taro write types in `.jsx`, too: its compiler takes them everywhere. */
function parseByBabel({ code, lang }: Pick<ModuleSource, "code" | "lang">, more: readonly ParserPlugin[] = []): ParseResult {
  try {
    return parseAs(code, lang, more);
  } catch (error) {
    if (!isJavaScript(lang)) throw error;
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
