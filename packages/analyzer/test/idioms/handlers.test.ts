import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";

// Points 3 and 4: methods that a page, a component or the app calls itself. What the framework hands to a handler is an event, an object:
// it is never a URL, and it has no `url`.
testIdioms([
  { name: "a method of a page that puts a path behind a base", files: { "a.js": `Page({\n  onLoad() { this.get("/x") },\n  get(path) {\n    wx.request({ url: "${A}" + path });\n  },\n});` }, calls: { "a.js:4": A } },
  { name: "a handler that is also called with the event of another", files: { "a.js": `Page({\n  tap(e) { this.open(e) },\n  open(e) {\n    wx.downloadFile({ url: e.currentTarget.dataset.url });\n  },\n});` }, calls: { "a.js:4": "dynamic" } },
  { name: "an observer is handed the property's value", files: { "a.js": `Component({\n  properties: { src: String },\n  observers: { src(url) {\n    wx.downloadFile({ url });\n  } },\n});` }, calls: { "a.js:4": "dynamic" } },
  { name: "a method of a page that is handed a URL", files: { "a.js": `Page({\n  onLoad() { this.load("${A}/x") },\n  load(url) {\n    wx.downloadFile({ url });\n  },\n});` }, calls: { "a.js:4": A } },
  { name: "a method of a page that is handed options", files: { "a.js": `Page({\n  onLoad() { this.send({ url: "${A}/x" }) },\n  send(options) {\n    wx.request({ url: options.url });\n  },\n});` }, calls: { "a.js:4": A } },
  { name: "a method of a component that is handed a URL", files: { "a.js": `Component({\n  methods: {\n    tap() { this.load("${A}/x") },\n    load(url) {\n      wx.downloadFile({ url });\n    },\n  },\n});` }, calls: { "a.js:5": A } },
  { name: "a behavior's method that is handed a URL", files: { "b.js": `module.exports = Behavior({\n  methods: {\n    load(url) {\n      wx.downloadFile({ url });\n    },\n  },\n});`, "a.js": `Component({ behaviors: [require("./b")], methods: { tap() { this.load("${A}/x") } } });` }, calls: { "b.js:4": A } },
  { name: "a method of the app that is handed a URL", files: { "app.js": `App({\n  request(url) {\n    wx.request({ url });\n  },\n});`, "a.js": `const app = getApp();\nPage({ onLoad() { app.request("${A}/x") } });` }, calls: { "app.js:3": A } },
  { name: "a method of the app that is handed options", files: { "app.js": `App({\n  request(options) {\n    wx.request({ url: options.url, data: options.data });\n  },\n});`, "a.js": `const app = getApp();\nPage({ onLoad() { app.request({ url: "${A}/x" }) } });` }, calls: { "app.js:3": A } },
  { name: "a method that returns where it is handed nothing", files: { "a.js": `const LOCAL = "/images/x.jpg";\nPage({\n  fail() { this.fallback(OFFLINE ? LOCAL : "") },\n  fallback(path) {\n    if (!path) return;\n    wx.getImageInfo({ src: path });\n  },\n});` }, calls: { "a.js:6": "relative" } },
]);
