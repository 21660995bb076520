import { dirname, join, resolve } from "node:path";
import { judgeCalls, type JudgedCall } from "./judge-calls.ts";
import { analyzerTools } from "./analyzer-module.ts";
import { analyzerPath } from "./paths.ts";
import { stopAtFault } from "./stop.ts";
import { checkSettings, localeOf } from "../settings/check-settings.ts";
import { DEFAULT_FILE, domainFile, hasDomainFile } from "../settings/domain-file.ts";
import type { CheckedSettings } from "../settings/settings.ts";
import type { FileAnalysis, FileLoad, SdkConfig } from "@wx-domain/analyzer";
import type { CompiledLists, Locale } from "@wx-domain/core";
import type { Rule } from "eslint";

/** One file in one lint run: all rules share what is found out about it. */
export interface LintedFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  /** The app's folder, absolute. */
  readonly root: string;
  readonly locale: Locale;
  /** The network calls with what the lists say about their values; none of third-party code. */
  readonly calls: readonly JudgedCall[];
  /** The elements that load what no list is about; none of third-party code. */
  readonly loads: readonly FileLoad[];
  /** Calls of the JS-SDK's `wx.config`; none of third-party code. */
  readonly sdkConfigs: readonly SdkConfig[];
  readonly lists: CompiledLists;
  readonly pageOrigins: readonly string[];
  readonly vendored: boolean;
  readonly skipped: FileAnalysis["skipped"];
  /** Whether the analysis has found nothing that a rule could be about. */
  readonly isEmpty: boolean;
}

const SETTINGS_PLACE = 'settings["wx-domain"]';

interface Known {
  readonly raw: unknown;
  readonly file: LintedFile;
}

/** By the program's tree, since it lives exactly as long as the lint of one text: a source code object may be shared by files (oxlint). */
const lintedFiles = new WeakMap<object, Known>();

const checked = new WeakMap<object, CheckedSettings>();

/**
 * The file that a rule is created for.
 *
 * @throws WxDomainError if a setting or the domain lists are faulty: a rule's `create` lets it pass, and ESLint stops.
 */
export function lintedFile(context: Rule.RuleContext): LintedFile {
  const raw = context.settings["wx-domain"];
  const { ast } = context.sourceCode;
  const known = lintedFiles.get(ast);
  if (known !== undefined && known.raw === raw) return known.file;
  const file = stopAtFault(() => localeOf(raw), () => openFile(context, settingsOf(raw, context.cwd)));
  lintedFiles.set(ast, { raw, file });
  return file;
}

/** One check for each settings object: ESLint hands the same one to every file that a configuration matches. */
function settingsOf(raw: unknown, cwd: string): CheckedSettings {
  if (typeof raw !== "object" || raw === null) return checkSettings(raw, SETTINGS_PLACE, cwd);
  const known = checked.get(raw);
  if (known !== undefined) return known;
  const settings = checkSettings(raw, SETTINGS_PLACE, cwd);
  checked.set(raw, settings);
  return settings;
}

function openFile(context: Rule.RuleContext, settings: CheckedSettings): LintedFile {
  const { text, ast } = context.sourceCode;
  const path = pathOfText(analyzerPath(resolve(context.cwd, context.filename)), text);
  const root = settings.root ?? analyzerTools().analyzer.appFolderOf(path);
  const lists = listsOf(settings, root);
  let found: { readonly analysis: FileAnalysis; readonly calls: readonly JudgedCall[] } | undefined;
  const ask = (): NonNullable<typeof found> => {
    if (found !== undefined) return found;
    const analysis = analyzerTools().analyzer.file(path, text, { ...settings.analysis, root: analyzerPath(root) }, ast);
    found = { analysis, calls: analysis.vendored ? [] : judgeCalls(analysis.calls, lists, analyzerTools().judgeValue) };
    return found;
  };
  return {
    path,
    root,
    locale: settings.locale,
    get calls() {
      return ask().calls;
    },
    get loads() {
      return ask().analysis.loads;
    },
    get sdkConfigs() {
      return ask().analysis.sdkConfigs;
    },
    lists,
    pageOrigins: settings.pageOrigins,
    get vendored() {
      return ask().analysis.vendored;
    },
    get skipped() {
      return ask().analysis.skipped;
    },
    get isEmpty() {
      const { calls, loads, sdkConfigs, skipped } = ask().analysis;
      return calls.length + loads.length + sdkConfigs.length === 0 && skipped === undefined;
    },
  };
}

/** oxlint hands out the script of a component without its tags, where ESLint hands out the whole file: it is a module beside the component. */
function pathOfText(path: string, text: string): string {
  return path.endsWith(".vue") && !/^\s*<(?:script|template|style|!--)/m.test(text) ? `${path}.ts` : path;
}

function listsOf({ domains, root: given }: CheckedSettings, root: string): CompiledLists {
  if (domains.kind === "lists") return domains.lists;
  if (domains.path !== undefined) return domainFile(resolve(root, domains.path));
  return domainFile(given === undefined ? nearestDomainFile(root) : join(root, DEFAULT_FILE));
}

/** How far above the app's own folder (`src`, `packages/app/dist`) the snapshot may lie. */
const LEVELS_ABOVE_APP = 3;

/** The snapshot of an app whose folder nobody named: it lies there or, with package.json, above. */
function nearestDomainFile(appFolder: string): string {
  let folder = appFolder;
  for (let level = 0; level <= LEVELS_ABOVE_APP; level++) {
    const path = join(folder, DEFAULT_FILE);
    if (hasDomainFile(path)) return path;
    folder = dirname(folder);
  }
  return join(appFolder, DEFAULT_FILE);
}
