import { describe, expect, test } from "vitest";
import { BOUNDS, explainBound, memoryFiles, scan } from "@wx-domain/analyzer";
import type { BoundName, FileAccess } from "@wx-domain/analyzer";

const APP = { "/app/app.json": "{}", "/app/app.js": "App({})" };
const request = (url: string): string => `wx.request({ url: ${url} });`;
const many = (count: number, text: (i: number) => string, between = ""): string => Array.from({ length: count }, (_, i) => text(i)).join(between);
const host = (i: number): string => `'https://h${String(i)}.example.com/'`;

/** A program that goes one beyond the bound; `dynamic`: whether its one call is then said to be undetermined. */
interface Case {
  readonly page: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly dynamic: boolean;
}

const deep = BOUNDS["folder-depth"].limit;

// A scan reads every bundle; `analysis/bundle.test.ts` has the linter's bound.
const CASES: Readonly<Record<Exclude<BoundName, "source-files" | "bundle-length">, Case>> = {
  "folder-depth": {
    page: request("'https://a.example.com/'"),
    more: { [`/app/${"d/".repeat(deep + 1)}x.js`]: request("'https://b.example.com/'") },
    file: `/app/${"d/".repeat(deep)}d`,
    dynamic: false,
  },
  "json-length": { page: `const c = require('./c.json'); ${request("c.url")}`, more: { "/app/c.json": `{"url":"https://a.example.com/","x":"${"x".repeat(BOUNDS["json-length"].limit)}"}` }, file: "/app/c.json", dynamic: true },
  "json-members": { page: `const c = require('./c.json'); ${request("c[i]")}`, more: { "/app/c.json": `[${many(BOUNDS["json-members"].limit + 1, (i) => `"https://h${String(i % 3)}.example.com"`, ",")}]` }, file: "/app/c.json", dynamic: true },
  "expression-depth": { page: request(`x(${many(200, (i) => `x${String(i)} ? 'https://a${String(i)}.cn' : `)}'')`).replace("x(", "("), dynamic: true },
  // The evaluation reads this file: there the stack ends.
  stack: { page: `const c = require('./stack.json'); ${request("c.url")}`, more: { "/app/stack.json": "{}" }, dynamic: true },
  "call-depth": { page: `${many(BOUNDS["call-depth"].limit + 2, (i) => `function f${String(i)}(u) { return f${String(i + 1)}(u); }`)} function f${String(BOUNDS["call-depth"].limit + 2)}(u) { return u; } ${request("f0('https://a.example.com/')")}`, dynamic: true },
  steps: { page: `const s = ${host(1)}; const a = [${many(20_001, (i) => `s + "/${String(i)}"`, ",")}]; ${request("a[i]")}`, dynamic: true },
  members: { page: `const a = [${many(BOUNDS.members.limit + 1, host, ",")}]; ${request("a[i]")}`, dynamic: true },
  product: { page: `const a = [${many(17, (i) => `'a${String(i)}'`, ",")}]; const b = [${many(17, (i) => `'b${String(i)}'`, ",")}]; ${request("'https://' + a[i] + b[j] + '.com/'")}`, dynamic: true },
  items: { page: `const a0 = [${host(1)}]; ${many(10, (i) => `const a${String(i + 1)} = a${String(i)}.concat(a${String(i)}); `)} ${request("a10[0]")}`, dynamic: true },
  joined: { page: `const a = [${many(9, host, ",")}]; const b = [${many(9, (i) => `'p${String(i)}'`, ",")}]; ${request("[a[i], b[j]].join('')")}`, dynamic: true },
  "super-classes": { page: `class C0 { url() { return 'https://a.example.com/'; } } ${many(BOUNDS["super-classes"].limit, (i) => `class C${String(i + 1)} extends C${String(i)} {} `)} ${request(`new C${String(BOUNDS["super-classes"].limit)}().url()`)}`, dynamic: true },
  "re-exports": {
    page: `import { url } from './m0'; ${request("url")}`,
    more: { ...Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`/app/m${String(i)}.js`, `export { url } from './m${String(i + 1)}';`])), "/app/m14.js": "export const url = 'https://a.example.com/';" },
    file: "/app/m13.js",
    dynamic: true,
  },
  arguments: { page: `function f(...urls) { ${request("urls[i]")} } f(${many(BOUNDS.arguments.limit + 1, host, ",")});`, dynamic: true },
  "computed-keys": { page: `const o = { url: ${host(1)} }; ${many(BOUNDS["computed-keys"].limit + 1, (i) => `o[k${String(i)}] = 1;`)} ${request("o.url")}`, dynamic: true },
  // A question may take so many steps that five ask for them all.
  copies: { page: `const o = {}; function mix(s) { Object.assign(o, s); } mix({ k0: ${host(0)} }); ${many(6, (part) => `const a${String(part)} = [${many(1000, (i) => `o.k${String(part * 1000 + i)}`, ",")}]; ${request(`a${String(part)}[i]`)}`)}`, dynamic: true },
  mixins: {
    page: `const m6 = { data() { return { url: 'https://a.example.com/' }; } }; ${many(6, (i) => `const m${String(5 - i)} = { mixins: [m${String(6 - i)}] };`)} Page({ mixins: [m0], onLoad() { ${request("this.url")} } });`,
    dynamic: true,
  },
  "mixin-users": {
    page: `const m = { methods: { go() { ${request("this.url")} } } }; ${many(BOUNDS["mixin-users"].limit + 1, (i) => `Component({ mixins: [m], url: ${host(i)} });`)}`,
    dynamic: true,
  },
  "caller-levels": { page: `function f0(u) { ${request("u")} } ${many(12, (i) => `function f${String(i + 1)}(u) { f${String(i)}(u); }`)} f12('https://a.example.com/');`, dynamic: true },
  callers: { page: `function f(u) { ${request("u")} } ${many(BOUNDS.callers.limit, () => "f('https://a.example.com/');")}`, dynamic: true },
  // Each of them is called by all: thousands of ways to each call.
  "all-ways": { page: many(60, (i) => `function f${String(i)}(u) { ${request("u")} ${many(60, (j) => `f${String(j)}(u + '/${String(i)}');`)} }`) + `f0(${host(0)});`, dynamic: true },
  "fall-through": { page: `let u; switch (x) { ${many(BOUNDS["fall-through"].limit + 1, (i) => `case ${String(i)}: u = ${host(i)};`)} } ${request("u")}`, dynamic: true },
};

