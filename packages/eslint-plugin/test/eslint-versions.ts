/** The supported versions of ESLint, and the parsers that each runs with. */
import { createRequire } from "node:module";
import { ESLint, RuleTester, type Linter } from "eslint";

const require = createRequire(import.meta.url);
const eight = require("eslint-8/use-at-your-own-risk") as { FlatRuleTester: typeof RuleTester; FlatESLint: typeof ESLint };
const eightApi = require("eslint-8") as { ESLint: new (options: object) => ESLint };
const nine = require("eslint-9") as { RuleTester: typeof RuleTester; ESLint: typeof ESLint };

export type ParserName = "espree" | "@typescript-eslint/parser" | "vue-eslint-parser" | "@babel/eslint-parser";

const ESPREE = { name: "espree", languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } } as const;
const TYPESCRIPT = {
  name: "@typescript-eslint/parser",
  languageOptions: { parser: require("@typescript-eslint/parser") as Linter.Parser, parserOptions: { ecmaFeatures: { jsx: true } } },
} as const;
const VUE = {
  name: "vue-eslint-parser",
  languageOptions: {
    parser: require("vue-eslint-parser") as Linter.Parser,
    parserOptions: { ecmaFeatures: { jsx: true }, parser: { ts: TYPESCRIPT.languageOptions.parser } },
  },
} as const;
// Its version 8, the one for ESLint 10, needs Node 22.
const BABEL = {
  name: "@babel/eslint-parser",
  languageOptions: {
    parser: require("@babel/eslint-parser") as Linter.Parser,
    parserOptions: { requireConfigFile: false, babelOptions: { parserOpts: { plugins: ["jsx"] } } },
  },
} as const;

export interface ParserSetup {
  readonly name: ParserName;
  readonly languageOptions: Linter.LanguageOptions;
}

export interface ESLintVersion {
  readonly version: "8.57" | "9" | "10";
  readonly RuleTester: typeof RuleTester;
  /** With flat configuration. */
  readonly ESLint: typeof ESLint;
  readonly parsers: readonly ParserSetup[];
}

export const VERSIONS: readonly ESLintVersion[] = [
  { version: "8.57", RuleTester: eight.FlatRuleTester, ESLint: eight.FlatESLint, parsers: [ESPREE, TYPESCRIPT, VUE, BABEL] },
  { version: "9", RuleTester: nine.RuleTester, ESLint: nine.ESLint, parsers: [ESPREE, TYPESCRIPT, VUE, BABEL] },
  { version: "10", RuleTester, ESLint, parsers: [ESPREE, TYPESCRIPT, VUE] },
];

/** ESLint 8.57 as it reads eslintrc. */
export const EslintrcESLint = eightApi.ESLint;
