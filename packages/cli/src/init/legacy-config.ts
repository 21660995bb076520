import type { Expression, ObjectExpression, ObjectProperty } from "@babel/types";
import { parseConfig, parseJson } from "./config-tree.ts";
import { indentAfter, itemAfter, spliced, type Insertion } from "./splice.ts";

/** What `extends` of an eslintrc names. */
export const LEGACY = "plugin:wx-domain/legacy-recommended";

/** Adds the plugin's configuration to `extends` of an eslintrc in JavaScript. Undefined: it is written in a way that isn't known. */
export function extendScript(text: string): string | undefined {
  return extendObject(text, parseConfig(text)?.exported, undefined);
}

/** The same in JSON, comments allowed. */
export function extendJson(text: string): string | undefined {
  return extendObject(text, parseJson(text), '"');
}

/** @param quote Undefined: as the file has them. */
function extendObject(text: string, exported: Expression | undefined, quote: '"' | undefined): string | undefined {
  const object = objectOf(exported);
  if (object === undefined) return undefined;
  const property = object.properties.find((one): one is ObjectProperty => one.type === "ObjectProperty" && nameOf(one) === "extends");
  const mark = quote ?? quoteIn(text, object);
  const entry = `${mark}${LEGACY}${mark}`;
  const insertions = property === undefined ? added(text, object, entry, quote) : extended(text, property, entry);
  return insertions === undefined ? undefined : spliced(text, insertions);
}

/** The object, also within `defineConfig({…})`. */
function objectOf(exported: Expression | undefined): ObjectExpression | undefined {
  if (exported?.type === "ObjectExpression") return exported;
  const isDefined = exported?.type === "CallExpression" && exported.callee.type === "Identifier" && exported.callee.name === "defineConfig";
  const [first] = isDefined ? exported.arguments : [];
  return first?.type === "ObjectExpression" ? first : undefined;
}

function nameOf({ key, computed }: ObjectProperty): string | undefined {
  if (key.type === "StringLiteral") return key.value;
  return key.type === "Identifier" && !computed ? key.name : undefined;
}

/** The quote that the object's first text has. */
function quoteIn(text: string, { start, end }: ObjectExpression): string {
  return /['"]/.exec(text.slice(start ?? 0, end ?? text.length))?.[0] ?? '"';
}

function extended(text: string, { value }: ObjectProperty, entry: string): readonly Insertion[] | undefined {
  const { start, end } = value;
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  if (value.type === "StringLiteral") return [{ at: start, text: "[" }, { at: end, text: `, ${entry}]` }];
  if (value.type !== "ArrayExpression") return undefined;
  const last = value.elements.at(-1);
  if (last === undefined || last === null) return [{ at: start + 1, text: entry }];
  return itemAfter(text, last.end ?? end - 1, entry, indentAfter(text, start + 1));
}

function added(text: string, { start, properties }: ObjectExpression, entry: string, quote: '"' | undefined): readonly Insertion[] {
  const at = (start ?? 0) + 1;
  const key = quote === undefined ? "extends" : '"extends"';
  const property = `${key}: [${entry}]`;
  if (properties.length === 0) return [{ at, text: ` ${property} ` }];
  const indent = indentAfter(text, at);
  return [{ at, text: indent === undefined ? ` ${property},` : `\n${indent}${property},` }];
}
