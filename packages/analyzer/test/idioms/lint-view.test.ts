import { expect, test } from "vitest";
import { createAnalyzer } from "../../src/analysis/analyzer.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { repository } from "./idiom.ts";

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Of `a.js`: `kind text-under-the-report origins`. */
  readonly reports: readonly string[];
}

const A = "https://a.example.com";

const CLIENT = `import Request from "luch-request"; const http = new Request({ baseURL: "${A}" }); export const request = (config) => http.middleware(config);`;

// Where reports stand: at the network call for what the file decides, at a wrapper's call for what is handed to it.
const CASES: readonly Case[] = [
  { name: "a literal", files: { "a.js": `wx.request({ url: "${A}/x" });` }, reports: [`network "${A}/x" ${A}`] },
  { name: "a constant: the report stands at the call", files: { "a.js": `const BASE = "${A}"; wx.request({ url: BASE });` }, reports: [`network BASE ${A}`] },
  { name: "an options object written before: the report stands at the call", files: { "a.js": `const options = { url: "${A}/x" }; wx.request(options);` }, reports: [`network options ${A}`] },
  { name: "a base inside a wrapper", files: { "a.js": `const get = (path) => wx.request({ url: "${A}" + path }); get("/x");` }, reports: [`network "${A}" + path ${A}`] },
  { name: "a client's base, behind a function that hands its options on", files: { "a.js": `${CLIENT} request({ url: "/y" });` }, reports: [`network config ${A}`] },
  { name: "a path handed to such a function: its base is reported there", files: { "http.js": CLIENT, "a.js": `import { request } from "./http"; request({ url: "/x" });` }, reports: [] },
  { name: "a base of its own handed to such a function", files: { "http.js": CLIENT, "a.js": `import { request } from "./http"; request({ url: "/x", baseURL: "https://b.example.com" });` }, reports: [`wrapper "https://b.example.com" https://b.example.com`] },
  { name: "an absolute URL handed to an imported wrapper", files: { "http.js": `export const get = (url) => wx.request({ url });`, "a.js": `import { get } from "./http"; get("${A}/x");` }, reports: [`wrapper "${A}/x" ${A}`] },
];

test.each(CASES)("$name", ({ files, reports }) => {
  const all = repository(files);
  const text = files["a.js"] ?? "";
  const { calls } = createAnalyzer(memoryFiles(all)).file("/repo/a.js", text);
  const found = calls
    .map(({ kind, urlSpan, values }) => ({ kind, at: text.slice(urlSpan.start, urlSpan.end), origins: values.flatMap(({ origin }) => (origin.kind === "known" ? [origin.origin] : [])) }))
    .filter(({ origins }) => origins.length > 0);
  expect(found.map(({ kind, at, origins }) => `${kind} ${at} ${origins.join(" ")}`)).toEqual(reports);
});
