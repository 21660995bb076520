import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";

// Point 4: state that is declared empty and filled later. A member of `{}` is no value beside those of the object that takes its place.
testIdioms([
  { name: "globalData: null, then an object", files: { "app.js": `App({ globalData: { config: null }, onLaunch() { this.globalData.config = { base: "${A}" } } });`, "a.js": `const { base } = getApp().globalData.config;\nwx.request({ url: base + "/x" });` }, calls: { "a.js:2": A } },
  { name: "an empty object whose members are set in branches", files: { "a.js": `const config = {};\nif (STAGE) config.base = "${A}";\nelse config.base = "${B}";\nwx.request({ url: config.base + "/x" });` }, calls: { "a.js:4": `${A} ${B}` } },
  { name: "globalData: an empty object, then one by environment", files: { "app.js": `const { config } = require("./config");\nApp({ globalData: { config: {} }, onLaunch() { this.globalData.config = config } });`, "config.js": `const config = { develop: { base: "${A}" }, release: { base: "${B}" } }[wx.getAccountInfoSync().miniProgram.envVersion];\nmodule.exports = { config };`, "a.js": `const base = getApp().globalData.config.base;\nwx.request({ url: base + "/x" });` }, calls: { "a.js:2": `${A} ${B}` } },
  { name: "a variable of a module", files: { "http.js": `let config = {};\nexport function setup(options) { config = options }\nexport function get(path) {\n  wx.request({ url: config.base + path });\n}`, "a.js": `import { setup, get } from "./http";\nsetup({ base: "${A}" });\nget("/x");` }, calls: { "http.js:4": A } },
  { name: "a field of a class", files: { "a.js": `class Http {\n  options = {};\n  setup(options) { this.options = options }\n  get(path) {\n    wx.request({ url: this.options.base + path });\n  }\n}\nconst http = new Http();\nhttp.setup({ base: "${A}" });\nhttp.get("/x");` }, calls: { "a.js:5": A } },
  { name: "data of a page", files: { "a.js": `Page({\n  data: { config: {} },\n  onLoad() { this.setData({ config: { base: "${A}" } }) },\n  send() {\n    wx.request({ url: this.data.config.base + "/x" });\n  },\n});` }, calls: { "a.js:5": A } },
]);
