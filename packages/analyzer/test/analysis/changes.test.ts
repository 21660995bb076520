import { expect, test } from "vitest";
import { createAnalyzer } from "../../src/analysis/analyzer.ts";
import { createMoment } from "../../src/analysis/moment.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { repository } from "../idioms/idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";
const PAGE = `import { load } from "./api"; load("https://page.example.com/x");`;
const CLOSED = `import { send } from "./send"; export const load = (id) => send("https://api.example.com/" + id.length);`;
const OPEN = `import { send } from "./send"; export const load = (url) => send(url);`;
const APP = '{ "pages": [] }';
const SEND = `export const send = (url) => wx.request({ url });`;

test.each<[name: string, before: Record<string, string>, change: Record<string, string>, found: [before: number, after: number]]>([
  ["the module begins to send what it is handed", { "api.js": CLOSED, "send.js": SEND }, { "api.js": OPEN }, [0, 1]],
  ["the module no longer sends what it is handed", { "api.js": OPEN, "send.js": SEND }, { "api.js": CLOSED }, [1, 0]],
  ["the module behind it begins to send", { "api.js": OPEN, "send.js": "export const send = () => undefined;" }, { "send.js": SEND }, [0, 1]],
  ["the module behind it is written at last", { "api.js": OPEN }, { "send.js": SEND }, [0, 1]],
  ["a circle of modules begins to send", { "api.js": `import "./page"; ${OPEN}`, "send.js": `import "./api"; export const send = () => undefined;` }, { "send.js": `import "./api"; ${SEND}` }, [0, 1]],
  ["nothing changes", { "api.js": OPEN, "send.js": SEND }, {}, [1, 1]],
])("a long-lived process sees at the next lint that %s", (_name, before, change, found) => {
  const files = repository({ ...before, "page.js": PAGE });
  const analyzer = createAnalyzer(memoryFiles(files), () => 0);
  const calls = (): number => analyzer.file("/repo/page.js", PAGE).calls.length;
  const first = calls();
  for (const [path, text] of Object.entries(change)) files[`/repo/${path}`] = text;
  expect([first, calls()]).toEqual(found);
});

test.each<[what: string, files: Record<string, string>, page: string, change: Record<string, string>, first?: string]>([
  ["a module of constants", { "base.js": `export const BASE = "${A}";` }, `import { BASE } from "./base"; wx.request({ url: BASE });`, { "base.js": `export const BASE = "${B}";` }],
  ["a module of constants behind another", { "base.js": `export * from "./inner";`, "inner.js": `export const BASE = "${A}";` }, `import { BASE } from "./base"; wx.request({ url: BASE });`, { "inner.js": `export const BASE = "${B}";` }],
  ["data", { "base.json": `{ "base": "${A}" }` }, `import config from "./base.json"; wx.request({ url: config.base });`, { "base.json": `{ "base": "${B}" }` }],
  ["a module that is loaded later", { "base.js": `export const BASE = "${A}";` }, `export const load = async () => { const { BASE } = await import("./base"); wx.request({ url: BASE }); };`, { "base.js": `export const BASE = "${B}";` }],
  ["a module that the app loads later", { "app.js": `App({ later: () => import("./base") });`, "base.js": `export const BASE = "${A}"; wx.login();` }, `getApp().later().then(({ BASE }) => wx.request({ url: BASE }));`, { "base.js": `export const BASE = "${B}"; wx.login();` }],
  ["a module of the app that had nothing to share", { "app.js": "" }, `wx.request({ url: getApp().base });`, { "app.js": `App({ base: "${B}" });` }, "…"],
  ["a component that the page shows", { "app.js": "App({ globalData: {} });", "row.vue": "<script>export default {};</script>" }, `import Row from "./row.vue"; wx.request({ url: getApp().globalData.base });`, { "row.vue": `<script>getApp().globalData.base = "${B}"; export default {};</script>` }, "…"],
  ["what the build's configuration imports", { "vite.config.js": `import { base } from "./hosts";\nexport default { define: { BASE: JSON.stringify(base) } };`, "hosts.js": `export const base = "${A}";` }, `wx.request({ url: BASE });`, { "hosts.js": `export const base = "${B}";` }],
  ["what the app is made of", { "app.js": `App({ base: "${A}" });` }, `wx.request({ url: getApp().base });`, { "app.js": `App({ base: "${B}" });` }],
])("a long-lived process sees another value in %s, whichever file asked for it before", (_what, before, page, change, value = A) => {
  const files = repository({ ...before, "page.js": page, "other.js": page });
  const analyzer = createAnalyzer(memoryFiles(files), () => 0);
  const sent = (): (string | undefined)[] => ["other.js", "page.js"].map((name) => analyzer.file(`/repo/${name}`, page).calls[0]?.values.map(({ pattern }) => pattern).join(" "));
  const first = sent();
  for (const [path, text] of Object.entries(change)) files[`/repo/${path}`] = text;
  expect([first, sent()]).toEqual([[value, value], [B, B]]);
});

