import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder, wxDomain, type Folder, type Run } from "../harness.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const scan = (...words: readonly string[]): Promise<Run> => wxDomain(["scan", ...words], { cwd: folder.path });

const NATIVE = { "src/app.json": '{"pages":["page"]}', "src/app.js": "", "src/wx-domains.json": '{"requestdomain":[]}' };
const UNI = { "src/manifest.json": '{ /* built for */ "mp-weixin": { "setting": { "urlCheck": false } } }', "src/pages.json": '{"pages":[]}', "src/wx-domains.json": "{}" };
const OFF = '{ "miniprogramRoot": "src/", "setting": { "urlCheck": false } }';

describe("a check of domains that is off is said in one line", () => {
  it.each<{ what: string; files: Readonly<Record<string, string>>; named: readonly string[] }>([
    { what: "off, above the app's folder", files: { ...NATIVE, "project.config.json": OFF }, named: ["project.config.json"] },
    { what: "off in the app's folder", files: { ...NATIVE, "src/project.config.json": OFF }, named: ["project.config.json"] },
    { what: "off for its author", files: { ...NATIVE, "project.config.json": "{}", "project.private.config.json": OFF }, named: ["project.private.config.json"] },
    { what: "off for WeChat's build of uni-app", files: UNI, named: ["manifest.json"] },
    { what: "on", files: { ...NATIVE, "project.config.json": '{"setting":{"urlCheck":true}}' }, named: [] },
    { what: "not said", files: { ...NATIVE, "project.config.json": '{"setting":[]}' }, named: [] },
    { what: "no JSON", files: { ...NATIVE, "project.config.json": "{" }, named: [] },
  ])("$what", async ({ files, named }) => {
    for (const [name, text] of Object.entries(files)) await folder.write(name, text);
    const run = await scan("src");
    expect(run.code).toBe(0);
    expect(run.stderr).toBe(named.map((name) => `"urlCheck": false in ${name} turns the check of domains off in DevTools, never for users: what works there may fail for them. Set it to true.\n`).join(""));
  });

  it("in the page in both languages, in JSON not at all", async () => {
    for (const [name, text] of Object.entries({ ...NATIVE, "project.config.json": OFF })) await folder.write(name, text);
    const page = (await scan("src", "--format", "html")).stdout;
    expect(page).toContain("&quot;urlCheck&quot;: false in project.config.json turns the check");
    expect(page).toContain("project.config.json 中的");
    const { stdout, stderr } = await scan("src", "--format", "json", "--locale", "zh-CN");
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(["version", "calls", "lists", "skipped", "plan"]);
    expect(stderr).toMatch(/^project\.config\.json 中的[^\n]*。\n$/);
  });
});
