/**
 * ESLint rules: every network call of a WeChat mini program against its configured domain lists. The default export is the plugin.
 */
import type { ESLint, Linter } from "eslint";
import { configsOf, type Configs } from "./configs.ts";
import { projectConfigs, type ProjectOptions } from "./project/project.ts";
import type { RuleName } from "./rules.ts";
import { shell } from "./shell.ts";
import type { wxmlLanguage } from "./wxml/language.ts";

export type { PluginSettings } from "./settings/settings.ts";
export type { ProjectOptions } from "./project/project.ts";

export interface WxDomainPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string };
  readonly rules: Record<RuleName, NonNullable<ESLint.Plugin["rules"]>[string]>;
  /** `wxml`: what `language: "wx-domain/wxml"` names. */
  readonly languages: { readonly wxml: typeof wxmlLanguage };
  /** `html`: the scripts in pages of WeChat's browser, `processor: "wx-domain/html"`. */
  readonly processors: { readonly html: Linter.Processor };
  /** `recommended` and `strict` for flat configurations, `legacy-recommended` for eslintrc. */
  readonly configs: Configs;
  /**
   * The flat configuration of one app.
   *
   * @throws WxDomainError (of `@wx-domain/core`) if an option is faulty or the domain lists are missing.
   */
  readonly project: (options: ProjectOptions) => Linter.Config[];
}

const configs = configsOf(shell);

const plugin: WxDomainPlugin = Object.assign(shell, {
  configs,
  project: (options: ProjectOptions): Linter.Config[] => projectConfigs(plugin, configs.recommended.rules ?? {}, options),
});

export default plugin;
