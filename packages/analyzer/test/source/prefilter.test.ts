import { expect, test } from "vitest";
import { importSpecifiers } from "../../src/source/import-specifiers.ts";
import { isMinified, mayMatter } from "../../src/source/prefilter.ts";

test.each([
  "wx.request({})",
  "const u = 'https:' + host",
  'const u = "//cdn.example.com"',
  String.raw`"https:\/\/a.com"`,
  "new Socket()",
  "api.get('/x')",
  "this.$u.post ('/x')",
  "const a = require('./a')",
  'import a from "./a"',
  "module.exports = { host: 1 }",
  "App({ globalData: {} })",
  "wx['upload' + 'File']()",
  "Vue.prototype.$base = x",
  '<script src="./page.js"></script>',
])("%s may matter", (text) => {
  expect(mayMatter(text)).toBe(true);
});

test.each(["", "Page({ data: { n: 1 }, onTap() { this.setData({ n: 2 }) } })", "Component({ properties: { title: String } })"])(
  "%s can't matter",
  (text) => {
    expect(mayMatter(text)).toBe(false);
  },
);

const readable = "export function add(first, second) {\n  return first + second;\n}\n".repeat(50);
const packed = "!function(e,t){var n=e.a;t.b=function(){return n(e),t};for(var r=0;r<n.length;r++)t[r]=n[r]}(a,b);".repeat(50);

test.each<[title: string, text: string, expected: boolean]>([
  ["readable code", readable, false],
  ["one packed line", packed, true],
  ["a licence above a packed line", `/*!\n * MIT\n */\n${packed}`, true],
  ["a short packed line", packed.slice(0, 300), false],
  ["a long string in readable code", `${readable}const image = "data:image/png;base64,${"iVBORw0KGgo".repeat(400)}";\n`, false],
  ["blanked code", `${" ".repeat(5000)}\n${readable}`, false],
  ["nothing", "", false],
])("isMinified: %s", (_, text, expected) => {
  expect(isMinified(text)).toBe(expected);
});

test.each<[text: string, expected: string[]]>([
  ['import a from "./a"; import "./b"; import * as c from \'c\'', ["./a", "./b", "c"]],
  ["import {\n  a,\n  b,\n} from './a'", ["./a"]],
  ["import type { T } from './t'", ["./t"]],
  ["export * from './a'; export { b } from \"./b\"", ["./a", "./b"]],
  ["const a = require('./a'), b = require( \"./b\" )", ["./a", "./b"]],
  ["await import('./a'); import(/* webpackChunkName */'x'); import(`./c`)", ["./a", "./c"]],
  ["require.async('../sub/x.js').then(f)", ["../sub/x.js"]],
  ["require('./locale/' + name); require(`./${x}`)", ["./locale/"]],
  ["require('./a'); require('./a')", ["./a"]],
  ['<script setup src="./page.ts"></script>', ["./page.ts"]],
  ["from('x'); important 'y'", []],
])("importSpecifiers(%j)", (text, expected) => {
  expect(importSpecifiers(text).all).toEqual(expected);
});
