import { afterEach, beforeEach, expect, it } from "vitest";
import { temporaryFolder, wxDomain, type Folder } from "../harness.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
  await folder.write("app.json", '{"pages":["page"]}');
  await folder.write("wx-domains.json", '{"requestdomain":["https://a.example.com"]}');
});
afterEach(() => folder.remove());

async function notes(...words: readonly string[]): Promise<string> {
  return (await wxDomain(["scan", ...words], { cwd: folder.path })).stderr;
}

const calls = Array.from({ length: 20 }, (_, i) => `function f${String(i)}(u) { return f${String(i + 1)}(u); }`).join("\n");
const PAGE = `${calls} function f20(u) { return u; } wx.request({ url: f0("https://a.example.com/") });`;

it("a bound that is hit is said with --verbose, on stderr, with the file", async () => {
  await folder.write("page.js", PAGE);
  expect(await notes()).toBe("");
  expect(await notes("--verbose")).toBe("A bound of the analysis was reached: more than 14 calls within calls (in page.js).\n");
  expect(await notes("--verbose", "--locale", "zh-CN")).toBe("已达到分析上限：调用的嵌套层数（上限 14）（位于 page.js）。\n");
});

it("beside --format json, stdout holds nothing but the report", async () => {
  await folder.write("page.js", PAGE);
  const { stdout, stderr } = await wxDomain(["scan", "--verbose", "--format", "json"], { cwd: folder.path });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, calls: [{ dynamic: true }] });
  expect(stderr).toContain("more than 14 calls within calls");
});

it("files that were left out are said without --verbose, too", async () => {
  await folder.write(`${"d/".repeat(25)}page.js`, 'wx.request({ url: "https://a.example.com/" });');
  const where = "d/".repeat(25).slice(0, -1);
  expect(await notes()).toBe(`A bound of the analysis was reached: more than 24 folders within folders: what is deeper was not read (in ${where}).\n`);
});
