/** The parser of our own, where a bundler puts a program together. Node takes `babel-node.ts` instead (package.json, "imports"). */
export { parse, parseExpression } from "@babel/parser";
