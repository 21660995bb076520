import { describe, expect, test } from "vitest";
import { parseEsTree } from "../../src/source/parse-module.ts";

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
