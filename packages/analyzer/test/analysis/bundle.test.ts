import { expect, test } from "vitest";
import { createAnalyzer } from "../../src/analysis/analyzer.ts";
import { scan } from "../../src/analysis/scan.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { repository } from "../idioms/idiom.ts";

/** As a minifier leaves it, with as many functions around the call as a real bundle has. */
function bundle(length: number): string {
  const other = "function f(e,t){var n=e[t];return n&&n.call?n.call(e,t):null}";
  const call = `function h(){return"https://sdk.example.com"}function s(e){wx.request({url:h()+e})}s("/a");wx.request({url:"https://b.example.com/x"});`;
  return `!function(){${other.repeat(length / other.length)}${call}}();`;
}

test.each<[name: string, length: number, expected: readonly string[]]>([
  ["a small one is read whole", 20_000, ["https://sdk.example.com", "https://b.example.com"]],
  ["of a large one only the functions with a call are read, and the rest is unknown", 200_000, ["dynamic", "https://b.example.com"]],
])("a minified file: %s", (_name, length, expected) => {
  const { calls } = scan("/repo", memoryFiles(repository({ "lib.js": bundle(length) })));
  expect(calls.map(({ origins, dynamic }) => [...origins, ...(dynamic ? ["dynamic"] : [])].join(" "))).toEqual(expected);
  expect(calls.every(({ vendored }) => vendored)).toBe(true);
});

test.each([
  { length: 20_000, calls: ["https://sdk.example.com"], scanned: ["https://sdk.example.com"] },
  { length: 250_000, calls: [], scanned: ["https://sdk.example.com"] },
])("a bundle of $length characters as a page's import: a linter leaves a large one alone, a scan does not", ({ length, calls, scanned }) => {
  const exported = `${bundle(length)};exports.load=function(e){return wx.request({url:e})};`;
  const page = `const sdk = require("./sdk"); sdk.load("https://sdk.example.com/x");`;
  const files = memoryFiles(repository({ "sdk.js": exported, "page.js": page }));
  const originsOf = (values: readonly { readonly origin: { readonly kind: string; readonly origin?: string } }[]): string[] => values.flatMap(({ origin }) => origin.origin ?? []);
  expect(createAnalyzer(files).file("/repo/page.js", page).calls.flatMap(({ values }) => originsOf(values))).toEqual(calls);
  expect(scan("/repo", files).calls.flatMap(({ values }) => originsOf(values))).toEqual(expect.arrayContaining(scanned));
});
