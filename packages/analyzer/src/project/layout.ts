import type { FileAccess } from "../files.ts";
import { asObject, asString, parseJsonWithComments } from "./json.ts";
import { cachedFolders, firstFile, type Folders } from "./folders.ts";
import { isWorkspacePackage } from "./packages.ts";
import { baseName, folderOf, foldersUpward, joinPath } from "./paths.ts";

/** What an app is written with. `native` is WeChat's own layout, mini games included. */
export type ProjectKind = "native" | "uni-app" | "taro" | "mpx" | "wepy" | "unknown";

export interface Layout {
  readonly kind: ProjectKind;
  /** The folder of app.json (or its counterpart): what `/absolute` imports mean and whose files are the app. */
  readonly appFolder: string;
  /** The folder of package.json, tsconfig, `.env`, build settings: `appFolder` or one above it. */
  readonly root: string;
}

/** The app folder that a file belongs to; without one, the nearest folder with a package.json, else the file's own. */
export function findProjectRoot(file: string, files: FileAccess): string {
  return rootFinder(cachedFolders(files))(file);
}

/** The same for many files, as long as what `folders` remembers holds: each folder on their ways up is looked at once. */
export function rootFinder(folders: Folders): (file: string) => string {
  const appFrom = nearest(
    (folder) => (appKindAt(folder, folders) === undefined ? appBelow(folder, folders) : folder),
    (folder) => folders.kindIn(folder, ".git") !== undefined,
  );
  const packageFrom = nearest(
    (folder) => (folders.kindIn(folder, "package.json") === "file" ? folder : undefined),
    () => false,
  );
  return (file) => {
    const start = folderOf(file);
    return appFrom(start) ?? packageFrom(start) ?? start;
  };
}

/** What is found at a folder, or else at the nearest one above it, up to one that is the last. Each is asked once. */
function nearest(find: (folder: string) => string | undefined, isLast: (folder: string) => boolean): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const from = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const above = folderOf(folder);
    const found = find(folder) ?? (above === folder || isLast(folder) ? undefined : from(above));
    known.set(folder, found);
    return found;
  };
  return from;
}

/** Where things lie, seen from an app folder, from the folder above it that holds its configuration, or from any folder. */
export function layoutOf(folder: string, folders: Folders): Layout {
  const below = appKindAt(folder, folders) === undefined ? appBelow(folder, folders) : undefined;
  const appFolder = below ?? folder;
  const kind = appKindAt(appFolder, folders);
  if (kind === undefined) return { kind: "unknown", appFolder, root: folder };
  return { kind, appFolder, root: rootAbove(appFolder, folders) };
}

/** What the app is written with whose folder this is; `undefined` for a folder that is no app's. */
export function appKindAt(folder: string, folders: Folders): ProjectKind | undefined {
  const has = (name: string): boolean => folders.kindIn(folder, name) === "file";
  const hasScript = (stem: string): boolean => SCRIPT_EXTENSIONS.some((extension) => has(stem + extension));
  if (has("app.mpx")) return "mpx";
  if (has("app.wpy")) return "wepy";
  if (has("manifest.json") && has("pages.json")) return "uni-app";
  const above = folderOf(folder);
  if (baseName(folder) === "src" && firstFile(folders, above, UNI_GENERATED_MANIFESTS) !== undefined) return "uni-app";
  if (has("game.json") && hasScript("game")) return "native";
  if (!hasScript("app")) return undefined;
  if (APP_SETTINGS.some((name) => has(name) && isAppSettings(folders.readConfig(joinPath(folder, name))))) return "native";
  return usesTaro(folder, folders) || usesTaro(above, folders) ? taroKind(folder, folders, hasScript) : undefined;
}

const SCRIPT_EXTENSIONS = [".js", ".ts", ".jsx", ".tsx", ".vue"];

/** uni-app's settings as programs (the plugins vite-plugin-uni-manifest and vite-plugin-uni-pages write the JSON from them). */
const UNI_GENERATED_MANIFESTS = ["manifest.config.ts", "manifest.config.js", "manifest.config.mts"];

