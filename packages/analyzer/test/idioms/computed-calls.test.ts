import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";

// Point 3: calls of the platform by a name, or by `call` and `apply`.
testIdioms([
  { name: "a name that a constant holds", files: { "a.js": `const api = "request";\nwx[api]({ url: "${A}/x" });` }, calls: { "a.js:2": A } },
  { name: "a name that the caller hands in", files: { "a.js": `function promised(api, options) {\n  return new Promise((success, fail) => {\n    wx[api]({ ...options, success, fail });\n  });\n}\npromised("login", {});\npromised("request", { url: "${A}/x" });` }, calls: { "a.js:3": A } },
  { name: "a name that the caller hands in, with a default", files: { "a.js": `const send = (options, api = "request") => wx[api](options);\nsend({ url: "${A}/x" });\nsend({ url: "${B}/x" }, "navigateTo");` }, calls: { "a.js:1": A } },
  { name: "a name that the caller hands in, through apply", files: { "a.js": `const send = (api, ...list) => wx[api].apply(wx, list);\nsend("request", { url: "${A}/x" });\nsend("navigateTo", { url: "${B}/x" });` }, calls: { "a.js:1": A } },
  { name: "names of which none is a network call's", files: { "a.js": `const call = (api, options) => wx[api](options);\ncall("navigateTo", { url: "${A}/x" });\ncall("login");` }, calls: {} },
  { name: "a name that nobody knows", files: { "a.js": `const call = (api, options) => wx[api](options);\ncall(wx.getStorageSync("request"), { url: "${A}/x" });` }, calls: {} },
  { name: "promisify by name", files: { "wxp.js": `const promisify = (api) => (options) => new Promise((success, fail) => {\n  wx[api]({ ...options, success, fail });\n});\nexport const login = promisify("login");\nexport const request = promisify("request");`, "a.js": `import { request } from "./wxp";\nrequest({ url: "${A}/x" });` }, calls: { "wxp.js:2": A } },
  { name: "a network function through call", files: { "a.js": `const promisify = (fn) => (options) => new Promise((success, fail) => {\n  fn.call(wx, { ...options, success, fail });\n});\nconst request = promisify(wx.request);\nrequest({ url: "${A}/x" });` }, calls: { "a.js:4": A } },
  { name: "a network function through apply", files: { "a.js": `function request() {\n  return wx.request.apply(wx, arguments);\n}\nrequest({ url: "${A}/x" });` }, calls: { "a.js:2": A } },
  { name: "a network function through call, where it is known", files: { "a.js": `wx.request.call(wx, { url: "${A}/x" });\nwx.uploadFile.call(wx);` }, calls: { "a.js:1": A, "a.js:2": "dynamic" } },
  { name: "a network function through apply, with a list", files: { "a.js": `const all = (fn, ...list) => fn.apply(wx, list);\nall(wx.request, { url: "${A}/x" });\nwx.downloadFile.apply(null, [{ url: "${B}/x" }]);` }, calls: { "a.js:2": A, "a.js:3": B } },
  { name: "an object of the program with a call of its own", files: { "a.js": `const api = { call(url) { wx.request({ url }) } };\napi.call("${A}/x");` }, calls: { "a.js:1": A } },
  { name: "a queue of options beside their callbacks", files: { "a.js": `class Queue {\n  waiting = [];\n  add(options) {\n    return new Promise((resolve) => {\n      this.waiting.push({ options, resolve });\n      this.next();\n    });\n  }\n  next() {\n    const { options, resolve } = this.waiting.shift();\n    wx.request({ ...options, success: resolve });\n  }\n}\nconst queue = new Queue();\nqueue.add({ url: "${A}/x" });\nqueue.add({ url: "${B}/x" });` }, calls: { "a.js:11": `${A} ${B}` } },
  { name: "a queue of paths beside their callbacks, and one that spreads", files: { "a.js": `const queue = [], spread = [];\nexport function get(path, done) {\n  queue.push({ path, done });\n  send();\n}\nfunction send() {\n  while (queue.length) {\n    const { path, done } = queue.shift();\n    wx.request({ url: "${A}" + path, success: done });\n  }\n}\nfunction post(options) {\n  spread.push({ options });\n  const job = spread.pop();\n  wx.request({ ...job.options, method: "POST" });\n}\nget("/x");\npost({ url: "${B}/x" });` }, calls: { "a.js:9": A, "a.js:15": B } },
  { name: "an object and a name that are handed in", isGap: true, files: { "a.js": `const call = (object, name, options) =>\n  object[name](options);\ncall(wx, "request", { url: "${A}" });` }, calls: { "a.js:2": A } },
  { name: "a function of the program by apply", isGap: true, files: { "a.js": `function send(url) {\n  wx.request({ url });\n}\nsend.apply(null, ["${A}"]);` }, calls: { "a.js:2": A } },
  { name: "a network function bound to an object", files: { "a.js": `const send = wx.request.bind(wx);\nsend({ url: "${A}/x" });\nclass Client {\n  get(path) {\n    const request = wx.request.bind(this);\n    return new Promise((success) => request({ url: "${B}" + path, success }));\n  }\n}\nnew Client().get("/x");` }, calls: { "a.js:2": A, "a.js:6": B } },
]);
