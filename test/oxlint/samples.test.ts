/** What the page on oxlint tells people to do, in the sample projects. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import plugin from "eslint-plugin-wx-domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installSample, lintSample, type Sample } from "../samples/installed.ts";
import { oxlint } from "./oxlint.ts";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-oxlint-samples-")));

beforeAll(() => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface OxlintConfig {
  readonly rules: Readonly<Record<string, string>>;
  readonly settings?: object;
}

function configOf(page: string): OxlintConfig {
  const block = /^```json\n(.*?)^```/ms.exec(readFileSync(join(workspace, "docs", page), "utf8"))?.[1] ?? "";
  return JSON.parse(block) as OxlintConfig;
}

const CONFIG = configOf("oxlint.md");

test("the page's configuration is the recommended one, without what reads no script", () => {
  const { "wx-domain/valid-domain-lists": _ofJson, ...rules } = plugin.configs.recommended.rules ?? {};
  expect(CONFIG.rules).toEqual(rules);
  expect(configOf("zh/oxlint.md")).toEqual(CONFIG);
});

describe("oxlint for scripts and ESLint for the rest find what ESLint finds alone", () => {
  test.each<{ sample: Sample; settings: object }>([
    { sample: "native", settings: {} },
    { sample: "taro", settings: {} },
    { sample: "uni-app", settings: { pageOrigins: ["https://www.example.com"] } },
  ])("$sample", async ({ sample, settings }) => {
    const folder = join(temporary, sample);
    installSample(sample, folder);
    // Whoever sees a link to the workspace as a folder would find all of it.
    const config = { ...CONFIG, settings: { "wx-domain": settings }, ignorePatterns: ["node_modules"] };
    writeFileSync(join(folder, ".oxlintrc.json"), JSON.stringify(config));
    const ofOxlint = (await oxlint(folder)).flatMap(({ file, rule, offset }) => {
      if (rule === undefined) return [];
      return `${file}:${readFileSync(join(folder, file)).toString("utf8", 0, offset).split("\n").length} ${rule}`;
    });
    expect(ofOxlint).not.toEqual([]);
    const ofBoth = new Set([...ofOxlint, ...(await lintSample(folder, ["**/*.{wxml,vue,json}"]))]);
    expect([...ofBoth].sort()).toEqual([...new Set(await lintSample(folder))].sort());
  });
});
