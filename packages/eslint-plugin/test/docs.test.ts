import "./source-analyzer.ts";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import json from "@eslint/json";
import vueParser from "vue-eslint-parser";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../src/index.ts";

const APP = fileURLToPath(new URL("fixtures/app", import.meta.url));
const LISTS = { requestdomain: ["https://api.example.com"], downloaddomain: [], bizdomain: ["example.com"], jsdomain: ["example.com"], oauthdomain: ["m.example.com"] };
const PAGES = ["https://h5.example.org"];

interface Example {
  readonly kind: string;
  readonly options: readonly unknown[];
  /** As the code's block says: ```` ```json project.config.json ````. */
  readonly file: string;
  readonly code: string;
}

const HEADING = /^Examples of \*\*(correct|incorrect)\*\* code (?:for this rule|with `([^`]*)`):\n\n((?:```\w+(?: [\w./-]+)?\n.*?\n```\n+)+)/gms;
const BLOCK = /^```(\w+)(?: ([\w./-]+))?\n(.*?)\n```$/gms;

/** The blocks of code below "Examples of **correct** code" and its counterpart, one example a paragraph. */
function examplesOf(page: string): Example[] {
  return [...page.matchAll(HEADING)].flatMap(([, kind = "", options, blocks = ""]) =>
    [...blocks.matchAll(BLOCK)].flatMap(([, language = "", file = `pages/example.${language}`, text = ""]) =>
      text.split("\n\n").map((code) => ({ kind, options: options === undefined ? [] : [JSON.parse(options) as unknown], file, code })),
    ),
  );
}

const PLUGINS = { "wx-domain": plugin, json };

/** What reads a file. */
const LANGUAGES: readonly Linter.Config[] = [
  { files: ["**/*.js", "**/*.jsx"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ["**/*.json"], language: "json/jsonc" },
  { files: ["**/*.wxml"], language: "wx-domain/wxml" },
  { files: ["**/*.vue"], languageOptions: { parser: vueParser } },
];

function reportsOf(rule: string, { code, file, options }: Example): readonly Linter.LintMessage[] {
  return new Linter({ cwd: APP }).verify(
    code,
    LANGUAGES.map((language) => ({
      ...language,
      plugins: PLUGINS,
      rules: { [`wx-domain/${rule}`]: ["error", ...options] },
      settings: { "wx-domain": { root: APP, domains: LISTS, pageOrigins: PAGES } },
    })),
    { filename: `${APP}/${file}` },
  );
}

describe.each(Object.keys(plugin.rules))("the page of %s", (rule) => {
  const page = readFileSync(new URL(`../../../docs/rules/${rule}.md`, import.meta.url), "utf8");
  const examples = examplesOf(page);

  test("shows what is wrong and what is right", () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(["correct", "incorrect"]));
  });

  test.each(examples)("$kind: $code", (example) => {
    const reports = reportsOf(rule, example);
    expect(reports.map(({ ruleId }) => ruleId)).toEqual(example.kind === "correct" ? [] : [`wx-domain/${rule}`]);
  });
});
