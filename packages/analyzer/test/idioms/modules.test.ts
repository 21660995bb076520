import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";

/** What Babel and TypeScript make of an ES module; minifiers join the statements. */
const COMPILED = `Object.defineProperty(exports, "__esModule", { value: !0 }), exports.default = { base: "${A}" }, exports.other = "${B}";`;
const DEFAULT = "return e && e.__esModule ? e : { default: e };";

// Point 2: modules.
testIdioms([
  { name: "ESM named import", files: { "config.js": `export const BASE = "${A}";`, "a.js": `import { BASE } from "./config";\nwx.request({ url: BASE });` }, calls: { "a.js:2": A } },
  { name: "ESM default import", files: { "config.js": `export default { base: "${A}" };`, "a.js": `import config from "./config.js";\nwx.request({ url: config.base });` }, calls: { "a.js:2": A } },
  { name: "ESM renamed import of a default const", files: { "config.js": `const BASE = "${A}";\nexport { BASE as default, BASE as api };`, "a.js": `import d, { api as x } from "./config";\nwx.request({ url: d });\nwx.request({ url: x });` }, calls: { "a.js:2": A, "a.js:3": A } },
  { name: "ESM namespace import", files: { "config.js": `export const BASE = "${A}";`, "a.js": `import * as config from "./config";\nwx.request({ url: config.BASE });` }, calls: { "a.js:2": A } },
  { name: "CommonJS module.exports object", files: { "config.js": `module.exports = { base: "${A}" };`, "a.js": `const { base } = require("./config");\nwx.request({ url: base });` }, calls: { "a.js:2": A } },
  { name: "CommonJS module.exports text", files: { "config.js": `module.exports = "${A}";`, "a.js": `const base = require("./config.js");\nwx.request({ url: base });` }, calls: { "a.js:2": A } },
  { name: "CommonJS exports members", files: { "config.js": `exports.base = "${A}"; module.exports.other = "${B}";`, "a.js": `const c = require("./config");\nwx.request({ url: c.base });\nwx.request({ url: c.other });` }, calls: { "a.js:2": A, "a.js:3": B } },
  { name: "ESM import of a CommonJS module, default and named", files: { "config.js": `module.exports = { base: "${A}" };`, "a.js": `import c, { base } from "./config";\nwx.request({ url: c.base });\nwx.request({ url: base });` }, calls: { "a.js:2": A, "a.js:3": A } },
  { name: "require of an ES module, default and named", files: { "config.js": `export default "${A}"; export const b = "${B}";`, "a.js": `const c = require("./config");\nwx.request({ url: c.default });\nwx.request({ url: c.b });\nwx.request({ url: require("./config").default });` }, calls: { "a.js:2": A, "a.js:3": B, "a.js:4": A } },
  { name: "re-exports, named, starred and renamed", files: { "c.js": `export const BASE = "${A}"; export default "${B}";`, "b.js": `export * from "./c"; export { default as other } from "./c"; export * as all from "./c";`, "a.js": `import { BASE, other, all } from "./b";\nwx.request({ url: BASE });\nwx.request({ url: other });\nwx.request({ url: all.BASE });` }, calls: { "a.js:2": A, "a.js:3": B, "a.js:4": A } },
  { name: "require inside a function", files: { "config.js": `module.exports = { base: "${A}" };`, "a.js": `function send() {\n  const { base } = require("./config");\n  wx.request({ url: base });\n}\nsend();` }, calls: { "a.js:3": A } },
  { name: "modules that import each other", files: { "b.js": `import { path } from "./a"; export const base = "${A}"; export const url = () => base + path;`, "a.js": `import { url } from "./b"; export const path = "/x";\nwx.request({ url: url() });` }, calls: { "a.js:2": A } },
  { name: "a folder's index", files: { "config/index.js": `export const base = "${A}";`, "a.js": `import { base } from "./config";\nwx.request({ url: base });` }, calls: { "a.js:2": A } },
  { name: ".ts before a stale compiled .js twin", files: { "config.ts": `export const base: string = "${A}";`, "config.js": `exports.base = "${B}";`, "a.ts": `import { base } from "./config";\nwx.request({ url: base });` }, calls: { "a.ts:2": A } },
  { name: "an absolute path and @ alias", files: { "package.json": `{"dependencies":{"@dcloudio/uni-app":"1"}}`, "manifest.json": "{}", "pages.json": "{}", "config.js": `export const base = "${A}";`, "pages/a.js": `import { base } from "@/config";\nuni.request({ url: base });` }, calls: { "pages/a.js:2": A } },
  { name: "native: a path with a slash in front, of the app or (as old code has it) of the file's own folder", files: { "app.json": "{}", "config.js": `exports.base = "${A}";`, "pages/host.js": `exports.host = "${B}";`, "pages/a.js": `const { base } = require("/config.js");\nconst { host } = require("/host.js");\nwx.request({ url: base });\nwx.request({ url: host });` }, calls: { "pages/a.js:3": A, "pages/a.js:4": B } },
  { name: "app.json resolveAlias", files: { "app.json": `{"resolveAlias":{"~/*":"/*"}}`, "config.js": `exports.base = "${A}";`, "pages/a.js": `const { base } = require("~/config");\nwx.request({ url: base });` }, calls: { "pages/a.js:2": A } },
  { name: "tsconfig paths", files: { "app.json": "{}", "tsconfig.json": `{"compilerOptions":{"baseUrl":".","paths":{"#/*":["./*"]}}}`, "config.ts": `export const base = "${A}";`, "pages/a.ts": `import { base } from "#/config";\nwx.request({ url: base });` }, calls: { "pages/a.ts:2": A } },
  { name: "JSON", files: { "config.json": `{"base":"${A}"}`, "a.js": `const c = require("./config.json");\nwx.request({ url: c.base });` }, calls: { "a.js:2": A } },
  { name: "two apps in one repository don't mix", files: { "a/app.json": `{"pages":["p"]}`, "a/app.js": `App({ globalData: { base: "${A}" } })`, "a/p.js": `wx.request({ url: getApp().globalData.base });`, "b/app.json": `{"pages":["p"]}`, "b/app.js": `App({ globalData: { base: "${B}" } })`, "b/p.js": `wx.request({ url: getApp().globalData.base });` }, calls: { "a/p.js:1": A, "b/p.js:1": B } },
  { name: "a module that is not there", files: { "a.js": `import { base } from "./secret";\nwx.request({ url: base + "/x" });` }, calls: { "a.js:2": "dynamic" } },
  { name: "a dynamic import", files: { "config.js": `export const base = "${A}";`, "a.js": `async function f() {\n  const { base } = await import("./config");\n  wx.request({ url: base });\n}\nf();` }, calls: { "a.js:3": A } },
  { name: "TypeScript: enum, namespace, import equals, as const", files: { "c.ts": `export enum Host { A = "${A}", B = "${B}" }\nexport namespace Config { export const base = Host.B; export function url(p: string): string { return base + p } }\nexport const all = { a: "${A}" } as const;`, "a.ts": `import { Host, Config, all } from "./c";\nwx.request({ url: Host.A });\nwx.request({ url: Config.base });\nwx.request({ url: Config.url("/x") });\nwx.request({ url: all.a as string });` }, calls: { "a.ts:2": A, "a.ts:3": B, "a.ts:4": B, "a.ts:5": A } },
  { name: "TypeScript: export =", files: { "c.ts": `const config = { base: "${A}" };\nexport = config;`, "a.ts": `import config = require("./c");\nwx.request({ url: config.base });` }, calls: { "a.ts:2": A } },
  { name: "a live export that another function sets", files: { "c.js": `export let base = ""; export function init() { base = "${A}" }`, "a.js": `import { base, init } from "./c"; init();\nwx.request({ url: base });` }, calls: { "a.js:2": A } },
  { name: "types in a .jsx file, an imported style", files: { "a.jsx": `import "./a.css";\nclass Index { render(): any { return <div /> } load() {\n  wx.request({ url: "https://a.example.com" });\n} }`, "a.css": "@charset 'x'; .a { color: red }" }, calls: { "a.jsx:3": "https://a.example.com" } },
  { name: "package.json's imports", files: { "package.json": `{"imports":{"#config/*":"./config/*","#host":{"default":"./config/host.js"}}}`, "config/base.js": `export const base = "https://a.example.com";`, "config/host.js": `export default "https://b.example.com";`, "a.js": `import { base } from "#config/base.js";\nimport host from "#host";\nwx.request({ url: base });\nwx.request({ url: host });` }, calls: { "a.js:3": "https://a.example.com", "a.js:4": "https://b.example.com" } },
  { name: "compiled: the default of an ES module", files: { "config.js": COMPILED, "a.js": `function _interopRequireDefault(e) { ${DEFAULT} }\nvar c = _interopRequireDefault(require("./config.js"));\nwx.request({ url: c.default.base });` }, calls: { "a.js:3": A } },
  { name: "compiled and minified: the helper is called where it stands", files: { "config.js": COMPILED, "a.js": `var e = function(e) { ${DEFAULT} }(require("./config.js")), a = e.default.base;\nwx.request({ url: a });` }, calls: { "a.js:2": A } },
  { name: "compiled: the default of what is no ES module", files: { "config.js": `exports.base = "${A}";`, "whole.js": `module.exports = { base: "${B}" };`, "es.js": `export const base = "${B}"; export default { base: "${A}" };`, "a.js": `function d(e) { ${DEFAULT} }\nvar c = d(require("./config.js")), w = d(require("./whole.js")), m = d(require("./es.js"));\nwx.request({ url: c.default.base });\nwx.request({ url: w.default.base });\nwx.request({ url: m.default.base });` }, calls: { "a.js:3": A, "a.js:4": B, "a.js:5": A } },
  { name: "compiled: a namespace", files: { "config.js": COMPILED, "plain.js": `exports.base = "${A}";`, "a.js": `function _interopRequireWildcard(e) { if (e && e.__esModule) return e; var t = {}; if (null != e) for (var r in e) Object.prototype.hasOwnProperty.call(e, r) && (t[r] = e[r]); return t.default = e, t; }\nvar c = _interopRequireWildcard(require("./config.js")), p = _interopRequireWildcard(require("./plain.js"));\nwx.request({ url: c.other });\nwx.request({ url: c.default.base });\nwx.request({ url: p.base });` }, calls: { "a.js:3": B, "a.js:4": A, "a.js:5": A } },
  { name: "compiled by TypeScript: its helper, and a re-export by a getter", files: { "config.js": COMPILED, "all.js": `Object.defineProperty(exports, "__esModule", { value: true });\nvar config_1 = require("./config");\nObject.defineProperty(exports, "other", { enumerable: true, get: function () { return config_1.other; } });`, "a.js": `var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };\nvar c = __importDefault(require("./config"));\nvar all_1 = require("./all");\nwx.request({ url: c.default.base });\nwx.request({ url: all_1.other });` }, calls: { "a.js:4": A, "a.js:5": B } },
  { name: "Object.defineProperty of an object", files: { "a.js": `const config = {};\nObject.defineProperty(config, "base", { value: "${A}" });\nObject.defineProperty(config, "other", { get() { return "${B}"; } });\nwx.request({ url: config.base });\nwx.request({ url: config.other });` }, calls: { "a.js:4": A, "a.js:5": B } },
  {
    name: "tables whose members are put behind the host, each in its own way, in files that only others import",
    files: {
      "each.js": `const host = "${A}";\nconst API = { list: "/list" };\nObject.keys(API).forEach((name) => { const path = API[name]; API[name] = \`\${host}\${path}\`; });\nexport default API;`,
      "for.js": `const API = { list: "/list" };\nfor (const name in API) { API[name] = "${B}" + API[name]; }\nmodule.exports = API;`,
      "own.js": `const API = { list: "/list" };\nfor (const name in API) { if (API.hasOwnProperty(name)) { API[name] = "${A}" + API[name]; } }\nmodule.exports = API;`,
      "a.js": `import each from "./each";\nimport loop from "./for";\nimport own from "./own";\nwx.request({ url: each.list });\nwx.request({ url: loop.list });\nwx.request({ url: own.list });`,
    },
    calls: { "a.js:4": A, "a.js:5": B, "a.js:6": A },
  },
  {
    name: "a member that is assigned in a file which comes in later than the name was asked for",
    files: {
      "first.js": `const config = {};\nconfig.base = "${A}";\nmodule.exports = config;`,
      "second.js": `const config = {};\nconfig.base = "${B}";\nmodule.exports = config;`,
      "a.js": `import first from "./first";\nimport second from "./second";\nwx.request({ url: first.base });\nwx.request({ url: second.base });`,
    },
    calls: { "a.js:3": A, "a.js:4": B },
  },
  {
    name: "a configuration's function that others call with one of its environments",
    files: {
      "config.js": `const HOSTS = { dev: "${B}", prod: "${A}" };\nlet base = "";\nexports.use = (name) => { base = HOSTS[name] };\nexports.url = (path) => base + path;`,
      "app.js": `const config = require("./config");\nApp({ onLaunch() { config.use("prod") } });`,
      "a.js": `const config = require("./config");\nPage({ onLoad() {\n  wx.request({ url: config.url("/x") });\n} });`,
    },
    calls: { "a.js:3": A },
  },
]);
