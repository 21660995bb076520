/** What is kept of a file when its text and its tree are gone. */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { lowerModule } from "../../src/facts/lower.ts";
import { importSpecifiers } from "../../src/source/import-specifiers.ts";
import { parseModule } from "../../src/source/parse-module.ts";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

function heldBytes(): number {
  if (isAction(collect)) collect();
  return getHeapStatistics().used_heap_size;
}

function isAction(value: unknown): value is () => void {
  return typeof value === "function";
}

const FILES = 30;
const LENGTH = 1 << 19;

/** A text of its own for each file, with a part that says something. */
function textOf(code: string, index: number): string {
  return Buffer.from(`// ${String(index)} ${"-".repeat(LENGTH)}\n${code}`).toString("latin1");
}

const PARTS: readonly (readonly [what: string, code: string])[] = [
  ["a text", `wx.request({ url: "https://api.example.com/v1/items" });`],
  ["names", `function requestAllItems(pageOfAllItems) { const listOfAllItems = pageOfAllItems.currentListOfItems; return { resultOfRequest: listOfAllItems }; }`],
  ["a class", `class RequestOfAllItems { #privateNameOfIt = 1; currentListOfItems() {} get "quoted name of it"() { return 1; } }`],
  ["a regular expression", String.raw`const r = /^https:\/\/api\.example\.com/;`],
  ["an assignment", `someGlobalNameOfAll.memberNameOfAll = 1; undeclaredNameOfAll = 2; ({ ...restOfAllItems } = x); this.setData({ "memberNameOfAll.another": 1 });`],
  ["imports and exports", `import { nameOfAnExport as anotherNameOfIt } from "./requests/of/all/items"; export { anotherNameOfIt as exportedNameOfIt }; export * from "./more/requests/of/items"; export * as namespaceOfItems from "./namespaces/of/items"; import("./lazy/requests/of/items");`],
  ["JSX", `<web-view onLoadOfThePage={f} src="https://api.example.com/v1/items" />;`],
];

describe("of a text nothing is kept but what it says:", () => {
  test.each(PARTS)("%s", (_what, code) => {
    const before = heldBytes();
    const facts = Array.from({ length: FILES }, (_, index) => {
      const text = textOf(code, index);
      return [lowerModule(parseModule({ code: text, lang: "js" }), text, false), importSpecifiers(text)] as const;
    });
    // With the texts it would be all of FILES * LENGTH.
    expect(heldBytes() - before).toBeLessThan((FILES * LENGTH) / 2);
    expect(facts).toHaveLength(FILES);
  });

  test("names of an enumeration and of a namespace", () => {
    const before = heldBytes();
    const facts = Array.from({ length: FILES }, (_, index) => {
      const text = textOf(`enum AddressesOfServers { ProductionServer = "https://api.example.com" } namespace AllTheAddresses { export const addressOfServer = "https://api.example.com"; }`, index);
      return lowerModule(parseModule({ code: text, lang: "ts" }), text, false);
    });
    expect(heldBytes() - before).toBeLessThan((FILES * LENGTH) / 2);
    expect(facts).toHaveLength(FILES);
  });
});
