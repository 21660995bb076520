import type { FileAccess } from "../files.ts";
import { byPrecedence, customaryAliases, nameAlias, starAlias, type Alias } from "./aliases.ts";
import { readBuildConfigs } from "./build-config.ts";
import { joinDefines, type Defines } from "./defines.ts";
import { readEnvFiles } from "./env-files.ts";
import { fileLookup } from "./file-lookup.ts";
import { cachedFolders, type Folders } from "./folders.ts";
import { asArray, asObject, asString, parseJsonWithComments } from "./json.ts";
import { layoutOf, type Layout, type ProjectKind } from "./layout.ts";
import { platformSuffixes } from "./module-extensions.ts";
import { packageLookup } from "./packages.ts";
import { folderOf, joinPath, normalizePath } from "./paths.ts";
import { resolveSpecifier, type Resolution, type ResolveContext } from "./resolve.ts";
import { walkSources } from "./source-files.ts";
import { readPathSettings } from "./tsconfig.ts";
import { isVendoredPath } from "./vendored.ts";

export interface ProjectSettings {
  /** `"@/*": "src/*"` or `"@": "src"`; targets are seen from the project's root. Tried before every alias of the project itself. */
  readonly alias?: Readonly<Record<string, string | readonly string[]>>;
  /** Values of compile-time names as code writes them; they replace what the project says about the name. */
  readonly defines?: Readonly<Record<string, string | readonly string[]>>;
}

/** One app and how its imports are to be read. No method throws. */
export interface Project extends Layout {
  readonly kind: ProjectKind;
  /** Files of configuration that could not be read: their absolute paths. */
  readonly warnings: readonly string[];
  /** Compile-time names: `.env` files, Taro's and Vite's constants, the settings. */
  readonly defines: Defines;
  /** What a specifier in the file `from` leads to. Remembered until `refresh`. */
  resolve(from: string, specifier: string): Resolution;
  /** The app's modules, third-party code among them; an app that lies inside this one has its own project. */
  sourceFiles(): readonly string[];
  /** Whether a file is third-party code by its path. See also `isMinified`, which needs the text. */
  isVendored(path: string): boolean;
  /** Looks for changes on the disk: call it before each use in a long-lived process. True if anything changed. */
  refresh(): boolean;
}

/**
 * The project of an app: `folder` is the app's folder or the one above it that holds its configuration. `"plain"`: of the folder itself,
 * though an app may lie in it.
 */
export function openProject(
  folder: string,
  files: FileAccess,
  settings: ProjectSettings = {},
  as: "app" | "plain" = "app",
): Project {
  const folders = cachedFolders(files);
  const start = normalizePath(folder);
  const layout: Layout = as === "app" ? layoutOf(start, folders) : { kind: "unknown", appFolder: start, root: start };
  /** By the folder of the importing file, and the specifier. */
  const resolutions = new Map<string, Map<string, Resolution>>();
  let resolved = 0;
  const vendored = new Map<string, boolean>();
  let context: ProjectContext | undefined;
  const forgetResolutions = (): void => {
    resolutions.clear();
    resolved = 0;
  };
  const current = (): ProjectContext => (context ??= readContext(layout, folders, settings));

  return {
    ...layout,
    get warnings() {
      return current().warnings;
    },
    get defines() {
      return current().defines;
    },
    resolve: (from, specifier) => {
      const folder = folderOf(from);
      const known = resolutions.get(folder)?.get(specifier);
      if (known !== undefined) return known;
      const resolution = resolveSpecifier(current(), from, specifier);
      if (resolved++ >= MAX_MEMO) forgetResolutions();
      const ofFolder = resolutions.get(folder);
      if (ofFolder === undefined) resolutions.set(folder, new Map([[specifier, resolution]]));
      else ofFolder.set(specifier, resolution);
      return resolution;
    },
    sourceFiles: () => walkSources(layout.appFolder, [layout.appFolder, layout.root], folders).files,
    isVendored: (path) => {
      const known = vendored.get(path);
      if (known !== undefined) return known;
      const isVendored = isVendoredPath(path, layout.root);
      if (vendored.size >= MAX_MEMO) vendored.clear();
      vendored.set(path, isVendored);
      return isVendored;
    },
    refresh: () => {
      const changed = folders.refresh();
      if (changed) {
        forgetResolutions();
        context = undefined;
      }
      return changed;
    },
  };
}

const MAX_MEMO = 50_000;

interface ProjectContext extends ResolveContext {
  readonly warnings: readonly string[];
  readonly defines: Defines;
}

function readContext(layout: Layout, folders: Folders, settings: ProjectSettings): ProjectContext {
  const { appFolder, root } = layout;
  const fileAt = fileLookup(folders, platformSuffixes(layout.kind));
  const paths = readPathSettings([...new Set([appFolder, root])], folders);
  const build = readBuildConfigs(root, layout.kind, folders);
  const ofBuild = build.configs.flatMap(({ aliases }) => aliases);
  const envFiles = readEnvFiles([...new Set([root, joinPath(root, "env"), appFolder, ...build.configs.flatMap((config) => config.envFolders)])], folders);
  return {
    layout,
    fileAt,
    packageAt: packageLookup(root, folders, fileAt),
    aliases: byPrecedence([...configuredAliases(settings, root), ...appAliases(appFolder, folders), ...ofBuild, ...paths.aliases, ...ownImports(root, folders)]),
    customaryAliases: customaryAliases(appFolder, root),
    baseFolders: paths.baseFolders,
    defines: joinDefines(envFiles, build.configs, settings.defines ?? {}),
    warnings: [...paths.broken, ...build.broken],
  };
}

function configuredAliases({ alias = {} }: ProjectSettings, root: string): Alias[] {
  return Object.entries(alias).flatMap(([name, value]) => {
    const targets = (typeof value === "string" ? [value] : value).map((target) => rooted(target, root));
    return name.includes("*") ? [starAlias(name, targets)] : nameAlias(name, targets);
  });
}

function rooted(target: string, root: string): string {
  return /^(?:\/|[A-Za-z]:\/)/.test(target) ? target : joinPath(root, target);
}

/** app.json's `resolveAlias` (WeChat, "全局配置"): `"~/*": "/*"`; targets are seen from the app's folder. */
function appAliases(appFolder: string, folders: Folders): Alias[] {
  const path = joinPath(appFolder, "app.json");
  if (!folders.isFile(path)) return [];
  const resolveAlias = asObject(asObject(parseJsonWithComments(folders.readConfig(path) ?? ""))?.["resolveAlias"]);
  return Object.entries(resolveAlias ?? {}).map(([pattern, target]) => {
    const targets = [target ?? null, ...asArray(target)].flatMap((item) => asString(item) ?? []);
    return starAlias(pattern, targets.map((found) => joinPath(appFolder, found)));
  });
}

/** package.json's `imports` (Node.js, "Subpath imports"): `"#utils/*": "./src/utils/*"`, or by condition. */
function ownImports(root: string, folders: Folders): Alias[] {
  const path = joinPath(root, "package.json");
  const imports = folders.isFile(path) ? asObject(asObject(parseJsonWithComments(folders.readConfig(path) ?? ""))?.["imports"]) : undefined;
  return Object.entries(imports ?? {}).flatMap(([name, target]) => {
    const targets = [target ?? null, ...Object.values(asObject(target) ?? {})].flatMap((one) => asString(one) ?? []).map((one) => joinPath(root, one));
    return name.startsWith("#") && targets.length > 0 ? [starAlias(name, targets)] : [];
  });
}
