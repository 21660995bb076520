/** ESLint on a folder: `eslint.js FOLDER trivial|recommended|RULE`. All of them parse alike; `trivial` runs one rule that does nothing. */
import { ESLint } from "eslint";
import typescript from "@typescript-eslint/parser";
// Under another name: the tests of a project without a Vue parser must find none.
import vue from "vue-parser-of-benches";
import { sourceFiles } from "../corpus.js";

const [, , folder = ".", mode = "trivial"] = process.argv;

/** @returns {Promise<Pick<import("eslint").Linter.Config, "plugins" | "rules">>} */
async function measured() {
  if (mode === "trivial") {
    const trivial = { rules: { nothing: { create: () => ({ Program: () => undefined }) } } };
    return { plugins: { trivial }, rules: { "trivial/nothing": "error" } };
  }
  // Whoever has no rule of the plugin's does not load it either.
  const { default: wxDomain } = await import("eslint-plugin-wx-domain");
  const all = /** @type {import("eslint").Linter.RulesRecord} */ (wxDomain.configs.recommended.rules);
  return { plugins: { "wx-domain": wxDomain }, rules: mode === "recommended" ? all : { [mode]: "error" } };
}

const settings = { "wx-domain": { domains: { requestdomain: [], wsrequestdomain: [], uploaddomain: [], downloaddomain: [] } } };

/** @type {import("eslint").Linter.Config[]} */
const overrideConfig = [
  { files: ["**/*.{js,mjs,cjs,jsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ["**/*.{ts,tsx,mts,cts}"], languageOptions: { parser: typescript } },
  { files: ["**/*.vue"], languageOptions: { parser: vue, parserOptions: { parser: { ts: typescript, tsx: typescript } } } },
  { linterOptions: { noInlineConfig: true }, settings, ...(await measured()) },
];

const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig, ignore: false });
const results = await eslint.lintFiles(sourceFiles(folder));
console.log(results.reduce((sum, { messages }) => sum + messages.length, 0));
