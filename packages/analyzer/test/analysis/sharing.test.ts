import { expect, test } from "vitest";
import type { Evaluator } from "../../src/evaluate/evaluator.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { createFilePrograms } from "../../src/program/file-programs.ts";
import { createModuleStore } from "../../src/program/module-store.ts";
import { openProject } from "../../src/project/project.ts";
import { repository } from "../idioms/idiom.ts";
import { lintedTogether } from "../idioms/lint-order.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";
const UNI = { "manifest.json": "{}", "pages.json": "{}" };

interface Case {
  /** What one page adds to what pages share. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** What the pages that `adds` and that don't send, each in its only call. */
  readonly adds: string;
  readonly plain: string;
}

test.each<Case>([
  {
    name: "an assignment to a module's object",
    files: { "config.js": `export const config = { base: "${A}" };`, "adds.js": `import { config } from "./config"; const mend = () => { config.base = "${B}" }; wx.request({ url: config.base });`, "plain.js": `import { config } from "./config"; wx.request({ url: config.base });` },
    adds: `${A} ${B}`,
    plain: A,
  },
  {
    name: "an assignment under a computed name",
    files: { "config.js": `export const config = { base: "${A}" };`, "adds.js": `import { config } from "./config"; const mend = (key) => { config[key] = "${B}" }; mend("base"); wx.request({ url: config.base });`, "plain.js": `import { config } from "./config"; wx.request({ url: config.base });` },
    adds: `${A} ${B}`,
    plain: A,
  },
  {
    name: "an assignment under a computed name to an object that was changed before",
    files: { "config.js": `export default { net: { base: "${A}", inner: {} } };`, "adds.js": `import config from "./config"; config.net.inner = {}; ["base", "other"].forEach((key) => { config.net[key] = "${B}" }); wx.request({ url: config.net.base });`, "plain.js": `import config from "./config"; wx.request({ url: config.net.base });` },
    adds: `${A} ${B}`,
    plain: A,
  },
  {
    name: "an assignment to a class under one that is being read",
    files: { "app.js": `import { Low } from "./low"; App({ set() { ["base"].forEach((key) => { Low[key] = "${B}" }) } });`, "low.js": `import { Middle } from "./adds"; export class Low extends Middle {}`, "high.js": `export class High { static base = "${A}" } export default { High };`, "adds.js": `import all from "./high"; wx.request({ url: all.High.base }); export class Middle extends all.High {}`, "plain.js": `import { High } from "./high"; import "./adds"; wx.request({ url: High.base });` },
    adds: `${A} ${B}`,
    plain: `${A} ${B}`,
  },
  {
    name: "an assignment in a module that it imports",
    files: { "config.js": `export const config = { base: "${A}" };`, "other.js": `import { config } from "./config"; config.base = "${B}"; export const send = () => wx.request({ url: config.base });`, "adds.js": `import { config } from "./config"; import { send } from "./other"; send(); wx.request({ url: config.base });`, "plain.js": `import { config } from "./config"; wx.request({ url: config.base });` },
    adds: `${A} ${B}`,
    plain: A,
  },
  {
    name: "an assignment to the app's data",
    files: { "app.js": `App({ globalData: { base: "${A}" } });`, "adds.js": `getApp().globalData.base = "${B}"; wx.request({ url: getApp().globalData.base });`, "plain.js": `wx.request({ url: getApp().globalData.base });` },
    adds: `${A} ${B}`,
    plain: A,
  },
  {
    name: "an assignment to a platform object",
    files: { "adds.js": `wx.base = "${B}"; wx.request({ url: wx.base });`, "plain.js": `wx.request({ url: wx.base || "${A}" });` },
    adds: B,
    plain: `${A} … dynamic`,
  },
  {
    name: "an interceptor",
    files: { ...UNI, "net.js": `uni.addInterceptor("request", { invoke(args) { args.url = "${B}" + args.url } });`, "adds.js": `import "./net"; uni.request({ url: "/x" });`, "plain.js": `uni.request({ url: "/x" });` },
    adds: `${B}/x`,
    plain: "/x",
  },
  {
    name: "interceptors, of which the first is the outermost",
    files: { ...UNI, "page.js": `import "./second"; import "./first"; uni.request({ url: "/x" });`, "first.js": `uni.addInterceptor("request", { invoke(args) { args.url = "${A}" + args.url } });`, "second.js": `uni.addInterceptor("request", { invoke(args) { args.url = "/2" + args.url } });`, "adds.js": `import "./first"; import "./second"; uni.request({ url: "/x" });`, "plain.js": `import "./second"; import "./first"; uni.request({ url: "/x" });` },
    adds: `/2${A}/x`,
    plain: `/2${A}/x`,
  },
  {
    name: "a client's configuration",
    files: { ...UNI, "http.js": `import Request from "luch-request"; export default new Request();`, "setup.js": `import http from "./http"; http.setConfig((config) => { config.baseURL = "${B}"; return config });`, "adds.js": `import http from "./http"; import "./setup"; http.get("/x");`, "plain.js": `import http from "./http"; http.get("/x");` },
    adds: `${B}/x`,
    plain: "/x",
  },
  {
    name: "an adapter",
    files: { "adds.js": `import axios from "axios"; import adapter from "axios-miniprogram-adapter"; axios.defaults.adapter = adapter; axios.get("${A}/x");`, "plain.js": `import axios from "axios"; axios.get("${A}/x");` },
    adds: `${A}/x`,
    plain: "",
  },
  {
    name: "a store",
    files: { "adds.js": `import Vuex from "vuex"; new Vuex.Store({ state: { base: "${B}" } }); Page({ onLoad() { wx.request({ url: this.$store.state.base }) } });`, "plain.js": `Page({ onLoad() { wx.request({ url: this.$store.state.base }) } });` },
    adds: B,
    plain: "… dynamic",
  },
  {
    name: "a component that takes in a behavior, and an assignment",
    files: { "config.js": `export const config = { base: "${A}" };`, "adds.js": `import { config } from "./config"; config.base = "${B}"; const own = Behavior({ methods: { load() { wx.request({ url: this.base }) } } }); Component({ behaviors: [own], data: { base: "${B}" } });`, "plain.js": `import { config } from "./config"; wx.request({ url: config.base });` },
    adds: B,
    plain: A,
  },
  {
    name: "an assignment to an object of its own",
    files: { "adds.js": `const own = { base: "${A}" }; const mend = () => { own.base = "${B}" }; wx.request({ url: own.base });`, "plain.js": `const own = { base: "${A}" }; wx.request({ url: own.base });` },
    adds: `${A} ${B}`,
    plain: A,
  },
])("what one page adds shows in no other, whichever is looked at first: $name", ({ files, adds, plain }) => {
  for (const linted of lintedTogether(repository(files))) {
    const sent = Object.fromEntries([...linted].flatMap(([path, calls]) => (/\/(?:adds|plain)\./.test(path) ? [[path.replace(/^.*\/|\.\w+$/g, ""), calls.map((call) => call.replace(/^\S+ \d+ ?/, "")).join("; ")]] : [])));
    expect(sent).toEqual({ adds, plain });
  }
});

