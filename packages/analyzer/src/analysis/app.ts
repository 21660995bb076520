import { PLATFORM_OBJECTS } from "../models/network-calls.ts";
import { FRAMEWORK_PACKAGES } from "../models/packages.ts";
import { isProgram } from "../facts/tree.ts";
import { escapesOf } from "../program/escapes.ts";
import type { Module } from "../program/module.ts";
import type { ModuleStore } from "../program/module-store.ts";
import { createFilePrograms } from "../program/file-programs.ts";
import type { FilePrograms } from "../program/file-programs.ts";
import { entriesOf, isLazyPage } from "../program/links.ts";
import type { Links, Relevance } from "../program/links.ts";
import { importedPaths, isOnlyShown, leadsToNetwork } from "../program/relevance.ts";
import type { TextTraits } from "../program/relevance.ts";
import type { Project } from "../project/project.ts";
import { deadWebRegions } from "../source/conditional-compilation.ts";
import { liveTree } from "../source/live-tree.ts";
import type { AnalyzerSettings } from "./file-analysis.ts";
import { analyzeModule } from "./module-analysis.ts";
import type { ModuleAnalysis } from "./module-analysis.ts";
import type { Moment } from "./moment.ts";
import type { TraitCache } from "./trait-cache.ts";

/** One app under one set of settings in a long-lived process. */
export interface App {
  readonly project: Project;
  readonly traits: TraitCache;
  /** Looks for changes of its configuration, once a moment. */
  refresh(): void;
  /** Looks for them now. True if there are any. */
  hasOtherConfiguration(): boolean;
  /** Frees what only a run over its files needs. */
  rest(): void;
  /**
   * Whether a file without a network call of its own may send a URL: something that it imports, or that the app hangs on
   * everything, sends what it is handed.
   */
  borrowsNetwork(path: string, traits: TextTraits): boolean;
  /** What is found in a module. Remembered as long as nothing that it depends on changes. `tree`: what a linter has parsed its text to. */
  analyze(module: Module, text: () => string, tree?: unknown): ModuleAnalysis;
  /** Asks about a module with what it imports; without one, about the app alone. */
  readonly ask: FilePrograms["ask"];
}

interface Kept extends ModuleAnalysis {
  readonly configuration: number;
  moment: number;
  /** The files that were read for it, with their versions, and those that were not worth reading. */
  readonly read: ReadonlyMap<string, string | undefined>;
  readonly passedOver: Links["passedOver"];
}

/** What an importer gets hold of through a module: something that sends its URLs, or other modules. */
interface Lending {
  readonly sends: boolean;
  readonly handsOn: readonly string[];
}

