import { expect, test } from "vitest";
import { createEvaluator } from "../../src/evaluate/evaluator.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { createModuleStore } from "../../src/program/module-store.ts";
import type { Value } from "../../src/values/value.ts";

test.each([1, 2, 3, 4, 5, 6])("a budget of %i steps never takes a member's name for any name", (limit) => {
  const loaded = createModuleStore(memoryFiles({ "/a.js": "const api = { one() {}, two() {} };\napi.one();\napi.two();" })).load("/a.js", false);
  if (loaded.kind !== "module") throw new Error(loaded.detail);
  const { module } = loaded;
  const ev = createEvaluator({
    resolve: (_from, specifier) => ({ kind: "missing", cause: "module-not-found", specifier }),
    define: () => undefined,
    modules: [module],
    appOptions: () => [],
    platformObjects: new Set(),
  });
  const calleeOf = (line: number): Value => {
    const call = module.facts.nodes.find((node) => node.kind === "call" && node.start > (module.facts.lineStarts[line] ?? 0) - 1);
    return call?.kind === "call" ? ev.value(module, call.callee, ev.frames.open(module, 0)) : [];
  };
  calleeOf(1);
  const { answer } = ev.ask(() => calleeOf(2), limit);
  const names = answer.flatMap((element) => (element.kind === "function" ? (element.module.facts.functions[element.function]?.name ?? "") : []));
  expect(["", "two"]).toContain(names.join(" "));
});
