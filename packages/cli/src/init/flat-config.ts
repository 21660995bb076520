import type { Expression, Statement } from "@babel/types";
import { parseConfig } from "./config-tree.ts";
import { indentAfter, itemAfter, spliced, type Insertion } from "./splice.ts";

/** The lines by which a flat configuration has the plugin. */
export function flatLines(isCommonJs: boolean): readonly [load: string, entry: string] {
  return isCommonJs
    ? ['const wxDomain = require("eslint-plugin-wx-domain");', "...wxDomain.project({ root: __dirname }),"]
    : ['import wxDomain from "eslint-plugin-wx-domain";', "...wxDomain.project({ root: import.meta.dirname }),"];
}

/** Whether a flat configuration is CommonJS. */
export function isCommonJsConfig(name: string, text: string): boolean {
  return name.endsWith(".cjs") || parseConfig(text)?.isCommonJs === true;
}

/**
 * Functions whose arguments, or the members of whose first argument, are configurations, each as good as any other: ESLint's,
 * typescript-eslint's, eslint-flat-config-utils', Vue's.
 */
const LISTING = new Set(["defineConfig", "config", "defineFlatConfig", "defineConfigWithVueTs", "withNuxt"]);

/** Packages whose default export takes options, and behind them configurations. Source: their types, `(options, ...userConfigs)`. */
const AFTER_OPTIONS = new Set(["@antfu/eslint-config", "@uni-helper/eslint-config"]);

/**
 * Puts the app's configuration in front of the others: what follows still decides. Undefined: what the file exports is no list
 * that an entry can be put into.
 */
export function extendFlat(text: string): string | undefined {
  const tree = parseConfig(text);
  if (tree?.exported === undefined) return undefined;
  const [load, entry] = flatLines(tree.isCommonJs);
  const at = listStart(text, tree.exported);
  const put = at === undefined ? afterOptions(text, tree.exported, tree.statements, entry) : [{ at, text: entryText(text, at, entry) }];
  return put === undefined ? undefined : spliced(text, [...put, loadInsertion(text, tree.statements, load)]);
}

/** The offset behind the bracket that opens the list. */
function listStart(text: string, exported: Expression): number | undefined {
  if (exported.type === "ArrayExpression") return startOf(exported) + 1;
  if (exported.type !== "CallExpression") return undefined;
  const { callee } = exported;
  const called = callee.type === "MemberExpression" ? callee.property : callee;
  const [first] = exported.arguments;
  if (first === undefined || called.type !== "Identifier" || !LISTING.has(called.name)) return undefined;
  return first.type === "ArrayExpression" ? startOf(first) + 1 : text.indexOf("(", called.end ?? 0) + 1;
}

/** Behind all arguments of a function that takes options first. */
function afterOptions(text: string, exported: Expression, statements: readonly Statement[], entry: string): readonly Insertion[] | undefined {
  if (exported.type !== "CallExpression" || exported.callee.type !== "Identifier") return undefined;
  const { name } = exported.callee;
  const isKnown = statements.some(
    (one) => one.type === "ImportDeclaration" && AFTER_OPTIONS.has(one.source.value) && one.specifiers.some(({ type, local }) => type === "ImportDefaultSpecifier" && local.name === name),
  );
  const last = exported.arguments.at(-1);
  if (!isKnown || last?.end === undefined || last.end === null) return undefined;
  const indent = exported.arguments.length > 1 ? indentAfter(text, text.indexOf("(", exported.callee.end ?? 0) + 1) : undefined;
  return itemAfter(text, last.end, entry.replace(/,$/, ""), indent);
}

function startOf({ start }: { readonly start?: number | null }): number {
  return start ?? 0;
}

/** The entry on a line of its own where the others have lines of their own, else in front of them. */
function entryText(text: string, at: number, entry: string): string {
  if (/^\s*\]/.test(text.slice(at))) return `\n  ${entry}\n`;
  const indent = indentAfter(text, at);
  return indent === undefined ? `${entry} ` : `\n${indent}${entry}`;
}

/** Behind the last import. Where there is none, in front of the first statement: comments stay above, but its JSDoc stays with it. */
function loadInsertion(text: string, statements: readonly Statement[], load: string): Insertion {
  const last = statements.filter(loads).at(-1);
  if (last !== undefined) {
    const lineEnd = text.indexOf("\n", last.end ?? 0);
    return lineEnd < 0 ? { at: text.length, text: `\n${load}` } : { at: lineEnd + 1, text: `${load}\n` };
  }
  const [first] = statements;
  const comment = first?.leadingComments?.at(-1);
  const isDoc = comment?.type === "CommentBlock" && comment.value.startsWith("*");
  return { at: startOf((isDoc ? comment : first) ?? {}), text: `${load}\n\n` };
}

/** `import …`, `const x = require(…)`, and such calls with a member behind them. */
function loads(statement: Statement): boolean {
  if (statement.type === "ImportDeclaration") return true;
  if (statement.type !== "VariableDeclaration") return false;
  return statement.declarations.every(({ init }) => init !== null && init !== undefined && isRequire(init));
}

function isRequire(expression: Expression): boolean {
  if (expression.type === "MemberExpression" && expression.object.type !== "Super") return isRequire(expression.object);
  return expression.type === "CallExpression" && expression.callee.type === "Identifier" && expression.callee.name === "require";
}