test.each<[what: string, files: Record<string, string>]>([
  ["that are linted after it", { "page.js": `import "./other"; export const base = "${A}"; wx.request({ url: base });`, "other.js": `import { base } from "./page"; wx.request({ url: base });` }],
  [
    "that are read to find out what they lend it",
    {
      "page.js": `import { go } from "./other"; export const base = "${A}"; wx.request({ url: base });`,
      "other.js": `import { send } from "./send"; import { base } from "./page"; export const go = () => send(base);`,
      "send.js": SEND,
    },
  ],
])("what an editor holds of a file is not shown to other files of its circle of imports, %s", (_what, texts) => {
  const files = repository(texts);
  const analyzer = createAnalyzer(memoryFiles(files), () => 0);
  const sent = (path: string, text: string): (string | undefined)[] => analyzer.file(path, text).calls.flatMap(({ values }) => values.map(({ pattern }) => pattern));
  const page = files["/repo/page.js"] ?? "";
  const other = files["/repo/other.js"] ?? "";
  expect([sent("/repo/page.js", page.replace(A, B)), sent("/repo/other.js", other), sent("/repo/page.js", page), sent("/repo/other.js", other)]).toEqual([[B], [A], [A], [A]]);
});

test.each<[name: string, asked: readonly [path: string, time: number][], begins: readonly boolean[]]>([
  ["a run over many files is one", [["a", 0], ["b", 150], ["c", 300]], [true, false, false]],
  ["a pause ends it", [["a", 0], ["b", 250]], [true, true]],
  ["a file that is asked about again ends it", [["a", 0], ["b", 1], ["a", 2], ["b", 3]], [true, false, true, false]],
  ["however busy the run, it ends", [["a", 0], ...Array.from({ length: 40 }, (_, i): [string, number] => [String(i), 150 * (i + 1)])], [true, ...Array.from({ length: 40 }, (_, i) => i === 33)]],
  ["a clock that is set back ends it", [["a", 5000], ["b", 10]], [true, true]],
])("moments on a disk that changes: %s", (_name, asked, begins) => {
  expect(momentsOf(asked, { changes: true })).toEqual(begins);
});

test("a moment goes on while nothing changes that was asked for, however often it is over", () => {
  expect(momentsOf([["a", 0], ["a", 1], ["b", 500], ["c", 5000]], { changes: false })).toEqual([true, false, false, false]);
});

test.each<[name: string, versions: number, second: number, begins: boolean]>([
  ["after a pause, where few files were asked for", 50, 250, true],
  ["not after a short one, where looking at them all takes long", 1000, 250, false],
  ["after a longer one, where many were asked for", 1000, 4000, true],
  ["after the longest time, however many were asked for", 4000, 5000, true],
])("the disk is looked at again %s", (_name, versions, second, begins) => {
  const paths = Array.from({ length: versions }, (_, i) => String(i));
  expect(momentsOf([["a", 0], ["b", second]], { changes: true, versions: paths })).toEqual([true, begins]);
});