export function createApp(project: Project, traits: TraitCache, moment: Moment, store: ModuleStore, settings: AnalyzerSettings): App {
  const { files } = moment;
  const platformObjects = new Set(settings.globals ?? PLATFORM_OBJECTS);
  const kept = new WeakMap<Module, Kept>();
  let configuration = 0;
  let lastRefresh = moment.number;

  /** Of this moment, by file: whether it leads to a network call, by its imports or at all, whether it lends anything, and what. */
  const importing = new Map<string, boolean>();
  const leading = new Map<string, boolean>();
  const lends = new Map<string, boolean>();
  const lendings = new Map<string, Lending>();
  let answeredAt = moment.number;

  function onceAMoment<T>(answers: Map<string, T>, path: string, ask: () => T): T {
    if (answeredAt !== moment.number) {
      for (const kind of [importing, leading, lends, lendings]) kind.clear();
      answeredAt = moment.number;
    }
    const known = answers.get(path);
    if (known !== undefined) return known;
    const answer = ask();
    answers.set(path, answer);
    return answer;
  }

  const leads = (path: string): boolean => onceAMoment(leading, path, () => leadsToNetwork(project, path, traits.at, entriesOf(project, files), importing));
  const isRelevant: Relevance = (file) => {
    const { setsState, setsShared } = traits.at(file.path);
    return file.importer !== undefined && isOnlyShown(file, traits.at(file.importer)) ? setsState : setsShared || mayLend(file.path);
  };
  const createPrograms = (): FilePrograms => createFilePrograms(project, files, store, platformObjects, isRelevant, moment);
  const programs = createPrograms();
  /** Of files as a build for browsers sees them: a file is one module at a time. */
  const webPrograms = createPrograms();

  function hasOtherConfiguration(): boolean {
    if (!project.refresh()) return false;
    configuration++;
    rest();
    return true;
  }

  function rest(): void {
    programs.forget();
    webPrograms.forget();
  }

  function isCurrent(known: Kept): boolean {
    if (known.configuration !== configuration) return false;
    if (known.moment === moment.number) return true;
    for (const [path, version] of known.read) if (files.version(path) !== version) return false;
    if (known.passedOver.some(isRelevant)) return false;
    known.moment = moment.number;
    return true;
  }

  function analyze(module: Module, text: () => string, tree?: unknown): ModuleAnalysis {
    const known = kept.get(module);
    if (known !== undefined && isCurrent(known)) return known;
    const { found, read, passedOver } = programs.ask(module, (program) => {
      const own = text();
      const found = analyzeModule(module, own, program, settings.helpers ?? [], (other, question) => {
        const loaded = store.loadVariant(module.path, other, isProgram(tree) ? liveTree(tree, own, deadWebRegions(own)) : undefined);
        return loaded.kind === "module" ? webPrograms.ask(loaded.module, (seen) => question(loaded.module, seen)) : undefined;
      });
      return { found, ...program.paths() };
    });
    kept.set(module, {
      ...found,
      configuration,
      moment: moment.number,
      read: new Map(read.map((path) => [path, files.version(path)])),
      passedOver,
    });
    return found;
  }

  function lending(path: string): Lending {
    const loaded = store.load(path, project.isVendored(path));
    if (loaded.kind === "skipped") return { sends: false, handsOn: [] };
    const { module } = loaded;
    const { specifiers, senders } = escapesOf(module);
    const handsOn = importedPaths(project, path, specifiers);
    const sends =
      traits.at(path).namesClient ||
      [...senders].some((name) => platformObjects.has(name) || FRAMEWORK_PACKAGES.includes(name)) ||
      analyze(module, () => files.read(path) ?? "").isOpen;
    return { sends, handsOn };
  }

  const inProgress = new Set<string>();

  /** Whether a module may lend anything; in a cycle of imports that is not known yet. */
  function mayLend(path: string): boolean {
    if (!leads(path)) return false;
    const own = traits.at(path);
    return own.namesNetwork || inProgress.has(path) || onceAMoment(lends, path, () => borrows(path, own));
  }

  /** The files that something may be borrowed from. */
  function lendersOf(path: string, own: TextTraits): string[] {
    const lazy = new Set(own.lazySpecifiers);
    return own.specifiers.flatMap((specifier) =>
      importedPaths(project, path, [specifier]).filter((target) => !(lazy.has(specifier) && isLazyPage(target)) && !isOnlyShown({ specifier, path: target }, own)),
    );
  }

  function borrows(path: string, own: TextTraits): boolean {
    inProgress.add(path);
    try {
      return borrowsFromOthers(path, own);
    } finally {
      inProgress.delete(path);
    }
  }

  function borrowsFromOthers(path: string, own: TextTraits): boolean {
    const seen = new Set([path]);
    const queue = lendersOf(path, own);
    if (own.usesApp || own.usesShared) queue.push(...entriesOf(project, files));
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      if (!mayLend(one)) continue;
      const { sends, handsOn } = onceAMoment(lendings, one, () => lending(one));
      if (sends) return true;
      queue.push(...handsOn);
    }
    return false;
  }

  return {
    project,
    traits,
    refresh() {
      if (lastRefresh !== moment.number) hasOtherConfiguration();
      lastRefresh = moment.number;
    },
    rest,
    hasOtherConfiguration,
    borrowsNetwork: borrows,
    analyze,
    ask: programs.ask,
  };
}
