/** The built plugin in ESLint's own command, as a project uses it. */
import { execFile, execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const app = fileURLToPath(new URL("fixtures/app", import.meta.url));
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin", "eslint.js");

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...parameters: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    // pnpm's NODE_PATH would show the app packages that it has not installed.
    const env = { ...process.env, NODE_PATH: undefined, NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = execFile(process.execPath, [eslint, ...parameters], { cwd: app, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (child.exitCode ?? 1), stdout, stderr });
    });
  });
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

function reports(stdout: string): string[] {
  const results = JSON.parse(stdout) as readonly Result[];
  return results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => `${relative(app, filePath)}:${line} ${ruleId ?? "fatal"}`));
}

beforeAll(() => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
});

describe("project()", () => {
  test("finds what is wrong in an app, TypeScript by the workspace's parser, and matches no Vue, whose parser is not there", async () => {
    const { code, stdout, stderr } = await run("--no-warn-ignored", ".", "--format", "json");
    expect(stderr).toBe("");
    expect(reports(stdout)).toEqual([
      "pages/index/index.js:7 wx-domain/no-unlisted-domain",
      "pages/index/index.js:8 wx-domain/no-insecure-protocol",
      "pages/index/typed.ts:1 wx-domain/no-unlisted-domain",
    ]);
    expect(code).toBe(1);
  });

  test("says where the text is written", async () => {
    const { stdout } = await run("pages/index/index.js");
    expect(stdout).toContain(
      '7:23  error  "https://cdn.example.org/banner.json" is not in the request domain list (request 合法域名). Add its origin there, or use a listed one. The text is written at utils/config.js:2',
    );
  });

  test("with several threads", async () => {
    const { stdout } = await run("--concurrency", "2", ".", "--format", "json");
    expect(reports(stdout)).toHaveLength(3);
  });
});

describe("a fault stops ESLint with one message and no stack", () => {
  test.each([
    { config: "faulty-settings.config.mjs", message: 'settings["wx-domain"]: "globals" must be an array of strings. Mend or remove it.' },
    {
      config: "faulty-project.config.mjs",
      message: `The domain lists were not found: there is no file ${join(app, "lists.json")}. Run "npx wx-domain pull" in the app's folder to fetch them, or set "domains" to the lists or to the path of a snapshot.`,
    },
  ])("$config", async ({ config, message }) => {
    const { code, stdout, stderr } = await run("--config", config, ".");
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.split(message)).toHaveLength(2);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
