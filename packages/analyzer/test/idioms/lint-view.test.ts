import { expect, test } from "vitest";
import { createAnalyzer } from "../../src/analysis/analyzer.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { repository } from "./idiom.ts";

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Of `a.js`: `kind text-under-the-report origins`. */
  readonly reports: readonly string[];
}

const A = "https://a.example.com";

const CLIENT = `import Request from "luch-request"; const http = new Request({ baseURL: "${A}" }); export const request = (config) => http.middleware(config);`;

const TARO = { "app.json": "{}", "package.json": `{ "dependencies": { "@tarojs/taro": "3.6.0" } }`, "app.config.js": "export default { pages: [] }", "app.js": "" };
const taro = (code: string, reports: readonly string[]): Case => ({ name: `a build for WeChat: ${code}`, files: { ...TARO, "a.js": `import Taro from "@tarojs/taro"; ${code}` }, reports });
const SENT = `Taro.request({ url: "${A}/x" })`;

// Where reports stand: at the network call for what the file decides, at a wrapper's call for what is handed to it.
const CASES: readonly Case[] = [
  { name: "a literal", files: { "a.js": `wx.request({ url: "${A}/x" });` }, reports: [`network "${A}/x" ${A}`] },
  { name: "a constant: the report stands at the call", files: { "a.js": `const BASE = "${A}"; wx.request({ url: BASE });` }, reports: [`network BASE ${A}`] },
  { name: "an options object written before: the report stands at the call", files: { "a.js": `const options = { url: "${A}/x" }; wx.request(options);` }, reports: [`network options ${A}`] },
  taro(`if (process.env.TARO_ENV === "h5") ${SENT}`, []),
  taro(`if (process.env.TARO_ENV !== "h5") ${SENT}`, [`network "${A}/x" ${A}`]),
  taro(`if (process.env.TARO_ENV === "weapp") { ${SENT} } else { Taro.request({ url: "https://h5.example.com" }) }`, [`network "${A}/x" ${A}`]),
  taro(`const isH5 = process.env.TARO_ENV === "h5"; isH5 && ${SENT}`, []),
  taro(`function load() { if (process.env.TARO_ENV === "h5") return; ${SENT} }`, [`network "${A}/x" ${A}`]),
  taro(`function load() { if (process.env.TARO_ENV !== "h5") return; ${SENT} }`, []),
  taro(`if (process.env.NODE_ENV === "development") ${SENT}`, [`network "${A}/x" ${A}`]),
  taro(`const DEBUG = false; if (DEBUG) ${SENT}`, [`network "${A}/x" ${A}`]),
  { name: "a base inside a wrapper", files: { "a.js": `const get = (path) => wx.request({ url: "${A}" + path }); get("/x");` }, reports: [`network "${A}" + path ${A}`] },
  { name: "a client's base, behind a function that hands its options on", files: { "a.js": `${CLIENT} request({ url: "/y" });` }, reports: [`network config ${A}`] },
  { name: "a path handed to such a function: its base is reported there", files: { "http.js": CLIENT, "a.js": `import { request } from "./http"; request({ url: "/x" });` }, reports: [] },
  { name: "a base of its own handed to such a function", files: { "http.js": CLIENT, "a.js": `import { request } from "./http"; request({ url: "/x", baseURL: "https://b.example.com" });` }, reports: [`wrapper "https://b.example.com" https://b.example.com`] },
  { name: "an absolute URL handed to an imported wrapper", files: { "http.js": `export const get = (url) => wx.request({ url });`, "a.js": `import { get } from "./http"; get("${A}/x");` }, reports: [`wrapper "${A}/x" ${A}`] },
];

interface Whole {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file that is linted, if it is not `a.js`. */
  readonly file?: string;
  /** Of it: all that a report would say something about, as `kind callee patterns`. */
  readonly told: readonly string[];
}

const SOCKET = `class Socket { constructor({ ssl, port }) { this.config = { url: (ssl ? "wss" : "ws") + "://a.example.com:" + port }; this.init() }`;

