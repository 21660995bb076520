import type * as t from "@babel/types";
import type { FunctionId, ModuleFacts } from "../facts/language.ts";
import { lowerModule } from "../facts/lower.ts";
import { parseExpressionAt } from "../source/parse-module.ts";
import type { Code } from "./loads.ts";
import type { MarkupAttribute } from "./tree.ts";

/** How the values of attributes are written. */
export type Dialect =
  /** `src="{{url}}"`: WXML, and what mpx and wepy make of it. */
  | "mustache"
  /** `:src="url"`. */
  | "vue";

/** The expression of an attribute as a function of the names that it reads. */
export interface AttributeExpression {
  readonly facts: ModuleFacts;
  readonly function: FunctionId;
  readonly parameters: readonly string[];
}

/** What an attribute says: a text, or code whose offsets are those of the file. */
export type AttributeCode =
  | { readonly kind: "text"; readonly text: string; readonly start: number }
  | { readonly kind: "code"; readonly code: string; readonly start: number };

/** The attribute of that name, in the forms that a dialect knows. */
export function attributeNamed(attributes: readonly MarkupAttribute[], name: string, dialect: Dialect): MarkupAttribute | undefined {
  const names = dialect === "vue" ? [`:${name}`, `v-bind:${name}`, name] : [name, `:${name}`, `v-bind:${name}`];
  return names.map((one) => attributes.find((attribute) => attribute.name === one)).find((one) => one !== undefined);
}

export function codeOf({ name, value }: MarkupAttribute): AttributeCode | undefined {
  if (value === undefined) return undefined;
  const { text, start } = value;
  if (/^(?::|v-)/.test(name)) return { kind: "code", code: text, start };
  if (!text.includes("{{")) return { kind: "text", text, start };
  const whole = /^\s*\{\{([^]*)\}\}\s*$/.exec(text)?.[1];
  if (whole !== undefined && !whole.includes("}}")) return { kind: "code", code: whole, start: start + text.indexOf("{{") + 2 };
  // Of the same length as a template literal whose quotes stand where the attribute's do.
  const pieces = text.split("}}");
  const last = pieces.pop() ?? "";
  const code = pieces.map((piece) => {
    const open = piece.indexOf("{{");
    return open < 0 ? quasi(`${piece}}}`) : `${quasi(piece.slice(0, open))}\${${piece.slice(open + 2)} }`;
  });
  return { kind: "code", code: `\`${code.join("")}${quasi(last)}\``, start: start - 1 };
}

function quasi(text: string): string {
  return text.replace(/[`\\]|\$(?=\{)/g, "_");
}

/** What a template may name beside its component's members. Source: Vue's list of allowed globals. */
const GLOBALS: ReadonlySet<string> = new Set([
  "Array", "Boolean", "Date", "Infinity", "JSON", "Math", "NaN", "Number", "Object", "String", "decodeURI", "decodeURIComponent", "encodeURI",
  "encodeURIComponent", "isNaN", "parseFloat", "parseInt", "undefined",
]);

/** Lowers the code of an attribute, as it is where a condition holds; undefined if one of them is no expression. */
export function lowerAttribute(code: Code, condition?: Code): AttributeExpression | undefined {
  try {
    const expression = condition === undefined ? parseCode(code) : whereHolds(parseCode(condition), parseCode(code));
    const parameters = [...namesIn(expression)].filter((name) => !GLOBALS.has(name));
    const facts = lowerModule(moduleOf(parameters, expression), "", false);
    const made = facts.nodes[facts.exports.get("default") ?? -1];
    return made?.kind === "function" ? { facts, function: made.function, parameters } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function parseCode({ code, start }: Code): t.Expression {
  return parseExpressionAt(code, start);
}

/** `export default (parameters) => expression;` */
function moduleOf(parameters: readonly string[], expression: t.Expression): t.Program {
  const params = parameters.map((name): t.Identifier => ({ type: "Identifier", name }));
  const declaration: t.ArrowFunctionExpression = { type: "ArrowFunctionExpression", params, body: expression, async: false, expression: true };
  return { type: "Program", sourceType: "module", directives: [], body: [{ type: "ExportDefaultDeclaration", declaration }] };
}

/** `test ? value : undefined` */
function whereHolds(test: t.Expression, value: t.Expression): t.Expression {
  return { type: "ConditionalExpression", test, consequent: value, alternate: { type: "Identifier", name: "undefined" } };
}

/** The names that an expression may read; names that it binds itself are among them, and harmless. */
function namesIn(expression: t.Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) visitNode(value);
  };
  const visitNode = (node: { readonly type: string }): void => {
    const fields = new Map<string, unknown>(Object.entries(node));
    const name = fields.get("name");
    if (node.type === "Identifier" && typeof name === "string") names.add(name);
    const isPlain = fields.get("computed") === false;
    for (const [key, value] of fields) {
      // `a.b` reads `a`, `{ b: a }` does, too.
      if (isPlain && (key === "property" || key === "key")) continue;
      visit(value);
    }
  };
  visit(expression);
  return names;
}

function isNode(value: unknown): value is { readonly type: string } {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
