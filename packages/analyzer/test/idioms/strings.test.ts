import { one, testIdioms } from "./idiom.ts";

const A = "https://a.example.com";

// Point 5: string operations.
testIdioms([
  { name: "http becomes ws for a socket", files: { "a.js": `const BASE = "${A}";\nwx.connectSocket({ url: BASE.replace("http", "ws") + "/live" });\nwx.connectSocket({ url: BASE.replace(/^http/, "ws") });\nwx.connectSocket({ url: BASE.replace(/^https?:/, "wss:") });` }, calls: { "a.js:2": "wss://a.example.com", "a.js:3": "wss://a.example.com", "a.js:4": "wss://a.example.com" } },
  one("trailing slashes", `const base = "${A}//".replace(/\\/+$/, "");`, `base + "/x"`, "A"),
  one("leading and trailing slashes", `const join = (a, b) => a.replace(/\\/$/, "") + "/" + b.replace(/^\\//, "");`, `join("${A}/", "/x")`, "A"),
  one("replace with a function", `const path = "/user/:id".replace(":id", () => "7");`, `"${A}" + path`, "A"),
  one("a placeholder in the host", `const T = "https://{env}.example.com";`, `T.replace("{env}", "a")`, "A"),
  one("concat", "", `"https://".concat("a.example.com", "/x")`, "A"),
  one("join", "", `["https:/", "a.example.com", "x"].join("/")`, "A"),
  one("a list that is pushed to, joined", `const parts = ["${A}"]; parts.push("x");`, `parts.join("/")`, "A"),
  one("trim", "", `"  ${A}/x ".trim()`, "A"),
  one("slice and substring", `const raw = "url:${A}/x";`, `raw.slice(4) + raw.substring(4)`, "A"),
  one("split", `const raw = "${A},https://b.example.com";`, `raw.split(",")[1]`, "https://b.example.com"),
  one("toLowerCase", "", `"HTTPS://A.EXAMPLE.COM/x".toLowerCase()`, "A"),
  one("String and toString", `const base = String("${A}").toString();`, `base`, "A"),
  one("encodeURI", "", `encodeURI("${A}/城市?q=a b")`, "A"),
  one("new URL with a base", `const url = new URL("/x", "${A}/v1/");`, `url.href + url.toString() + String(url)`, "A"),
  one("new URL of an absolute path", `const url = new URL("https://b.example.com/x", "${A}");`, `url.toString()`, "B"),
  one("the origin of a URL", `const url = new URL("${A}/v1/x");`, `url.origin + "/y"`, "A"),
  one("axios' combineURLs and buildFullPath", `function isAbsoluteURL(url) { return /^([a-z][a-z\\d\\+\\-\\.]*:)?\\/\\//i.test(url) } function combineURLs(base, rel) { return rel ? base.replace(/\\/+$/, "") + "/" + rel.replace(/^\\/+/, "") : base } function buildFullPath(base, url) { if (base && !isAbsoluteURL(url)) return combineURLs(base, url); return url }`, `buildFullPath("${A}/", "/x")`, "A"),
  one("axios' buildFullPath with an absolute URL", `function isAbsoluteURL(url) { return /^([a-z][a-z\\d\\+\\-\\.]*:)?\\/\\//i.test(url) } function combineURLs(base, rel) { return rel ? base.replace(/\\/+$/, "") + "/" + rel.replace(/^\\/+/, "") : base } function buildFullPath(base, url) { if (base && !isAbsoluteURL(url)) return combineURLs(base, url); return url }`, `buildFullPath("${A}/", "https://b.example.com/x")`, "B"),
  one("a query that is appended", `const withQuery = (url, q) => { const s = Object.keys(q).map((k) => k + "=" + q[k]).join("&"); return url + (url.indexOf("?") < 0 ? "?" : "&") + s };`, `withQuery("${A}/x", { a: 1 })`, "A"),
  one("a query that grows in a loop", `function withQuery(url, q) { url += "?"; for (const k in q) { url += k + "=" + q[k] + "&" } return url.slice(0, -1) }`, `withQuery("${A}/x", { a: 1 })`, "A"),
  one("padStart and repeat", "", `"${A}/" + "1".padStart(3, "0") + "x".repeat(2)`, "A"),
  one("a text that is cut in ways that can't be followed", `const base = wx.getStorageSync("x").split("|")[1];`, "base", "dynamic"),
]);
