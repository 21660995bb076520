import { expect, test } from "vitest";
import { parseJsonWithComments } from "../../src/project/json.ts";

test.each<[what: string, text: string, expected: unknown]>([
  ["plain JSON", '{ "a": [1, -2.5, "b", true, null] }', { a: [1, -2.5, "b", true, null] }],
  ["comments, as manifest.json has them", '/* uni-app */ { "a": 1 // one\n }', { a: 1 }],
  ["a comment behind everything", '{ "a": 1 } // end', { a: 1 }],
  ["trailing commas", '{ "a": [1, 2,], }', { a: [1, 2] }],
  ["single quotes and bare keys", "{ a: 'b', 'c': -1 }", { a: "b", c: -1 }],
  ["an escape", "{ a: '\\u0041' }", { a: "A" }],
  ["what is no data is left out", "{ a: f(), get b() { return 1 }, ...c, [d]: 1, e: /x/, f: [g] }", { a: undefined, e: undefined, f: [null] }],
  ["a program", "f(); g();", undefined],
  ["two values", "1); (2", undefined],
  ["half a value", '{ "a": ', undefined],
  ["nothing", "", undefined],
])("%s", (_what, text, expected) => {
  expect(parseJsonWithComments(text)).toEqual(expected);
});