function momentsOf(asked: readonly (readonly [path: string, time: number])[], { changes, versions = ["what every answer depends on"] }: { readonly changes: boolean; readonly versions?: readonly string[] }): boolean[] {
  let time = 0;
  let version = 0;
  const disk = { ...memoryFiles({}), version: () => String(changes ? version++ : version) };
  const moment = createMoment(disk, () => time, () => false);
  return asked.map(([path, at]) => {
    time = at;
    const begins = moment.pass(path);
    for (const one of versions) moment.files.version(one);
    return begins;
  });
}

test.each<[what: string, isFolder: boolean, answersChanged: boolean, begins: boolean]>([
  ["a file", false, false, true],
  ["a folder, and what was looked for in it", true, true, true],
  ["a folder, but nothing that was looked for in it", true, false, false],
])("a moment is over when another process changes %s", (_what, isFolder, answersChanged, begins) => {
  let changes = 0;
  const disk = { ...memoryFiles({}), version: () => String(changes), list: () => [{ name: String(changes), kind: "file" as const }] };
  const moment = createMoment(disk, () => 1000 * changes, () => answersChanged);
  const look = (): readonly { readonly name: string }[] => {
    moment.files.version("/above");
    return isFolder ? (moment.files.list("/above") ?? []) : [];
  };
  moment.pass("a");
  look();
  changes = 10;
  expect(moment.pass("b")).toBe(begins);
  expect(look().map(({ name }) => name)).toEqual(isFolder ? ["10"] : []);
});

test("two configurations of one app don't share their answers, though they are asked in one moment", () => {
  const files = repository({ "request.js": "export const send = (url) => my.request({ url });", "a.js": "", "b.js": "" });
  const analyzer = createAnalyzer(memoryFiles(files), () => 0);
  const page = `import { send } from "./request"; send("https://a.example.com");`;
  const found = [analyzer.file("/repo/a.js", page), analyzer.file("/repo/b.js", page, { globals: ["my"] })];
  expect(found.map(({ calls }) => calls.length)).toEqual([0, 1]);
});

test.each<[name: string, before: Record<string, string>, change: Record<string, string | undefined>, roots: [before: string, after: string]]>([
  ["an app is begun in the file's folder", {}, { "sub/pages/app.json": APP, "sub/pages/app.js": "" }, ["/repo", "/repo/sub/pages"]],
  ["an app is begun above it", {}, { "sub/app.json": APP, "sub/app.js": "" }, ["/repo", "/repo/sub"]],
  ["an app is begun in the source folder above it", {}, { "src/app.json": APP, "src/app.js": "" }, ["/repo", "/repo/src"]],
  ["an app is given up", { "sub/app.json": APP, "sub/app.js": "" }, { "sub/app.json": undefined }, ["/repo/sub", "/repo"]],
  ["a package is begun", {}, { "sub/package.json": "{}" }, ["/repo", "/repo/sub"]],
])("the app of the files in a folder is seen at once: %s", (_name, before, change, roots) => {
  const files: Record<string, string> = { "/repo/package.json": "{}", "/repo/sub/pages/page.js": PAGE, "/repo/sub/pages/other.js": PAGE };
  for (const [path, text] of Object.entries(before)) files[`/repo/${path}`] = text;
  let time = 0;
  const analyzer = createAnalyzer(memoryFiles(files), () => time);
  const rootsNow = (): Set<string> => new Set(["page.js", "other.js"].map((name) => analyzer.appFolderOf(`/repo/sub/pages/${name}`)));
  const first = rootsNow();
  for (const [path, text] of Object.entries(change)) {
    if (text === undefined) Reflect.deleteProperty(files, `/repo/${path}`);
    else files[`/repo/${path}`] = text;
  }
  time += 5000;
  expect([first, rootsNow()]).toEqual(roots.map((root) => new Set([root])));
});
