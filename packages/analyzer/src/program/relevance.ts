import type { HelperSetting } from "../analysis/file-analysis.ts";
import type { FileAccess } from "../files.ts";
import { CLIENTS } from "../models/clients.ts";
import { FRAMEWORK_PACKAGES } from "../models/packages.ts";
import { NETWORK_NAMES } from "../models/network-calls.ts";
import type { Project } from "../project/project.ts";
import { importSpecifiers } from "../source/import-specifiers.ts";
import { mayMatter } from "../source/prefilter.ts";

/** State that one file sets and another's calls read, without an import between them. */
const SHARED_STATE = /\bglobalData\b[^\n]{0,80}=|\bprototype\s*\.\s*\$|\bglobalProperties\b|\b(?:uni|wx|Taro|mpx|Vue)\s*\.\s*\$|\baddInterceptor\b|\bApp\s*\(\s*\{|\bmixins\b|\bbehaviors\b|\bBehavior\b/;
const USES_APP = /\bgetApp\s*\(/;
const USES_SHARED = /\.\s*\$[a-zA-Z]/;

/**
 * The files that a network call or its URL can depend on: those that name a network call or set shared state, and
 * whoever imports one of them, directly or not. The others are read only if one of these asks for them. By regular
 * expressions: most of a program is never parsed.
 */
export function relevantFiles(
  project: Project,
  paths: readonly string[],
  read: (path: string) => string | undefined,
  platformObjects: Iterable<string>,
  helpers: readonly HelperSetting[],
): string[] {
  const names = wordsIn(NETWORK_NAMES);
  const platform = wordsIn([...platformObjects, ...FRAMEWORK_PACKAGES]);
  const clients = wordsIn(clientNames(helpers));
  const importers = new Map<string, string[]>();
  const appUsers: string[] = [];
  const sharedUsers: string[] = [];
  const seeds: string[] = [];
  for (const path of paths) {
    const text = read(path) ?? "";
    if (!mayMatter(text)) continue;
    const namesNetwork = (names.test(text) && platform.test(text)) || clients.test(text);
    if (!namesNetwork && project.isVendored(path)) continue;
    if (namesNetwork || SHARED_STATE.test(text)) seeds.push(path);
    if (USES_APP.test(text)) appUsers.push(path);
    if (USES_SHARED.test(text)) sharedUsers.push(path);
    for (const specifier of importSpecifiers(text)) {
      const target = project.resolve(path, specifier);
      const to = target.kind === "missing" ? undefined : target.path;
      if (to === undefined) continue;
      const list = importers.get(to);
      if (list === undefined) importers.set(to, [path]);
      else list.push(path);
    }
  }
  const relevant = new Set<string>();
  const queue = [...seeds];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (relevant.has(path)) continue;
    relevant.add(path);
    queue.push(...(importers.get(path) ?? []));
    if (/\/app\.(?:js|ts)$|\/App\.vue$/.test(path)) queue.push(...appUsers);
    if (/\/main\.(?:js|ts)$/.test(path)) queue.push(...sharedUsers);
  }
  return paths.filter((path) => relevant.has(path));
}

function clientNames(helpers: readonly HelperSetting[]): string[] {
  const packages = CLIENTS.flatMap(({ makers, ready }) => [...makers, ...ready]).map((path) => path.split(/[#.]/)[0] ?? "");
  return [...packages, ...helpers.map(({ callee }) => callee.split(/[#.]/).at(-1) ?? "")];
}

function wordsIn(words: readonly string[]): RegExp {
  const distinct = [...new Set(words)].filter((word) => word !== "");
  return new RegExp(`(?:^|[^\\w$])(?:${distinct.map((word) => word.replace(/[^\w]/g, String.raw`\$&`)).join("|")})(?![\\w$])`);
}

/** Reads each file once for two readers: the choice of files, and the parser. */
export function readOnce(files: FileAccess): FileAccess {
  const texts = new Map<string, string | undefined>();
  return {
    list: (folder) => files.list(folder),
    version: (path) => files.version(path),
    read(path) {
      if (texts.has(path)) {
        const text = texts.get(path);
        texts.delete(path);
        return text;
      }
      const text = files.read(path);
      texts.set(path, text);
      return text;
    },
  };
}
