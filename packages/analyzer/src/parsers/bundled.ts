/** The parsers, where a bundler puts a program together. Node takes `on-demand-node.ts` instead (package.json, "imports"). */
import { Parser } from "acorn";
import jsx from "acorn-jsx";
import { ecmaScriptParser } from "./ecmascript.ts";

export { parse, parseExpression } from "@babel/parser";

export const { parseEcmaScript } = ecmaScriptParser(Parser, jsx);
