import { aliasedPaths, type Alias } from "./aliases.ts";
import type { FileLookup } from "./file-lookup.ts";
import type { Layout } from "./layout.ts";
import type { PackageLookup } from "./packages.ts";
import { folderOf, joinPath } from "./paths.ts";

/** What an import leads to. */
export type Resolution =
  | { readonly kind: "file"; readonly path: string }
  /** `path` only if the package's file is on the disk; `subpath` is "" or begins without a slash. */
  | { readonly kind: "package"; readonly name: string; readonly subpath: string; readonly path?: string }
  /** No package by its form, and no file: a module that was left out of the repository, as a rule. */
  | { readonly kind: "missing"; readonly specifier: string };

export interface ResolveContext {
  readonly layout: Layout;
  readonly aliases: readonly Alias[];
  readonly customaryAliases: readonly Alias[];
  readonly baseFolders: readonly string[];
  readonly fileAt: FileLookup;
  readonly packageAt: PackageLookup;
}

/** Follows one specifier of the file `from`. Webpack's inline loaders (`raw!./x`) and queries (`./x?url`) are left out. */
export function resolveSpecifier(context: ResolveContext, from: string, written: string): Resolution {
  const specifier = written.replace(/^.*!/, "").replace(/(?!^)[?].*$/, "");
  const missing: Resolution = { kind: "missing", specifier: written };
  if (specifier === "" || specifier.length > MAX_SPECIFIER || /^(?:[a-z][\w+.-]+:|\/\/)/i.test(specifier)) return missing;
  const folder = folderOf(from);
  if (/^\.\.?(?:\/|$)/.test(specifier)) return firstOf(context, [joinPath(folder, specifier)]) ?? missing;

  const aliased = firstOf(context, aliasedPaths(context.aliases, specifier));
  if (aliased !== undefined) return aliased;
  if (specifier.startsWith("/")) {
    const { appFolder, root } = context.layout;
    const beside = isNativeApp(context.layout) ? [joinPath(folder, specifier)] : [];
    return firstOf(context, [joinPath(appFolder, specifier), joinPath(root, specifier), ...beside]) ?? missing;
  }
  const customary = firstOf(context, aliasedPaths(context.customaryAliases, specifier));
  return customary ?? resolveBare(context, folder, specifier) ?? missing;
}

const MAX_SPECIFIER = 1_000;

/** WeChat's own `require` runs here: old programs, which run to this day, also write `require("/x")` for a module beside. */
function isNativeApp({ kind }: Layout): boolean {
  return kind === "native" || kind === "unknown";
}

/**
 * A specifier with neither dot nor slash in front. In a native app `require("utils/x")` is seen from the file's own folder (WeChat's
 * `require` takes it as relative; packages come after), and old code writes it for the app's folder. Elsewhere it is a package, or lies in tsconfig's baseUrl.
 */
function resolveBare(context: ResolveContext, folder: string, specifier: string): Resolution | undefined {
  const { layout, baseFolders } = context;
  const seenFrom = isNativeApp(layout) ? [folder, ...baseFolders, layout.appFolder] : baseFolders;
  const local = firstOf(
    context,
    seenFrom.map((base) => joinPath(base, specifier)),
  );
  if (local !== undefined) return local;
  const match = PACKAGE.exec(specifier);
  const name = match?.[1];
  if (name === undefined) return undefined;
  const subpath = match?.[2] ?? "";
  const path = context.packageAt(folder, name, subpath);
  return path === undefined ? { kind: "package", name, subpath } : { kind: "package", name, subpath, path };
}

/** npm's form of a name. `@/x` and `~/x` have no name, so they can't be packages. */
const PACKAGE = /^((?:@[\w.-]+\/)?[A-Za-z0-9_][\w.-]*)(?:\/(.*))?$/;

function firstOf({ fileAt }: ResolveContext, paths: readonly string[]): Resolution | undefined {
  for (const candidate of paths) {
    const path = fileAt(candidate);
    if (path !== undefined) return { kind: "file", path };
  }
  return undefined;
}
