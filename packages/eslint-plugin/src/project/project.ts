import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { WxDomainError } from "@wx-domain/core";
import type { ESLint, Linter } from "eslint";
import { CLASSIC_SCRIPT } from "../html/processor.ts";
import { analyzerTools } from "../lint/analyzer-module.ts";
import { analyzerPath, isInside } from "../lint/paths.ts";
import { stopAtFault } from "../lint/stop.ts";
import { checkSettings, localeOf } from "../settings/check-settings.ts";
import type { RuleName } from "../rules.ts";
import { DEFAULT_FILE, domainFile } from "../settings/domain-file.ts";
import type { PluginSettings } from "../settings/settings.ts";
import { withDigest } from "./digest.ts";
import { jsonPlugin, knowsLanguages } from "./languages.ts";
import { hasConditionals, readingLiveCode } from "./live-code.ts";
import { parsersOf } from "./parsers.ts";

/** What `project()` takes: the settings, with the app's folder. */
export interface ProjectOptions extends PluginSettings {
  readonly root: string;
}

type Rules = NonNullable<Linter.Config["rules"]>;

const JAVASCRIPT = [".js", ".cjs", ".mjs", ".jsx"];
/** What ESLint looks at without being told. */
const LINTED_ANYWAY = [".js", ".cjs", ".mjs"];
const HTML = [".html", ".htm"];
const TYPESCRIPT = [".ts", ".tsx", ".mts", ".cts"];
/** Types alone send nothing; and the template's typings hold comments for rules of plugins that nobody may have installed. */
const DECLARATION = /\.d\.[mc]?ts$/;
/** Single-file components: vue-eslint-parser takes the script of any file with tags. */
const COMPONENTS = [".vue", ".mpx"];
const WEPY = [".wpy"];
const PROJECT_FILES = ["project.config.json", "project.private.config.json", "manifest.json"];

/**
 * The flat configuration of one app: which of its files are linted, with which parser or language, settings and recommended rules. Files
 * in TypeScript, Vue and JSON are matched if what reads them is installed where the app finds it; ESLint 8 reads no other languages.
 *
 * @throws WxDomainError at once if an option is faulty or the domain lists are missing, so that ESLint stops with one message.
 */
export function projectConfigs(plugin: ESLint.Plugin, rules: Rules, options: ProjectOptions): Linter.Config[] {
  const settings = stopAtFault(() => localeOf(options), () => projectSettings(options));
  const { root } = settings;
  const { ofScripts, ofMarkup } = withDigest(settings);
  const shared = { plugins: { "wx-domain": plugin }, rules };
  const scripts = scriptConfigs(root, { ...shared, settings: { "wx-domain": ofScripts } });
  if (!knowsLanguages(root)) return scripts;
  return [...scripts, wxmlConfig(root, { ...shared, settings: { "wx-domain": ofMarkup } }), ...jsonConfigs(plugin, rules, settings)];
}

function scriptConfigs(root: string, shared: Linter.Config & Required<Pick<Linter.Config, "plugins">>): Linter.Config[] {
  const { typescript, vue: anyVue, espree } = parsersOf(root);
  const vue = anyVue === undefined ? undefined : readingLiveCode(anyVue);
  const of = (extensions: readonly string[]) => (path: string) => extensions.includes(extname(path));
  const configs = [
    thirdPartyConfig(root, of(LINTED_ANYWAY)),
    configFor("javascript", root, of(JAVASCRIPT), { ...shared, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }),
    configFor("html", root, of(HTML), { plugins: shared.plugins, processor: "wx-domain/html" }),
    // What the processor cuts out of a page; a later entry than the one for JavaScript, which it matches, too.
    configFor("html-scripts", root, (path) => HTML.includes(extname(dirname(path))) && path.endsWith(CLASSIC_SCRIPT), { languageOptions: { sourceType: "script" } }),
  ];
  const javaScriptWith = (test: (text: string) => boolean) => (path: string) => JAVASCRIPT.includes(extname(path)) && isInside(path, root) && existsSync(path) && test(readFileSync(path, "utf8"));
  // What is saved decides, as ESLint knows no text when it asks for a file's configuration.
  if (espree !== undefined) configs.push(configFor("conditional", root, javaScriptWith(hasConditionals), { languageOptions: { parser: readingLiveCode(espree) } }));
  if (typescript !== undefined) {
    // Pages of older Taro have decorators (`@connect`), at which espree stops.
    configs.push(configFor("decorators", root, javaScriptWith((text) => analyzerTools().hasDecorators(text)), { languageOptions: { parser: readingLiveCode(typescript) } }));
    const ofTypeScript = of(TYPESCRIPT);
    configs.push(configFor("typescript", root, (path) => ofTypeScript(path) && !DECLARATION.test(path), { ...shared, languageOptions: { parser: typescript } }));
  }
  if (vue !== undefined) {
    const script = typescript === undefined ? {} : { parser: { ts: typescript, tsx: typescript } };
    const parserOptions = { ...script, ecmaFeatures: { jsx: true } };
    configs.push(configFor("vue", root, of(COMPONENTS), { ...shared, languageOptions: { parser: vue, parserOptions } }));
    // Pages of wepy have decorators, too.
    if (typescript !== undefined) configs.push(configFor("wepy", root, of(WEPY), { ...shared, languageOptions: { parser: vue, parserOptions: { parser: typescript } } }));
  }
  return configs;
}

