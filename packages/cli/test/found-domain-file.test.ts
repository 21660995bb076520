import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const run = (...words: string[]): Promise<Run> => wxDomain(words, { cwd: folder.path });
const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
};

const LISTS = '{"requestdomain":["https://api.example.com"]}';
const CHECK = ["check", "https://api.example.com/", "--call", "request", "--json"] as const;

describe("where no file is named", () => {
  it.each<{ what: string; files: Readonly<Record<string, string>>; used: string | undefined }>([
    { what: "that of src/", files: { "src/wx-domains.json": LISTS }, used: "src/wx-domains.json" },
    { what: "that of miniprogram/", files: { "miniprogram/wx-domains.json": LISTS }, used: "miniprogram/wx-domains.json" },
    {
      what: "that of the folder that project.config.json names",
      files: { "app/wx/wx-domains.json": LISTS, "project.config.json": '\uFEFF{"miniprogramRoot":"./app/wx/"}' },
      used: "app/wx/wx-domains.json",
    },
    { what: "one named twice", files: { "src/wx-domains.json": LISTS, "project.config.json": '{"srcMiniprogramRoot":"src/"}' }, used: "src/wx-domains.json" },
    { what: "none of two", files: { "src/wx-domains.json": LISTS, "miniprogram/wx-domains.json": LISTS }, used: undefined },
    { what: "none of another folder", files: { "lib/wx-domains.json": LISTS, "project.config.json": "no json" }, used: undefined },
  ])("check takes $what", async ({ files, used }) => {
    await write(files);
    const checked = await run(...CHECK);
    expect(checked.code).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject({ status: used === undefined ? "uncertain" : "allowed" });
    if (used === undefined) expect(checked.stderr).toContain("every list is unknown");
    else expect(checked.stderr).toBe(`There is no wx-domains.json here: ${used} is used.\n`);
    expect((await run(...CHECK, "--locale", "zh-CN")).stderr).toMatch(/^此处没有 wx-domains\.json[^\n]*\n$/);
  });

  it("the folder's own comes first, an option before all", async () => {
    await write({ "wx-domains.json": LISTS, "src/wx-domains.json": '{"requestdomain":[]}' });
    expect(await run(...CHECK)).toMatchObject({ code: 0, stderr: "" });
    expect(await run(...CHECK, "--domains", "src/wx-domains.json")).toMatchObject({ code: 1, stderr: "" });
  });

  it("a folder outside is not looked at", async () => {
    await write({ "wx-domains.json": LISTS, "app/project.config.json": '{"miniprogramRoot":"../"}' });
    const checked = await wxDomain(CHECK, { cwd: `${folder.path}/app` });
    expect(checked.stderr).toContain("every list is unknown");
  });

  it("pull writes the one that is there, and no second one", async () => {
    await write({ "src/wx-domains.json": LISTS, "reply.json": '{"errcode":0,"requestdomain":["https://b.cn"]}' });
    const pulled = await run("pull", "--from", "reply.json");
    expect(pulled).toMatchObject({ code: 0, stderr: "There is no wx-domains.json here: src/wx-domains.json is used.\n" });
    expect(pulled.stdout).toContain("Wrote src/wx-domains.json");
    expect(await folder.read("wx-domains.json")).toBeUndefined();
    expect(await run("pull", "--from", "reply.json", "--out", "wx-domains.json")).toMatchObject({ code: 0, stderr: "" });
    expect(await folder.read("wx-domains.json")).toContain("https://b.cn");
  });

  it("lists validate takes the one that is there", async () => {
    await write({ "src/wx-domains.json": LISTS });
    expect(await run("lists", "validate")).toEqual({
      code: 0,
      stdout: "No fault in src/wx-domains.json.\n",
      stderr: "There is no wx-domains.json here: src/wx-domains.json is used.\n",
    });
    await write({ "wx-domains.json": '{"requestdomain":["a.cn"]}' });
    expect(await run("lists", "validate")).toMatchObject({ code: 1, stderr: "" });
  });
});

describe("init tells the command that fetches the lists into the file that is scanned", () => {
  const APP = { "src/app.json": '{"pages":[]}', "src/app.js": 'wx.request({ url: "https://api.example.com/v1" });' };
  it.each([
    { what: "beside an eslint.config.*", files: {}, holds: "wx-domains.json", command: "npx wx-domain pull" },
    { what: "beside an .eslintrc", files: { "package.json": '{"devDependencies":{"eslint":"^6.0.0"}}', ".eslintrc.json": "{}" }, holds: "src/wx-domains.json", command: "npx wx-domain pull --out src/wx-domains.json" },
  ])("$what", async ({ files, holds, command }) => {
    await write({ ...APP, ...files });
    const { stdout, code } = await run("init");
    expect(code).toBe(0);
    expect(stdout).toContain(`${holds} holds what the code uses, not what the console has, so that nothing is missing from it yet: ${command} fetches`);
    expect((await run("scan", holds.includes("/") ? "src" : ".")).stdout.split("\n\n")[0]?.replaceAll("\n", " ")).toContain(`run ${command} to compare with that.`);
  });
});
