import { mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runNode, temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const init = (...words: readonly string[]): Promise<Run> => wxDomain(["init", ...words], { cwd: folder.path });

async function project(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
}

async function manifest(): Promise<unknown> {
  return JSON.parse((await folder.read("package.json")) ?? "null");
}

const NATIVE = {
  "app.json": '{"pages":["pages/index"]}',
  "app.js": "App({});",
  "pages/index.js": 'Page({ onLoad() { wx.request({ url: "https://api.example.com/v1" }); } });',
};
const UNI = {
  "package.json": '{\n    "name": "shop"\n}\n',
  "src/manifest.json": '{"mp-weixin":{}}',
  "src/pages.json": '{"pages":[{"path":"pages/index"}]}',
  "src/main.js": "",
  "src/pages/index.vue": '<script>export default { onLoad() { uni.request({ url: "https://api.example.com/v1" }); } };</script>',
};
const TARO = {
  "package.json": '{"dependencies":{"@tarojs/taro":"4.0.0"},"devDependencies":{"eslint":"^9.0.0"}}',
  "src/app.config.ts": 'export default { pages: ["pages/index"] };',
  "src/app.tsx": "export default function App() {}",
  "src/pages/index.tsx": 'import Taro from "@tarojs/taro"; Taro.request({ url: "https://api.example.com/v1" });',
};
const H5 = { "package.json": '{"dependencies":{"weixin-js-sdk":"1.6.0"}}', "index.html": "", "src/main.js": "" };

describe("a fresh project", () => {
  it.each([
    { kind: "A native mini program", files: NATIVE, packages: ["@eslint/json", "eslint", "eslint-plugin-wx-domain", "wx-domain"], proposes: true },
    { kind: "A uni-app project", files: UNI, packages: ["@eslint/json", "eslint", "eslint-plugin-wx-domain", "vue-eslint-parser", "wx-domain"], proposes: true },
    { kind: "A Taro project", files: TARO, packages: ["@eslint/json", "@typescript-eslint/parser", "eslint", "eslint-plugin-wx-domain", "typescript", "wx-domain"], proposes: true },
    { kind: "pages in WeChat's browser", files: H5, packages: ["@eslint/json", "eslint", "eslint-plugin-wx-domain", "wx-domain"], proposes: false },
  ])("$kind: configuration, snapshot and script; again: nothing", async ({ kind, files, packages, proposes }) => {
    await project(files);
    const run = await init();
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(kind);
    expect(await folder.read("eslint.config.mjs")).toContain("export default wxDomain.project({ root: import.meta.dirname });");
    const written = (await manifest()) as { scripts: object; devDependencies: object };
    expect(written.scripts).toEqual({ "lint:domains": "wx-domain scan" });
    expect(Object.keys(written.devDependencies).sort()).toEqual(packages);
    const snapshot = JSON.parse((await folder.read("wx-domains.json")) ?? "") as { source: string; requestdomain?: string[] };
    expect(snapshot.source).toMatch(/^proposed by wx-domain init/);
    expect(snapshot.requestdomain).toEqual(proposes ? ["https://api.example.com"] : undefined);

    const says = proposes ? "wx-domains.json holds what init found in the code, not what the console has" : "wx-domains.json holds no list, so every list is unknown and no domain can be missing";
    const scanned = await wxDomain(["scan"], { cwd: folder.path });
    expect(scanned).toMatchObject({ code: 0, stderr: "" });
    expect(scanned.stdout.split("\n\n")[0]?.replaceAll("\n", " ")).toContain(says);

    const checked = await wxDomain(["check", "https://api.example.com/", "--call", "request", "--json"], { cwd: folder.path });
    expect(checked).toMatchObject({ code: 0, stderr: expect.stringContaining(says) as unknown });

    const before = await folder.all();
    const again = await init();
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(again.stdout).toContain("All is set up; nothing is to be changed.");
    expect(await folder.all()).toEqual(before);
  });

  it("can be linted at once", async () => {
    await project({ ...NATIVE, "pages/index.js": 'Page({ onLoad() { wx.request({ url: "http://api.example.com/v1" }); } });' });
    await init();
    const plugin = fileURLToPath(new URL("../../eslint-plugin/", import.meta.url));
    const eslint = dirname(createRequire(join(plugin, "package.json")).resolve("eslint/package.json"));
    await mkdir(join(folder.path, "node_modules"));
    await symlink(plugin, join(folder.path, "node_modules/eslint-plugin-wx-domain"));
    const run = await runNode([join(eslint, "bin/eslint.js"), "."], { cwd: folder.path });
    expect(run.stdout).toContain("wx-domain/no-insecure-protocol");
    expect(run.code).toBe(1);
  });
});

it("an empty proposal is called one: by init, by scan in each format, and by check", async () => {
  await project({ ...NATIVE, "pages/index.js": 'Page({ onLoad() { wx.request({ url: "http://localhost:8080/v1" }); } });' });
  expect((await init()).stdout).toMatch(/\nwx-domains\.json holds no list: the code names no domain that one could hold .*neither ESLint nor scan reports a domain as missing/);
  expect(JSON.parse((await folder.read("wx-domains.json")) ?? "")).not.toHaveProperty("requestdomain");
  const run = (...words: readonly string[]): Promise<Run> => wxDomain(words, { cwd: folder.path });
  expect((await run("scan")).stdout).toMatch(/^wx-domains\.json holds no list/);
  for (const words of [["scan", "--format", "json"], ["scan", "--out", "table.txt"], ["check", "https://a.example.com", "--call", "request"]]) {
    expect((await run(...words)).stderr).toMatch(/^wx-domains\.json holds no list/);
  }
  expect((await run("scan", "--format", "html")).stdout).toContain("wx-domains.json holds no list");
  expect((await run("scan", "--locale", "zh-CN")).stdout).toMatch(/^wx-domains\.json 中没有任何列表/);
});

it("shows each change before it writes, and with --dry-run writes nothing", async () => {
  await project(UNI);
  const before = await folder.all();
  const run = await init("--dry-run");
  expect(run.stdout).toContain("eslint.config.mjs  (new)\n+ import wxDomain");
  expect(run.stdout).toContain('package.json  (changed)\n  {\n-     "name": "shop"\n+     "name": "shop",\n+     "scripts": {');
  expect(await folder.all()).toEqual(before);
});

it("keeps the snapshot that is there, and a script of that name", async () => {
  const own = { "wx-domains.json": '{"requestdomain":[]}\n', "package.json": '{"scripts":{"lint:domains":"mine"}}' };
  await project({ ...NATIVE, ...own });
  await init();
  expect(await folder.read("wx-domains.json")).toBe(own["wx-domains.json"]);
  expect(await manifest()).toMatchObject({ scripts: { "lint:domains": "mine" } });
});

const ENTRY = "...wxDomain.project({ root: import.meta.dirname }),";
const LEGACY = "plugin:wx-domain/legacy-recommended";

// How each form is extended: init-config.test.ts.
describe("a configuration that is there is extended", () => {
  it.each([
    { name: "eslint.config.js", text: "export default [\n  {},\n];\n", holds: `export default [\n  ${ENTRY}\n  {},\n];\n` },
    { name: "eslint.config.cjs", text: "module.exports = [{}];\n", holds: "module.exports = [...wxDomain.project({ root: __dirname }), {}];\n" },
    { name: "eslint.config.ts", text: "export default [\n  {},\n] satisfies Linter.Config[];\n", holds: `[\n  ${ENTRY}\n  {},\n] satisfies` },
    { name: ".eslintrc.js", text: "module.exports = {\n  extends: 'a',\n};\n", holds: `extends: ['a', '${LEGACY}'],` },
    { name: ".eslintrc.json", text: '{ "extends": ["a"] }\n', holds: `"extends": ["a", "${LEGACY}"]` },
    { name: ".eslintrc.yml", text: "extends:\n  - a # ours\n", holds: `extends:\n  - a # ours\n  - ${LEGACY}\n` },
    { name: ".eslintrc.yaml", text: "root: true\n", holds: `extends:\n  - ${LEGACY}\nroot: true\n` },
    { name: ".eslintrc", text: '{ "extends": "a" }\n', holds: `{ "extends": ["a", "${LEGACY}"] }\n` },
    { name: ".eslintrc", text: "extends: a\n", holds: `extends: [a, "${LEGACY}"]\n` },
  ])("$name: $text", async ({ name, text, holds }) => {
    await project({ ...NATIVE, "package.json": '{"devDependencies":{"eslint":"^8.57.0"}}', [name]: text });
    expect(await init()).toMatchObject({ code: 0, stderr: "" });
    expect(await folder.read(name)).toContain(holds);
    expect((await init()).stdout).toContain("All is set up");
  });

  it.each<[eslintConfig: object, extended: readonly string[]]>([
    [{ root: true, extends: ["a"] }, ["a", LEGACY]],
    [{ extends: "a" }, ["a", LEGACY]],
    [{ root: true }, [LEGACY]],
  ])("eslintConfig of package.json: %o", async (eslintConfig, extended) => {
    await project({ ...NATIVE, "package.json": JSON.stringify({ devDependencies: { eslint: "^8.57.0" }, eslintConfig }) });
    const run = await init();
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("configured in package.json");
    expect(await manifest()).toMatchObject({ eslintConfig: { ...eslintConfig, extends: extended } });
    expect((await init()).stdout).toContain("All is set up");
  });

  it.each([
    { name: "eslint.config.js", text: "export default antfu({ vue: true });\n", lines: `import wxDomain from "eslint-plugin-wx-domain";\n    ${ENTRY}` },
    { name: ".eslintrc.js", text: "module.exports = require('ours');\n", lines: LEGACY },
    { name: ".eslintrc.yml", text: "extends: *base\n", lines: LEGACY },
  ])("what is written in another way stays, the lines to put in are said, and the exit code tells: $name", async ({ name, text, lines }) => {
    await project({ ...NATIVE, "package.json": '{"devDependencies":{"eslint":"^8.57.0"}}', [name]: text });
    const run = await init();
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(run.stdout).toContain(`:\n    ${lines}`);
    expect(await folder.read(name)).toBe(text);
    const again = await init();
    expect(again).toMatchObject({ code: 1 });
    expect(again.stdout).toContain("The rest is set up.");
    expect((await init("--locale", "zh-CN")).stdout).toContain("因此保持不变");
  });

  it.each([
    { eslint: "^9.0.0", scripts: {}, isRead: false },
    { eslint: "^9.0.0", scripts: { lint: "ESLINT_USE_FLAT_CONFIG=false eslint ." }, isRead: true },
    { eslint: "^10.0.0", scripts: { lint: "ESLINT_USE_FLAT_CONFIG=false eslint ." }, isRead: false },
  ])("ESLint $eslint with $scripts: eslintrc is read: $isRead", async ({ eslint, scripts, isRead }) => {
    await project({ ...NATIVE, "package.json": JSON.stringify({ scripts, devDependencies: { eslint } }), ".eslintrc.json": "{}" });
    const { stdout } = await init();
    expect(await folder.read(".eslintrc.json")).toBe(isRead ? `{ "extends": ["${LEGACY}"] }` : "{}");
    expect(stdout.includes("does not read .eslintrc.json")).toBe(!isRead);
    expect(stdout.split("\n")[0]).toContain(isRead ? "configured in .eslintrc.json." : ".eslintrc.json, which it does not read.");
    expect((await folder.read("eslint.config.mjs")) !== undefined).toBe(!isRead);
  });

  it.each(["^5.16.0", "8.56.0", "~7.0.0"])("ESLint %s is too old, and left alone", async (eslint) => {
    await project({ ...NATIVE, "package.json": JSON.stringify({ devDependencies: { eslint } }), ".eslintrc.js": "module.exports = {};" });
    const { stdout } = await init();
    expect(stdout).toContain("older than 8.57");
    expect(await folder.read(".eslintrc.js")).toBe("module.exports = {};");
    expect(await manifest()).toMatchObject({ devDependencies: { eslint } });
  });
});

it("with credentials the lists are pulled", async () => {
  await project({ ...NATIVE, "lists.json": '{"errcode":0,"errmsg":"ok","requestdomain":["https://live.example.com"]}' });
  expect(await init("--from", "lists.json")).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse((await folder.read("wx-domains.json")) ?? "")).toMatchObject({ requestdomain: ["https://live.example.com"] });
});

