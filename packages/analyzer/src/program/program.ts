import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Host } from "../evaluate/host.ts";
import { createEvaluator } from "../evaluate/evaluator.ts";
import type { FileAccess } from "../files.ts";
import type { Defines } from "../project/defines.ts";
import type { Project } from "../project/project.ts";
import type { Value } from "../values/value.ts";
import { NOTHING, record, text, union, unknown } from "../values/value.ts";
import { createLoader } from "./loader.ts";
import type { Loader } from "./loader.ts";
import type { Module } from "./module.ts";
import type { ModuleStore, Skipped } from "./module-store.ts";

export interface Program {
  readonly evaluator: Evaluator;
  /** The module that was read from a file. */
  readonly moduleAt: (path: string) => Module | undefined;
}

/** The program of a scan. It grows: modules come in while expressions are evaluated. */
export interface WholeProgram extends Program {
  readonly modules: readonly Module[];
  readonly skipped: ReadonlyMap<string, Skipped>;
}

/** All modules at `paths` as one program with one evaluator. */
export function linkProgram(project: Project, files: FileAccess, store: ModuleStore, paths: readonly string[], platformObjects: ReadonlySet<string>): WholeProgram {
  const loader = createLoader(project, files, store);
  for (const path of paths) loader.load(path);
  const { modules, skipped, moduleAt } = loader;
  const evaluator = createEvaluator({ ...hostOf(project, loader, platformObjects), modules, isOfApp: () => true, moduleBeside: () => undefined });
  return { evaluator, modules, skipped, moduleAt };
}

/** What a program's evaluator is told, whichever modules count. */
export function hostOf(project: Project, loader: Loader, platformObjects: ReadonlySet<string>): Omit<Host, "modules" | "isOfApp" | "moduleBeside"> {
  return {
    resolve: loader.resolve,
    moduleAt: loader.moduleAt,
    platformObjects,
    define: (name) => definedValue(name, project.defines),
    appFile: `${project.appFolder}/App.vue`,
  };
}

function definedValue(name: string, defines: Defines): Value | undefined {
  const defined = defines.lookup(name);
  if (defined === undefined) return definedObject(name, defines);
  const known = defined.values.map(({ value, from }) => text(value, from === undefined ? [] : [{ ...from, offset: 0 }]));
  return union([known, defined.isComplete ? NOTHING : [unknown("environment", undefined, name)]]);
}

function definedObject(name: string, defines: Defines): Value | undefined {
  const members = defines.members(name);
  if (members === undefined) return undefined;
  const valueOf = (path: string): Value => definedValue(path, defines) ?? [unknown("environment", undefined, path)];
  return [record(`define ${name}`, new Map(members.map((member) => [member, valueOf(`${name}.${member}`)])))];
}