/** WeChat's app.json, and what weapp-vite reads in its place. */
const APP_SETTINGS = ["app.json", "app.json5", "app.jsonc", "app.json.ts", "app.json.js"];

/** A page may be called "app" and have an app.json too; only the app's own lists pages. */
function isAppSettings(text: string | undefined): boolean {
  return text !== undefined && /["']?\b(?:pages|subPackages|subpackages|entryPagePath)["']?\s*:\s*["'[]/.test(text);
}

function usesTaro(folder: string, folders: Folders): boolean {
  const path = joinPath(folder, "package.json");
  return folders.isFile(path) && (folders.readConfig(path)?.includes('"@tarojs/') ?? false);
}

/** Taro 3 and later have app.config; Taro 1 and 2 a `config` class member, and `src` beside the build's `config/index`. */
function taroKind(folder: string, folders: Folders, hasScript: (stem: string) => boolean): ProjectKind | undefined {
  if (hasScript("app.config")) return "taro";
  const settings = firstFile(folders, joinPath(folder, "../config"), ["index.js", "index.ts"]);
  return settings === undefined ? undefined : "taro";
}

/**
 * The app folder that a folder of configuration leads to. `src` comes before what project.config.json names, because that may
 * be the build's output.
 */
function appBelow(folder: string, folders: Folders): string | undefined {
  const candidates = ["src", "miniprogram"].map((name) => joinPath(folder, name));
  const named = miniprogramRoot(folder, folders);
  if (named !== undefined) candidates.push(named);
  return candidates.find((candidate) => folders.isFolder(candidate) && appKindAt(candidate, folders) !== undefined);
}

function miniprogramRoot(folder: string, folders: Folders): string | undefined {
  const path = joinPath(folder, "project.config.json");
  const text = folders.isFile(path) ? folders.readConfig(path) : undefined;
  const settings = text === undefined ? undefined : asObject(parseJsonWithComments(text));
  const named = asString(settings?.["miniprogramRoot"]) ?? asString(settings?.["srcMiniprogramRoot"]);
  return named === undefined ? undefined : joinPath(folder, named);
}

/** How far above an app its configuration may lie: `packages/app/dist/wx` is the deepest layout seen. */
const LEVELS_TO_ROOT = 4;

const BUILD_FILES = ["vite.config.ts", "vite.config.js", "vite.config.mts", "vite.config.mjs", "vue.config.js", "vue.config.ts", "mpx.config.js", "wepy.config.js"];

const ROOT_FILES = ["package.json", "project.config.json", "tsconfig.json", "jsconfig.json", ...BUILD_FILES];

function rootAbove(appFolder: string, folders: Folders): string {
  const upward = [...foldersUpward(appFolder)].slice(0, LEVELS_TO_ROOT);
  const above = upward.slice(1);
  const naming = above.find((folder) => miniprogramRoot(folder, folders) === appFolder);
  if (naming !== undefined) return naming;
  if (isSourceOfProjectAbove(appFolder, folders)) return folderOf(appFolder);
  for (const folder of upward) {
    if (firstFile(folders, folder, ROOT_FILES) !== undefined) return folder;
    if (folders.kindIn(folder, ".git") !== undefined) break;
  }
  return appFolder;
}

/**
 * All frameworks keep an app in `src` below its project. A package.json in there is not the project's: uni-app's settings and its market's description of a
 * template stand in it (uni-app, "package.json"), or the packages that WeChat's own npm build copies. It is, if `src` is built by itself.
 */
function isSourceOfProjectAbove(appFolder: string, folders: Folders): boolean {
  if (baseName(appFolder) !== "src") return false;
  if (firstFile(folders, folderOf(appFolder), ["package.json", ...BUILD_FILES]) === undefined) return false;
  return firstFile(folders, appFolder, BUILD_FILES) === undefined && !isWorkspacePackage(appFolder, folders);
}
