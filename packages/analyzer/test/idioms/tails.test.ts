import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";

/** Functions whose result takes more steps than one question may take: each calls the one before twice. */
function doubling(depth: number): string {
  const functions = Array.from({ length: depth }, (_, index) => `function f${String(index + 1)}(n) { return f${String(index)}(n) + f${String(index)}(n + 1) }`);
  return ["function f0(n) { return n }", ...functions].join(" ");
}

/** An array of many texts. */
const many = (length: number): string => JSON.stringify(Array.from({ length }, (_, index) => `language${String(index)}`));

// What stands behind the host decides no origin, however long it would take to tell (an id that comes from a page's state by many steps).
testIdioms([
  { name: "a query that takes some steps", files: { "a.js": `${doubling(8)}\nwx.request({ url: "${A}/x?n=" + f8(1) });` }, calls: { "a.js:2": A } },
  { name: "a query that takes too many steps", files: { "a.js": `${doubling(12)}\nwx.request({ url: "${A}/x?n=" + f12(1) });` }, calls: { "a.js:2": A } },
  { name: "a path that takes too many steps, through a wrapper", files: { "a.js": `${doubling(12)}\nfunction send(path) {\n  wx.request({ url: "${A}" + path });\n}\nsend("/x?n=" + f12(1));` }, calls: { "a.js:3": A } },
  { name: "a query of more values than are kept", files: { "a.js": `const names = ${many(300)};\nwx.request({ url: "${A}/x?language=" + names[I] });` }, calls: { "a.js:2": A } },
  { name: "a query of more combinations than are kept", files: { "a.js": `const names = ${many(200)};\nconst since = ["daily", "weekly"];\nwx.request({ url: "${A}/x?since=" + since[I] + "&language=" + names[J].toLowerCase() });` }, calls: { "a.js:3": A } },
]);
