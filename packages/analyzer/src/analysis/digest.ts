import { visibleFacts } from "../facts/visible-facts.ts";
import type { FileAccess } from "../files.ts";
import { createModuleStore } from "../program/module-store.ts";
import type { ModuleStore } from "../program/module-store.ts";
import { entriesOf } from "../program/program.ts";
import { parseJsonWithComments } from "../project/json.ts";
import { joinPath, relativeTo } from "../project/paths.ts";
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
  const store = createModuleStore(files);
  const known = new Map<string, string>();

  const lines = [project.kind, ...configuration(project, files)];
  for (const [path, text] of visibleModules(project, files)) {
    const key = hash(`${path.slice(path.lastIndexOf("."))}\n${text}`);
    const facts = remembered.get(key) ?? hash(whatItSays(store, path, text));
    known.set(key, facts);
    lines.push(`${path} ${facts}`);
  }
  return { digest: hash(lines.join("\n")), known };
}

function whatItSays(store: ModuleStore, path: string, text: string): string {
  if (path.endsWith(".json")) return JSON.stringify(parseJsonWithComments(text)) ?? "";
  const loaded = store.load(path, false, text);
  return loaded.kind === "module" ? visibleFacts(loaded.module.facts) : loaded.reason;
}

/** The modules that some file imports, and those that every file of the app hangs on, sorted by path; with their texts. */
function visibleModules(project: Project, files: FileAccess): [path: string, text: string][] {
  const texts = new Map<string, string>();
  const visible = new Set(entriesOf(project, files));
  const queue = [...project.sourceFiles(), ...visible];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (texts.has(path)) continue;
    const text = files.read(path) ?? "";
    texts.set(path, text);
    if (path.endsWith(".json") || !mayMatter(text)) continue;
    for (const specifier of importSpecifiers(text)) {
      const target = project.resolve(path, specifier);
      if (target.kind === "missing" || target.path === undefined || target.path.includes("/node_modules/")) continue;
      visible.add(target.path);
      queue.push(target.path);
    }
  }
  return [...visible].sort().map((path) => [path, texts.get(path) ?? ""]);
}

/** Files from which aliases and compile-time names are read (see `project/`), by their text. */
const CONFIGURATION = /^\.env|^[jt]sconfig.*\.json$|^(?!eslint)[\w.-]+\.config\.[mc]?[jt]s$/;
/** Folders in which some frameworks keep such files. */
const CONFIGURATION_FOLDERS: readonly (readonly [folder: string, files: RegExp])[] = [
  ["", CONFIGURATION],
  ["config", /^(?:index|dev|prod)\.[mc]?[jt]s$/],
  ["env", CONFIGURATION],
];

function configuration(project: Project, files: FileAccess): string[] {
  const found = [...new Set([project.root, project.appFolder])].flatMap((base) =>
    CONFIGURATION_FOLDERS.flatMap(([name, pattern]) => {
      const folder = joinPath(base, name);
      const named = (files.list(folder) ?? []).filter((entry) => entry.kind === "file" && pattern.test(entry.name));
      return named.map((entry) => joinPath(folder, entry.name));
    }),
  );
  const app = parseJsonWithComments(files.read(joinPath(project.appFolder, "app.json")) ?? "");
  const aliases = typeof app === "object" && app !== null && "resolveAlias" in app ? JSON.stringify(app.resolveAlias) : "";
  return [aliases, ...[...new Set(found)].sort().map((path) => `${relativeTo(project.root, path)}\n${files.read(path) ?? ""}`)];
}
