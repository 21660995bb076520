import { one, testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";

/** Which of two values it is, only the run knows. */
const EITHER = `const slashed = PICK ? "${A}/" : "${B}"; const full = PICK ? "${B}/x" : "/y";`;

// Point 6: what a guard says of a value that is one of several.
testIdioms([
  one("a guard on a parameter", `${EITHER} function trimmed(url) { if (url.endsWith("/")) return url.slice(0, -1); return url }`, `trimmed(slashed) + "/x"`, "A B"),
  one("a guard with a conditional", `${EITHER} const trimmed = (url) => (url.endsWith("/") ? url.slice(0, -1) : url);`, `trimmed(slashed) + "/x"`, "A B"),

  // A second guard on one value asks about what the first one left.
  one("a guard after a test for nothing", `${EITHER} function trimmed(url) { if (!url) return ""; if (url.endsWith("/")) return url.slice(0, -1); return url }`, `trimmed(slashed) + "/x"`, "A B"),
  one("a guard after a test of the type", `${EITHER} function trimmed(url) { if (typeof url !== "string") return ""; if (url.endsWith("/")) return url.slice(0, -1); return url }`, `trimmed(slashed) + "/x"`, "A B"),
  one("an absolute URL after a test for nothing", `${EITHER} function resolve(path) { if (!path) return ""; if (path.startsWith("http")) return path; return "${A}" + path }`, `resolve(full)`, "A B"),

  // What a call gives is asked about under the name that it was given.
  one("a guard on what a call gave", `${EITHER} function trimmed(url) { let clean = url.trim(); if (clean.endsWith("/")) clean = clean.slice(0, -1); return clean }`, `trimmed(slashed) + "/x"`, "A B"),
  one("a guard on a constant that a call gave", `${EITHER} const pick = () => full; function resolve() { const path = pick(); return path.startsWith("http") ? path : "${A}" + path }`, `resolve()`, "A B"),
  {
    name: "a suffix that is cut off where it is there",
    files: {
      "a.js": `const base = (STAGE ? "${A}/api" : "${B}").replace(/\\/$/, "");
let clean = base.replace(/\\/$/, "");
if (clean.endsWith("/api")) clean = clean.slice(0, -4);
wx.request({ url: \`\${clean}/v1\` });`,
    },
    calls: { "a.js:4": `${A} ${B}` },
  },

  // Where a branch leaves a value alone, what its test says still holds behind it.
  one("a change of scheme, of a value that is not known and one that is", `let socket = wx.getStorageSync("base") || "${A}"; if (socket.startsWith("https://")) socket = socket.replace("https://", "wss://");`, `socket`, "wss://a.example.com dynamic"),
  {
    name: "a change of scheme in a class",
    files: {
      "a.js": `class Socket {
  constructor(options) { this.url = options.url }
  open() {
    let url = this.url;
    if (url.startsWith("http://")) url = url.replace("http://", "ws://");
    else if (url.startsWith("https://")) url = url.replace("https://", "wss://");
    else if (!url.startsWith("ws://") && !url.startsWith("wss://")) url = \`wss://\${url}\`;
    wx.connectSocket({ url });
  }
}
const base = wx.getStorageSync("base") || "${A}";
new Socket({ url: base + "/ws" }).open();`,
    },
    calls: { "a.js:8": "wss://a.example.com dynamic" },
  },
  {
    name: "a guard on data that only the page's user sets",
    files: {
      "a.js": `Page({ data: { word: "", id: null }, find() {\n  if (this.data.word) wx.request({ url: "${A}/?q=" + this.data.word });\n  if (!this.data.id) return;\n  wx.request({ url: \`${B}/\${this.data.id}\` });\n} });`,
    },
    calls: { "a.js:2": A, "a.js:4": B },
  },
]);
