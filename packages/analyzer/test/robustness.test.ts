import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnalyzer, memoryFiles, scan } from "@wx-domain/analyzer";

/** Both ways through the analysis, on one file beside an app. */
function analyse(text: string, more: Readonly<Record<string, string>> = {}, name = "page.js"): void {
  const path = `/app/${name}`;
  const files = memoryFiles({ "/app/app.json": "{}", "/app/app.js": "App({ globalData: {} });", ...more, [path]: text });
  const { calls, skipped, vendored } = createAnalyzer(files).file(path, text);
  expect([calls.length >= 0, skipped?.reason !== "", typeof vendored]).toEqual([true, true, "boolean"]);
  expect(scan("/app", files).calls.every(({ origins }) => origins.every((origin) => typeof origin === "string"))).toBe(true);
}

const request = (url: string): string => `wx.request({ url: ${url} });`;
const many = (count: number, text: (i: number) => string): string => Array.from({ length: count }, (_, i) => text(i)).join("");

describe("deep and large programs end", () => {
  test.each([
    ["parentheses", () => request(`${"(".repeat(10_000)}'https://a.example.com'${")".repeat(10_000)}`)],
    ["arrays", () => `const a = ${"[".repeat(10_000)}${"]".repeat(10_000)}; ${request("a[0][0]")}`],
    ["objects", () => `const a = ${"{a:".repeat(5_000)}1${"}".repeat(5_000)}; ${request("a.a.a")}`],
    ["a long sum", () => request(`'https://a.example.com'${" + a".repeat(10_000)}`)],
    ["a long concatenation of texts", () => request(`'https://'${" + 'a'".repeat(10_000)}`)],
    ["nested functions", () => `${many(2_000, (i) => `function f${String(i)}(u) {`)}${request("u")}${"}".repeat(2_000)}`],
    ["nested arrows", () => request(`(${many(3_000, (i) => `(a${String(i)}) => `)}a0)()`)],
    ["else if", () => `let u = ''; ${many(5_000, (i) => `if (x === ${String(i)}) u = 'https://a${String(i)}.example.com'; else `)} u = 'x'; ${request("u")}`],
    ["nested conditionals", () => request(many(2_000, (i) => `x${String(i)} ? 'https://a${String(i)}.cn' : `) + "''")],
    ["nested templates", () => request(`${"`https://a${".repeat(1_000)}b${"}`".repeat(1_000)}`)],
    ["member chains", () => request(`a${".b".repeat(10_000)}`)],
    ["call chains", () => request(`a${"()".repeat(10_000)}`)],
    ["assignments", () => `let u = 'https://a.cn';${"u += 'a';".repeat(5_000)}${request("u")}`],
    ["a thousand values", () => `const u = [${many(1_000, (i) => `'https://h${String(i)}.example.com',`)}]; ${request("u[i]")}`],
    ["a thousand callers", () => `function f(u) { ${request("u")} }${many(1_000, (i) => `f('https://h${String(i)}.example.com');`)}`],
    ["thousands times thousands", () => `const a = [${many(500, (i) => `'https://h${String(i)}',`)}]; ${request("a[i] + a[j] + a[k] + a[l]")}`],
    ["a guard that backtracks", () => `const u = '${"a".repeat(40)}!'; if (/^(a+)+$/.test(u)) ${request("u")}`],
    ["a guard that backtracks within its text", () => `const u = '${"a".repeat(290)}'; ${request("/a*a*a*a*a*a*b/.test(u) ? u : ''")}`],
    ["a replacement that backtracks", () => `const u = '${"a".repeat(3_000)}'.replace(/a*a*a*b/, 'x'); ${request("u")}`],
    ["a text that doubles with each replacement", () => `const u = 'https://x.cn/a'${".replace(/a/g, 'aa')".repeat(40)}; ${request("u")}`],
    ["copies that double", () => `const o0 = { u: v }; ${many(60, (i) => `const o${String(i + 1)} = Object.assign({}, o${String(i)}, o${String(i)});`)} o60.w = 1; Object.keys(o60).forEach((k) => { ${request("o60[k]")} }); ${request("o60[x]")}`],
    ["spreads that double", () => `const o0 = { u: v }; ${many(60, (i) => `const o${String(i + 1)} = { ...o${String(i)}, ...o${String(i)} };`)} Object.keys(o60).forEach((k) => { ${request("o60[k]")} });`],
    ["arrays that double", () => `const a0 = [v]; ${many(60, (i) => `const a${String(i + 1)} = [...a${String(i)}, ...a${String(i)}];`)} a60.forEach((u) => { ${request("u")} });`],
    ["a table of 70,000 entries", () => `const t = {${many(70_000, (i) => `k${String(i)}:1,`)}}; ${request("t[x]")}`],
    ["guards before 40,000 calls", () => `function f(x) {${"if(x.a)return;g(x);".repeat(40_000)} ${request("'https://a.cn'")} }`],
    ["a directive's mark again and again", () => `${request("'https://a.cn'")} // ${"#if ".repeat(240_000)}`],
    ["a bundle of 2 MB", () => `var a={};${many(50_000, (i) => `a.f${String(i)}=function(t){return t+${String(i)}};`)}${request("a.f1('https://a.cn')")}`],
    ["a minified program", () => `!function(){${many(3_000, (i) => `var v${String(i)}=${i === 0 ? "''" : `v${String(i - 1)}+"x"`};`)}${request("v2999")}}()`],
  ])("%s", (_what, text) => {
    analyse(text());
  }, 60_000);
});

describe("long texts beside the programs are read in one go", () => {
  const page = `Page({}); ${request("process.env.A9")}`;
  test.each([
    ["braces in an attribute", "/app/page.wxml", `<image src="${"{{".repeat(400_000)}"/>`],
    ["blanks in a loop", "/app/view.vue", `<template><image v-for="${" ".repeat(20_000)}" :src="a"/></template>`],
    ["scripts that begin", "/app/view.vue", "<script ".repeat(120_000)],
    ["variables of variables", "/app/.env", `A0=https://a.cn\n${many(12, (i) => `A${String(i + 1)}=${`$A${String(i)}`.repeat(200)}\n`)}`],
    ["variables that don't end", "/app/.env", `A9=${"${a-".repeat(200_000)}`],
  ])("%s", (_what, path, text) => {
    analyse(page, { [path]: text });
    analyse(text, { "/app/page.js": page }, path.slice("/app/".length));
  }, 60_000);
});

describe("circles end", () => {
  test.each([
    ["objects", "const a = {}; a.a = a; const b = { a }; a.b = b; wx.request({ url: a.b.a.b.a.url, ...a, data: b });"],
    ["functions", "function f(u) { return g(u + '/'); } function g(u) { return f(u + 'x'); } wx.request({ url: f('https://a.cn') });"],
    ["variables", "var a = b + 'x', b = a + 'y'; wx.request({ url: a });"],
    ["classes", "class A extends B { url() { return super.url(); } } class B extends A { url() { return this.url(); } } wx.request({ url: new A().url() });"],
    ["a class of itself", "class A extends A {} wx.request({ url: new A().x });"],
    ["mixins", "const a = { mixins: [b], data: () => b.data() }; const b = { mixins: [a], data: () => a.data() }; export default a; wx.request({ url: a.data().url });"],
    ["getters", "const o = { get u() { return this.u; } }; wx.request({ url: o.u });"],
    ["spreads", "let o = { url: 'https://a.cn' }; for (;;) { o = { ...o, o }; } wx.request(o);"],
    // 40 to the power of the steps that wrappers are followed: each call may be looked at only once.
    ["functions that all call each other", many(40, (i) => `function f${String(i)}(u) { ${many(40, (j) => `f${String(j)}(u + '${String(i)}');`)} }`) + "f0('https://a.cn'); wx.request({ url: x });"],
    ["a callback of itself", "const f = (g) => g(g); wx.request({ url: f(f) });"],
    ["a promise of itself", "const p = new Promise((done) => done(p)); p.then((u) => wx.request({ url: u }));"],
  ])("%s", (_what, text) => {
    analyse(text);
  });

  test("modules", () => {
    const more = {
      "/app/a.js": "export * from './b'; import { x } from './b'; export const y = x; export { default } from './b';",
      "/app/b.js": "export * from './a'; import { y } from './a'; export const x = y; export { default } from './a'; module.exports = require('./a');",
    };
    analyse("import d, { x, y, z } from './a'; wx.request({ url: x + y + z + d });", more);
  });
});

describe("odd names and odd text", () => {
  const names = ["__proto__", "constructor", "hasOwnProperty", "prototype", "toString", "valueOf", "then", "length", "default", "exports"];
  test.each(names)("%s as a key, a method, an export and a specifier", (name) => {
    const more = { "/app/m.js": `const ${name}x = 1; export { ${name}x as ${name} }; exports.${name} = 'https://a.cn';` };
    analyse(
      `import * as m from './m'; import v from '${name}'; const o = { ${name}: 'https://a.cn', ['${name}']() {} }; o.${name} = m.${name};
       class C { static ${name}z = 1; get ${name}y() { return this.${name}; } } wx.request({ url: o.${name} + m.${name} + v + o['${name}']() + C.${name} });
       getApp().globalData.${name} = 'x'; ${name}.${name}(); wx.${name}({ url: '' }); this.${name}.${name} = wx;`,
      more,
    );
  });

  test.each([
    ["lone surrogates", request("'https://\uD800.example.com/\uDC00'")],
    ["CRLF", request("'https://a.cn'").replaceAll(" ", "\r\n")],
    ["a byte order mark", `\uFEFF${request("'https://a.cn'")}`],
    ["NUL", `${request("'https://a\\0.cn'")}\0`],
    ["nothing", ""],
    ["no code", "<<<<<<< HEAD\nwx.request({ url: 'https://a.cn' })\n=======\n>>>>>>>"],
    ["an open string", "wx.request({ url: 'https://a.cn"],
    ["an open template", "wx.request({ url: `https://${a"],
    ["an open regex", "wx.request({ url: /https://["],
    ["a bad regex", "const u = 'https://a.cn'; if (new RegExp('(').test(u) || u.replace(/(?<a>.)\\k<b>/, '') ) wx.request({ url: u });"],
    ["huge numbers", "wx.request({ url: 'https://a.cn'.repeat(1e9) + 'x'.padEnd(1e9) + 1e400 + [].concat(new Array(4294967295)) });"],
    ["odd arguments", "wx.request(); wx.request(...a); wx.request(null); wx.request([]); wx.request`x`; new wx.request(); wx?.request?.({ url });"],
    ["odd targets", "[a.b, ...c.d] = wx; ({ request: x.y, ...z } = wx); for (wx.q of r) ; wx.request = wx; delete wx.request; x.y({ url: 1 });"],
  ])("%s", (_what, text) => {
    for (const name of ["page.js", "page.ts", "page.tsx", "page.vue"]) analyse(name.endsWith("vue") ? `<script>${text}</script>` : text, {}, name);
  });

  test.each(["null", "[]", "1", '"x"', "{", "", '{"pages":1}', '{"resolveAlias":[1]}', '{"__proto__":{"a":1}}', '{"compilerOptions":{"paths":{"@/*":1}},"extends":"./x.json"}', "[".repeat(20_000)])(
    "JSON such as %.40s",
    (json) => {
      const more = Object.fromEntries(["app.json", "package.json", "tsconfig.json", "jsconfig.json", "manifest.json", "data.json", "x.json"].map((name) => [`/app/${name}`, json]));
      analyse("import d from './data.json'; import x from '@/x'; wx.request({ url: d.a.b + d[0] + x });", more);
    },
  );
});

test("files that can't be read", () => {
  const files = memoryFiles({ "/app/app.json": "{}", "/app/app.js": "App({})", "/app/a.js": "import './b'; wx.request({ url: 'https://a.cn' });", "/app/b.js": "x" });
  for (const unreadable of [{ ...files, read: () => undefined }, { ...files, list: () => undefined }, { ...files, version: () => undefined }]) {
    expect(() => scan("/app", unreadable)).not.toThrow();
    expect(() => createAnalyzer(unreadable).file("/app/a.js", "import './b'; wx.request({ url: 'https://a.cn' });")).not.toThrow();
  }
});

test("any text made of pieces of programs", () => {
  const piece = fc.constantFrom(
    ..."wx.request( { url: 'https://a.cn' } ) ; const let a b = => ( ) [ ] , ... + ? : || && ?? ` ${ } function class extends static get async await new this super import export default from './page' require('./page') module.exports getApp().globalData if else for of while switch case break return try catch throw /x/ .test a.b a?.b 1 null <View /> @ # \\ /* // \n var typeof delete in yield".split(" "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      analyse(pieces.join(" "));
    }),
    { numRuns: 300 },
  );
});