function wxmlConfig(root: string, shared: Linter.Config): Linter.Config {
  return configFor("wxml", root, (path) => path.endsWith(".wxml"), { ...shared, language: "wx-domain/wxml" });
}

/** The project's own files and the snapshot. What is said about them hangs on no other file: they need no digest. */
function jsonConfigs(plugin: ESLint.Plugin, rules: Rules, settings: ProjectOptions): Linter.Config[] {
  const { root, domains } = settings;
  const json = jsonPlugin(root);
  if (json === undefined) return [];
  // A name of our own: the user's configuration may hold another instance under the usual one, which ESLint refuses.
  const shared = { plugins: { "wx-domain": plugin, "wx-domain-json": json }, settings: { "wx-domain": settings } };
  const only = (name: RuleName): Rules => ({ [`wx-domain/${name}`]: rules[`wx-domain/${name}`] ?? "off" });
  return [
    configFor("project-files", root, (path) => PROJECT_FILES.includes(basename(path)), {
      ...shared,
      language: "wx-domain-json/jsonc",
      languageOptions: { allowTrailingCommas: true },
      rules: only("no-check-bypass"),
    }),
    configFor("domain-lists", root, (path) => path === domains, { ...shared, language: "wx-domain-json/json", rules: only("valid-domain-lists") }),
  ];
}

/** The options as settings: paths made absolute, since the rules of each file see them from elsewhere. */
function projectSettings(options: ProjectOptions): ProjectOptions {
  const { root, domains } = checkSettings(options, "project()", process.cwd());
  if (root === undefined) throw missingRoot();
  if (domains.kind === "lists") return { ...options, root };
  const path = resolve(root, domains.path ?? DEFAULT_FILE);
  domainFile(path);
  return { ...options, root, domains: path };
}

function missingRoot(): WxDomainError {
  return new WxDomainError("settings/no-root", {
    en: 'project() needs "root", the app\'s folder. Write project({ root: import.meta.dirname }) in eslint.config.js.',
    "zh-CN": "project() 需要 “root”，即应用所在的目录。请在 eslint.config.js 中写 project({ root: import.meta.dirname })。",
  });
}

function isVendored(path: string, root: string): boolean {
  return analyzerTools().isVendoredPath(analyzerPath(path), analyzerPath(root));
}

/**
 * Third-party code gets no rule of ours, but ESLint reads its JavaScript all the same. The directives in it are for rules that may not run here: none is
 * unused on that account, and `--fix` takes none out.
 */
function thirdPartyConfig(root: string, matches: (path: string) => boolean): Linter.Config {
  const files = [(path: string): boolean => matches(path) && isInside(path, root) && isVendored(path, root)];
  return withFiles("third-party", files, { linterOptions: { reportUnusedDisableDirectives: "off" } });
}

/**
 * A configuration for some files of one app. The files are found by a function on their absolute paths, which every supported ESLint
 * takes: a glob would be seen from the folder of eslint.config.js, which may be any folder above the app and which nobody tells us. Third-party
 * code gets no report, so it is not asked for: `#ifdef` makes parsers stop in what uni-app's market hands out.
 */
function configFor(name: string, root: string, matches: (path: string) => boolean, config: Linter.Config): Linter.Config {
  return withFiles(name, [(path) => matches(path) && isInside(path, root) && !isVendored(path, root)], config);
}

/** ESLint's types know globs only. */
function withFiles(name: string, files: readonly ((path: string) => boolean)[], config: Linter.Config): Linter.Config {
  return Object.assign({ name: `wx-domain/project/${name}`, ...config }, { files });
}
