import { spawnSync } from "node:child_process";
import { copyFile, mkdir, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BIN, temporaryFolder, type Folder } from "./harness.ts";

const HOOKS = fileURLToPath(new URL("../../../.pre-commit-hooks.yaml", import.meta.url));
const PLUGIN = fileURLToPath(new URL("../../eslint-plugin/", import.meta.url));

const hasPreCommit = spawnSync("pre-commit", ["--version"]).status === 0;

// Debian has it as the package pre-commit.
describe.runIf(hasPreCommit)("the real pre-commit", () => {
  let hooks: Folder;
  let app: Folder;

  const run = (folder: Folder, program: string, ...words: readonly string[]): { status: number | null; output: string } => {
    const git = { GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com" };
    const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder.path, encoding: "utf8", env: { PATH: process.env["PATH"], HOME: folder.path, PRE_COMMIT_HOME: join(folder.path, ".cache"), ...git } });
    return { status, output: stdout + stderr };
  };
  const commit = (folder: Folder): { status: number | null; output: string } => {
    run(folder, "git", "add", "--all");
    return run(folder, "git", "commit", "--message", "x");
  };

  beforeAll(async () => {
    [hooks, app] = await Promise.all([temporaryFolder(), temporaryFolder()]);
    await copyFile(HOOKS, join(hooks.path, ".pre-commit-hooks.yaml"));
    run(hooks, "git", "init");
    commit(hooks);
    const rev = run(hooks, "git", "rev-parse", "HEAD").output.trim();

    await app.write(".gitignore", "node_modules\n.cache\n");
    await app.write("app.json", '{"pages":["index"]}');
    await app.write("wx-domains.json", '{"requestdomain":["https://api.example.com"]}');
    await app.write("eslint.config.mjs", 'import wxDomain from "eslint-plugin-wx-domain";\nexport default wxDomain.project({ root: import.meta.dirname });\n');
    await app.write(".pre-commit-config.yaml", `repos:\n  - repo: ${hooks.path}\n    rev: ${rev}\n    hooks: [{ id: wx-domain-eslint }, { id: wx-domain-scan }]\n`);
    await mkdir(join(app.path, "node_modules/.bin"), { recursive: true });
    const eslint = dirname(createRequire(join(PLUGIN, "package.json")).resolve("eslint/package.json"));
    await symlink(PLUGIN, join(app.path, "node_modules/eslint-plugin-wx-domain"));
    await symlink(join(eslint, "bin/eslint.js"), join(app.path, "node_modules/.bin/eslint"));
    await symlink(BIN, join(app.path, "node_modules/.bin/wx-domain"));
    run(app, "git", "init");
    run(app, "pre-commit", "install");
  }, 120_000);
  afterAll(() => Promise.all([hooks.remove(), app.remove()]));

  it("refuses a commit with a domain that isn't listed, by both hooks, and takes one with a listed domain", async () => {
    await app.write("index.js", 'Page({ onLoad() { wx.request({ url: "https://other.example.com/" }); } });\n');
    const refused = commit(app);
    expect(refused.output).toMatch(/ESLint with wx-domain\.+Failed[^]*wx-domain\/no-unlisted-domain/);
    expect(refused.output).toMatch(/wx-domain scan\.+Failed[^]*✗ https:\/\/other\.example\.com/);
    expect(refused.status).toBe(1);
    await app.write("index.js", 'Page({ onLoad() { wx.request({ url: "https://api.example.com/" }); } });\n');
    const taken = commit(app);
    expect(taken.output).toMatch(/ESLint with wx-domain\.+Passed/);
    expect(taken.output).toMatch(/wx-domain scan\.+Passed/);
    expect(taken.status).toBe(0);
  }, 60_000);
});
