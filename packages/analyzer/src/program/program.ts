import { isOver } from "../bounds.ts";
import type { Evaluator, Host, Target } from "../evaluate/evaluator.ts";
import { createEvaluator } from "../evaluate/evaluator.ts";
import type { FileAccess } from "../files.ts";
import { parseJsonWithComments } from "../project/json.ts";
import { SOURCE_EXTENSION } from "../project/module-extensions.ts";
import type { Defined } from "../project/defines.ts";
import type { Project } from "../project/project.ts";
import type { Element, Value } from "../values/value.ts";
import { classElement, component, instance, NOTHING, text, union, unknown } from "../values/value.ts";
import { isClientMethod } from "../models/clients.ts";
import { APP_CLASS } from "../models/components.ts";
import { isSdkCopy, SDK_PACKAGE } from "../models/js-sdk.ts";
import { isNetworkName } from "../models/network-calls.ts";
import type { Module } from "./module.ts";
import type { ModuleStore, Skipped } from "./module-store.ts";

export interface Program {
  readonly evaluator: Evaluator;
  readonly modules: readonly Module[];
  /** The module that was read from a file. */
  readonly moduleAt: (path: string) => Module | undefined;
  readonly skipped: readonly (Skipped & { readonly path: string })[];
  /** All files that were read, or could not be. */
  paths(): readonly string[];
}

/** All modules at `paths` as one program with one evaluator. */
export function linkProgram(project: Project, files: FileAccess, store: ModuleStore, paths: readonly string[], platformObjects: ReadonlySet<string>): Program {
  return link(project, files, store, [], paths, platformObjects);
}

/** One file's program: the file, what it imports, and the app that it belongs to. */
export function linkFile(
  project: Project,
  files: FileAccess,
  store: ModuleStore,
  module: Module | undefined,
  platformObjects: ReadonlySet<string>,
  isRelevant: (path: string) => boolean,
): FileProgram {
  const program = link(project, files, store, module === undefined ? [] : [module], entriesOf(project, files).filter(isRelevant), platformObjects);
  const host = program.evaluator.host;
  const imports = new Map<Module, Module[]>();
  const passedOver = new Set<string>();
  follow(module === undefined ? [] : [module], isLazyPage);
  // What the app loads at its start acts on every file; what it loads later does not.
  follow([...program.modules], () => true);

  function follow(queue: Module[], isLeftOut: (lazily: string) => boolean): void {
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      if (!imports.has(one)) queue.push(...targetsOf(one, isLeftOut));
    }
  }

  function targetsOf(one: Module, isLeftOut: (lazily: string) => boolean): Module[] {
    const targets: Module[] = [];
    imports.set(one, targets);
    for (const specifier of one.facts.specifiers) {
      // A module of constants is read when somebody asks for one.
      const found = project.resolve(one.path, specifier);
      if (found.kind === "missing" || found.path === undefined) continue;
      if (one.facts.lazySpecifiers.has(specifier) && isLeftOut(found.path)) continue;
      if (!isRelevant(found.path)) {
        passedOver.add(found.path);
        continue;
      }
      const target = host.resolve(one, specifier);
      if (target.kind !== "module") continue;
      targets.push(target.module);
    }
    return targets;
  }
  const reachesNetwork = networkReach(imports);
  return {
    evaluator: program.evaluator,
    modules: program.modules,
    moduleAt: (path) => program.moduleAt(path),
    get skipped() {
      return program.skipped;
    },
    paths: () => ({
      read: program.paths().filter((path) => path !== module?.path),
      passedOver: [...passedOver],
    }),
    reachesNetwork,
    isInert(from, specifier) {
      const found = project.resolve(from.path, specifier);
      return found.kind !== "missing" && found.path !== undefined && SOURCE_EXTENSION.test(found.path) && !isRelevant(found.path);
    },
  };
}

/** A page that a router loads: nothing in it is called, and it sets nothing that others read. */
export function isLazyPage(path: string): boolean {
  return path.endsWith(".vue");
}

export interface FileProgram extends Omit<Program, "paths"> {
  /** The other files that the answers so far depend on: those that were read, and those that were not worth it. */
  paths(): { readonly read: readonly string[]; readonly passedOver: readonly string[] };
  /** Whether a module, or one that it imports, may hold a network call. */
  reachesNetwork(module: Module): boolean;
  /** Whether what a module imports under a specifier neither leads to a network call nor sets what others share. */
  isInert(from: Module, specifier: string): boolean;
}

