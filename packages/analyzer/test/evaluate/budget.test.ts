import { expect, test } from "vitest";
import { createEvaluator, type Evaluator } from "../../src/evaluate/evaluator.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { createModuleStore } from "../../src/program/module-store.ts";
import type { Module } from "../../src/program/module.ts";
import { patternOf, type Value } from "../../src/values/value.ts";

function programOf(text: string): { readonly ev: Evaluator; readonly module: Module } {
  const loaded = createModuleStore(memoryFiles({ "/a.js": text })).load("/a.js", false);
  if (loaded.kind !== "module") throw new Error(loaded.detail);
  const { module } = loaded;
  const ev = createEvaluator({
    resolve: (_from, specifier) => ({ kind: "missing", cause: "module-not-found", specifier }),
    define: () => undefined,
    modules: [module],
    isOfApp: () => true,
    moduleBeside: () => undefined,
    moduleAt: () => undefined,
    appFile: "",
    platformObjects: new Set(),
  });
  return { ev, module };
}

test("a value that is asked for outside of a question has a budget as well", () => {
  const doubling = Array.from({ length: 13 }, (_, i) => `function f${String(i + 1)}(n) { return f${String(i)}(n) + f${String(i)}(n + 1) }`);
  const { ev, module } = programOf(`function f0(n) { return n }\n${doubling.join("\n")}\nexport const text = f13(1);`);
  const exported = module.facts.exports.get("text") ?? -1;
  const value = ev.value(module, exported, ev.frames.open(module, 0));
  const holes = value.flatMap(patternOf).flatMap((part) => (part.kind === "hole" ? [part.hole.cause] : []));
  expect(holes).toContain("budget");
});

test("what a guard reads beside its subject is evaluated once, however many values the subject may have", () => {
  const parts = Array.from({ length: 6 }, (_, i) => `function p${String(i + 1)}(n) { return p${String(i)}(n) + p${String(i)}(n + 1) }`).join("\n");
  const workFor = (values: number): number => {
    const urls = Array.from({ length: values }, (_, i) => `"https://h${String(i)}.example.com"`).join(" : x ? ");
    const { ev, module } = programOf(`function p0(n) { return "" }\n${parts}\nfunction url(x) { const u = x ? ${urls} : ""; if (u !== p6(1)) return u; }\nexport const text = url(y);`);
    const value = ev.value(module, module.facts.exports.get("text") ?? -1, ev.frames.open(module, 0));
    expect(value.length).toBe(values);
    return ev.worked;
  };
  const perValue = (workFor(12) - workFor(2)) / 10;
  expect(perValue).toBeLessThan(workFor(2) / 10);
});

test.each([1, 2, 3, 4, 5, 6])("a budget of %i steps never takes a member's name for any name", (limit) => {
  const { ev, module } = programOf("const api = { one() {}, two() {} };\napi.one();\napi.two();");
  const calleeOf = (line: number): Value => {
    const call = module.facts.nodes.find((node) => node.kind === "call" && node.start > (module.facts.lineStarts[line] ?? 0) - 1);
    return call?.kind === "call" ? ev.value(module, call.callee, ev.frames.open(module, 0)) : [];
  };
  calleeOf(1);
  const { answer } = ev.ask(() => calleeOf(2), limit);
  const names = answer.flatMap((element) => (element.kind === "function" ? (element.module.facts.functions[element.function]?.name ?? "") : []));
  expect(["", "two"]).toContain(names.join(" "));
});