// A call that adds nothing to what is reported where the network is called is no report of its own; an empty text that only keeps a place is no relative URL.
const WHOLES: readonly Whole[] = [
  {
    name: "methods that call each other and hand in nothing",
    files: { "a.js": `${SOCKET} init() { this.connect() } connect() { wx.connectSocket({ url: this.config.url }) } again() { this.init(); this.connect() } }` },
    told: ["network wx.connectSocket wss://a.example.com:… ws://a.example.com:…"],
  },
  {
    name: "a URL of the constructor, sent by a method that others call",
    files: { "a.js": `export class Line { constructor(options) { this.url = options.url } connect() { wx.connectSocket({ url: this.url }) } send() { this.connect() } }` },
    told: ["network wx.connectSocket …"],
  },
  {
    name: "a component's member that a method sets, sent by it",
    files: { "a.js": `Component({ methods: { start() { this.draw() }, draw(options) { wx.getImageInfo({ src: this.path }); this.path = options.path } } });` },
    told: [],
  },
  {
    name: "options that a method hands on to another of the client",
    files: {
      "a.js": `export default { config: { base: "${A}/" }, request(options = {}) { options.base = options.base || this.config.base; options.url = /^https?:/.test(options.url) ? options.url : options.base + options.url; return new Promise(() => { wx.request(Object.assign({}, this.config, options)) }) }, get(url, options = {}) { options.url = url; return this.request(options) } };`,
    },
    told: [`network wx.request ${A}/…`],
  },
  {
    name: "an empty default beside what callers hand in",
    files: { "http.js": `export const load = (src) => wx.getImageInfo({ src });`, "a.js": `import { load } from "./http"; function draw(options = {}) { options = { src: "", ...options }; load(options.src) } draw({ src: "${A}/x.png" });` },
    told: [`wrapper draw ${A}/x.png`],
  },
  {
    name: "a guard on the member of an object that a closure sees",
    files: {
      "a.js": `const isUrl = (url) => /^https?:/.test(url); export function send(before) { const options = { url: "", ...before() }; return new Promise(() => { wx.request({ url: (isUrl(options.url) ? options.url : "${A}/" + options.url) + "?x" }) }) }`,
    },
    told: [`network wx.request …?x ${A}/…?x`],
  },
  {
    name: "a wrapper whose base nobody here knows: that it may be empty makes no relative URL of a path",
    files: {
      "http.js": `let base = ""; export const setBase = (read) => { base = read(base) }; export const send = (path) => wx.request({ url: base ? base + path : path });`,
      "a.js": `import { send } from "./http"; send("/x");`,
    },
    told: [],
  },
  ...[
    { where: "app code: its base is reported there", folder: "net", told: [] },
    { where: "third-party code, in which nothing is reported: its base is reported at the call", folder: "uni_modules/luch-request", told: [`wrapper get ${A}/x`] },
  ].map(({ where, folder, told }): Whole => ({
    name: `a client in ${where}`,
    files: {
      [`${folder}/http.js`]: `export default class Client { config = { base: "" }; setConfig(change) { this.config = change(this.config); } get(path) { return wx.request({ url: this.config.base + path }) } }`,
      "api.js": `import Client from "./${folder}/http"; export const http = new Client(); http.setConfig((config) => { config.base = "${A}"; return config });`,
      "a.js": `import { http } from "./api"; http.get("/x");`,
    },
    told,
  })),
  {
    name: "a wrapper of a client in third-party code: the base is reported in the wrapper, once",
    files: {
      "uni_modules/luch-request/http.js": `export default class Client { config = { base: "" }; setConfig(change) { this.config = change(this.config); } get(path) { return wx.request({ url: this.config.base + path }) } }`,
      "api.js": `import Client from "./uni_modules/luch-request/http"; const http = new Client(); http.setConfig((config) => { config.base = "${A}"; return config }); export const get = (path) => http.get(path);`,
      "a.js": `import { get } from "./api"; get("/x");`,
    },
    told: [],
  },
  ...["mixins: [Base]", "extends: Base"].map((inherited): Whole => ({
    name: `a method of a component file that is another's: ${inherited}`,
    files: {
      "Base.vue": `<script>export default { methods: { send(url) { uni.request({ url }) } } }</script>`,
      "a.vue": `<script>import Base from "./Base.vue"; export default { ${inherited}, methods: { go() { this.send("${A}/x") } } }</script>`,
    },
    file: "a.vue",
    told: [`wrapper send ${A}/x`],
  })),
  {
    name: "a wrapper without a base: a path is a relative URL",
    files: { "http.js": `export const send = (url) => wx.request({ url });`, "a.js": `import { send } from "./http"; send("/x");` },
    told: ["wrapper send /x"],
  },
  {
    name: "a guard in a closure",
    files: {
      "a.js": `const isUrl = (url) => /^https?:/.test(url); export function send(flag) { const options = { url: flag ? "/x" : "https://b.example.com/x" }; return new Promise(() => { wx.request({ url: isUrl(options.url) ? options.url : "${A}" + options.url }) }) }`,
    },
    told: [`network wx.request https://b.example.com/x ${A}/x`],
  },
  {
    name: "a client whose configuration nobody can see",
    files: {
      "http.js": `export default class Client { config = { base: "" }; setConfig(change) { this.config = change(this.config) } upload(path) { wx.uploadFile({ url: this.config.base + path }) } }`,
      "a.js": `import Client from "./http"; import { change } from "kit"; wx.request({ url: "${A}" }); const http = new Client(); http.setConfig(change); http.upload("files");`,
    },
    told: [`network wx.request ${A}`],
  },
  ...["this.config = change(this.config)", "return change(this.config)", "this.config = { ...this.config, ...change(this.config) }"].map((set): Whole => ({
    name: `a client that a callback configures: ${set}`,
    files: {
      "http.js": `export default class Client { config = { base: "" }; setConfig(change) { ${set} } upload(path) { wx.uploadFile({ url: this.config.base + path }) } }`,
      "api.js": `import Client from "./http"; export const http = new Client(); http.setConfig((config) => { config.base = "${A}/"; return config });`,
      "a.js": `import { http } from "./api"; wx.request({ url: "${A}" }); http.upload("files");`,
    },
    told: [`network wx.request ${A}`],
  })),
];

test.each(WHOLES)("$name", ({ files, file = "a.js", told }) => {
  const { calls } = createAnalyzer(memoryFiles(repository(files))).file(`/repo/${file}`, files[file] ?? "");
  const found = calls.filter(({ values, dynamic }) => dynamic || values.length > 0);
  expect(found.map(({ kind, callee, values }) => [kind, callee, ...values.map(({ pattern }) => pattern)].join(" "))).toEqual(told);
});

test.each(CASES)("$name", ({ files, reports }) => {
  const all = repository(files);
  const text = files["a.js"] ?? "";
  const { calls } = createAnalyzer(memoryFiles(all)).file("/repo/a.js", text);
  const found = calls
    .map(({ kind, urlSpan, values }) => ({ kind, at: text.slice(urlSpan.start, urlSpan.end), origins: values.flatMap(({ origin }) => (origin.kind === "known" ? [origin.origin] : [])) }))
    .filter(({ origins }) => origins.length > 0);
  expect(found.map(({ kind, at, origins }) => `${kind} ${at} ${origins.join(" ")}`)).toEqual(reports);
});
