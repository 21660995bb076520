import { parse } from "@babel/parser";
import type { ParserPlugin } from "@babel/parser";
import { expect, test } from "vitest";
import { lowerModule } from "../../src/facts/lower.ts";
import { isProgram } from "../../src/facts/tree.ts";
import { visibleFacts } from "../../src/facts/visible-facts.ts";
import { parseModule } from "../../src/source/parse-module.ts";

/** A linter's tree (ESTree), acorn's and Babel's must say the same. */
const FORMS: readonly { name: string; code: string; plugins?: readonly ParserPlugin[] }[] = [
  { name: "literals", code: `export default ["a", 1, -1, true, null, /^https?:/i, 10n, undefined];` },
  { name: "templates", code: "export const f = (id) => `https://a.example.com/${id}/x`;" },
  { name: "keys of an object", code: `export default { a: 1, "b-c": 2, 3: 4, [d]: 5, e, ...f };` },
  { name: "methods and accessors of an object", code: `export default { a() { return "x" }, get b() { return "y" }, set b(v) { send(v) }, async c() {}, d: function () {} };` },
  { name: "members, optional and computed", code: `export default [a.b, a["c"], a[d], a?.b, a?.b.c(1), a?.["x"]?.(2)];` },
  { name: "arguments", code: `export function f() { return arguments[0]; }` },
  { name: "a class", code: `export class A extends B { static s = 1; f = "x"; #p = "y"; constructor(a) { super(a); } m() { return this.#p } get g() { return 1 } set g(v) {} static t() {} static { init() } #q() {} }` },
  { name: "patterns", code: `export const f = ({ a, "b-c": d = 1, ...rest }, [e, , ...g] = []) => [a, d, rest, e, g];` },
  { name: "imports", code: `import a, { b as c, default as d } from "./x"; import * as e from "./y"; export default [a, c, d, e, import("./z"), require("./w")];` },
  { name: "exports", code: `const a = 1; export { a, a as b }; export * from "./x"; export * as ns from "./y"; export { c, default as d } from "./z";` },
  { name: "exports under strings", code: `const a = 1; export { a as "b-c" }; export { "d-e" as f } from "./x";` },
  { name: "statements", code: `"use strict"; let x; switch (t) { case 1: x = "a"; break; default: x = "b" } for (const k of l) { x += k } try { y() } catch ({ message }) { x = message } export { x };` },
  { name: "JSX", code: `export default () => <web-view src="https://a.example.com" onLoad={() => f(1)}>{g(2)}</web-view>;`, plugins: ["jsx"] },
  { name: "types", code: `import type { T } from "./t"; export const a = <T>b; export const c = d as string; export const e = f!; export const g = h satisfies T;`, plugins: ["typescript"] },
  { name: "an enum", code: `export enum Host { Main = "https://a.example.com", "Other-one" = "b", Third = 3 }`, plugins: ["typescript"] },
  { name: "a namespace", code: `export namespace Api { export const host = "https://a.example.com"; }`, plugins: ["typescript"] },
  { name: "names that are only declared", code: `declare const a: string; declare var b: string; declare namespace c { const d: string } export declare const e: string; export default [a, b, c, e];`, plugins: ["typescript"] },
  { name: "overloads and parameter properties", code: `export class A { m(a: string): void; m(a: unknown) { return a } constructor(private base: string, readonly n = 1) {} declare d: string; }`, plugins: ["typescript"] },
  { name: "abstract members", code: `export abstract class A { abstract m(): void; abstract p: string; n() { return this.p } }`, plugins: ["typescript"] },
  { name: "module assignments", code: `import a = require("./a"); export = { a };`, plugins: ["typescript"] },
  { name: "a loop over a tree that knows its parents", code: `let x; while (t) { x = "a"; const f = () => { x = "b" } } export { x };` },
];

test.each(FORMS)("ESTree and Babel's tree say the same: $name", ({ code, plugins = [] }) => {
  const say = (more: readonly ParserPlugin[]): string => visibleFacts(lowerModule(parse(code, { sourceType: "module", plugins: [...plugins, ...more] }).program, code, false));
  expect(say(["estree"])).toBe(say([]));
  const lang = plugins.includes("typescript") ? "ts" : "js";
  expect(visibleFacts(lowerModule(parseModule({ code, lang }), code, false))).toBe(say([]));
});

test.each<[name: string, value: unknown, expected: boolean]>([
  ["a program", { type: "Program", body: [] }, true],
  ["a file", { type: "File", program: {} }, false],
  ["a tree in another form", { type: "Program" }, false],
  ["nothing", undefined, false],
])("%s is a tree to read: %s", (_name, value, expected) => {
  expect(isProgram(value)).toBe(expected);
});
