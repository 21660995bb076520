import { expect, test } from "vitest";
import { readModuleSource } from "../../src/source/module-source.ts";

/** The code without its blanked parts: what a reader would call the code. */
const visible = (path: string, text: string): string =>
  readModuleSource(path, text)
    .code.split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

test.each<[title: string, path: string, text: string, expected: string]>([
  ["a script alone", "a.vue", "<script>\na()\n</script>", "a()"],
  ["script and setup script, both in place", "a.vue", "<script>a()</script>\n<script setup>\nb()\n</script>", "a()\nb()"],
  ["not inside a comment", "a.vue", "<!-- <script>a()</script> -->\n<script>b()</script>", "b()"],
  ["not inside the template", "a.vue", "<template><view><script>a()</script></view></template>\n<script>b()</script>", "b()"],
  [
    "after nested and self-closing templates",
    "a.vue",
    '<template><template v-if="a > b"><template #x /></template><script>a()</script></template><script>b()</script>',
    "b()",
  ],
  ["after a comment in the template", "a.vue", "<template><!-- </template> <script>a()</script> --></template><script>b()</script>", "b()"],
  ["after a template that is never closed", "a.vue", "<template>\n<view>\n<script>\nb()\n</script>", "b()"],
  ["a markup character in code", "a.vue", "<script>\nif (a</b/.x) '<template>'\n</script>", "if (a</b/.x) '<template>'"],
  ["styles and custom blocks are raw text", "a.vue", "<style>a::after{content:'<script>'}</style><docs><p></docs><script>b()</script>", "b()"],
  ["pug templates are raw text", "a.vue", '<template lang="pug">\ntemplate x\n</template><script>b()</script>', "b()"],
  ["an unclosed script", "a.vue", "<script>\nb()", "b()"],
  ["wepy's config", "a.wpy", "<config>\n{ usingComponents: {} }\n</config><script>b()</script>", "b()"],
  ["mpx's JSON", "a.mpx", '<script type="application/json">{}</script><script name="json">x</script><script>b()</script>', "b()"],
  ["mpx's block for another platform", "a.mpx", '<script mode="ali">a()</script><script mode="wx">b()</script>', "b()"],
  ["wxs and renderjs", "a.vue", '<script module="m" lang="wxs">a()</script><script module="r" lang="renderjs">a()</script><script>b()</script>', "b()"],
  ["upper case and odd attributes", "a.vue", `<SCRIPT Lang='ts' data-x="<script>" y>b()</SCRIPT >`, "b()"],
  ["a plain module stays", "a.ts", "<script>a()</script>", "<script>a()</script>"],
  ["nothing", "a.vue", "", ""],
])("reads %s", (_, path, text, expected) => {
  expect(visible(path, text)).toBe(expected);
});

test("keeps each offset and each line break", () => {
  const text = "<template>\r\n  <a/>\u2028😀\n</template>\r<script setup lang=\"ts\">\nconst 你 = 1\n</script>\n";
  const { code, scripts } = readModuleSource("a.vue", text);
  expect(code).toHaveLength(text.length);
  expect(code.replace(/[^\n\r\u2028]/g, "")).toBe(text.replace(/[^\n\r\u2028]/g, ""));
  expect(code.indexOf("const")).toBe(text.indexOf("const"));
  expect(scripts).toEqual([{ start: text.indexOf("\nconst"), end: text.indexOf("</script>"), setup: true, lang: "ts" }]);
});

test.each<[path: string, text: string, lang: string, sfc: boolean]>([
  ["a.js", "", "js", false],
  ["a.mjs", "", "js", false],
  ["a.jsx", "", "jsx", false],
  ["a.ts", "", "ts", false],
  ["a.mts", "", "ts", false],
  ["a.tsx", "", "tsx", false],
  ["a.json", "", "json", false],
  ["LICENSE", "", "js", false],
  ["a.vue", "", "js", true],
  ["a.vue", '<script lang="ts"></script>', "ts", true],
  ["a.vue", '<script></script><script setup lang="ts"></script>', "ts", true],
  ["a.vue", '<script lang="jsx"></script><script setup lang="ts"></script>', "tsx", true],
  ["a.vue", '<script lang="tsx"></script>', "tsx", true],
  ["a.wpy", '<script type="text/typescript"></script>', "ts", true],
])("%s with %j is %s", (path, text, lang, sfc) => {
  expect(readModuleSource(path, text)).toMatchObject({ lang, sfc });
});

test("names the file of a script with src", () => {
  expect(readModuleSource("a.vue", '<script lang="ts" src="./page.ts"></script>').scripts).toMatchObject([{ src: "./page.ts", lang: "ts" }]);
});

test.each(["<template ", "<template><!--", "<template>\n<script></script>\n", "<!--", "<script>", 'a="', "<a b='"])(
  "a text of 100,000 times %j is read in one go",
  (piece) => {
    const text = piece.repeat(100_000);
    expect(readModuleSource("a.vue", text).code).toHaveLength(text.length);
  },
);
