import { parseEcmaScript } from "#parsers";
import type { Expression, SpreadElement } from "acorn";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/**
 * Reads JSON as configuration files have it: with comments, trailing commas, single quotes, unquoted keys. `undefined` for what isn't
 * JSON even so. Plain JSON, the common case, never reaches the slow way.
 */
export function parseJsonWithComments(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return toJson(value);
  } catch {
    return parseLoosely(text);
  }
}

export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !isArray(value) ? value : undefined;
}

export function asArray(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

export function asString(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function toJson(value: unknown): Json | undefined {
  if (isPlain(value)) return value;
  if (Array.isArray(value)) return value.map((item) => toJson(item) ?? null);
  if (typeof value !== "object") return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, toJson(item)]));
}

/** JSON with comments is a subset of JavaScript's expressions, whose parser is here anyway: no second one is shipped. */
function parseLoosely(text: string): Json | undefined {
  try {
    const [statement, ...more] = parseEcmaScript(`(${text}\n)`).body;
    return statement?.type === "ExpressionStatement" && more.length === 0 ? valueOf(statement.expression) : undefined;
  } catch {
    return undefined;
  }
}

function valueOf(node: Expression | SpreadElement | null): Json | undefined {
  switch (node?.type) {
    case "Literal":
      return isPlain(node.value) ? node.value : undefined;
    case "UnaryExpression": {
      const value = valueOf(node.argument);
      return node.operator === "-" && typeof value === "number" ? -value : undefined;
    }
    case "ArrayExpression":
      return node.elements.map((element) => valueOf(element) ?? null);
    case "ObjectExpression": {
      const entries: [string, Json | undefined][] = [];
      for (const property of node.properties) {
        if (property.type !== "Property" || property.kind !== "init" || property.computed) continue;
        const { key, value } = property;
        const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? key.value : undefined;
        if (typeof name === "string") entries.push([name, valueOf(value)]);
      }
      return Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
