import { createRequire } from "node:module";
import type * as acorn from "acorn";
import type jsx from "acorn-jsx";
import type * as babel from "@babel/parser";
import { ecmaScriptParser } from "./ecmascript.ts";
import type { EcmaScriptParser } from "./ecmascript.ts";

// `import` of a CommonJS module reads it twice before it runs, to find out what it exports: four times the cost of loading it. And a
// linter whose files import nothing that sends needs no parser at all.
const load: (name: string) => unknown = createRequire(import.meta.url);

let ofBabel: typeof babel | undefined;
let ofEcmaScript: EcmaScriptParser | undefined;

function babelParser(): typeof babel {
  if (ofBabel !== undefined) return ofBabel;
  const module = load("@babel/parser");
  if (!isBabel(module)) throw otherForm("@babel/parser", 7);
  return (ofBabel = module);
}

function isBabel(value: unknown): value is typeof babel {
  return typeof value === "object" && value !== null && "parse" in value && "parseExpression" in value;
}

function acornParser(): EcmaScriptParser {
  if (ofEcmaScript !== undefined) return ofEcmaScript;
  const [module, extension] = [load("acorn"), load("acorn-jsx")];
  if (!isAcorn(module)) throw otherForm("acorn", 8);
  if (!isExtension(extension)) throw otherForm("acorn-jsx", 5);
  return (ofEcmaScript = ecmaScriptParser(module.Parser, extension));
}

function isAcorn(value: unknown): value is typeof acorn {
  return typeof value === "object" && value !== null && "Parser" in value;
}

function isExtension(value: unknown): value is typeof jsx {
  return typeof value === "function";
}

function otherForm(name: string, version: number): TypeError {
  return new TypeError(`${name} has another form than version ${String(version)}: install @wx-domain/analyzer anew.`);
}

export const parse: typeof babel.parse = (code, options) => babelParser().parse(code, options);

export const parseExpression: typeof babel.parseExpression = (code, options) => babelParser().parseExpression(code, options);

export const parseEcmaScript: EcmaScriptParser["parseEcmaScript"] = (code, lines) => acornParser().parseEcmaScript(code, lines);
