import type { FileAccess } from "../files.ts";
import { isClientMethod } from "../models/clients.ts";
import { isNetworkName } from "../models/network-calls.ts";
import type { Project } from "../project/project.ts";
import type { Loader } from "./loader.ts";
import type { Module } from "./module.ts";

/** The modules of one file's program. */
export interface Links {
  /** What the app loads at its start: it acts on every file. */
  readonly app: readonly Module[];
  /** The file and what it imports, but for what is the app's. */
  readonly own: readonly Module[];
  /** By module: what it imports. */
  readonly imports: ReadonlyMap<Module, readonly Module[]>;
  /** Imported files, and those the app begins with, that neither lead to a network call nor set what others share. */
  readonly passedOver: readonly (Import | Entry)[];
  /** Imported files that are none of the modules: what is loaded later, and what can't be read. */
  readonly leftOut: ReadonlySet<string>;
}

/** A file that is imported. */
export interface Import {
  readonly importer: string;
  readonly specifier: string;
  readonly path: string;
}

/** Tells whether what is imported, or what the app begins with, leads to a network call or sets what others share. */
export type Relevance = (file: Import | Entry) => boolean;

/** A file that the app begins with. */
export interface Entry {
  readonly importer: undefined;
  readonly path: string;
}

/** Follows the imports of a file and of the app that it belongs to, as far as `isRelevant`. */
export function linksOf(project: Project, files: FileAccess, loader: Loader, file: Module | undefined, isRelevant: Relevance): Links {
  const imports = new Map<Module, Module[]>();
  const passedOver: (Import | Entry)[] = [];
  const leftOut = new Set<string>();

  function targetsOf(from: Module, isLeftOut: (lazily: string) => boolean): Module[] {
    const targets: Module[] = [];
    for (const specifier of from.facts.specifiers) {
      const found = project.resolve(from.path, specifier);
      if (found.kind === "missing" || found.path === undefined) continue;
      if (from.facts.lazySpecifiers.has(specifier) && isLeftOut(found.path)) {
        leftOut.add(found.path);
        continue;
      }
      // A module of constants is read when somebody asks for one.
      const imported = { importer: from.path, specifier, path: found.path };
      if (!isRelevant(imported)) {
        passedOver.push(imported);
        continue;
      }
      const target = loader.resolve(from, specifier);
      if (target.kind === "module") targets.push(target.module);
      else leftOut.add(found.path);
    }
    return targets;
  }

  function follow(start: readonly Module[], isLeftOut: (lazily: string) => boolean): Set<Module> {
    const all = new Set(start);
    // A set that grows while it is walked.
    for (const one of all) {
      const targets = targetsOf(one, isLeftOut);
      imports.set(one, targets);
      for (const target of targets) all.add(target);
    }
    return all;
  }

  const entries = entriesOf(project, files).flatMap((path) => {
    const entry = { importer: undefined, path };
    if (isRelevant(entry)) return loader.load(path) ?? [];
    passedOver.push(entry);
    return [];
  });
  // What the app loads later acts on nobody.
  const app = follow(entries, () => true);
  const own = follow(file === undefined ? [] : [file], isLazyPage);
  return { app: [...app], own: [...own].filter((module) => !app.has(module)), imports, passedOver, leftOut };
}

/** A page that a router loads: nothing in it is called, and it sets nothing that others read. */
export function isLazyPage(path: string): boolean {
  return path.endsWith(".vue");
}

/** Modules that every file of an app may depend on without importing them. */
const ENTRIES = ["app.ts", "app.js", "App.vue", "app.mpx", "app.wpy", "main.ts", "main.js"] as const;

export function entriesOf(project: Project, files: FileAccess): string[] {
  const found = ENTRIES.map((name) => `${project.appFolder}/${name}`).filter((path) => files.version(path) !== undefined);
  // A compiled `app.js` beside its source says the same once more, or something older.
  return found.some((path) => path.endsWith("/app.ts")) ? found.filter((path) => !path.endsWith("/app.js")) : found;
}

/** Whether a module, or one that it imports, may hold a network call. */
export function networkReach({ imports }: Links): (module: Module) => boolean {
  const importers = new Map<Module, Module[]>();
  for (const [from, targets] of imports) {
    for (const target of targets) {
      const list = importers.get(target);
      if (list === undefined) importers.set(target, [from]);
      else list.push(from);
    }
  }
  const reaching = new Set<Module>();
  const queue = [...imports.keys()].filter(mentionsNetwork);
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    if (reaching.has(one)) continue;
    reaching.add(one);
    queue.push(...(importers.get(one) ?? []));
  }
  return (module) => reaching.has(module);
}

const mentions = new WeakMap<Module, boolean>();

/** Whether a module names a network call, a client, or something that hangs on the app or a framework's prototype. */
function mentionsNetwork(module: Module): boolean {
  const known = mentions.get(module);
  if (known !== undefined) return known;
  const found = module.facts.nodes.some(
    (node) => (node.kind === "text" && (isNetworkName(node.value) || isClientMethod(node.value) || node.value.startsWith("$"))) || (node.kind === "global" && node.name === "getApp"),
  );
  mentions.set(module, found);
  return found;
}
