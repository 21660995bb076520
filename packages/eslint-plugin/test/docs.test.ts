import "./source-analyzer.ts";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import json from "@eslint/json";
import vueParser from "vue-eslint-parser";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../src/index.ts";
import { examplesOf, type Example } from "./examples.ts";

const APP = fileURLToPath(new URL("fixtures/app", import.meta.url));
const LISTS = { requestdomain: ["https://api.example.com"], downloaddomain: [], bizdomain: ["example.com"], jsdomain: ["example.com"], oauthdomain: ["m.example.com"] };
const PAGE_ORIGINS = ["https://h5.example.org"];

const PLUGINS = { "wx-domain": plugin, json };

/** What reads a file. */
const LANGUAGES: readonly Linter.Config[] = [
  { files: ["**/*.js", "**/*.jsx"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ["**/*.json"], language: "json/jsonc" },
  { files: ["**/*.wxml"], language: "wx-domain/wxml" },
  { files: ["**/*.vue"], languageOptions: { parser: vueParser } },
];

function reportsOf(rule: string, { code, file, options }: Example, locale: "en" | "zh-CN" = "en"): readonly Linter.LintMessage[] {
  return new Linter({ cwd: APP }).verify(
    code,
    LANGUAGES.map((language) => ({
      ...language,
      plugins: PLUGINS,
      rules: { [`wx-domain/${rule}`]: ["error", ...options] },
      settings: { "wx-domain": { root: APP, domains: LISTS, pageOrigins: PAGE_ORIGINS, locale } },
    })),
    { filename: `${APP}/${file}` },
  );
}

const PAGES = Object.keys(plugin.rules).flatMap((rule) => ["", "zh/"].map((folder) => ({ rule, page: `${folder}rules/${rule}.md` })));

const textOf = (page: string): string => readFileSync(new URL(`../../../docs/${page}`, import.meta.url), "utf8");

describe.each(PAGES)("$page", ({ rule, page }) => {
  const examples = examplesOf(textOf(page));

  test("shows what is wrong and what is right", () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(["correct", "incorrect"]));
  });

  test("quotes what it says of one of its examples", () => {
    const quoted = [...textOf(page).matchAll(/^> (.*)$/gm)].map(([, message]) => message);
    const said = examples.flatMap((example) => reportsOf(rule, example, page.startsWith("zh/") ? "zh-CN" : "en").map(({ message }) => message));
    expect(quoted.filter((message) => !said.includes(message ?? ""))).toEqual([]);
  });

  test.each(examples)("$kind: $code", (example) => {
    const reports = reportsOf(rule, example);
    expect(reports.map(({ ruleId }) => ruleId)).toEqual(example.kind === "correct" ? [] : [`wx-domain/${rule}`]);
  });
});

/** What eslint-doc-generator writes into the English pages. */
function chineseHeaderOf(rule: string): string {
  const severityIn = (config: "recommended" | "strict"): unknown => plugin.configs[config].rules?.[`wx-domain/${rule}`];
  const parts = [
    severityIn("recommended") === undefined ? undefined : `✅ recommended：${String(severityIn("recommended"))}`,
    `🔒 strict：${String(severityIn("strict"))}`,
    plugin.rules[rule as keyof typeof plugin.rules].meta?.hasSuggestions === true ? "💡 编辑器可按建议修改" : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

test.each(Object.keys(plugin.rules))("the Chinese page of %s says where the rule is on, and whether it suggests", (rule) => {
  expect(textOf(`zh/rules/${rule}.md`)).toMatch(new RegExp(`^# wx-domain/${rule}\n\n📝 .+\n\n${chineseHeaderOf(rule)}\n`));
});
