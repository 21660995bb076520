import { firstFile, type Folders } from "./folders.ts";
import { asObject, asString, parseJsonWithComments } from "./json.ts";
import { OMITTED_EXTENSIONS, SOURCES_OF_EXTENSION } from "./module-extensions.ts";
import { baseName, folderOf, joinPath } from "./paths.ts";

/** The file that a path without certain ending means. */
export type FileLookup = (path: string) => string | undefined;

/**
 * How a bundler for mini programs turns a path into a file: the variant for the platform, the source of an explicit ending, the
 * omitted ending, the folder's package.json or index.
 */
export function fileLookup(folders: Folders, suffixes: readonly string[]): FileLookup {
  const inFolder = (folder: string, names: readonly string[]): string | undefined => firstFile(folders, folder, names);
  const withSuffixes = (stem: string, extensions: readonly string[]): string[] =>
    suffixes.flatMap((suffix) => extensions.map((extension) => stem + suffix + extension));

  const asFile = (path: string): string | undefined => {
    const name = baseName(path);
    const extension = /\.\w+$/.exec(name)?.[0] ?? "";
    const stem = extension === "" ? name : name.slice(0, -extension.length);
    const sources = SOURCES_OF_EXTENSION.get(extension) ?? [extension];
    const written = extension === "" ? [name] : withSuffixes(stem, sources);
    return inFolder(folderOf(path), [...written, ...withSuffixes(name, OMITTED_EXTENSIONS)]);
  };
  const asFolder = (path: string): string | undefined => {
    if (!folders.isFolder(path)) return undefined;
    const manifest = joinPath(path, "package.json");
    const text = folders.isFile(manifest) ? folders.readConfig(manifest) : undefined;
    const main = text === undefined ? undefined : asString(asObject(parseJsonWithComments(text))?.["main"]);
    const named = main === undefined ? undefined : asFile(joinPath(path, main));
    return named ?? inFolder(path, withSuffixes("index", OMITTED_EXTENSIONS));
  };
  // A declaration without code beside it comes last: importing types is no missing module.
  return (path) => asFile(path) ?? asFolder(path) ?? inFolder(folderOf(path), [`${baseName(path)}.d.ts`]);
}
