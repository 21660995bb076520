import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";

// Point 6: options objects and guards.
testIdioms([
  { name: "options handed through", files: { "a.js": `function send(options) {\n  wx.request(options);\n}\nsend({ url: "${A}/x", method: "GET" });` }, calls: { "a.js:2": A } },
  { name: "options spread", files: { "a.js": `function send(options) {\n  wx.request({ timeout: 1, ...options });\n}\nsend({ url: "${A}/x" });` }, calls: { "a.js:2": A } },
  { name: "a URL after the spread wins", files: { "a.js": `function send(options) {\n  wx.request({ ...options, url: "${A}" + options.url });\n}\nsend({ url: "/x" });` }, calls: { "a.js:2": A } },
  { name: "Object.assign of options", files: { "a.js": `function send(options) {\n  wx.request(Object.assign({ method: "GET" }, options, { url: "${A}" + options.url }));\n}\nsend({ url: "/x" });` }, calls: { "a.js:2": A } },
  { name: "options mutated before the call", files: { "a.js": `function send(options) {\n  options.url = "${A}" + options.url;\n  options.header = {};\n  wx.request(options);\n}\nsend({ url: "/x" });` }, calls: { "a.js:4": A } },
  { name: "options mutated in a branch", files: { "a.js": `function send(options) {\n  if (options.url.indexOf("http") !== 0) {\n    options.url = "${A}" + options.url;\n  }\n  wx.request(options);\n}\nsend({ url: "/x" });\nsend({ url: "${B}/y" });` }, calls: { "a.js:5": `${A} ${B}` } },
  { name: "Object.assign into options", files: { "a.js": `function send(options) {\n  Object.assign(options, { url: "${A}" + options.url });\n  wx.request(options);\n}\nsend({ url: "/x" });` }, calls: { "a.js:3": A } },
  { name: "destructured parameters with defaults", files: { "a.js": `function send({ url, base = "${A}", method = "GET" } = {}) {\n  wx.request({ url: base + url, method });\n}\nsend({ url: "/x" });\nsend({ url: "/y", base: "${B}" });` }, calls: { "a.js:2": `${A} ${B}` } },
  { name: "the rest of destructured options", files: { "a.js": `function send({ token, ...options }) {\n  wx.request({ ...options });\n}\nsend({ token: "t", url: "${A}/x" });` }, calls: { "a.js:2": A } },
  { name: "options built step by step", files: { "a.js": `const options = {};\noptions.url = "${A}/x";\noptions["method"] = "GET";\nwx.request(options);` }, calls: { "a.js:4": A } },
  {
    name: "Object.assign of defaults and options into an instance",
    files: { "a.js": `class Http {\n  constructor(options) { Object.assign(this, { base: "" }, options); }\n  get(path) {\n    wx.request({ url: this.base + path });\n  }\n}\nnew Http({ base: "${A}" }).get("/x");` },
    calls: { "a.js:4": A },
  },
  {
    name: "Object.assign of defaults and options into an instance that is handed on",
    files: { "a.js": `class Http {\n  constructor(options) { Object.assign(this, { base: "${B}" }, options); }\n  get(path) {\n    wx.request({ url: this.base + path });\n  }\n}\nclass Users {\n  constructor(http) { this.http = http; }\n  list() { return this.http.get("/x"); }\n}\nnew Users(new Http({ base: "${A}" })).list();` },
    calls: { "a.js:4": A },
  },
  { name: "a copy of default options", files: { "a.js": `const defaults = { base: "${A}" };\nfunction send(path, custom) {\n  const options = Object.assign({}, defaults, custom);\n  wx.request({ url: options.base + path });\n}\nsend("/x", { base: "${B}" });\nsend("/y");` }, calls: { "a.js:4": `${A} ${B}` } },
  { name: "options or a URL", files: { "a.js": `function send(arg) {\n  const options = typeof arg === "string" ? { url: arg } : arg;\n  wx.request({ ...options, url: "${A}" + options.url });\n}\nsend("/x");\nsend({ url: "/y" });` }, calls: { "a.js:3": A } },

  { name: "guard: a regular expression in a conditional", files: { "a.js": `const BASE = "${A}";\nfunction send(url) {\n  wx.request({ url: /^https?:/.test(url) ? url : BASE + url });\n}\nsend("/x");\nsend("${B}/y");` }, calls: { "a.js:3": `${A} ${B}` } },
  { name: "guard: an early return", files: { "a.js": `const full = (url) => { if (/^https?:\\/\\//i.test(url)) return url; return "${A}" + url };\nfunction send(url) {\n  wx.request({ url: full(url) });\n}\nsend("/x");\nsend("${B}/y");` }, calls: { "a.js:3": `${A} ${B}` } },
  { name: "guard: startsWith", files: { "a.js": `function send(url) {\n  if (!url.startsWith("http")) url = "${A}" + url;\n  wx.request({ url });\n}\nsend("/x");\nsend("${B}/y");` }, calls: { "a.js:3": `${A} ${B}` } },
  { name: "guard: indexOf", files: { "a.js": `function send(url) {\n  var full = url.indexOf("://") === -1 ? "${A}" + url : url;\n  wx.request({ url: full });\n}\nsend("/x");\nsend("${B}/y");` }, calls: { "a.js:3": `${A} ${B}` } },
  { name: "guard: includes, substr, match", files: { "a.js": `function one(url) {\n  wx.request({ url: url.includes("http") ? url : "${A}" + url });\n}\nfunction two(url) {\n  wx.request({ url: url.substr(0, 4) === "http" ? url : "${A}" + url });\n}\nfunction three(url) {\n  wx.request({ url: url.match(/^http/) ? url : "${A}" + url });\n}\nfor (const f of [1]) { one("/x"); two("/x"); three("/x"); one("${B}"); two("${B}"); three("${B}") }` }, calls: { "a.js:2": `${A} ${B}`, "a.js:5": `${A} ${B}`, "a.js:8": `${A} ${B}` } },
  { name: "guard: only relative URLs are handed in, so no absolute one can occur", files: { "a.js": `function send(url) {\n  wx.request({ url: /^http/.test(url) ? url : "${A}" + url });\n}\nsend("/x");` }, calls: { "a.js:2": A } },
  { name: "guard: a flag among the options", files: { "a.js": `function send(options) {\n  wx.request({ url: options.isFull ? options.url : "${A}" + options.url });\n}\nsend({ url: "/x" });\nsend({ url: "${B}/y", isFull: true });` }, calls: { "a.js:2": `${A} ${B}` } },
  { name: "options that a closure replaces by themselves", files: { "a.js": `const send = (options) => () => {\n  options = options || {};\n  wx.request(options);\n};\nconst merge = (options) => () => {\n  options = Object.assign(options, { timeout: 1 });\n  wx.request(options);\n};\nsend({ url: "${A}/x" })();\nmerge({ url: "${B}/x" })();` }, calls: { "a.js:3": A, "a.js:7": B } },
  { name: "each call of an own extend fills its own object", files: { "a.js": `function extend(target) {\n  var sources = Array.prototype.slice.call(arguments, 1);\n  for (var i = 0; i < sources.length; i += 1) {\n    var source = sources[i];\n    for (var key in source) { if (source.hasOwnProperty(key)) target[key] = source[key]; }\n  }\n  return target;\n}\nwx.request(extend({}, { url: "${A}/x" }, { method: "GET" }));\nwx.request(extend({}, { url: "${B}/x" }));` }, calls: { "a.js:9": A, "a.js:10": B } },
  { name: "an extend over the function's own arguments", files: { "a.js": `function extend(target) {\n  for (let i = 1; i < arguments.length; i++) for (const key in arguments[i]) target[key] = arguments[i][key];\n  return target;\n}\nconst defaults = { url: null };\nexport const setUrl = (url) => { defaults.url = url };\nsetUrl("${A}/login");\nconst options = extend({}, defaults, { method: "GET" });\nwx.request({ url: options.url });` }, calls: { "a.js:9": A } },
  { name: "each call of a copying loop fills its own object", files: { "a.js": `function merge(into, from) { for (const key in from) { into[key] = from[key] } return into }\nwx.request(merge({}, { url: "${A}/x" }));\nwx.request(merge({}, { url: "${B}/x" }));` }, calls: { "a.js:2": A, "a.js:3": B } },
]);
