import { isOver } from "../bounds.ts";
import type { Target } from "../evaluate/host.ts";
import type { FileAccess } from "../files.ts";
import { isSdkCopy, SDK_PACKAGE } from "../models/js-sdk.ts";
import { parseJsonWithComments } from "../project/json.ts";
import { SOURCE_EXTENSION } from "../project/module-extensions.ts";
import type { Project } from "../project/project.ts";
import type { Module } from "./module.ts";
import type { ModuleStore, Skipped } from "./module-store.ts";

/** The modules and data behind the imports of a program. A file is one module as long as the loader lives. */
export interface Loader {
  /** In the order in which they came in; it grows. */
  readonly modules: readonly Module[];
  readonly skipped: ReadonlyMap<string, Skipped>;
  load(path: string): Module | undefined;
  readonly resolve: (from: Module, specifier: string) => Target;
  readonly moduleAt: (path: string) => Module | undefined;
  moduleOf(id: number): Module | undefined;
  /** Whether a file was read, or could not be. */
  has(path: string): boolean;
  /** Takes a module as what its file holds; false if another text of the file was read before. */
  adopt(module: Module): boolean;
  /** Forgets a module that was adopted, unless somebody has come to it by an import. */
  release(module: Module): void;
  /** Whether the disk holds the text that a file was read from. */
  isSame(path: string): boolean;
  /** Whether it would lend a text that only an editor holds to others than the file itself. */
  holdsUnsaved(file: Module | undefined): boolean;
  /** Whether every file still holds what was read from it. */
  isCurrent(): boolean;
}

export function createLoader(project: Project, files: FileAccess, store: ModuleStore): Loader {
  const modules = new Map<string, Module>();
  const byId = new Map<number, Module>();
  const inOrder: Module[] = [];
  const skipped = new Map<string, Skipped>();
  const data = new Map<string, { readonly version: string | undefined; readonly target: Target }>();
  const adopted = new Set<Module>();

  function add(module: Module): void {
    modules.set(module.path, module);
    byId.set(module.id, module);
  }

  function load(path: string): Module | undefined {
    const known = modules.get(path);
    if (known !== undefined) {
      // Whoever imports it has it from here on.
      if (adopted.delete(known)) inOrder.push(known);
      return known;
    }
    if (skipped.has(path)) return undefined;
    const loaded = store.load(path, project.isVendored(path));
    if (loaded.kind === "skipped") {
      skipped.set(path, loaded);
      return undefined;
    }
    add(loaded.module);
    inOrder.push(loaded.module);
    return loaded.module;
  }

  function loadData(path: string): Target {
    const known = data.get(path);
    if (known !== undefined) return known.target;
    const text = files.read(path) ?? "";
    const target: Target = isOver("json-length", text.length, path) ? { kind: "missing", specifier: path, cause: "module-unreadable" } : { kind: "data", path, value: parseJsonWithComments(text) };
    data.set(path, { version: files.version(path), target });
    return target;
  }

  function isSame(path: string): boolean {
    const loaded = store.load(path, project.isVendored(path));
    return loaded.kind === "module" ? modules.get(path) === loaded.module : skipped.get(path)?.reason === loaded.reason;
  }

  return {
    modules: inOrder,
    skipped,
    load,
    moduleAt: (path) => modules.get(path),
    moduleOf: (id) => byId.get(id),
    has: (path) => modules.has(path) || skipped.has(path) || data.has(path),
    resolve(from, specifier) {
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
    },
    adopt(module) {
      const known = modules.get(module.path);
      if (known === undefined && !skipped.has(module.path)) {
        add(module);
        adopted.add(module);
        return true;
      }
      return known === module;
    },
    release(module) {
      if (!adopted.delete(module)) return;
      modules.delete(module.path);
      byId.delete(module.id);
    },
    isSame,
    holdsUnsaved: (file) => [...adopted].some((module) => module !== file && !isSame(module.path)),
    isCurrent: () =>
      inOrder.every(({ path }) => isSame(path)) &&
      [...skipped.keys()].every(isSame) &&
      [...data].every(([path, { version }]) => files.version(path) === version),
  };
}
