import { describe, expect, test } from "vitest";
import type { Lang } from "../../src/source/module-source.ts";
import { parseEsTree, parseExpressionAt, parseModule } from "../../src/source/parse-module.ts";

interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
}

/** The statements of the program, with the text that each stands on. */
function statements(path: string, text: string): readonly string[] {
  const body: unknown = parseEsTree(path, text).program.body;
  return (body as readonly Node[]).map(({ type, range: [start, end] }) => `${type} ${text.slice(start, end)}`);
}

describe("the tree that a linter without a parser gets", () => {
  test("is ESTree's: literals and properties have its names", () => {
    const { program } = parseEsTree("/a.js", 'f({ url: "x" })');
    const types = [...JSON.stringify(program).matchAll(/"type":"(\w+)"/g)].map(([, type]) => type);
    expect(types).toEqual(["Program", "ExpressionStatement", "CallExpression", "Identifier", "ObjectExpression", "Property", "Identifier", "Literal"]);
  });

  test.each([
    ["a module", "/a.ts", "const a: string = b;\n", ["VariableDeclaration const a: string = b;"]],
    ["JSX", "/a.jsx", "<a/>;", ["ExpressionStatement <a/>;"]],
    ["the scripts of a component, where they stand", "/a.vue", '<template><p/></template>\n<script setup lang="ts">\nf(1 as any);\n</script>', ["ExpressionStatement f(1 as any);"]],
    ["a component for both versions of Vue", "/a.vue", "<script>\nf({\n// #ifdef VUE2\nx: 1\n// #endif\n// #ifdef VUE3\nx: 2,\n// #endif\n})\n</script>", ["ExpressionStatement f({\n// #ifdef VUE2\nx: 1\n// #endif\n// #ifdef VUE3\nx: 2,\n// #endif\n})"]],
    ["code for another platform, which is left out", "/a.js", "// #ifdef H5\na();\n// #endif\nb();", ["ExpressionStatement b();"]],
  ])("%s", (_what, path, text, expected) => {
    expect(statements(path, text)).toEqual(expected);
  });

  test("comes with its comments", () => {
    expect(parseEsTree("/a.js", "a(); // one\n/* two */").comments?.map(({ type, value }) => [type, value])).toEqual([
      ["CommentLine", " one"],
      ["CommentBlock", " two "],
    ]);
  });

  test("a fault of syntax is thrown with its place", () => {
    const parse = (): unknown => parseEsTree("/a.js", "a();\nif (");
    expect(parse).toThrow(SyntaxError);
    expect(parse).toThrow("(2:4)");
  });
});

/** ESTree calls `a: 1` a property, Babel an object's property. */
const ACORN = "Property";
const BABEL = "ObjectProperty";

describe("a module is read by acorn as far as it can, else by Babel", () => {
  test.each<[what: string, lang: Lang, code: string, property: string]>([
    ["a module", "js", 'import a from "./a";', ACORN],
    ["a script", "js", "module.exports = require('./a');", ACORN],
    ["JSX in JavaScript", "js", "f(<a b={c}/>);", ACORN],
    ["what stands where it may not", "js", "return await f(); import a from 'a';", ACORN],
    ["a first line for a shell", "js", "#!/usr/bin/env node\nf();", ACORN],
    ["TypeScript", "ts", "const a: string = b;", BABEL],
    ["types in JavaScript", "jsx", "const a: string = b;", BABEL],
    ["decorators", "js", "@connect(f) class A {}", BABEL],
    ["what only a script may say", "js", "with (a) f();", BABEL],
    ["a name that is declared twice", "js", "const a = 1; const a = 2;", BABEL],
    ["a proposal", "js", 'export a from "./a";', BABEL],
  ])("%s (%s): %s", (_what, lang, code, property) => {
    const text = `${code}\n({ a: 1 });`;
    expect(JSON.stringify(parseModule({ code: text, lang }))).toContain(`"type":"${property}"`);
  });

  test("what neither can read is a fault of syntax", () => {
    expect(() => parseModule({ code: "if (", lang: "js" })).toThrow(SyntaxError);
  });
});

describe("an expression stands where its file has it", () => {
  test.each([
    ["a name", "url", 7, "Identifier 7-10"],
    ["at the beginning of the file", "url", 0, "Identifier 0-3"],
    ["a call, with spaces", " f(a) ", 7, "CallExpression 8-12"],
    ["types, as Vue 3 has them", "(a as string).b", 7, "MemberExpression 7-22"],
    ["a comment at the end", "a // b", 7, "Identifier 7-8"],
  ])("%s: %s", (_what, code, start, expected) => {
    const node = parseExpressionAt(code, start);
    expect(`${node.type} ${String(node.start)}-${String(node.end)}`).toBe(expected);
  });

  test.each([["a statement", "a; b"], ["nothing", ""], ["half of one", "a +"]])("%s is none", (_what, code) => {
    expect(() => parseExpressionAt(code, 7)).toThrow(SyntaxError);
  });
});
