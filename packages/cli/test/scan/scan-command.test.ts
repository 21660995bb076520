import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder, wxDomain, type Folder, type Run } from "../harness.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
  await folder.write("app/app.json", '{"pages":["index"]}');
});
afterEach(() => folder.remove());

const scan = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  wxDomain(["scan", ...words], { cwd: folder.path, env });

const request = (url: string): string => `Page({ onLoad() { wx.request({ url: ${url} }); } });`;
const LISTS = '{"requestdomain":["https://api.example.com"]}';

describe("exit code", () => {
  const LISTED = '"https://api.example.com/"';
  const UNLISTED = '"https://other.example.com/"';
  const INSECURE = '"http://api.example.com/"';
  const DYNAMIC = 'wx.getStorageSync("url")';
  // A hole in the host that no entry can fill.
  const IMPOSSIBLE = '"https://" + wx.getStorageSync("name") + ".example.org/"';

  it.each([
    { url: LISTED, words: [], code: 0 },
    { url: UNLISTED, words: [], code: 1 },
    { url: IMPOSSIBLE, words: [], code: 1 },
    { url: INSECURE, words: [], code: 1 },
    { url: '"https://localhost:3000/"', words: [], code: 1 },
    { url: '"https://1.2.3.4/"', words: [], code: 1 },
    { url: '"http://192.168.1.5/"', words: [], code: 0 },
    { url: DYNAMIC, words: [], code: 0 },
    { url: UNLISTED, words: ["--fail-on", "insecure"], code: 0 },
    { url: INSECURE, words: ["--fail-on", "insecure"], code: 1 },
    { url: INSECURE, words: ["--fail-on", "missing"], code: 0 },
    { url: DYNAMIC, words: ["--fail-on", "missing,dynamic"], code: 1 },
    { url: LISTED, words: ["--fail-on", "missing,insecure,dynamic"], code: 0 },
  ])("$url $words: $code", async ({ url, words, code }) => {
    await folder.write("app/index.js", request(url));
    await folder.write("app/wx-domains.json", LISTS);
    expect(await scan(["app", ...words])).toMatchObject({ code, stderr: "" });
  });

  it.each([UNLISTED, INSECURE, DYNAMIC])("without lists nothing fails: %s", async (url) => {
    await folder.write("app/index.js", request(url));
    expect(await scan(["app", "--fail-on", "missing,insecure,dynamic"])).toMatchObject({ code: 0 });
  });

  it("where its list is unknown, http still fails: no list could allow it", async () => {
    await folder.write("app/index.js", request(INSECURE));
    await folder.write("app/wx-domains.json", '{"bizdomain":[]}');
    expect(await scan(["app"])).toMatchObject({ code: 1 });
  });

  it("what the program hands to third-party code is judged, and counts as used and missing", async () => {
    await folder.write("app/miniprogram_npm/luch/index.js", "export const get = (url) => wx.request({ url });\nwx.request({ url: 'https://stats.example.net/' });");
    await folder.write("app/index.js", 'import { get } from "./miniprogram_npm/luch/index.js";\nget("https://other.example.com/x");');
    await folder.write("app/wx-domains.json", LISTS);
    const run = await scan(["app"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/✗ https:\/\/other\.example\.com\n {6}not in the list; .*\n {6}1 call: miniprogram_npm\/luch\/index\.js:1\n {6}written in index\.js:2\n/);
    expect(run.stdout).toMatch(/Third-party code, not judged\n {2}miniprogram_npm\/luch\/index\.js {2}1 call\n {6}https:\/\/stats\.example\.net\n/);
    const { lists } = JSON.parse((await scan(["app", "--format", "json"])).stdout) as { lists: { requestdomain: { used: unknown; missing: unknown } } };
    expect(lists.requestdomain).toMatchObject({ used: ["https://other.example.com"], missing: ["https://other.example.com"] });
  });

  it("third-party code is not judged", async () => {
    await folder.write("app/miniprogram_npm/sdk/index.js", request(UNLISTED));
    await folder.write("app/index.js", 'require("sdk");');
    await folder.write("app/wx-domains.json", LISTS);
    expect(await scan(["app", "--fail-on", "missing,insecure,dynamic"])).toMatchObject({ code: 0 });
  });

  it("an empty text that is there before the URL is no finding", async () => {
    await folder.write(
      "app/index.js",
      'Page({ data: { url: "" }, onLoad() { this.setData({ url: "https://api.example.com/" }); wx.request({ url: this.data.url }); } });',
    );
    await folder.write("app/wx-domains.json", LISTS);
    expect(await scan(["app"])).toMatchObject({ code: 0 });
  });
});

it("an entry that third-party code or a URL to be mended needs is not called unused", async () => {
  await folder.write("app/index.js", request('"http://api.example.com/"'));
  await folder.write("app/miniprogram_npm/sdk/index.js", request('"https://sdk.example.com/"'));
  await folder.write("app/wx-domains.json", '{"requestdomain":["https://api.example.com","https://sdk.example.com","https://old.example.com"]}');
  const { stdout } = await scan(["app", "--format", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ lists: { requestdomain: { missing: [], unused: ["https://old.example.com"] } } });
});

it("--domains names another file, seen from where the command runs", async () => {
  await folder.write("app/index.js", request('"https://api.example.com/"'));
  await folder.write("app/wx-domains.json", '{"requestdomain":[]}');
  await folder.write("lists.json", LISTS);
  expect(await scan(["app", "--domains", "lists.json"])).toMatchObject({ code: 0, stderr: "" });
  expect(await scan(["app"])).toMatchObject({ code: 1 });
});

describe("--out", () => {
  beforeEach(async () => {
    await folder.write("app/index.js", request('"https://api.example.com/"'));
    await folder.write("app/wx-domains.json", LISTS);
  });

  it.each(["json", "table"])("writes the %s to the file instead, without colour", async (format) => {
    const direct = await scan(["app", "--format", format]);
    expect(await scan(["app", "--format", format, "--out", "scan.txt"], { FORCE_COLOR: "1" })).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await folder.read("scan.txt")).toBe(direct.stdout);
  });

  it("says what to do when the file can't be written", async () => {
    const run = await scan(["app", "--out", "nowhere/scan.txt"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain('"nowhere/scan.txt" can\'t be written (ENOENT)');
  });
});

describe("wrong input", () => {
  it.each([
    { words: ["nowhere"], says: 'There is no folder "nowhere"' },
    { words: ["app/app.json"], says: 'There is no folder "app/app.json"' },
    { words: ["app", "app"], says: "scan takes one folder" },
    { words: ["app", "--format", "xml"], says: "scan has no such --format: give one of table, json, " },
    { words: ["app", "--fail-on", "everything"], says: "--fail-on takes missing, insecure, dynamic" },
    { words: ["app", "--domains", "none.json"], says: 'There is no file "none.json"' },
    { words: ["app", "--baseline", "old.json"], says: "There is no file \"old.json\": make one by" },
  ])("$words", async ({ words, says }) => {
    const english = await scan(words);
    expect(english).toMatchObject({ code: 2, stdout: "" });
    expect(english.stderr).toContain(says);
    const chinese = await scan([...words, "--locale", "zh-CN"]);
    expect(chinese).toMatchObject({ code: 2, stdout: "" });
    expect(chinese.stderr).toMatch(/[一-龥]/);
  });

  it("a domain file that can't be read is named with its place", async () => {
    await folder.write("app/wx-domains.json", '{"requestdomain":');
    const run = await scan(["app"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("wx-domains.json");
  });
});

it("--help tells the options in both languages", async () => {
  expect(await scan(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("--fail-on") as string });
  expect((await scan(["--help", "--locale", "zh-CN"])).stdout).toContain("小程序");
});

it("an empty folder has no calls", async () => {
  await folder.write("empty/readme.txt", "");
  expect(await scan(["empty"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nNo network call was found\.\n$/) as string });
});