function filesOf({ page, more = {} }: Case): FileAccess {
  const files = memoryFiles({ ...APP, "/app/page.js": page, ...more });
  return {
    ...files,
    read(path) {
      if (path === "/app/stack.json") throw new RangeError("Maximum call stack size exceeded");
      return files.read(path);
    },
  };
}

describe("a bound that is hit is said, and the call is undetermined", () => {
  test.each(Object.entries(CASES))("%s", (bound, one) => {
    const { bounds, calls } = scan("/app", filesOf(one));
    expect(bounds).toContainEqual({ bound, file: one.file ?? "/app/page.js" });
    expect(calls.some(({ file, dynamic }) => file === "/app/page.js" && dynamic)).toBe(one.dynamic);
  });

  test("source-files", () => {
    const files = filesOf({ page: "", dynamic: false });
    const names = Array.from({ length: BOUNDS["source-files"].limit }, (_, i) => ({ name: `m${String(i)}.js`, kind: "file" as const }));
    const { bounds } = scan("/app", { ...files, list: (folder) => [...(files.list(folder) ?? []), ...(folder === "/app" ? names : [])], read: (path) => files.read(path) ?? "" });
    expect(bounds).toEqual([{ bound: "source-files", file: "/app" }]);
  });
});

test("arrays that double by spreads have the bound of those that double by concat", () => {
  const page = `const a0 = [${host(1)}]; ${many(10, (i) => `const a${String(i + 1)} = [...a${String(i)}, ...a${String(i)}]; `)} ${request("a10.join('')")}`;
  expect(scan("/app", filesOf({ page, dynamic: true })).bounds).toContainEqual({ bound: "items", file: "/app/page.js" });
});

