import { starAlias, type Alias } from "./aliases.ts";
import type { Folders } from "./folders.ts";
import { asArray, asObject, asString, parseJsonWithComments, type Json, type JsonObject } from "./json.ts";
import { folderOf, foldersUpward, joinPath } from "./paths.ts";

export interface PathSettings {
  readonly aliases: readonly Alias[];
  /** The folders that bare specifiers may be seen from. */
  readonly baseFolders: readonly string[];
  readonly broken: readonly string[];
}

/**
 * `paths` and `baseUrl` of the tsconfig.json and jsconfig.json of some folders, with what these extend or refer to. Some templates
 * write `paths` beside `compilerOptions`; TypeScript ignores that, the editors' users meant it, and a path that doesn't exist costs nothing.
 */
export function readPathSettings(startFolders: readonly string[], folders: Folders): PathSettings {
  const aliases: Alias[] = [];
  const baseFolders: string[] = [];
  const broken: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || seen.size >= MAX_FILES || !folders.isFile(path)) return;
    seen.add(path);
    const settings = asObject(parseJsonWithComments(folders.readConfig(path) ?? ""));
    if (settings === undefined) {
      broken.push(path);
      return;
    }
    const options = asObject(settings["compilerOptions"]);
    const folder = folderOf(path);
    const baseUrl = asString(options?.["baseUrl"]);
    const base = baseUrl === undefined ? folder : joinPath(folder, baseUrl);
    if (baseUrl !== undefined) baseFolders.push(base);
    for (const paths of [options?.["paths"], settings["paths"]]) {
      for (const [pattern, targets] of Object.entries(asObject(paths) ?? {})) {
        const found = asArray(targets).flatMap(strings);
        aliases.push(starAlias(pattern, found.map((target) => joinPath(base, target))));
      }
    }
    for (const next of followed(settings, folder, folders)) visit(next);
  };
  for (const folder of startFolders) {
    visit(joinPath(folder, "tsconfig.json"));
    visit(joinPath(folder, "jsconfig.json"));
  }
  return { aliases, baseFolders, broken };
}

const MAX_FILES = 16;

function followed(settings: JsonObject, folder: string, folders: Folders): string[] {
  const extended = [settings["extends"] ?? null, ...asArray(settings["extends"])].flatMap(strings);
  const referred = asArray(settings["references"]).flatMap((item) => strings(asObject(item)?.["path"]));
  return [
    ...extended.map((specifier) => extendedPath(specifier, folder, folders)),
    ...referred.map((path) => (path.endsWith(".json") ? joinPath(folder, path) : joinPath(folder, `${path}/tsconfig.json`))),
  ];
}

function extendedPath(specifier: string, folder: string, folders: Folders): string {
  const named = specifier.endsWith(".json") ? specifier : `${specifier}.json`;
  if (/^[./]/.test(specifier)) return joinPath(folder, named);
  for (const above of foldersUpward(folder)) {
    const base = joinPath(above, "node_modules");
    const path = [named, `${specifier}/tsconfig.json`].map((name) => joinPath(base, name)).find((found) => folders.isFile(found));
    if (path !== undefined) return path;
  }
  return joinPath(folder, named);
}

function strings(value: Json | undefined): string[] {
  return typeof value === "string" ? [value] : [];
}
