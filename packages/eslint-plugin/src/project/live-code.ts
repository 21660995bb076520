import type { Linter, SourceCode } from "eslint";
import { analyzerTools } from "../lint/analyzer-module.ts";

/** Whether a script may have regions for some platforms only: uni-app's `#ifdef`, WeChat's `#if`. */
export function hasConditionals(text: string): boolean {
  return text.includes("#if");
}

/**
 * The same parser, but for files that it can't read as they are written, because a name is declared once for each platform. Where WeChat's build of such a
 * file can be read, ESLint is shown no code of it: our rules look at the text themselves, and all others would take for unused, and `--fix` might take out,
 * what only another platform's build needs.
 */
export function readingLiveCode(parser: Linter.Parser): Linter.Parser {
  const { name = "", version = "" } = parser.meta ?? parser;
  return {
    // By these ESLint's cache knows a parser.
    meta: { name: `wx-domain/${name}`, version },
    parseForESLint(text, options: unknown) {
      try {
        return parsed(parser, text, options);
      } catch (error) {
        const live = analyzerTools().removeDeadRegions(text);
        const shown = live === text ? undefined : withoutCode(parser, live, options);
        if (shown === undefined) throw error;
        return shown;
      }
    },
  };
}

interface Parsed {
  ast: unknown;
  scopeManager?: unknown;
  services?: Readonly<Record<string, unknown>> | undefined;
  visitorKeys?: SourceCode.VisitorKeys | undefined;
}

function parsed(parser: Linter.Parser, text: string, options: unknown): Parsed {
  return "parseForESLint" in parser ? parser.parseForESLint(text, options) : { ast: parser.parse(text, options) };
}

/** Undefined: it can't be read either. The scopes are left out, so that ESLint finds none. */
function withoutCode(parser: Linter.Parser, live: string, options: unknown): Parsed | undefined {
  try {
    const { ast, services, visitorKeys } = parsed(parser, live, options);
    if (typeof ast !== "object" || ast === null) return undefined;
    const comments: unknown = Reflect.get(ast, "comments");
    // In place: vue-eslint-parser's services look at the template of this very tree.
    Object.assign(ast, { body: [], tokens: [], templateBody: undefined, comments: Array.isArray(comments) ? comments.filter(isOurs) : [] });
    return { ast, services, visitorKeys };
  } catch {
    return undefined;
  }
}

/** A directive for our rules, or for all. Those for others would be called unused. */
function isOurs(comment: unknown): boolean {
  const text: unknown = typeof comment === "object" && comment !== null ? Reflect.get(comment, "value") : undefined;
  return typeof text === "string" && /wx-domain\/|^\s*eslint-(?:dis|en)able(?:-next-line|-line)?\s*(?:--|$)/.test(text);
}