describe("what package.json is to name", () => {
  const devDependencies = async (): Promise<unknown> => ((await manifest()) as { devDependencies: unknown }).devDependencies;
  const installed = (version: string): Readonly<Record<string, string>> => ({ "node_modules/eslint/package.json": JSON.stringify({ version }) });

  it.each<{ what: string; files: Readonly<Record<string, string>>; names: object; not: readonly string[] }>([
    { what: "ESLint is installed, and nobody names it", files: installed("9.39.1"), names: { eslint: "^9.39.1", "@eslint/json": "^2.0.0" }, not: [] },
    { what: "ESLint is installed and knows no languages", files: installed("9.6.0"), names: { eslint: "^9.6.0" }, not: ["@eslint/json"] },
    { what: "ESLint 8 is installed, with its configuration", files: { ...installed("8.57.1"), ".eslintrc.json": "{}" }, names: { eslint: "^8.57.1" }, not: ["@eslint/json"] },
    { what: "decorators in JavaScript", files: { "pages/store.js": "@observer\nclass Store {}\n" }, names: { "@typescript-eslint/parser": "^8.0.0", typescript: "~6.0.3" }, not: [] },
    { what: "decorators in third-party JavaScript", files: { "miniprogram_npm/mobx/index.js": "@observer\nclass Store {}\n" }, names: {}, not: ["@typescript-eslint/parser"] },
  ])("$what", async ({ files, names, not }) => {
    await project({ ...NATIVE, ...files });
    expect(await init()).toMatchObject({ code: 0, stderr: "" });
    expect(await devDependencies()).toMatchObject(names);
    for (const name of not) expect(await devDependencies()).not.toHaveProperty(name);
    expect((await init()).stdout).toContain("All is set up");
  });

  it("ESLint stands above, in a workspace: its version, and the configuration that it reads", async () => {
    await project({ ".git/HEAD": "", ...installed("8.57.1") });
    for (const [name, text] of Object.entries({ ...NATIVE, ".eslintrc.json": "{}" })) await folder.write(`apps/shop/${name}`, text);
    expect((await init("apps/shop")).stdout).toContain("ESLint 8.57; configured in .eslintrc.json.");
    expect(JSON.parse((await folder.read("apps/shop/package.json")) ?? "")).toMatchObject({ devDependencies: { eslint: "^8.57.1" } });
  });

  it("ESLint stands nowhere: an eslintrc, such as DevTools writes into each project, is left to itself", async () => {
    await project({ ...NATIVE, ".eslintrc.js": "module.exports = {};" });
    const { stdout } = await init();
    expect(stdout).toContain("no ESLint yet; .eslintrc.js, which a new one does not read.");
    expect(stdout).toContain("ESLint 10 does not read .eslintrc.js, which stays as it is");
    expect(await folder.read(".eslintrc.js")).toBe("module.exports = {};");
    expect(await devDependencies()).toMatchObject({ eslint: "^10.0.0" });
  });

  it.each([
    { version: "9.39.1", range: "^9.20.0", kind: "ESLint 9.39", isReplaced: false },
    { version: "9.10.0", range: "^9.20.0", kind: "ESLint 9;", isReplaced: true },
    { version: "8.57.1", range: "8.x", kind: "ESLint 8.57", isReplaced: false },
    { version: "8.57.1", range: "^8.0.0 || ^9.0.0", kind: "ESLint 8.57", isReplaced: false },
    { version: "10.1.0", range: ">=8.57", kind: "ESLint 10.1", isReplaced: false },
    { version: "10.1.0", range: "~8.57.0", kind: "ESLint 8.57", isReplaced: true },
    { version: "10.1.0", range: "catalog:", kind: "ESLint 10.1", isReplaced: false },
  ])("ESLint $version is installed, $range asked for: what an installation will bring decides", async ({ version, range, kind, isReplaced }) => {
    await project({ ...NATIVE, ...installed(version), "package.json": JSON.stringify({ devDependencies: { eslint: range } }) });
    const { stdout } = await init("--dry-run");
    expect(stdout.split("\n")[0]).toContain(kind);
    expect(stdout.includes(`node_modules holds ESLint ${version}, but package.json asks for ${range}`)).toBe(isReplaced);
  });
});

