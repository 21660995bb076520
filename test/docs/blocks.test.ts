/** Each block of code on each page has a check; what is checked elsewhere is named here with the place, or the reason why it can't be. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { isExampleAt } from "../../packages/eslint-plugin/test/examples.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { faultsOfScript } from "./commands.ts";
import { install } from "./page-program.ts";
import { PAGES, type Page } from "./pages.ts";

interface Elsewhere {
  readonly page: string;
  readonly language: string;
  readonly by: string;
}

const ELSEWHERE: readonly Elsewhere[] = [
  { page: "editors", language: "json", by: "test/editor takes eslint.validate from it" },
  { page: "editors", language: "text", by: "WebStorm is not started in a test: the page says so" },
  { page: "editors", language: "lua", by: "Neovim is not started in a test: the page says so" },
  { page: "large-projects", language: "js", by: "test/scale compares it with the configuration that it runs" },
  { page: "oxlint", language: "json", by: "test/oxlint runs it" },
  { page: "lists/hosted-ci", language: "js", by: "runs in WeChat's cloud only; its reply is read by packages/cli/test/pull-sources.test.ts" },
  { page: "ci", language: "js", by: "lint-staged is not installed here; its two commands are those of the pages" },
];

type Check = "printed" | "program" | "linted" | "configuration" | "pasted" | "script" | "json" | "yaml" | "elsewhere";

/** How a block is held to what its page says; undefined: nobody does. */
function checkOf(page: Page, block: Block): Check | undefined {
  const { language, file, body, start } = block;
  if (language === "console") return "printed"; // shown.test.ts
  if (ELSEWHERE.some((row) => row.page === page.name && row.language === language)) return "elsewhere";
  if (page.name?.startsWith("rules/") === true && isExampleAt(page.text, start)) return "linted"; // packages/eslint-plugin/test/docs.test.ts
  if (file !== undefined && blocksOf(page.text).some((other) => other.language === "console" && other.start > start)) return "program";
  if (language === "js" && body.includes('from "eslint-plugin-wx-domain"')) return "configuration";
  if (language === "text" && page.name?.startsWith("errors/") === true) return "pasted"; // test/site/search.test.ts
  if (language === "sh") return "script";
  if (language === "jsonc") return "json";
  return language === "json" || language === "yaml" ? language : undefined;
}

/** Inside the workspace, so that configurations find the plugin. */
const cache = fileURLToPath(new URL(".cache", import.meta.url));
let app: string;

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  app = mkdtempSync(join(cache, "configured-"));
  install(app);
  writeFileSync(join(app, "app.json"), "{}");
  writeFileSync(join(app, "wx-domains.json"), '{ "requestdomain": [] }');
});
afterAll(() => rmSync(app, { recursive: true, force: true }));

/** What ESLint makes of a configuration for a file of the app. */
async function rulesUnder(configuration: string, number: number): Promise<readonly string[]> {
  const file = join(app, `eslint.config.${number}.mjs`);
  writeFileSync(file, configuration);
  const eslint = new ESLint({ cwd: app, overrideConfigFile: file });
  const configs = await Promise.all(["index.js", "index.wxml", "wx-domains.json"].map((name) => eslint.calculateConfigForFile(join(app, name)) as Promise<{ rules?: object } | undefined>));
  return configs.flatMap((config) => Object.keys(config?.rules ?? {}));
}

/** The scripts of a CI's configuration: what it runs, line by line. */
function scriptsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, held]: [string, unknown]) => {
    if ((key === "run" || key === "script") && (typeof held === "string" || Array.isArray(held))) return [held].flat().map(String);
    return scriptsIn(held);
  });
}

describe.each(PAGES)("$path", (page) => {
  const blocks = blocksOf(page.text).map((block) => ({ ...block, check: checkOf(page, block) }));
  const checkedBy = (check: Check): typeof blocks => blocks.filter((block) => block.check === check);

  test("each block has a check", () => {
    expect(blocks.filter(({ check }) => check === undefined).map(({ line, language }) => `${page.path}:${line} ${language}`)).toEqual([]);
  });

  test("every fence is closed and read", () => {
    expect(page.text.match(/^ *```/gm)?.length ?? 0).toBe(2 * blocks.length);
  });

  test.each(checkedBy("json"))("the JSON of line $line can be parsed", ({ body, language }) => {
    const json = language === "jsonc" ? body.replaceAll(/^\s*\/\/.*$|\s\/\/ .*$/gm, "") : body;
    expect(() => JSON.parse(json) as unknown).not.toThrow();
  });

  test.each(checkedBy("yaml"))("the YAML of line $line can be parsed, and its commands exist", async ({ body }) => {
    expect(await faultsOfScript(scriptsIn(parseYaml(body)).join("\n"))).toEqual([]);
  });

  test.each(checkedBy("script"))("the commands of line $line exist", async ({ body }) => {
    expect(await faultsOfScript(body)).toEqual([]);
  });

  test.each(checkedBy("configuration"))("ESLint takes the configuration of line $line", async ({ body, line }) => {
    expect(await rulesUnder(body, line)).toContainEqual(expect.stringMatching(/^wx-domain\//));
  });
});

test("what is checked elsewhere is on the pages", () => {
  const shown = new Set(PAGES.flatMap((page) => blocksOf(page.text).map(({ language }) => `${page.name ?? ""} ${language}`)));
  expect(ELSEWHERE.filter(({ page, language }) => !shown.has(`${page} ${language}`))).toEqual([]);
});
