import type { Rule } from "eslint";
import { expect, test } from "vitest";
import { VERSIONS, type ESLintVersion, type ParserSetup } from "./eslint-versions.ts";

/** Says what a rule sees itself run with. */
const whatRuns: Rule.RuleModule = {
  create: (context) => ({
    Program(node) {
      const { parser } = context.languageOptions as { parser: { meta?: { name?: string; version?: string } } };
      // espree has no `meta`; its version is its own.
      const { version = (parser as { version?: string }).version ?? "" } = parser.meta ?? {};
      context.report({ node, message: `${parser.meta?.name ?? "espree"} ${String(parseInt(version, 10))}` });
    },
  }),
};

async function whatRunsIn({ ESLint }: ESLintVersion, { languageOptions }: ParserSetup): Promise<string> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [{ languageOptions, plugins: { test: { rules: { "what-runs": whatRuns } } }, rules: { "test/what-runs": "error" } }],
  });
  const [result] = await eslint.lintText("wx.request({ url });", { filePath: "case.js" });
  return `ESLint ${String(parseInt(ESLint.version, 10))}, ${(result?.messages ?? []).map(({ message }) => message).join()}`;
}

test("the rule tests run with every supported ESLint and, in each, with every parser that works there", async () => {
  const running = await Promise.all(VERSIONS.flatMap((version) => version.parsers.map((parser) => whatRunsIn(version, parser))));
  expect(running).toEqual([
    "ESLint 8, espree 9",
    "ESLint 8, typescript-eslint/parser 8",
    "ESLint 8, vue-eslint-parser 10",
    "ESLint 8, @babel/eslint-parser 7",
    "ESLint 9, espree 10",
    "ESLint 9, typescript-eslint/parser 8",
    "ESLint 9, vue-eslint-parser 10",
    "ESLint 9, @babel/eslint-parser 7",
    "ESLint 9, @babel/eslint-parser 8",
    "ESLint 10, espree 11",
    "ESLint 10, typescript-eslint/parser 8",
    "ESLint 10, vue-eslint-parser 10",
    "ESLint 10, @babel/eslint-parser 8",
  ]);
});
