/** ESLint on a folder: `eslint.js FOLDER trivial|recommended|RULE`. All of them parse alike; `trivial` runs one rule that does nothing. */
import { ESLint } from "eslint";
import typescript from "@typescript-eslint/parser";
// Under another name: the tests of a project without a Vue parser must find none.
import vue from "vue-parser-of-benches";
import wxDomain from "eslint-plugin-wx-domain";
import { sourceFiles } from "../corpus.js";

const [, , folder = ".", mode = "trivial"] = process.argv;
const all = /** @type {import("eslint").Linter.RulesRecord} */ (wxDomain.configs.recommended.rules);
/** @type {import("eslint").Linter.RulesRecord} */
const rules = mode === "trivial" ? { "trivial/nothing": "error" } : mode === "recommended" ? all : { [mode]: "error" };
const trivial = { rules: { nothing: { create: () => ({ Program: () => undefined }) } } };
const settings = { "wx-domain": { domains: { requestdomain: [], wsrequestdomain: [], uploaddomain: [], downloaddomain: [] } } };

/** @type {import("eslint").Linter.Config[]} */
const overrideConfig = [
  { files: ["**/*.{js,mjs,cjs,jsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ["**/*.{ts,tsx,mts,cts}"], languageOptions: { parser: typescript } },
  { files: ["**/*.vue"], languageOptions: { parser: vue, parserOptions: { parser: { ts: typescript, tsx: typescript } } } },
  { linterOptions: { noInlineConfig: true }, plugins: mode === "trivial" ? { trivial } : { "wx-domain": wxDomain }, settings, rules },
];

const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig, ignore: false });
const results = await eslint.lintFiles(sourceFiles(folder));
console.log(results.reduce((sum, { messages }) => sum + messages.length, 0));
