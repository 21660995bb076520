import { parseEsTree } from "@wx-domain/analyzer";
import type { AST, Linter } from "eslint";
import { analyze, type ScopeManager } from "eslint-scope";

/**
 * ESLint's parser of the page: the analyzer's own, so that one parser serves both. The rules ask neither for tokens nor for scopes, which saves
 * two thirds of the time; comments are there, for `eslint-disable`.
 */
export const parser: Linter.Parser = {
  meta: { name: "wx-domain-playground", version: "1" },
  parseForESLint(text, options: unknown) {
    const { program, comments } = parse(pathIn(options), text);
    if (!isProgram(program)) throw new TypeError("The parser gave no program.");
    if (text.includes("`")) widenTemplates(program);
    return { ast: Object.assign(program, { tokens: [], comments: comments.map(toEsTree) }), scopeManager: noScopes() };
  },
};

function pathIn(options: unknown): string {
  const path: unknown = typeof options === "object" && options !== null && "filePath" in options ? options.filePath : undefined;
  return typeof path === "string" ? path : "";
}

/** @throws SyntaxError with the place as ESLint reads it. */
function parse(path: string, text: string): { readonly program: unknown; readonly comments: readonly BabelComment[] } {
  try {
    const { program, comments } = parseEsTree(path, text);
    return { program, comments: comments ?? [] };
  } catch (error) {
    throw error instanceof SyntaxError ? Object.assign(new SyntaxError(error.message.replace(PLACE, "")), placeOf(error)) : error;
  }
}

/** Babel's messages end with it. */
const PLACE = /\s*\(\d+:\d+\)$/;

function placeOf(error: SyntaxError): { readonly lineNumber?: number; readonly column?: number } {
  const loc: unknown = "loc" in error ? error.loc : undefined;
  if (typeof loc !== "object" || loc === null || !("line" in loc) || !("column" in loc)) return {};
  return { lineNumber: Number(loc.line), column: Number(loc.column) + 1 };
}

interface BabelComment {
  readonly type: "CommentBlock" | "CommentLine";
  readonly start?: number;
  readonly end?: number;
}

function toEsTree(comment: BabelComment): object {
  return { ...comment, type: comment.type === "CommentBlock" ? "Block" : "Line", range: [comment.start, comment.end] };
}

/** With ESLint's parsers a part of a template begins at the quote or brace before it, and ends behind that which follows. */
function widenTemplates(node: object): void {
  for (const [key, value] of Object.entries<unknown>({ ...node })) {
    if (typeof value !== "object" || value === null || key === "loc") continue;
    if (isTemplatePart(value)) value.range = [value.range[0] - 1, value.range[1] + (value.tail ? 1 : 2)];
    widenTemplates(value);
  }
}

interface TemplatePart {
  range: [start: number, end: number];
  readonly tail: boolean;
}

function isTemplatePart(value: object): value is TemplatePart {
  return "type" in value && value.type === "TemplateElement" && "range" in value && "tail" in value;
}

function isProgram(value: unknown): value is Omit<AST.Program, "tokens" | "comments"> {
  return typeof value === "object" && value !== null && "type" in value && value.type === "Program" && "body" in value && "range" in value;
}

/** The scopes of an empty program: ESLint wants to declare globals somewhere. */
function noScopes(): ScopeManager {
  return analyze({ type: "Program", body: [], sourceType: "module" }, { ecmaVersion: 2022, sourceType: "module" });
}
