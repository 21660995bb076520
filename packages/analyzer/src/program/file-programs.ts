import { createEvaluator } from "../evaluate/evaluator.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { FileAccess } from "../files.ts";
import type { Moment } from "../analysis/moment.ts";
import { SOURCE_EXTENSION } from "../project/module-extensions.ts";
import type { Project } from "../project/project.ts";
import { linksOf, networkReach } from "./links.ts";
import type { Links, Relevance } from "./links.ts";
import { createLoader } from "./loader.ts";
import type { Loader } from "./loader.ts";
import type { Module } from "./module.ts";
import type { ModuleStore } from "./module-store.ts";
import { hostOf } from "./program.ts";
import type { Program } from "./program.ts";
import { importedPaths } from "./relevance.ts";

/** One file's program: the file, what it imports, and the app that it belongs to. */
export interface FileProgram extends Program {
  readonly modules: readonly Module[];
  /** The other files that the answers so far depend on: those that were read, and those that were not worth it. */
  paths(): { readonly read: readonly string[]; readonly passedOver: Links["passedOver"] };
  /** Whether a module, or one that it imports, may hold a network call. */
  reachesNetwork(module: Module): boolean;
  /** Whether what a module imports under a specifier neither leads to a network call nor sets what others share. */
  isInert(from: Module, specifier: string): boolean;
}

/** The programs of an app's files. */
export interface FilePrograms {
  /** Asks about a file. The question may be put more than once; the last answer is given. */
  readonly ask: <T>(file: Module | undefined, question: (program: FileProgram) => T) => T;
  /** Forgets what the files have in common. */
  forget(): void;
}

/** Evaluators that an app keeps, and expressions that one keeps: in a run over many files, and in a process that lives on while files change, which asks about one at a time. */
const MAX_EVALUATORS = 8;
const MAX_WORK = { run: 50_000, editor: 1000 };
/** Further texts of files that were looked at before: a person who types asks about each, and it is never seen again. */
const MAX_RETYPED = 20;
/** So often a question is put anew because one more module was found to count; after that all of the file's do. */
const MAX_ROUNDS = 3;

/**
 * The files of an app import the same modules, and ask the same of them: they share an evaluator. What one of a file's modules adds to
 * what others share (an assignment to an object of another module, a store, an interceptor) must not show in another file that lacks that
 * module. So only the app's own modules count at first. When the answer is there, each other module of the file is asked whether it adds
 * to anything that was asked for; if one does, the question is put again to an evaluator for which that module counts.
 */
