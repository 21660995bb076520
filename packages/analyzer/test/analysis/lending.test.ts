import { expect, test } from "vitest";
import { createAnalyzer } from "../../src/analysis/analyzer.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { repository } from "../idioms/idiom.ts";

/** No parser recovers from this: whether a file was looked into shows in what is said about it. */
const BROKEN = "\n) => {";

const REQUEST = `export const request = (o) => wx.request({ url: "https://a.example.com" + o.path });\nexport const any = (url) => wx.request({ url });`;
const LIST = `import { request } from "./request"; export const list = (id) => request({ path: "/list/" + id });`;

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly page: string;
  readonly isLookedInto: boolean;
}

test.each<Case>([
  { name: "nothing is imported", files: {}, page: `export const a = "https://a.example.com";`, isLookedInto: false },
  { name: "a module that decides all its URLs", files: { "request.js": REQUEST, "api.js": LIST }, page: `import { list } from "./api"; list(1);`, isLookedInto: false },
  { name: "a component of such a module", files: { "request.js": REQUEST, "api.js": LIST, "part.js": `import { list } from "./api"; export default { list };` }, page: `import part from "./part"; export default { part };`, isLookedInto: false },
  { name: "a module that sends what it is handed", files: { "request.js": REQUEST }, page: `import { any } from "./request"; any("https://b.example.com");`, isLookedInto: true },
  { name: "one that hands it on", files: { "request.js": REQUEST, "api.js": `export * from "./request";` }, page: `import { any } from "./api"; any(u);`, isLookedInto: true },
  { name: "one that hands it on as a member", files: { "request.js": REQUEST, "api.js": `import { any } from "./request"; export default { send: any };` }, page: `import api from "./api"; api.send(u);`, isLookedInto: true },
  { name: "one that only calls it, with what it is handed", files: { "request.js": REQUEST, "api.js": `import { any } from "./request"; export const load = (u) => any(u);` }, page: `import { load } from "./api"; load(u);`, isLookedInto: true },
  { name: "one that makes a function that sends", files: { "request.js": REQUEST, "api.js": `import { any } from "./request"; export const make = () => (u) => any(u);` }, page: `import { make } from "./api"; make()(u);`, isLookedInto: true },
  { name: "a class, which may be extended", files: { "request.js": REQUEST, "api.js": `import { any } from "./request"; export class Api { base = "https://a.example.com"; get() { return any(this.base + "/x"); } }` }, page: `import { Api } from "./api"; new Api().get();`, isLookedInto: true },
  { name: "a client", files: { "http.js": `import Request from "luch-request"; export default new Request({ baseURL: "https://a.example.com" });` }, page: `import http from "./http"; http.get(u);`, isLookedInto: true },
  { name: "the platform's object itself", files: { "p.js": `export default wx; wx.request({ url: "https://a.example.com" });` }, page: `import p from "./p"; p.request({ url: u });`, isLookedInto: true },
  { name: "the platform's function as a value", files: { "p.js": `export const send = wx.request;` }, page: `import { send } from "./p"; send({ url: u });`, isLookedInto: true },
  { name: "what the app hangs on itself", files: { "request.js": REQUEST, "app.js": `import { any } from "./request"; App({ any });` }, page: `getApp().any(u);`, isLookedInto: true },
  { name: "an app that sends nothing that it is handed", files: { "request.js": REQUEST, "api.js": LIST, "app.js": `import { list } from "./api"; App({ onLaunch() { list(1); } });` }, page: `getApp().start();`, isLookedInto: false },
  { name: "modules that import each other", files: { "request.js": REQUEST, "api.js": `import { list } from "./b"; export const load = () => list(1);`, "b.js": `import "./api"; import { request } from "./request"; export const list = (id) => request({ path: "/" + id });` }, page: `import { load } from "./api"; load();`, isLookedInto: false },
  { name: "a base that comes at run time, which no importer decides", files: { "request.js": `export const get = (p) => wx.request({ url: wx.getStorageSync("base") + "/x?p=" + p });` }, page: `import { get } from "./request"; get(1);`, isLookedInto: false },
])("a file that imports $name: looked into is $isLookedInto", ({ files, page, isLookedInto }) => {
  const disk = memoryFiles(repository({ ...files, "page.js": page }));
  expect(createAnalyzer(disk).file("/repo/page.js", page + BROKEN).skipped !== undefined).toBe(isLookedInto);
});
