import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BIN, temporaryFolder, wxDomain, type Folder } from "./harness.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}, bin = BIN) =>
  wxDomain(words, { cwd: folder.path, env, bin });

it.each([
  { words: ["--help"], code: 0, says: /^Usage: wx-domain <command>[^]+ {2}pull +fetch[^]+ {2}check +tell[^]+Exit codes: 0 clean/ },
  { words: [], code: 2, says: /^Usage: wx-domain <command>/ },
  { words: ["--version"], code: 0, says: /^\d+\.\d+\.\d+\n$/ },
  { words: ["pull", "--help"], code: 0, says: /^Usage: wx-domain pull[^]+--dry-run[^]+WX_TOKEN_COMMAND[^]+Examples:[^]+Exit codes/ },
  { words: ["check", "--help"], code: 0, says: /^Usage: wx-domain check URL --call CALL[^]+request, uploadFile[^]+Examples:/ },
  { words: ["--locale", "zh-CN", "check", "--help"], code: 0, says: /^用法： wx-domain check[^]+示例：[^]+退出码/ },
  { words: ["--help", "--locale=zh-CN"], code: 0, says: /^用法：/ },
])("$words prints its help", async ({ words, code, says }) => {
  const { stdout, ...rest } = await run(words);
  expect(rest).toEqual({ code, stderr: "" });
  expect(stdout).toMatch(says);
});

it.each([
  { env: { LANG: "zh_CN.UTF-8" }, says: /^用法/ },
  { env: { LANG: "zh_CN.UTF-8", LC_ALL: "en_GB.UTF-8" }, says: /^Usage/ },
])("speaks the language of $env", async ({ env, says }) => {
  expect((await run(["--help"], env)).stdout).toMatch(says);
});

it.each([
  { words: ["pul"], says: /^wx-domain: There is no such command: wx-domain has init, pull, check, [a-z, -]+\. See wx-domain --help\.\n$/ },
  { words: ["toString"], says: /There is no such command/ },
  { words: ["--frobnicate"], says: /There is no option --frobnicate/ },
  { words: ["check", "-x"], says: /There is no option -x/ },
])("$words: exit 2, one sentence, no stack", async ({ words, says }) => {
  const { code, stdout, stderr } = await run(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(says);
  expect(stderr).not.toContain("    at ");
});

it("--verbose adds the stack", async () => {
  expect((await run(["pull", "--verbose"])).stderr).toMatch(/\n {4}at /);
});

it.each([
  { env: {}, coloured: false },
  { env: { FORCE_COLOR: "1" }, coloured: true },
  { env: { FORCE_COLOR: "1", NO_COLOR: "1" }, coloured: false },
])("$env: coloured $coloured", async ({ env, coloured }) => {
  const { stdout } = await run(["check", "https://a.cn/", "--call", "udp"], env);
  expect(stdout.includes("\u001b[")).toBe(coloured);
});

it("says what to do where it was not built", async () => {
  await folder.write("package.json", '{"type":"module"}');
  await folder.write("bin/wx-domain.js", await readFile(BIN, "utf8"));
  const { code, stdout, stderr } = await run([], {}, join(folder.path, "bin/wx-domain.js"));
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("run `pnpm build`");
});
