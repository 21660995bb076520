import type { HelperSetting } from "../analysis/file-analysis.ts";
import type { FileAccess } from "../files.ts";
import { CLIENTS } from "../models/clients.ts";
import { SDK_WORDS } from "../models/js-sdk.ts";
import { FRAMEWORK_PACKAGES } from "../models/packages.ts";
import { NETWORK_NAMES } from "../models/network-calls.ts";
import type { Project } from "../project/project.ts";
import type { Import } from "./links.ts";
import { importSpecifiers } from "../source/import-specifiers.ts";
import { inheritedSpecifiers } from "../source/inherited-specifiers.ts";
import { mayMatter } from "../source/prefilter.ts";

/** State that one file sets and another's calls read, without an import between them. */
const SHARED_STATE = /\bglobalData\b[^\n]{0,80}=|\bprototype\s*\.\s*\$|\bglobalProperties\b|\b(?:uni|wx|Taro|mpx|Vue)\s*\.\s*\$|\baddInterceptor\b|\bintercept\s*\(|\bApp\s*\(\s*\{|\bmutations\b|\bdefineStore\b|\bcreateStore\b|\bVuex\b/;
/** Members that components have of each other. */
const MIXES = /\bmixins\b|\bbehaviors\b|\bBehavior\b/;
const NAMES_HOST = /["'`](?:https?|wss?):\/\//;
const USES_APP = /\bgetApp\s*\(/;
const USES_SHARED = /\.\s*\$[a-zA-Z]/;

/** What a text shows without being parsed. */
export interface TextTraits {
  /** It names a network call and the platform, or a client. */
  readonly namesNetwork: boolean;
  /** It names a network call, of whatever object. */
  readonly namesCall: boolean;
  /** It hands the platform's object on, so that others call it by another name (`new Http(wx)`). */
  readonly handsPlatform: boolean;
  /** It names a client: whoever gets hold of it may send. */
  readonly namesClient: boolean;
  readonly setsState: boolean;
  /** It sets state, or members that components have of each other. */
  readonly setsShared: boolean;
  readonly usesApp: boolean;
  readonly usesShared: boolean;
  /** It names a host, as a configuration does. */
  readonly namesHost: boolean;
  readonly specifiers: readonly string[];
  /** Those of them whose members it may take for its own. */
  readonly inherited: ReadonlySet<string>;
  /** Those of them that are only loaded when code asks for them. */
  readonly lazySpecifiers: readonly string[];
}

const IRRELEVANT: TextTraits = {
  namesNetwork: false,
  namesCall: false,
  handsPlatform: false,
  namesClient: false,
  setsState: false,
  setsShared: false,
  usesApp: false,
  usesShared: false,
  namesHost: false,
  specifiers: [],
  inherited: new Set(),
  lazySpecifiers: [],
};

/** Reads traits by regular expressions made once for a set of settings. */
export function traitReader(platformObjects: Iterable<string>, helpers: readonly HelperSetting[]): (text: string) => TextTraits {
  const objects = [...platformObjects];
  const names = wordsIn(NETWORK_NAMES);
  const platform = wordsIn([...objects, ...FRAMEWORK_PACKAGES, ...SDK_WORDS]);
  const handed = new RegExp(String.raw`[(,:=]\s*(?:${objects.map(escaped).join("|")})\s*[,;)}\]\n]`);
  const clients = wordsIn(clientNames(helpers));
  return (text) => {
    if (!mayMatter(text)) return IRRELEVANT;
    const namesClient = clients.test(text);
    const namesCall = names.test(text);
    const setsState = SHARED_STATE.test(text);
    const { all: specifiers, lazy: lazySpecifiers } = importSpecifiers(text);
    return {
      namesNetwork: namesClient || (namesCall && platform.test(text)),
      namesCall,
      handsPlatform: handed.test(text),
      namesClient,
      setsState,
      setsShared: setsState || MIXES.test(text),
      usesApp: USES_APP.test(text),
      usesShared: USES_SHARED.test(text),
      namesHost: NAMES_HOST.test(text),
      specifiers,
      inherited: inheritedSpecifiers(text),
      lazySpecifiers,
    };
  };
}

/**
 * The files that a network call or its URL can depend on: those that name a network call (of any object, where one file hands the
 * platform's to others) or set shared state, and
 * whoever imports one of them, directly or not, with the configurations that these import: who calls their functions is looked for. The
 * others are read only if one of these asks for them. By regular
 * expressions: most of a program is never parsed. `isBeside` tells which files that are imported, though they are none of
 * the paths, count like them.
 */
export function relevantFiles(
  project: Project,
  paths: readonly string[],
  traitsOf: (path: string) => TextTraits,
  isBeside: (path: string) => boolean,
): string[] {
  const all = [...paths];
  const known = new Set(paths);
  const importers = new Map<string, string[]>();
  const imports = new Map<string, readonly string[]>();
  const naming = new Set<string>();
  const appUsers: string[] = [];
  const sharedUsers: string[] = [];
  const seeds: string[] = [];
  const ofAnyObject: string[] = [];
  let isHanded = false;
  for (const path of all) {
    const traits = traitsOf(path);
    if (!traits.namesNetwork && project.isVendored(path)) continue;
    if (traits.namesNetwork || traits.setsShared) seeds.push(path);
    else if (traits.namesCall) ofAnyObject.push(path);
    if (traits.handsPlatform) isHanded = true;
    if (traits.usesApp) appUsers.push(path);
    if (traits.usesShared) sharedUsers.push(path);
    if (traits.namesHost && !path.endsWith(".vue")) naming.add(path);
    const imported = importedPaths(project, path, traits.specifiers);
    imports.set(path, imported);
    for (const to of imported) {
      if (!known.has(to) && isBeside(to)) {
        known.add(to);
        all.push(to);
      }
      const list = importers.get(to);
      if (list === undefined) importers.set(to, [path]);
      else list.push(path);
    }
  }
  const relevant = new Set<string>();
  const queue = isHanded ? [...seeds, ...ofAnyObject] : seeds;
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (relevant.has(path)) continue;
    relevant.add(path);
    queue.push(...(importers.get(path) ?? []));
    if (APP_FILE.test(path)) queue.push(...appUsers);
    if (MAIN_FILE.test(path)) queue.push(...sharedUsers);
  }
  for (const path of relevant) for (const to of imports.get(path) ?? []) if (naming.has(to)) relevant.add(to);
  return all.filter((path) => relevant.has(path));
}

const APP_FILE = /\/app\.(?:js|ts)$|\/App\.vue$/;
const MAIN_FILE = /\/main\.(?:js|ts)$/;

/** The files that specifiers of a file lead to. */
export function importedPaths(project: Project, path: string, specifiers: Iterable<string>): string[] {
  return [...specifiers].flatMap((specifier) => {
    const target = project.resolve(path, specifier);
    return target.kind === "missing" || target.path === undefined ? [] : [target.path];
  });
}

/**
 * Whether linting a file can find anything: it, or what it imports or the app hangs on everything, names a network call. `known` holds what is
 * known already of who leads there by imports alone, and takes what is found out.
 */
export function leadsToNetwork(
  project: Project,
  path: string,
  traitsOf: (path: string) => TextTraits,
  entries: readonly string[],
  known = new Map<string, boolean>(),
): boolean {
  if (importsNetwork(project, path, traitsOf, known)) return true;
  const { usesApp, usesShared } = traitsOf(path);
  return (usesApp || usesShared) && entries.some((entry) => importsNetwork(project, entry, traitsOf, known));
}

/** Whether a file or one that it imports, directly or not, names a network call. What one answer passes no other has to walk again. */
function importsNetwork(project: Project, start: string, traitsOf: (path: string) => TextTraits, known: Map<string, boolean>): boolean {
  const importers = new Map<string, string | undefined>([[start, undefined]]);
  const queue = [start];
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    const before = known.get(one);
    if (before === false) continue;
    const traits = traitsOf(one);
    if (before === true || traits.namesNetwork) {
      for (let at: string | undefined = one; at !== undefined; at = importers.get(at)) known.set(at, true);
      return true;
    }
    for (const specifier of traits.specifiers) {
      for (const path of importedPaths(project, one, [specifier])) {
        if (importers.has(path) || isOnlyShown({ specifier, path }, traits)) continue;
        importers.set(path, one);
        queue.push(path);
      }
    }
  }
  for (const one of importers.keys()) known.set(one, false);
  return false;
}

/**
 * Whether an importer does no more with a component than to show it: nobody calls its methods but its own markup, and what it sends is found where
 * it stands.
 */
export function isOnlyShown({ specifier, path }: Pick<Import, "specifier" | "path">, importer: TextTraits): boolean {
  return COMPONENT_FILE.test(path) && !importer.inherited.has(specifier);
}

const COMPONENT_FILE = /\.(?:vue|mpx|wpy)$/;

function clientNames(helpers: readonly HelperSetting[]): string[] {
  const paths = CLIENTS.flatMap(({ makers, ready }) => [...makers, ...ready]);
  // Of `uni.$u.http` only `$u` tells something: every file of a uni-app names `uni`.
  const packages = paths.map((path) => (path.includes("#") ? path.split("#")[0] : path.split(".")[1]) ?? "");
  return [...packages, ...helpers.map(({ callee }) => callee.split(/[#.]/).at(-1) ?? "")];
}

function wordsIn(words: readonly string[]): RegExp {
  const distinct = [...new Set(words)].filter((word) => word !== "");
  return new RegExp(`(?:^|[^\\w])(?:${distinct.map(escaped).join("|")})(?![\\w$])`);
}

function escaped(word: string): string {
  return word.replace(/[^\w]/g, String.raw`\$&`);
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
