import { extname, resolve } from "node:path";
import { WxDomainError } from "@wx-domain/core";
import type { ESLint, Linter } from "eslint";
import { isInside } from "../lint/paths.ts";
import { stopAtFault } from "../lint/stop.ts";
import { checkSettings, localeOf } from "../settings/check-settings.ts";
import { domainFile } from "../settings/domain-file.ts";
import type { PluginSettings } from "../settings/settings.ts";
import { withDigest } from "./digest.ts";
import { parsersOf } from "./parsers.ts";

/** What `project()` takes: the settings, with the app's folder. */
export interface ProjectOptions extends PluginSettings {
  readonly root: string;
}

const JAVASCRIPT = [".js", ".cjs", ".mjs", ".jsx"];
const TYPESCRIPT = [".ts", ".tsx", ".mts", ".cts"];
const VUE = [".vue"];

/**
 * The flat configuration of one app: which of its files are linted, with which parser, settings and recommended rules. Files in
 * TypeScript and Vue are matched if their parsers are installed where the app finds them.
 *
 * @throws WxDomainError at once if an option is faulty or the domain lists are missing, so that ESLint stops with one message.
 */
export function projectConfigs(plugin: ESLint.Plugin, rules: NonNullable<Linter.Config["rules"]>, options: ProjectOptions): Linter.Config[] {
  const settings = stopAtFault(localeOf(options), () => projectSettings(options));
  const { typescript, vue } = parsersOf(settings.root);
  const shared = { plugins: { "wx-domain": plugin }, settings: { "wx-domain": settings }, rules };
  const configs = [
    configFor("javascript", JAVASCRIPT, settings.root, { ...shared, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }),
  ];
  if (typescript !== undefined) {
    configs.push(configFor("typescript", TYPESCRIPT, settings.root, { ...shared, languageOptions: { parser: typescript } }));
  }
  if (vue !== undefined) {
    const script = typescript === undefined ? {} : { parser: { ts: typescript, tsx: typescript } };
    const parserOptions = { ...script, ecmaFeatures: { jsx: true } };
    configs.push(configFor("vue", VUE, settings.root, { ...shared, languageOptions: { parser: vue, parserOptions } }));
  }
  return configs;
}

/** The options as settings: paths made absolute, since the rules of each file see them from elsewhere. */
function projectSettings(options: ProjectOptions): ProjectOptions {
  const { root, domains } = checkSettings(options, "project()", process.cwd());
  if (root === undefined) throw missingRoot();
  if (domains.kind === "lists") return withDigest({ ...options, root });
  const path = resolve(root, domains.path ?? "wx-domains.json");
  domainFile(path);
  return withDigest({ ...options, root, domains: path });
}

function missingRoot(): WxDomainError {
  return new WxDomainError("settings/no-root", {
    en: 'project() needs "root", the app\'s folder. Write project({ root: import.meta.dirname }) in eslint.config.js.',
    "zh-CN": "project() 需要 “root”，即应用所在的目录。请在 eslint.config.js 中写 project({ root: import.meta.dirname })。",
  });
}

/**
 * A configuration for some files of one app. The files are found by a function on their absolute paths, which every supported ESLint
 * takes: a glob would be seen from the folder of eslint.config.js, which may be any folder above the app and which nobody tells us.
 */
function configFor(language: string, extensions: readonly string[], root: string, config: Linter.Config): Linter.Config {
  const files = [(path: string): boolean => extensions.includes(extname(path)) && isInside(path, root)];
  // ESLint's types know globs only.
  return Object.assign({ name: `wx-domain/project/${language}`, ...config }, { files });
}
