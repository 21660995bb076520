import type { Evaluator, Host, Target } from "../evaluate/evaluator.ts";
import { createEvaluator } from "../evaluate/evaluator.ts";
import type { FileAccess } from "../files.ts";
import { parseJsonWithComments } from "../project/json.ts";
import type { Project } from "../project/project.ts";
import { component } from "../values/value.ts";
import type { Value } from "../values/value.ts";
import { union } from "../values/value.ts";
import type { Module } from "./module.ts";
import type { ModuleStore, Skipped } from "./module-store.ts";

export interface Program {
  readonly evaluator: Evaluator;
  readonly modules: readonly Module[];
  readonly skipped: readonly (Skipped & { readonly path: string })[];
}

/** Longer JSON files hold no configuration. */
const MAX_JSON = 500_000;

/** The modules at `paths` and what they import, as one program with one evaluator. */
export function linkProgram(
  project: Project,
  files: FileAccess,
  store: ModuleStore,
  paths: readonly string[],
  platformObjects: ReadonlySet<string>,
): Program {
  const modules = new Map<string, Module>();
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
    return loaded.module;
  }

  function loadData(path: string): Target {
    const known = data.get(path);
    if (known !== undefined) return known;
    const text = files.read(path) ?? "";
    const target: Target = { kind: "data", path, value: text.length > MAX_JSON ? undefined : parseJsonWithComments(text) };
    data.set(path, target);
    return target;
  }

  function resolve(from: Module, specifier: string): Target {
    const found = project.resolve(from.path, specifier);
    if (found.kind === "missing") return found;
    if (found.kind === "package" && (found.path === undefined || /\/node_modules\//.test(found.path))) {
      return { kind: "package", name: found.subpath === "" ? found.name : `${found.name}/${found.subpath}` };
    }
    const path = found.path;
    if (path === undefined) return { kind: "missing", specifier };
    if (path.endsWith(".json")) return loadData(path);
    const module = load(path);
    return module === undefined ? { kind: "missing", specifier } : { kind: "module", module };
  }

  for (const path of paths) load(path);

  const host: Host = {
    resolve,
    platformObjects,
    define: (name) => project.defines.lookup(name)?.map(({ value, from }) => ({ value, place: from === undefined ? undefined : { file: from.file, offset: 0 } })),
    get modules() {
      return modules.values();
    },
    appOptions: () => appOptions(evaluator, modules.values(), project.appFolder),
  };
  const evaluator = createEvaluator(host);
  return {
    evaluator,
    get modules() {
      return [...modules.values()];
    },
    get skipped() {
      return [...skipped.values()];
    },
  };
}

/** What `App({…})` is given, and what App.vue exports. */
function appOptions(ev: Evaluator, modules: Iterable<Module>, appFolder: string): Value {
  const found: Value[] = [];
  for (const module of modules) {
    for (const [object, role] of module.facts.objectRoles) {
      const call = role.call < 0 ? undefined : module.facts.nodes[role.call];
      const callee = call?.kind === "call" ? module.facts.nodes[call.callee] : undefined;
      const isApp = callee?.kind === "global" && callee.name === "App";
      const isAppFile = role.call < 0 && module.path === `${appFolder}/App.vue`;
      if (isApp || isAppFile) found.push(ev.value(module, object, ev.frames.open(module, 0)));
    }
  }
  return union(found).map((options) => component(options));
}