test("a text that is split has the bound of arrays, and every part within it counts", () => {
  const of = (count: number): string => `const all = '${many(count, (i) => `https://h${String(i)}.example.com`, ",")}'.split(','); ${request("all[i]")}`;
  expect(scan("/app", filesOf({ page: of(200), dynamic: false })).calls.map(({ origins, dynamic }) => [origins.length, dynamic])).toEqual([[200, false]]);
  const { bounds, calls } = scan("/app", filesOf({ page: of(BOUNDS.items.limit + 1), dynamic: true }));
  expect([bounds, calls.map(({ dynamic }) => dynamic)]).toEqual([[{ bound: "items", file: "/app/page.js" }], [true]]);
});

test("texts that `concat` joins have the bound of other texts, and every one within it counts", () => {
  const hosts = (count: number): string => `const hosts = [${many(count, (i) => `'h${String(i)}.cn'`, ",")}]; `;
  const one = `${hosts(200)} ${request("'https://'.concat(hosts[i], '/')")}`;
  expect(scan("/app", filesOf({ page: one, dynamic: false })).calls.map(({ origins, dynamic }) => [origins.length, dynamic])).toEqual([[200, false]]);
  const { bounds, calls } = scan("/app", filesOf({ page: `${hosts(20)} ${request("'https://'.concat(hosts[i], hosts[j])")}`, dynamic: true }));
  expect(bounds).toContainEqual({ bound: "product", file: "/app/page.js" });
  expect(calls.map(({ dynamic }) => dynamic)).toEqual([true]);
});

test("steps that are no expression's are said, too", () => {
  const page = `const o0 = { a: u }; ${many(40, (i) => `const o${String(i + 1)} = Object.assign({}, o${String(i)}, o${String(i)}); `)} ${request("o40.url")}`;
  const { bounds, calls } = scan("/app", filesOf({ page, dynamic: true }));
  expect([bounds, calls.map(({ dynamic }) => dynamic)]).toEqual([[{ bound: "steps", file: "/app/page.js" }], [true]]);
});

test("the steps of all ways to one call have a bound, too", () => {
  const page = `function f(u) { const all = [${many(250, (i) => `u + '${String(i)}'`, ",")}]; ${request("all[i]")} } ${many(2600, (i) => `f(${host(i)});`, "\n")}`;
  const { bounds, calls } = scan("/app", filesOf({ page, dynamic: true }));
  expect(bounds).toContainEqual({ bound: "steps", file: "/app/page.js" });
  expect(calls.map(({ dynamic }) => dynamic)).toEqual([true]);
});

// 5000 ways are more than the bound: but each function that is called by 20 others has already said which host it is.
test("callers who only decide what follows the origin are not asked one by one where there are many", () => {
  const page = `function f(u, query) { ${request("u + query")} } ${many(250, (i) => `function f${String(i)}(query) { f('https://a.example.com/${String(i)}?', query); } ${many(20, (k) => `f${String(i)}('${String(k)}');`)} `, "\n")}`;
  const { bounds, calls } = scan("/app", filesOf({ page, dynamic: false }));
  expect(bounds).toEqual([]);
  expect(calls.map(({ origins, dynamic }) => ({ origins, dynamic }))).toEqual([{ origins: ["https://a.example.com"], dynamic: false }]);
});

test("a program within the bounds hits none", () => {
  expect(scan("/app", filesOf({ page: request(host(1)), dynamic: false })).bounds).toEqual([]);
});

test("a file that can't be read, such as one of more than 4 MB, is said to be skipped", () => {
  const files = filesOf({ page: request(host(1)), dynamic: false });
  const { skipped } = scan("/app", { ...files, read: (path) => (path === "/app/page.js" ? undefined : files.read(path)) });
  expect(skipped).toEqual([{ file: "/app/page.js", reason: "unreadable: /app/page.js" }]);
});

test.each(["en", "zh-CN"] as const)("every bound has its own words: %s", (locale) => {
  const words = Object.keys(BOUNDS).map((name) => explainBound(name as BoundName, locale));
  expect(new Set(words).size).toBe(words.length);
  expect(words.every((one) => /[一-鿿]/.test(one) === (locale === "zh-CN"))).toBe(true);
});
