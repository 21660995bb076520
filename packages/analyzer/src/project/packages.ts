import { firstFile, type Folders } from "./folders.ts";
import type { FileLookup } from "./file-lookup.ts";
import { asArray, asObject, asString, parseJsonWithComments, type Json, type JsonObject } from "./json.ts";
import { foldersUpward, joinPath } from "./paths.ts";

/** The file of a package as seen from a folder. `subpath` is "" for the package itself. */
export type PackageLookup = (folder: string, name: string, subpath: string) => string | undefined;

/**
 * Packages of the workspace that the project belongs to, in `miniprogram_npm` (WeChat's built copies: "npm 支持", looked for from the
 * file's folder upward), and in `node_modules`. The workspace comes first: what package managers install of it are links, by whose paths own code would
 * look like somebody else's.
 */
export function packageLookup(root: string, folders: Folders, fileAt: FileLookup): PackageLookup {
  let workspace: ReadonlyMap<string, string> | undefined;
  return (folder, name, subpath) => {
    workspace ??= workspacePackages(root, folders);
    const own = workspace.get(name);
    // A workspace package may not be built; then its source is what it exports.
    const source = own === undefined ? undefined : (fileOfPackage(own, subpath, folders, fileAt) ?? fileAt(joinPath(own, `src/${subpath}`)));
    return source ?? installedFile(folder, name, subpath, folders, fileAt);
  };
}

function installedFile(folder: string, name: string, subpath: string, folders: Folders, fileAt: FileLookup): string | undefined {
  for (const above of foldersUpward(folder)) {
    if (folders.kindIn(above, "miniprogram_npm") === "folder") {
      const path = fileAt(joinPath(above, `miniprogram_npm/${name}/${subpath}`));
      if (path !== undefined) return path;
    }
    if (folders.kindIn(above, "node_modules") === "folder") {
      const path = fileOfPackage(joinPath(above, `node_modules/${name}`), subpath, folders, fileAt);
      if (path !== undefined) return path;
    }
  }
  return undefined;
}

function fileOfPackage(folder: string, subpath: string, folders: Folders, fileAt: FileLookup): string | undefined {
  if (!folders.isFolder(folder)) return undefined;
  const manifest = readManifest(folder, folders);
  for (const target of manifest === undefined ? [] : declaredTargets(manifest, subpath)) {
    const path = fileAt(joinPath(folder, target));
    if (path !== undefined) return path;
  }
  return fileAt(joinPath(folder, subpath));
}

function readManifest(folder: string, folders: Folders): JsonObject | undefined {
  const path = joinPath(folder, "package.json");
  return folders.isFile(path) ? asObject(parseJsonWithComments(folders.readConfig(path) ?? "")) : undefined;
}

/** What the manifest says that a subpath is: `exports`, or for the package itself `module`, then `main`; `miniprogram` names the folder of WeChat's build. */
function declaredTargets(manifest: JsonObject, subpath: string): string[] {
  const exported = exportTargets(manifest["exports"], subpath);
  const built = asString(manifest["miniprogram"]);
  const ofBuild = built === undefined ? [] : [`${built}/${subpath}`];
  if (subpath !== "") return [...exported, ...ofBuild];
  const entries = [manifest["module"], manifest["main"]].flatMap((entry) => asString(entry) ?? []);
  return [...exported, ...ofBuild, ...entries];
}

/** Conditions that a bundler for mini programs meets. */
const CONDITIONS: ReadonlySet<string> = new Set(["import", "module", "require", "browser", "default"]);

function exportTargets(exported: Json | undefined, subpath: string): string[] {
  const table = asObject(exported);
  const isTable = table !== undefined && Object.keys(table).some((key) => key.startsWith("."));
  if (!isTable) return subpath === "" ? targetsOf(exported, "", 0) : [];
  const wanted = subpath === "" ? "." : `./${subpath}`;
  const exact = table[wanted];
  if (exact !== undefined) return targetsOf(exact, "", 0);
  for (const [key, value] of Object.entries(table).sort(([a], [b]) => b.length - a.length)) {
    const [before, after, ...more] = key.split("*");
    if (before === undefined || after === undefined || more.length > 0) continue;
    const fits = wanted.length > before.length + after.length && wanted.startsWith(before) && wanted.endsWith(after);
    if (fits) return targetsOf(value, wanted.slice(before.length, wanted.length - after.length), 0);
  }
  return [];
}

function targetsOf(value: Json | undefined, star: string, depth: number): string[] {
  if (typeof value === "string") return [value.replaceAll("*", star)];
  if (depth > 8) return [];
  const list = asArray(value).flatMap((item) => targetsOf(item, star, depth + 1));
  const conditional = Object.entries(asObject(value) ?? {}).filter(([condition]) => CONDITIONS.has(condition));
  return [...list, ...conditional.flatMap(([, target]) => targetsOf(target, star, depth + 1))];
}

/** Whether a folder is a package of its own in the workspace around it. */
export function isWorkspacePackage(folder: string, folders: Folders): boolean {
  return [...workspacePackages(folder, folders).values()].includes(folder);
}

const MAX_WORKSPACE_PACKAGES = 500;

/** Name and folder of each package of the workspace around a folder: package.json's `workspaces`, or pnpm-workspace.yaml. */
function workspacePackages(root: string, folders: Folders): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const folder of foldersUpward(root)) {
    const patterns = workspacePatterns(folder, folders);
    for (const path of patterns.flatMap((pattern) => expand(folder, pattern, folders)).slice(0, MAX_WORKSPACE_PACKAGES)) {
      const name = asString(readManifest(path, folders)?.["name"]);
      if (name !== undefined) packages.set(name, path);
    }
    if (patterns.length > 0 || folders.kindIn(folder, ".git") !== undefined) break;
  }
  return packages;
}

function workspacePatterns(folder: string, folders: Folders): string[] {
  const workspaces = readManifest(folder, folders)?.["workspaces"];
  const listed = [...asArray(workspaces), ...asArray(asObject(workspaces)?.["packages"])].flatMap((item) => asString(item) ?? []);
  const yaml = firstFile(folders, folder, ["pnpm-workspace.yaml"]);
  const text = yaml === undefined ? "" : (folders.readConfig(yaml) ?? "");
  const section = /^packages:[^\n]*\n((?:[ \t]*(?:-|#)[^\n]*\n?|[ \t]*\n)*)/m.exec(text)?.[1] ?? "";
  return [...listed, ...[...section.matchAll(/^[ \t]*-[ \t]*["']?([^"'#\s]+)/gm)].flatMap((match) => match[1] ?? [])];
}

/** Only the pattern's last part may be `*` (or `**`, taken as `*`): what workspaces use. */
function expand(folder: string, pattern: string, folders: Folders): string[] {
  if (pattern.startsWith("!")) return [];
  const star = /^(.*?)\/?\*{1,2}$/.exec(pattern)?.[1];
  if (star === undefined) return pattern.includes("*") ? [] : [joinPath(folder, pattern)];
  const base = joinPath(folder, star);
  return [...folders.entries(base)].flatMap(([name, kind]) => (kind === "folder" ? [joinPath(base, name)] : []));
}
