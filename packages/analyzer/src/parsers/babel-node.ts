import { createRequire } from "node:module";
import type * as babel from "@babel/parser";

// `import` of a CommonJS module reads it twice before it runs, to find out what it exports: four times the cost of loading it. And a
// linter whose files import nothing that sends needs no parser at all.
const load: (name: string) => unknown = createRequire(import.meta.url);

let loaded: typeof babel | undefined;

function parser(): typeof babel {
  if (loaded !== undefined) return loaded;
  const module = load("@babel/parser");
  if (!isParser(module)) throw new TypeError("@babel/parser has another form than version 7: install @wx-domain/analyzer anew.");
  return (loaded = module);
}

function isParser(value: unknown): value is typeof babel {
  return typeof value === "object" && value !== null && "parse" in value && "parseExpression" in value;
}

export const parse: typeof babel.parse = (code, options) => parser().parse(code, options);

export const parseExpression: typeof babel.parseExpression = (code, options) => parser().parseExpression(code, options);