const LINT = "npx --no-install eslint .";
const SCAN = "npx --no-install wx-domain scan";

describe("on request", () => {
  it("husky's hook gets a line", async () => {
    await project({ ...NATIVE, ".husky/pre-commit": "npm test\n" });
    await init("--hook");
    expect(await folder.read(".husky/pre-commit")).toBe(`npm test\n${LINT} && ${SCAN}\n`);
    expect((await init("--hook")).stdout).toContain("All is set up");
  });

  it("Git's own hook is written where there is none, and kept where there is one", async () => {
    await project({ ...NATIVE, ".git/HEAD": "" });
    await init("--hook");
    expect(await folder.read(".git/hooks/pre-commit")).toBe(`#!/bin/sh\n${LINT} && ${SCAN}\n`);
    await folder.write(".git/hooks/pre-commit", "mine");
    const again = await init("--hook");
    expect(again.code).toBe(1);
    expect(again.stdout).toContain("No hook was written");
    expect(await folder.read(".git/hooks/pre-commit")).toBe("mine");
  });

  it.each([
    { what: "the project's folder", files: NATIVE, command: "scan", line: `${LINT} && ${SCAN}` },
    { what: "the app's folder, beside an .eslintrc", files: { ...UNI, "package.json": '{"devDependencies":{"eslint":"8.x"}}', ".eslintrc.json": "{}" }, command: "scan src", line: `${LINT} --ext .js,.vue && ${SCAN} src` },
    { what: "an ESLint that is too old", files: { ...UNI, "package.json": '{"devDependencies":{"eslint":"^6.0.0"}}', ".eslintrc.json": "{}" }, command: "scan src", line: `${SCAN} src` },
  ])("a hook to be written by hand runs ESLint, and scans what the npm script does: $what", async ({ files, command, line }) => {
    await project(files);
    expect((await init("--hook")).stdout).toContain(`Add to that: ${line}\n`);
    expect(await manifest()).toMatchObject({ scripts: { "lint:domains": `wx-domain ${command}` } });
  });

  it.each([
    { ci: "github", file: ".github/workflows/wx-domain.yml" },
    { ci: "gitlab", file: ".gitlab-ci.yml" },
  ])("a job for $ci", async ({ ci, file }) => {
    await project(NATIVE);
    await init("--ci", ci);
    expect(await folder.read(file)).toMatch(new RegExp(`${LINT}\\n[^]*${SCAN}`));
    const before = await folder.all();
    await init("--ci", ci);
    expect(await folder.all()).toEqual(before);
  });

  it("a job without ESLint, where that is too old", async () => {
    await project({ ...NATIVE, "package.json": '{"devDependencies":{"eslint":"^6.0.0"}}' });
    await init("--ci", "github");
    expect(await folder.read(".github/workflows/wx-domain.yml")).toMatch(new RegExp(`- run: npm install\\n +- run: ${SCAN}`));
  });

  it.each([
    { lock: "package-lock.json", install: "npm ci", next: "npm install" },
    { lock: "npm-shrinkwrap.json", install: "npm ci", next: "npm install" },
    { lock: "pnpm-lock.yaml", install: "npx pnpm install --frozen-lockfile", next: "pnpm install" },
    { lock: "yarn.lock", install: "yarn install --frozen-lockfile", next: "yarn" },
    { lock: ".yarnrc.yml", install: "yarn install --immutable", next: "yarn" },
    { lock: "app.json", install: "npm install", next: "npm install" },
  ])("beside $lock CI installs by: $install", async ({ lock, install, next }) => {
    await project({ ...NATIVE, [lock]: NATIVE["app.json"] });
    expect((await init("--ci", "github")).stdout).toContain(`Next: ${next}, then`);
    expect(await folder.read(".github/workflows/wx-domain.yml")).toContain(`      - run: ${install}\n`);
    await init("--ci", "gitlab");
    expect(await folder.read(".gitlab-ci.yml")).toContain(`    - ${install}\n`);
  });

  it.each(["", "zh/"])("the jobs are those that docs/%sci.md shows", async (language) => {
    const page = await readFile(new URL(`../../../docs/${language}ci.md`, import.meta.url), "utf8");
    await project({ ...NATIVE, "package-lock.json": "{}" });
    await init("--ci", "github");
    await init("--ci", "gitlab");
    expect(page).toContain((await folder.read(".github/workflows/wx-domain.yml")) ?? "-");
    expect(page).toContain((await folder.read(".gitlab-ci.yml")) ?? "-");
  });

  it("that CI fails on what is found today is said, with the way out", async () => {
    await project(NATIVE);
    const says = "What is found today fails there, too: mend it, or let it pass by npx eslint --suppress-all .";
    expect((await init("--dry-run", "--ci", "github")).stdout).not.toContain(says);
    expect((await init("--ci", "github")).stdout).toContain(says);
  });

  it("GitLab's other jobs stay as they are", async () => {
    await project({ ...NATIVE, ".gitlab-ci.yml": "test:\n  script: [npm test]\n" });
    await init("--ci", "gitlab");
    expect(await folder.read(".gitlab-ci.yml")).toMatch(/^test:\n {2}script: \[npm test\]\n\nwx-domain:\n/);
  });
});

it.each([
  { name: "package.json that is none", files: { "package.json": "{" }, words: [], says: "is not valid JSON" },
  { name: "another CI", files: {}, words: ["--ci", "jenkins"], says: "--ci takes one of github, gitlab." },
  { name: "no folder", files: {}, words: ["none"], says: 'There is no folder "none"' },
])("refuses $name, in both languages", async ({ files, words, says }) => {
  await project({ ...NATIVE, ...files });
  const run = await init(...words);
  expect(run).toMatchObject({ code: 2 });
  expect(run.stderr).toContain(says);
  expect((await init(...words, "--locale", "zh-CN")).stderr).toMatch(/[一-龥]/);
});
