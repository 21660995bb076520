import { describe, expect, test } from "vitest";
import { memoryFiles, projectDigest } from "@wx-domain/analyzer";

const APP = {
  "/app/app.json": "{}",
  "/app/app.js": "App({ globalData: { api: 'https://api.example.com' } });",
  "/app/config.js": "const HOST = 'https://a.example.com';\nmodule.exports = { HOST, path: (id) => HOST + '/x/' + id };",
  "/app/names.json": '{ "cdn": "https://cdn.example.com" }',
  "/app/.env": "API=https://env.example.com",
  "/app/request.js": "const { HOST } = require('./config');\nexport function get(url) {\n  wx.showLoading({ title: 'a' });\n  return wx.request({ url: HOST + url });\n}",
  "/app/page.js": "import { get } from './request';\nimport names from './names.json';\nPage({ onLoad() { get('/x'); wx.downloadFile({ url: names.cdn }); } });",
};

function digest(change: Readonly<Record<string, string>> = {}): string {
  const tools = { hash: (text: string) => text, remembered: new Map<string, string>() };
  return projectDigest("/app", memoryFiles({ ...APP, ...change }), {}, tools).digest;
}

describe("what other files can learn changes the digest", () => {
  test.each([
    ["a constant", { "/app/config.js": APP["/app/config.js"].replace("a.example", "b.example") }],
    ["the result of a function", { "/app/config.js": APP["/app/config.js"].replace("/x/", "//evil.example.org/") }],
    ["an export's name", { "/app/config.js": APP["/app/config.js"].replace("path:", "way:") }],
    ["the app's state", { "/app/app.js": APP["/app/app.js"].replace("api.", "old.") }],
    ["data", { "/app/names.json": '{ "cdn": "https://cdn2.example.com" }' }],
    ["an environment file", { "/app/.env": "API=https://other.example.com" }],
    ["where a wrapper goes", { "/app/request.js": APP["/app/request.js"].replace("HOST + url", "url") }],
    ["a module that comes before another", { "/app/config.ts": "export const HOST = 'https://c.example.com';" }],
  ])("%s", (_what, change) => {
    expect(digest(change)).not.toBe(digest());
  });
});

describe("so does what the build is told, beside the app's folder", () => {
  const files = {
    "/uni/package.json": "{}",
    "/uni/src/manifest.json": "{}",
    "/uni/src/pages.json": "{}",
    "/uni/src/main.js": "uni.request({ url: API });",
    "/uni/vite.config.js": "import { api } from './build/hosts';\nexport default { define: { API: JSON.stringify(api) } };",
    "/uni/build/hosts.js": "const all = require('./all');\nexport const api = all.api;",
    "/uni/build/all/index.js": "exports.api = 'https://built.example.com';",
    "/uni/config/prod.env.js": "module.exports = { HOST: '\"https://prod.example.com\"' };",
  };
  const ofBuild = (change: Readonly<Record<string, string>> = {}): string =>
    projectDigest("/uni", memoryFiles({ ...files, ...change }), {}, { hash: (text) => text, remembered: new Map() }).digest;

  test.each([
    ["the configuration", { "/uni/vite.config.js": "export default { define: { API: '\"https://other.example.com\"' } };" }],
    ["what it imports", { "/uni/build/hosts.js": "export const api = 'https://other.example.com';" }],
    ["what that requires, in a folder", { "/uni/build/all/index.js": "exports.api = 'https://other.example.com';" }],
    ["an environment of Vue's webpack template", { "/uni/config/prod.env.js": "module.exports = { HOST: '\"https://other.example.com\"' };" }],
  ])("%s", (_what, change) => {
    expect(ofBuild(change)).not.toBe(ofBuild());
  });

  test("not a script that none of them imports", () => {
    expect(ofBuild({ "/uni/build/deploy.js": "exports.to = 'https://deploy.example.com';" })).toBe(ofBuild());
  });
});

describe("nothing else does", () => {
  test.each([
    ["a comment and white space", { "/app/config.js": `// Hosts.\n\n${APP["/app/config.js"].replaceAll(" = ", "  =  ")}` }],
    ["the name of a local variable", { "/app/request.js": APP["/app/request.js"].replaceAll("url)", "path)").replace("HOST + url", "HOST + path") }],
    ["what is shown on the screen", { "/app/request.js": APP["/app/request.js"].replace("title: 'a'", "title: 'b'") }],
    ["a page that nobody imports", { "/app/page.js": `${APP["/app/page.js"]}\nwx.request({ url: 'https://page.example.com' });` }],
    ["data's layout", { "/app/names.json": '{\n  "cdn": "https://cdn.example.com"\n}' }],
  ])("%s", (_what, change) => {
    expect(digest(change)).toBe(digest());
  });
});

describe("what markup depends on", () => {
  const files = { ...APP, "/app/page.wxml": "<web-view src='{{url}}'/>" };
  const ofMarkup = (change: Readonly<Record<string, string>> = {}): string =>
    projectDigest("/app", memoryFiles({ ...files, ...change }), {}, { hash: (text) => text, remembered: new Map() }).ofMarkup;

  test.each([
    ["the script beside it", { "/app/page.js": `${APP["/app/page.js"]}\nPage({ data: { url: 'https://page.example.com' } });` }],
    ["a constant", { "/app/config.js": APP["/app/config.js"].replace("a.example", "b.example") }],
  ])("%s", (_what, change) => {
    expect(ofMarkup(change)).not.toBe(ofMarkup());
  });

  test("not a page without markup of its own", () => {
    expect(ofMarkup({ "/app/other.js": "Page({});" })).toBe(ofMarkup());
  });
});

test("what was remembered is not asked again, and gives the same digest", () => {
  const hash = (text: string): string => text;
  const first = projectDigest("/app", memoryFiles(APP), {}, { hash, remembered: new Map() });
  const second = projectDigest("/app", memoryFiles(APP), {}, { hash, remembered: first.known });
  expect(second).toEqual(first);
  const wrong = new Map([...first.known.keys()].map((key) => [key, "remembered"]));
  expect(projectDigest("/app", memoryFiles(APP), {}, { hash, remembered: wrong }).digest).not.toBe(first.digest);
});
