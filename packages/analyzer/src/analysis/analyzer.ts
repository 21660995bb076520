import type { FileAccess } from "../files.ts";
import { mayUseSdk } from "../models/js-sdk.ts";
import { mayLoadFault } from "../models/loading-elements.ts";
import { PLATFORM_OBJECTS } from "../models/network-calls.ts";
import { createModuleStore } from "../program/module-store.ts";
import type { ModuleStore } from "../program/module-store.ts";
import { traitReader } from "../program/relevance.ts";
import { cachedFolders } from "../project/folders.ts";
import { rootFinder } from "../project/layout.ts";
import { openProject } from "../project/project.ts";
import { createApp } from "./app.ts";
import type { App } from "./app.ts";
import { markupElements } from "./file-elements.ts";
import { createMoment } from "./moment.ts";
import { traitCache } from "./trait-cache.ts";
import type { TraitCache } from "./trait-cache.ts";
import type { Analyzer, AnalyzerSettings, FileAnalysis } from "./file-analysis.ts";

const NOTHING_THERE: FileAnalysis = { calls: [], loads: [], sdkConfigs: [], vendored: false, skipped: undefined };
/** Apps that a process keeps open. */
const MAX_APPS = 64;

/**
 * The analysis for a linter. `now` gives milliseconds: within a fraction of a second the disk is taken to be unchanged,
 * so that a run over many files asks each question once.
 */
export function createAnalyzer(disk: FileAccess, now: () => number = Date.now): Analyzer {
  const moment = createMoment(disk, now, () => {
    const ofApps = [...apps.values()].map((app) => app.hasOtherConfiguration());
    return folders.refresh() || ofApps.includes(true);
  });
  const { files } = moment;
  const store = createModuleStore(files, "left alone");
  const apps = new Map<string, App>();
  let latest: App | undefined;
  const traitCaches = new Map<string, TraitCache>();
  const folders = cachedFolders(files);
  let rootOf = rootFinder(folders);

  /** The file that the present moment was entered for, until it is asked about. */
  let entered: string | undefined;

  function enter(path: string): void {
    if (!moment.pass(path)) return;
    folders.refresh();
    rootOf = rootFinder(folders);
  }

  function appOf(path: string, settings: AnalyzerSettings): App {
    const root = settings.root ?? rootOf(path);
    const words = JSON.stringify([settings.globals, settings.helpers]);
    const key = `${root}\n${words}\n${JSON.stringify([settings.alias, settings.defines])}`;
    let app = apps.get(key);
    if (app === undefined) {
      if (apps.size >= MAX_APPS) apps.clear();
      app = createApp(openProject(root, files, settings), traitsFor(words, settings), moment, store, settings);
      apps.set(key, app);
    }
    // A run goes from app to app: what the files of one have in common is of no use to the next.
    if (latest !== app) latest?.rest();
    latest = app;
    app.refresh();
    return app;
  }

  /** What texts show without being parsed. */
  function traitsFor(words: string, { globals = PLATFORM_OBJECTS, helpers = [] }: AnalyzerSettings): TraitCache {
    let traits = traitCaches.get(words);
    if (traits === undefined) traitCaches.set(words, (traits = traitCache(files, traitReader(globals, helpers))));
    return traits;
  }

  return {
    appFolderOf(path) {
      entered = path.replaceAll("\\", "/");
      enter(entered);
      return rootOf(entered);
    },
    file(path, text, settings = {}, tree?: unknown) {
      const normal = path.replaceAll("\\", "/");
      if (entered !== normal) enter(normal);
      entered = undefined;
      const app = appOf(normal, settings);
      if (app.project.isVendored(normal)) return { ...NOTHING_THERE, vendored: true };
      if (normal.endsWith(".wxml")) return analyzeMarkup(normal, text, app, files, store);
      const own = app.traits.of(normal, text);
      if (normal.endsWith(".d.ts") || (!own.namesNetwork && !mayLoadFault(text) && !mayUseSdk(text) && !app.borrowsNetwork(normal, own))) return NOTHING_THERE;
      const loaded = store.load(normal, false, text, tree);
      if (loaded.kind === "skipped") return { ...NOTHING_THERE, skipped: { reason: loaded.reason, detail: loaded.detail } };
      if (loaded.module.vendored) return { ...NOTHING_THERE, vendored: true };
      store.trim();
      return app.analyze(loaded.module, () => text, tree).analysis;
    },
  };
}

/** The elements of a WXML file, whose names are those of the page or component beside it. */
function analyzeMarkup(path: string, text: string, app: App, files: FileAccess, store: ModuleStore): FileAnalysis {
  const elements = markupElements(path, text, (read) => {
    const script = SCRIPTS.map((ending) => path.replace(/\.wxml$/, ending)).find((one) => files.version(one) !== undefined);
    const loaded = script === undefined ? undefined : store.load(script, false);
    const owner = loaded?.kind === "module" ? loaded.module : undefined;
    const found = app.ask(owner, (program) => read({ program, owner }));
    store.trim();
    return found;
  });
  return { ...NOTHING_THERE, ...elements };
}

/** TypeScript first: where both lie, the other was made of it. */
const SCRIPTS = [".ts", ".js"] as const;
