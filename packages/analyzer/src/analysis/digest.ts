import { visibleFacts } from "../facts/visible-facts.ts";
import type { FileAccess } from "../files.ts";
import { createModuleStore } from "../program/module-store.ts";
import type { ModuleStore } from "../program/module-store.ts";
import { entriesOf } from "../program/links.ts";
import { asObject, parseJsonWithComments } from "../project/json.ts";
import { ENVIRONMENT_NAME } from "../project/build-config.ts";
import { configModuleAt } from "../project/config-modules.ts";
import { folderOf, joinPath } from "../project/paths.ts";
import { openProject } from "../project/project.ts";
import type { Project, ProjectSettings } from "../project/project.ts";
import { importSpecifiers } from "../source/import-specifiers.ts";
import { mayMatter } from "../source/prefilter.ts";

/** What `projectDigest` is handed from outside. */
export interface DigestTools {
  /** A hash that tells any two texts apart. */
  readonly hash: (text: string) => string;
  /** What earlier runs found out: by a text's hash, the hash of what the module says. Anything may be missing. */
  readonly remembered: ReadonlyMap<string, string>;
}

export interface ProjectDigest {
  readonly digest: string;
  /** The same for a WXML file, which the script beside it says more about than any other file asks for. */
  readonly ofMarkup: string;
  /** What the next run should remember: exactly what this run needed. */
  readonly known: ReadonlyMap<string, string>;
}

/**
 * One hash of all that the lint of a file can learn from other files: what the modules say that are imported by any, or that every file
 * of the app hangs on, and the configuration that imports and compile-time names are read from. Not their text: comments, formatting and
 * code of the screen change nothing, nor does a page that nobody imports.
 *
 * Costs the reading of the project's files, and the parsing of those modules whose text is new.
 */
export function projectDigest(root: string, files: FileAccess, settings: ProjectSettings, { hash, remembered }: DigestTools): ProjectDigest {
  const project = openProject(root, files, settings);
  const store = createModuleStore(files, "left alone");
  const known = new Map<string, string>();

  const lines = [project.kind, ...configuration(project, files)];
  const { visible, texts } = readModules(project, files);
  for (const path of visible) {
    const text = texts.get(path) ?? "";
    const key = hash(`${path.slice(path.lastIndexOf("."))}\n${text}`);
    const facts = remembered.get(key) ?? hash(whatItSays(store, path, text));
    known.set(key, facts);
    lines.push(`${path} ${facts}`);
  }
  const digest = hash(lines.join("\n"));
  const besideMarkup = [...texts].filter(([path]) => hasMarkup(path, files)).map(([path, text]) => `${path} ${hash(text)}`);
  return { digest, ofMarkup: hash([digest, ...besideMarkup.sort()].join("\n")), known };
}

/** Whether a script is that of a page or component whose markup is a file of its own. */
function hasMarkup(path: string, files: FileAccess): boolean {
  return /\.[jt]s$/.test(path) && files.version(path.replace(/\.[jt]s$/, ".wxml")) !== undefined;
}

function whatItSays(store: ModuleStore, path: string, text: string): string {
  if (path.endsWith(".json")) return JSON.stringify(parseJsonWithComments(text) ?? null);
  const loaded = store.load(path, false, text);
  return loaded.kind === "module" ? visibleFacts(loaded.module.facts) : loaded.reason;
}

/** The texts of all modules; visible are those that some file imports, and those that every file of the app hangs on, sorted by path. */
function readModules(project: Project, files: FileAccess): { readonly visible: readonly string[]; readonly texts: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  const visible = new Set(entriesOf(project, files));
  const queue = [...project.sourceFiles(), ...visible];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (texts.has(path)) continue;
    const text = files.read(path) ?? "";
    texts.set(path, text);
    if (path.endsWith(".json") || !mayMatter(text)) continue;
    for (const specifier of importSpecifiers(text).all) {
      const target = project.resolve(path, specifier);
      if (target.kind === "missing" || target.path === undefined || target.path.includes("/node_modules/")) continue;
      visible.add(target.path);
      queue.push(target.path);
    }
  }
  return { visible: [...visible].sort(), texts };
}

/** Files from which aliases and compile-time names are read (see `project/`). */
const CONFIGURATION = /^\.env|^\.babelrc|^[jt]sconfig.*\.json$|^(?!eslint)[\w.-]+\.config\.[mc]?[jt]s$/;
const SCRIPT = /\.[mc]?[jt]s$/;

/** By their text: they are few, and programs may lie in them. */
function configuration(project: Project, files: FileAccess): string[] {
  const texts = new Map<string, string>();
  const take = (folder: string, pattern: RegExp): void => {
    for (const { name, kind } of files.list(folder) ?? []) {
      const path = joinPath(folder, name);
      if (kind === "file" && pattern.test(name)) texts.set(path, files.read(path) ?? "");
    }
  };
  for (const folder of [project.root, joinPath(project.root, "env"), project.appFolder]) take(folder, CONFIGURATION);
  take(joinPath(project.root, "config"), project.kind === "taro" ? SCRIPT : ENVIRONMENT_NAME);
  // What they import, too: a map that grows while it is walked.
  for (const [path, text] of texts) {
    for (const specifier of SCRIPT.test(path) ? importSpecifiers(text).all : []) {
      // A folder has a version, too; its `index.js` is what is imported.
      const target = configModuleAt(folderOf(path), specifier, (candidate) => files.read(candidate) !== undefined);
      if (target !== undefined && !texts.has(target)) texts.set(target, files.read(target) ?? "");
    }
  }
  const app = asObject(parseJsonWithComments(files.read(joinPath(project.appFolder, "app.json")) ?? ""));
  return [JSON.stringify(app?.["resolveAlias"] ?? null), ...[...texts].sort(([a], [b]) => (a < b ? -1 : 1)).flat()];
}