function networkReach(imports: ReadonlyMap<Module, readonly Module[]>): (module: Module) => boolean {
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

/** Modules that every file of an app may depend on without importing them. */
const ENTRIES = ["app.ts", "app.js", "App.vue", "app.mpx", "app.wpy", "main.ts", "main.js"] as const;

export function entriesOf(project: Project, files: FileAccess): string[] {
  const found = ENTRIES.map((name) => `${project.appFolder}/${name}`).filter((path) => files.version(path) !== undefined);
  // A compiled `app.js` beside its source says the same once more, or something older.
  return found.some((path) => path.endsWith("/app.ts")) ? found.filter((path) => !path.endsWith("/app.js")) : found;
}

function link(
  project: Project,
  files: FileAccess,
  store: ModuleStore,
  given: readonly Module[],
  paths: readonly string[],
  platformObjects: ReadonlySet<string>,
): Program {
  const modules = new Map(given.map((module) => [module.path, module]));
  /** It grows: modules come in while expressions are evaluated. */
  const inOrder = [...given];
  const skipped = new Map<string, Skipped & { readonly path: string }>();
  const data = new Map<string, Target>();

  function load(path: string): Module | undefined {
    const known = modules.get(path);
    if (known !== undefined || skipped.has(path)) return known;
    const loaded = store.load(path, project.isVendored(path));
    if (loaded.kind === "skipped") {
      skipped.set(path, { ...loaded, path });
      return undefined;
    }
    modules.set(path, loaded.module);
    inOrder.push(loaded.module);
    return loaded.module;
  }

  function loadData(path: string): Target {
    const known = data.get(path);
    if (known !== undefined) return known;
    const text = files.read(path) ?? "";
    const target: Target = isOver("json-length", text.length, path) ? { kind: "missing", specifier: path, cause: "module-unreadable" } : { kind: "data", path, value: parseJsonWithComments(text) };
    data.set(path, target);
    return target;
  }

  function resolve(from: Module, specifier: string): Target {
    const found = project.resolve(from.path, specifier);
    if (found.kind === "missing") return { ...found, cause: "module-not-found" };
    if (found.kind === "package" && (found.path === undefined || found.path.includes("/node_modules/"))) {
      return { kind: "package", name: found.subpath === "" ? found.name : `${found.name}/${found.subpath}` };
    }
    const path = found.path;
    if (path === undefined) return { kind: "missing", specifier, cause: "module-not-found" };
    if (isSdkCopy(path)) return { kind: "package", name: SDK_PACKAGE };
    if (path.endsWith(".json")) return loadData(path);
    // Styles and pictures, which bundlers let a module import.
    if (!SOURCE_EXTENSION.test(path)) return { kind: "missing", specifier, cause: "module-unreadable" };
    const module = load(path);
    return module === undefined ? { kind: "missing", specifier, cause: "module-unreadable" } : { kind: "module", module };
  }

  for (const path of paths) load(path);

  let app: { readonly of: number; readonly value: Value } | undefined;
  const host: Host = {
    resolve,
    platformObjects,
    define: (name) => definedValue(name, project.defines.lookup(name)),
    modules: inOrder,
    appOptions() {
      // Modules come in while expressions are evaluated; with each, the app's may have come.
      if (app?.of !== modules.size) app = { of: modules.size, value: appOptions(evaluator, modules.values(), project.appFolder) };
      return app.value;
    },
  };
  const evaluator = createEvaluator(host);
  return {
    evaluator,
    modules: inOrder,
    moduleAt: (path) => modules.get(path),
    get skipped() {
      return [...skipped.values()];
    },
    paths: () => [...modules.keys(), ...skipped.keys(), ...data.keys()],
  };
}

function definedValue(name: string, defined: Defined | undefined): Value | undefined {
  if (defined === undefined) return undefined;
  const known = defined.values.map(({ value, from }) => text(value, from === undefined ? [] : [{ ...from, offset: 0 }]));
  return union([known, defined.isComplete ? NOTHING : [unknown("environment", undefined, name)]]);
}

/** What `App({…})` is given, what App.vue exports, and an app that is written as a class. */
function appOptions(ev: Evaluator, modules: Iterable<Module>, appFolder: string): Value {
  const found: Value[] = [];
  const classes: Element[] = [];
  for (const module of modules) {
    for (const { superClass, id, owner } of module.facts.classes) {
      if (superClass === undefined) continue;
      const frame = ev.frames.open(module, owner);
      const isApp = ev.value(module, superClass, frame).some((element) => element.kind === "builtin" && element.path === APP_CLASS);
      if (isApp) classes.push(instance(classElement(module, id, frame), undefined));
    }
    for (const [object, role] of module.facts.objectRoles) {
      const call = role.call < 0 ? undefined : module.facts.nodes[role.call];
      const callee = call?.kind === "call" ? module.facts.nodes[call.callee] : undefined;
      const isApp = callee?.kind === "global" && callee.name === "App";
      const isAppFile = role.call < 0 && module.path === `${appFolder}/App.vue`;
      if (isApp || isAppFile) found.push(ev.value(module, object, ev.frames.open(module, 0)));
    }
  }
  return [...union(found).map((options) => component(options)), ...classes];
}
