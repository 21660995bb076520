import "./source-analyzer.ts";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../src/index.ts";

const APP = fileURLToPath(new URL("fixtures/app", import.meta.url));
const LISTS = { requestdomain: ["https://api.example.com"], downloaddomain: [] };

interface Example {
  readonly kind: string;
  readonly options: readonly unknown[];
  readonly code: string;
}

/** The blocks of code below "Examples of **correct** code" and its counterpart, one example a paragraph. */
function examplesOf(page: string): Example[] {
  const blocks = page.matchAll(/^Examples of \*\*(correct|incorrect)\*\* code (?:for this rule|with `([^`]*)`):\n\n```js\n(.*?)\n```/gms);
  return [...blocks].flatMap(([, kind = "", options, code = ""]) =>
    code.split("\n\n").map((paragraph) => ({ kind, options: options === undefined ? [] : [JSON.parse(options) as unknown], code: paragraph })),
  );
}

function reportsOf(rule: string, { code, options }: Example): readonly Linter.LintMessage[] {
  return new Linter({ cwd: APP }).verify(
    code,
    {
      files: ["**/*.js"],
      plugins: { "wx-domain": plugin },
      rules: { [`wx-domain/${rule}`]: ["error", ...options] },
      settings: { "wx-domain": { root: APP, domains: LISTS } },
    },
    { filename: `${APP}/pages/example.js` },
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
