/**
 * The rules for a page that a bundler puts together: ESLint's `Linter` (`eslint/universal`) runs them over files in memory. What reads a disk,
 * `project()` and the digest, is not here. The bundler takes the conditions of a browser (package.json, "imports"): in Node the rules
 * read Node's files, whatever is held here.
 */
import { configsOf, type Configs } from "./configs.ts";
import type { WxDomainPlugin } from "./index.ts";
import { shell } from "./shell.ts";

export { holdFiles } from "./host/browser.ts";
export { lintedFile } from "./lint/linted-file.ts";
export type { LintedFile } from "./lint/linted-file.ts";
export type { JudgedCall, JudgedValue } from "./lint/judge-calls.ts";
export { ruleOf } from "./report/rule-of-reason.ts";
export type { PluginSettings } from "./settings/settings.ts";

/** The plugin without `project()`. */
export const plugin: Pick<WxDomainPlugin, "meta" | "rules" | "languages"> = shell;

export const configs: Configs = configsOf(shell);
