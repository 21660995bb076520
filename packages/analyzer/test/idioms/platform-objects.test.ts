import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";

// The object that carries the network API, by other ways than its global name.
testIdioms([
  { name: "one of two, by what is there", files: { "a.js": `const api = typeof uni !== "undefined" ? uni : wx;\napi.request({ url: "${A}/x" });` }, calls: { "a.js:2": A } },
  { name: "mpvue: an import of wx", files: { "package.json": `{"dependencies":{"mpvue":"2"}}`, "src/app.json": `{"pages":["pages/a"]}`, "src/main.js": "", "src/a.js": `import wx from "wx";\nwx.request({ url: "${A}/x" });` }, calls: { "src/a.js:2": A } },
  { name: "handed to a function", isGap: true, files: { "load.js": `export const load = (uni) => {\n  uni.downloadFile({ url: "${A}/x" });\n};`, "a.js": `import { load } from "./load";\nload(uni);` }, calls: { "load.js:2": A } },
  { name: "kept in a class", isGap: true, files: { "http.js": `export default class Http {\n  constructor(api) { this.api = api }\n  get(url) {\n    this.api.request({ url });\n  }\n}`, "a.js": `import Http from "./http";\nnew Http(wx).get("${A}/x");` }, calls: { "http.js:4": A } },
]);