export function createFilePrograms(
  project: Project,
  files: FileAccess,
  store: ModuleStore,
  platformObjects: ReadonlySet<string>,
  isRelevant: Relevance,
  moment: Pick<Moment, "number">,
): FilePrograms {
  let shared = nothingShared();
  /** The state of the disk and of the store for which the loader was found to be current. */
  let currentFor = "";
  let isAsking = false;
  let hasSeenChanges = false;

  function nothingShared(): Shared {
    return { loader: createLoader(project, files, store), evaluators: new Map(), adding: new WeakSet(), seen: new WeakSet(), paths: new Set(), retyped: 0 };
  }

  function isCurrent(): boolean {
    const state = `${String(moment.number)} ${String(store.replaced)}`;
    if (currentFor !== state && !shared.loader.isCurrent()) return false;
    currentFor = state;
    return true;
  }

  function createFor({ app, own }: Counting, loader: Loader): Evaluator {
    const modules = [...app, ...own];
    const ofApp = new Set(app);
    const counted = new Set(modules);
    return createEvaluator({
      ...hostOf(project, loader, platformObjects),
      modules,
      isOfApp: (module) => ofApp.has(module),
      moduleBeside(id) {
        const module = loader.moduleOf(id);
        return module === undefined || counted.has(module) ? undefined : module;
      },
    });
  }

  function evaluatorFor(counting: Counting, { loader, evaluators }: Shared): Evaluator {
    const key = [counting.app, counting.own].map((modules) => modules.map(({ id }) => id).join()).join(" ");
    const known = evaluators.get(key);
    if (known !== undefined) return known;
    const evaluator = createFor(counting, loader);
    for (const oldest of evaluators.keys()) {
      if (evaluators.size < MAX_EVALUATORS) break;
      evaluators.delete(oldest);
    }
    evaluators.set(key, evaluator);
    return evaluator;
  }

  /** Lets go of evaluators that hold too much to be kept, or whose answers lack something. */
  function trim({ evaluators }: Shared): void {
    const most = hasSeenChanges ? MAX_WORK.editor : MAX_WORK.run;
    for (const [key, { worked, wasInterrupted }] of evaluators) if (worked >= most || wasInterrupted) evaluators.delete(key);
  }

  function answer<T>(file: Module | undefined, links: Links, question: (program: FileProgram) => T): T {
    const { loader, adding } = shared;
    for (let round = 0; ; round++) {
      const own = round > MAX_ROUNDS ? links.own : links.own.filter((module) => adding.has(module));
      const others = links.own.filter((module) => !own.includes(module));
      // In an order that is the same whichever were read first: of interceptors the first is the outermost.
      const counting = { app: links.app, own: own.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
      // Nobody else asks an evaluator for which this very file counts; and one that is in the middle of a question is not asked another.
      const isShared = !isAsking && (file === undefined || !own.includes(file));
      const evaluator = isShared ? evaluatorFor(counting, shared) : createFor(counting, loader);
      evaluator.heap.begin();
      const outcome = asking((): Outcome<T> => {
        const before = addingTo(evaluator, others);
        if (before.length > 0) return { kind: "more", modules: before };
        const found = question(programOf(evaluator, loader, links, file));
        const after = addingTo(evaluator, others);
        return after.length > 0 ? { kind: "more", modules: after } : { kind: "answer", found };
      });
      if (outcome.kind === "answer") return outcome.found;
      for (const module of outcome.modules) adding.add(module);
    }
  }

  function asking<T>(work: () => T): T {
    const before = isAsking;
    isAsking = true;
    try {
      return work();
    } finally {
      isAsking = before;
    }
  }

  function programOf(evaluator: Evaluator, loader: Loader, links: Links, file: Module | undefined): FileProgram {
    let reach: ((module: Module) => boolean) | undefined;
    return {
      evaluator,
      modules: [...links.own, ...links.app],
      moduleAt: loader.moduleAt,
      paths: () => ({ read: readBy(project, loader, links).filter((path) => path !== file?.path), passedOver: links.passedOver }),
      reachesNetwork: (module) => (reach ??= networkReach(links))(module),
      isInert(from, specifier) {
        const found = project.resolve(from.path, specifier);
        return found.kind !== "missing" && found.path !== undefined && SOURCE_EXTENSION.test(found.path) && !isRelevant({ importer: from.path, specifier, path: found.path });
      },
    };
  }

  /** Makes a file's module the one that its importers get; false if they have got another. */
  function enter(file: Module): boolean {
    if (!shared.loader.adopt(file)) return false;
    if (shared.seen.has(file)) return true;
    shared.seen.add(file);
    if (shared.paths.has(file.path)) shared.retyped++;
    shared.paths.add(file.path);
    return shared.retyped <= MAX_RETYPED;
  }

  /** Lets go of a file's module. What only an editor holds is for no other file to see, also if a circle of imports led back to it. */
  function leave(file: Module): void {
    const { loader } = shared;
    loader.release(file);
    if (loader.moduleAt(file.path) === file && !loader.isSame(file.path)) shared = nothingShared();
  }

  function linksFor(file: Module | undefined): Links {
    for (;;) {
      const isChanged = !isCurrent();
      if (isChanged) hasSeenChanges = true;
      if (isChanged || shared.loader.holdsUnsaved(file) || (file !== undefined && !enter(file))) {
        shared = nothingShared();
        if (file !== undefined) shared.loader.adopt(file);
      }
      const { loader } = shared;
      // What is relevant is asked of other files, which may find that all has changed.
      const links = linksOf(project, files, loader, file, isRelevant);
      if (shared.loader === loader) return links;
    }
  }

  return {
    ask(file, question) {
      const wasEntered = file !== undefined && shared.loader.moduleAt(file.path) === file;
      try {
        return answer(file, linksFor(file), question);
      } catch (error) {
        // An evaluator that was left in the middle of its work can't go on.
        shared = nothingShared();
        throw error;
      } finally {
        if (file !== undefined && !wasEntered) leave(file);
        trim(shared);
      }
    },
    forget() {
      shared = nothingShared();
    },
  };
}

/** What the files of an app have in common. */
interface Shared {
  readonly loader: Loader;
  /** By the modules that count. */
  readonly evaluators: Map<string, Evaluator>;
  /** Modules that were found to add to what others share. */
  readonly adding: WeakSet<Module>;
  /** The files that were asked about, and how often it was with a further text. */
  readonly seen: WeakSet<Module>;
  readonly paths: Set<string>;
  retyped: number;
}

/** The modules that count. */
type Counting = Pick<Links, "app" | "own">;

/** What a round of asking came to: the answer, or modules that have to count for it. */
type Outcome<T> = { readonly kind: "answer"; readonly found: T } | { readonly kind: "more"; readonly modules: readonly Module[] };

/** Those of the modules that add to what was asked for. Finding that out may ask for more. */
function addingTo(evaluator: Evaluator, modules: readonly Module[]): Module[] {
  for (;;) {
    const before = evaluator.heap.asked + evaluator.asked.size;
    const found = modules.filter((module) => evaluator.heap.isTouchedBy(evaluator, module) || [...evaluator.asked].some((index) => index.addsFrom(evaluator, module)));
    if (found.length > 0 || evaluator.heap.asked + evaluator.asked.size === before) return found;
  }
}

/** The files behind a file's answers: its modules, and of the other files that are imported those that somebody has read all the same. */
function readBy(project: Project, loader: Loader, { own, app, passedOver, leftOut }: Links): string[] {
  const linked = new Set([...own, ...app].map(({ path }) => path));
  const others = new Set([...passedOver.map(({ path }) => path), ...leftOut].filter((path) => loader.has(path) && !linked.has(path)));
  // A set that grows while it is walked.
  for (const path of others) {
    const specifiers = loader.moduleAt(path)?.facts.specifiers ?? [];
    for (const imported of importedPaths(project, path, specifiers)) if (loader.has(imported) && !linked.has(imported)) others.add(imported);
  }
  return [...linked, ...others];
}
