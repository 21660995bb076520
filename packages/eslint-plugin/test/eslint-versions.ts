/** The supported versions of ESLint, and the parsers that each runs with. */
import { createRequire } from "node:module";
import { ESLint, RuleTester, type Linter } from "eslint";
import * as babel8 from "./babel-8/parser.ts";

const require = createRequire(import.meta.url);
const eight = require("eslint-8/use-at-your-own-risk") as { FlatRuleTester: typeof RuleTester; FlatESLint: typeof ESLint };
const eightApi = require("eslint-8") as { ESLint: new (options: object) => ESLint };
const nine = require("eslint-9") as { RuleTester: typeof RuleTester; ESLint: typeof ESLint };

export type ParserName = "espree" | "@typescript-eslint/parser" | "vue-eslint-parser" | "@babel/eslint-parser 7" | "@babel/eslint-parser 8";

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
const BABEL_OPTIONS = { requireConfigFile: false, babelOptions: { parserOpts: { plugins: ["jsx"] } } } as const;
// Version 7 crashes on ESLint 10, version 8 refuses ESLint 8.
const BABEL_7 = {
  name: "@babel/eslint-parser 7",
  languageOptions: { parser: require("@babel/eslint-parser") as Linter.Parser, parserOptions: BABEL_OPTIONS },
} as const;
const BABEL_8 = { name: "@babel/eslint-parser 8", languageOptions: { parser: babel8 as Linter.Parser, parserOptions: BABEL_OPTIONS } } as const;

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
  { version: "8.57", RuleTester: eight.FlatRuleTester, ESLint: eight.FlatESLint, parsers: [ESPREE, TYPESCRIPT, VUE, BABEL_7] },
  { version: "9", RuleTester: nine.RuleTester, ESLint: nine.ESLint, parsers: [ESPREE, TYPESCRIPT, VUE, BABEL_7, BABEL_8] },
  { version: "10", RuleTester, ESLint, parsers: [ESPREE, TYPESCRIPT, VUE, BABEL_8] },
];

/** ESLint 8.57 as it reads eslintrc. */
export const EslintrcESLint = eightApi.ESLint;
