import { parse } from "@babel/parser";
import { expect, test } from "vitest";
import type { ModuleFacts, NodeId } from "../../src/facts/language.ts";
import { lowerModule } from "../../src/facts/lower.ts";

function facts(code: string): ModuleFacts {
  return lowerModule(parse(code, { sourceType: "module" }).program, code, false);
}

/** The kind of the node behind an export, looking through plain names. */
function kindOf(of: ModuleFacts, name: string): string | undefined {
  let at: NodeId | undefined = of.exports.get(name);
  for (let node = of.nodes[at ?? -1]; node !== undefined; node = of.nodes[at ?? -1]) {
    if (node.kind !== "any" || node.of.length !== 1) return node.kind;
    [at] = node.of;
  }
  return undefined;
}

test.each([
  { name: "a constant is its value", code: `const x = "a"; export { x };`, kind: "text" },
  { name: "the last assignment counts", code: `let x = "a"; x = 1; export { x };`, kind: "primitive" },
  { name: "branches meet in a choice on their test", code: `let x; if (t) x = "a"; else x = "b"; export { x };`, kind: "choice" },
  { name: "what another function assigns may come at any time", code: `let x = "a"; export const f = () => { x = "b" }; export { x };`, kind: "variable" },
])("$name", ({ code, kind }) => {
  expect(kindOf(facts(code), "x")).toBe(kind);
});

test("a guard refines what it asks about", () => {
  const { nodes } = facts(`export const f = (url) => (/^http/.test(url) ? url : "/" + url);`);
  expect(nodes.flatMap((node) => (node.kind === "refine" ? [node.sense] : []))).toEqual([true, false]);
});

test("a function tells what it leaves in its first parameter, on each way out", () => {
  const { functions } = facts(`export const f = (o) => { if (o.done) return; o.url = "x" };`);
  expect(functions[1]?.firstParameterAfter).toHaveLength(2);
});

test("a function with methods on its prototype is a class", () => {
  const { classes } = facts(`function F() {} F.prototype.m = function () {};`);
  expect(classes.map(({ name, members }) => [name, members.map(({ key }) => key)])).toEqual([["F", ["m"]]]);
});
