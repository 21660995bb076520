import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";

const HTTP = `export default class Http {\n  constructor(api) { this.api = api }\n  get(url) {\n    this.api.request({ url });\n  }\n}`;

// The object that carries the network API, by other ways than its global name.
testIdioms([
  { name: "one of two, by what is there", files: { "a.js": `const api = typeof uni !== "undefined" ? uni : wx;\napi.request({ url: "${A}/x" });` }, calls: { "a.js:2": A } },
  { name: "mpvue: an import of wx", files: { "package.json": `{"dependencies":{"mpvue":"2"}}`, "src/app.json": `{"pages":["pages/a"]}`, "src/main.js": "", "src/a.js": `import wx from "wx";\nwx.request({ url: "${A}/x" });` }, calls: { "src/a.js:2": A } },
  { name: "mpvue: its own global", files: { "package.json": `{"dependencies":{"mpvue":"2"}}`, "src/app.json": `{"pages":["pages/a"]}`, "src/main.js": "", "src/a.js": `mpvue.request({ url: "${A}/x" });` }, calls: { "src/a.js:1": A } },
  { name: "handed to a function", files: { "load.js": `export const load = (uni) => {\n  uni.downloadFile({ url: "${A}/x" });\n};`, "a.js": `import { load } from "./load";\nload(uni);` }, calls: { "load.js:2": A } },
  { name: "kept in a class", files: { "http.js": HTTP, "a.js": `import Http from "./http";\nnew Http(wx).get("${A}/x");` }, calls: { "http.js:4": A } },
  { name: "kept in a class, beside an object of the program", files: { "http.js": HTTP, "a.js": `import Http from "./http";\nconst own = { request(options) {} };\nnew Http(own).get("${B}/x");\nnew Http(wx).get("${A}/x");` }, calls: { "http.js:4": A } },
  { name: "an object of the program is none", files: { "http.js": HTTP, "a.js": `import Http from "./http";\nconst own = { request(options) { wx.setStorageSync("last", options) } };\nconst hand = (api) => api;\nhand(wx);\nnew Http(own).get("${A}/x");` }, calls: {} },
  { name: "handed to nobody", files: { "load.js": `export const load = (api) => {\n  wx.login();\n  api.request({ url: "${A}/x" });\n};` }, calls: {} },
  { name: "behind the app's own wrapper", files: { "load.js": `export const load = (api, path) => {\n  api.downloadFile({ url: "${A}" + path });\n};`, "b.js": `import { load } from "./load";\nexport const all = (api) => load(api, "/x");`, "a.js": `import { all } from "./b";\nall(wx);` }, calls: { "load.js:2": A } },
]);