const CONFIG = `export const config = { base: "${A}" };`;
const READS = `import { config } from "./config"; wx.request({ url: config.base });`;

test.each<[what: string, isShared: boolean, first: string, second: string, change: Readonly<Record<string, string>>]>([
  ["two files that add nothing", true, READS, READS, {}],
  ["files that assign to objects of their own", true, `${READS} const own = {}; own.base = 1; wx.request({ url: own.base });`, `${READS} const own = {}; own.base = 2; wx.request({ url: own.base });`, {}],
  ["pages that set their own data", true, `${READS} Page({ onLoad() { this.setData({ base: 1 }); wx.request({ url: this.data.base }) } });`, READS, {}],
  ["a file and one that assigns to what nobody asked for", true, READS, `${READS} config.other = 1;`, {}],
  ["a file and one that assigns to what was asked for", false, READS, `${READS} config.base = "${B}";`, {}],
  ["files before and after a change of what they import", false, READS, READS, { "config.js": `export const config = { base: "${B}" };` }],
])("%s share an evaluator: %s", (_what, isShared, first, second, change) => {
  const texts = repository({ "config.js": CONFIG, "first.js": first, "second.js": second });
  const files = memoryFiles(texts);
  const store = createModuleStore(files);
  const moment = { number: 0 };
  const programs = createFilePrograms(openProject("/repo", files, {}), files, store, new Set(["wx"]), () => true, moment);
  const evaluatorOf = (path: string): Evaluator => {
    const loaded = store.load(path, false);
    if (loaded.kind !== "module") throw new Error(loaded.detail);
    return programs.ask(loaded.module, ({ evaluator }) => {
      for (const { id, calls } of loaded.module.facts.functions) {
        for (const call of calls) {
          const node = loaded.module.facts.nodes[call];
          const frame = evaluator.frames.open(loaded.module, id);
          const [options] = node?.kind === "call" ? node.arguments : [];
          const url = options === undefined ? undefined : loaded.module.facts.nodes[options.value];
          if (url?.kind === "object") for (const { value } of url.properties) evaluator.value(loaded.module, value, frame);
        }
      }
      return evaluator;
    });
  };
  const before = evaluatorOf("/repo/first.js");
  for (const [path, text] of Object.entries(change)) texts[`/repo/${path}`] = text;
  moment.number++;
  expect(evaluatorOf("/repo/second.js") === before).toBe(isShared);
});
