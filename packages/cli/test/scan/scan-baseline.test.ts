import { afterEach, beforeEach, expect, it } from "vitest";
import { temporaryFolder, wxDomain, type Folder, type Run } from "../harness.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
  await folder.write("app.json", '{"pages":["index"]}');
  await folder.write("wx-domains.json", '{"requestdomain":["https://api.example.com"]}');
  await folder.write("index.js", program("https://old.example.org/"));
});
afterEach(() => folder.remove());

const scan = (...words: readonly string[]): Promise<Run> => wxDomain(["scan", ...words, "--fail-on", "missing,insecure,dynamic"], { cwd: folder.path });

/** A program with these URLs, one a line. */
function program(...urls: readonly string[]): string {
  const calls = [...urls.map((url) => JSON.stringify(url)), 'wx.getStorageSync("base")'].map((url) => `wx.request({ url: ${url} });`);
  return `Page({ onLoad() {\n${calls.join("\n")}\n} });`;
}

it("what an earlier report holds doesn't fail, wherever its line has gone; what is new does", async () => {
  expect(await scan("--format", "json", "--out", "before.json")).toMatchObject({ code: 1 });
  await folder.write("index.js", `\n\n${program("https://old.example.org/")}`);
  const same = await scan("--baseline", "before.json");
  expect(same).toMatchObject({ code: 0, stderr: "" });
  expect(same.stdout).toContain("not in the list; in the baseline");
  expect(same.stdout).toContain("2 findings in the baseline.");
  await folder.write("index.js", program("https://old.example.org/", "https://new.example.net/"));
  const more = await scan("--baseline", "before.json");
  expect(more.code).toBe(1);
  expect(more.stdout).toMatch(/https:\/\/new\.example\.net {2}not in the list\n/);
});

it("an old finding is one that SARIF calls unchanged and suppressed", async () => {
  await scan("--format", "json", "--out", "before.json");
  const { stdout } = await scan("--baseline", "before.json", "--format", "sarif");
  expect(stdout.match(/"baselineState": "unchanged"/g)).toHaveLength(2);
});

it.each([
  { name: "is no JSON", text: "{" },
  { name: "is another file", text: '{"requestdomain":[]}' },
  { name: "has broken calls", text: '{"version":1,"calls":[1]}' },
])("refuses a baseline that $name", async ({ text }) => {
  await folder.write("before.json", text);
  const run = await scan("--baseline", "before.json");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(/"before\.json" is no report of a scan: make one by wx-domain scan --format json --out FILE\.\n$/);
});

it("says how to make a baseline where there is none", async () => {
  const run = await scan("--baseline", "none.json");
  expect(run).toMatchObject({ code: 2 });
  expect(run.stderr).toContain("make one by");
});
