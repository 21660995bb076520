/** `eslint --cache`, and a process that lives long: an answer that depends on another file is never stale. */
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import plugin from "eslint-plugin-wx-domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin", "eslint.js");
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-cache-")));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

beforeAll(() => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
});

const LISTED = "export const host = 'https://api.example.com';\n";
const UNLISTED = "export const host = 'https://api.example.org';\n";
const LISTS = JSON.stringify({ requestdomain: ["https://api.example.com"] });
const NO_LISTS = JSON.stringify({ requestdomain: [] });

function makeApp(name: string): string {
  const app = join(temporary, name);
  mkdirSync(join(app, "node_modules"), { recursive: true });
  symlinkSync(join(workspace, "packages", "eslint-plugin"), join(app, "node_modules", "eslint-plugin-wx-domain"), "junction");
  const files = {
    "package.json": '{ "type": "module" }',
    "app.json": "{}",
    "app.js": "App({});\n",
    "config.js": LISTED,
    "page.js": "import { host } from './config.js';\nwx.request({ url: host + '/x' });\n",
    "wx-domains.json": LISTS,
    "eslint.config.js": 'import wxDomain from "eslint-plugin-wx-domain";\nexport default wxDomain.project({ root: import.meta.dirname });\n',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(app, path), text);
  return app;
}

/** How many reports a run of the command makes. */
function lint(app: string, strategy: string, file = "page.js"): Promise<number> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [eslint, "--cache", "--cache-strategy", strategy, "--format", "json", file], { cwd: app }, (_error, stdout, stderr) => {
      if (stdout === "") reject(new Error(stderr));
      else resolve((JSON.parse(stdout) as readonly ESLint.LintResult[]).reduce((sum, { messages }) => sum + messages.length, 0));
    });
  });
}

describe.each(["metadata", "content"])("cache strategy %s", (strategy) => {
  test("an edit of a module, and of the lists, is seen", async () => {
    const app = makeApp(strategy);
    expect(await lint(app, strategy)).toBe(0);
    writeFileSync(join(app, "config.js"), UNLISTED);
    expect(await lint(app, strategy)).toBe(1);
    writeFileSync(join(app, "config.js"), LISTED);
    expect(await lint(app, strategy)).toBe(0);
    writeFileSync(join(app, "wx-domains.json"), NO_LISTS);
    expect(await lint(app, strategy)).toBe(1);
    writeFileSync(join(app, "wx-domains.json"), LISTS);
    expect(await lint(app, strategy)).toBe(0);
  });
});

test("an edit of the script beside a WXML file is seen", async () => {
  const app = makeApp("markup");
  const page = (url: string): void => {
    writeFileSync(join(app, "page.js"), `Page({ data: { url: ${JSON.stringify(url)} } });\n`);
  };
  writeFileSync(join(app, "wx-domains.json"), JSON.stringify({ bizdomain: ["example.com"] }));
  writeFileSync(join(app, "page.wxml"), "<web-view src='{{url}}' />\n");
  page("https://www.example.com");
  expect(await lint(app, "content", "page.wxml")).toBe(0);
  page("https://www.example.org");
  expect(await lint(app, "content", "page.wxml")).toBe(1);
});

test("a broken memory of earlier runs is ignored", async () => {
  const app = makeApp("broken");
  expect(await lint(app, "content")).toBe(0);
  const cache = join(app, "node_modules", ".cache", "wx-domain");
  mkdirSync(cache, { recursive: true });
  execFileSync(process.execPath, ["-e", "for (const f of fs.readdirSync('.')) fs.writeFileSync(f, '{\"a')"], { cwd: cache });
  writeFileSync(join(app, "config.js"), UNLISTED);
  expect(await lint(app, "content")).toBe(1);
});

test("in a process that lives long, the next lint sees a saved module and saved lists", async () => {
  const app = makeApp("editor");
  const editor = new ESLint({ cwd: app, overrideConfigFile: true, overrideConfig: plugin.project({ root: app }) });
  const count = async (): Promise<number> => {
    // The analysis takes the disk to be unchanged for a moment.
    await new Promise((resolve) => setTimeout(resolve, 80));
    return (await editor.lintFiles(["page.js"])).reduce((sum, { messages }) => sum + messages.length, 0);
  };
  expect(await count()).toBe(0);
  writeFileSync(join(app, "config.js"), UNLISTED);
  expect(await count()).toBe(1);
  writeFileSync(join(app, "config.js"), LISTED);
  expect(await count()).toBe(0);
  writeFileSync(join(app, "wx-domains.json"), NO_LISTS);
  expect(await count()).toBe(1);
});
