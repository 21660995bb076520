import { parse } from "@babel/parser";
import { expect, test } from "vitest";
import { lowerModule } from "../../src/facts/lower.ts";
import { isProgram } from "../../src/facts/tree.ts";
import { visibleFacts } from "../../src/facts/visible-facts.ts";
import { deadRegions } from "../../src/source/conditional-compilation.ts";
import { liveTree } from "../../src/source/live-tree.ts";
import { readModuleSource } from "../../src/source/module-source.ts";
import { parseModule } from "../../src/source/parse-module.ts";

const facts = (program: Parameters<typeof lowerModule>[0], code: string): string => visibleFacts(lowerModule(program, code, false));

function live(text: string): ReturnType<typeof liveTree> {
  const { program } = parse(text, { sourceType: "module", plugins: ["estree", "jsx"] });
  return isProgram(program) ? liveTree(program, text, deadRegions(text, undefined)) : undefined;
}

const H5 = (code: string): string => `\n// #ifdef H5\n${code}\n// #endif\n`;

// What is left out is code for another platform: a linter has read it, the build has not.
test.each<[what: string, text: string]>([
  ["nothing", `const a = 1; wx.request({ url: a });`],
  ["a statement", `let a = "x";${H5(`a = "y";`)}wx.request({ url: a });`],
  ["the first and the last statement", `${H5(`import b from "./b";`)}wx.request({ url: a });${H5("send();")}`],
  ["statements in a function", `function f(u) {${H5("u = 1; return u;")} return wx.request({ url: u }); }`],
  ["members with their commas", `export default { a: 1,${H5(`b: "x", c() { go(); },`)} d: 2 };`],
  ["a comma that comes before", `export default { a: 1${H5(`, b: "x"`)} };`],
  ["items of an array", `const hosts = [${H5(`"x",`)} "y"];`],
  ["arguments", `f(1,${H5("2,")} 3);`],
  ["a case", `switch (a) {${H5("case 1: f(); break;")} default: g(); }`],
  ["a declaration of several", `const a = 1,${H5("b = 2,")} c = 3;`],
  ["names that are imported", `import { a,${H5("b,")} c } from "./x"; export { a, c };`],
  ["methods of a class", `class A {${H5("m() { return 1 }")} n() { return 2 } }`],
  ["a region within a region", `${H5(`f();${H5("g();")}h();`)}wx.request({ url: a });`],
  ["comments with braces in them", `function f() {${H5("// }\n/* ) */ g();")} return 1; }`],
  ["the other branch", `let a;\n// #ifndef MP-WEIXIN\na = 1;\n// #endif\n// #ifdef MP-WEIXIN\na = 2;\n// #endif\nf(a);`],
])("a tree without %s says what the rest of the text says", (_what, text) => {
  const tree = live(text);
  const { code, lang } = readModuleSource("/a.js", text);
  expect(tree === undefined ? undefined : facts(tree, code)).toBe(facts(parseModule({ code, lang }), code));
});

// Of these a parser has to say what remains.
test.each<[what: string, text: string]>([
  ["half of a condition", `if (a${H5("&& b")}) f();`],
  ["the value of a declaration", `let a =${H5(`"x"`)}\n"y";`],
  ["the statement of a condition", `if (a)${H5("f();")}\ng();`],
  ["another way", `if (a) f();${H5("else g();")}`],
  ["all that is declared", `const ${H5("a = 1")}`],
  ["the begin of a chain", `f(${H5("a")}.b);`],
  ["a piece of a template", "f(`x\n// #ifdef H5\n${a}\n// #endif\n`);"],
  ["a keyword", `${H5("export")}function f() { return 1; }`],
  ["a name that is shorthand", `const a = { b${H5(": 1")} };`],
])("no tree is made without %s", (_what, text) => {
  expect(live(text)).toBeUndefined();
});

test("the tree that a linter holds is not changed", () => {
  const text = `function f() {${H5("g();")} return 1; }`;
  const { program } = parse(text, { sourceType: "module", plugins: ["estree"] });
  const before = JSON.stringify(program);
  if (isProgram(program)) liveTree(program, text, deadRegions(text, undefined));
  expect(JSON.stringify(program)).toBe(before);
});
