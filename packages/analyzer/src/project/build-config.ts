import type { Node } from "@babel/types";
import { nameAlias, type Alias } from "./aliases.ts";
import { environmentRead, isEnvironment, isLoadEnv, isStringify } from "./build-environment.ts";
import { configModules, MAX_CONFIG, type ConfigModules } from "./config-modules.ts";
import { isAbsolute, lookUp, NOTHING_KNOWN, objectEntries, pathOf, textsOf, type ConfigScope, type ConfigTexts, type EnvironmentTexts, type FoundNode } from "./config-values.ts";
import type { Folders } from "./folders.ts";
import type { ProjectKind } from "./layout.ts";
import { baseName, folderOf, joinPath } from "./paths.ts";

/** What a build's configuration says about imports and compile-time names. */
export interface BuildConfig {
  /** `development` of Taro's `config/dev`; undefined for a file that holds for every build. */
  readonly mode: string | undefined;
  readonly aliases: readonly Alias[];
  /** Compile-time names, each with what it can be in an environment. A name may come more than once. */
  readonly defines: readonly (readonly [name: string, valuesIn: (environment: EnvironmentTexts) => ConfigTexts])[];
  /** Compile-time names that stand for a whole object, each with the names in it. Their values are in `defines`, by `NAME.member`. */
  readonly tables: readonly (readonly [name: string, members: readonly string[]])[];
  /** Whether the environment that the configuration reads holds what `.env` files say. */
  readonly seesEnvFiles: boolean;
  /** Folders with `.env` files: Vite's `envDir`, and what `loadEnv` is told. */
  readonly envFolders: readonly string[];
}

/** The build configurations of a project. A file that can't be parsed is in `broken`. */
export function readBuildConfigs(root: string, kind: ProjectKind, folders: Folders): { configs: BuildConfig[]; broken: string[] } {
  const configs: BuildConfig[] = [];
  const broken: string[] = [];
  const modules = configModules(root, folders);
  for (const path of configFiles(root, kind, folders)) {
    const text = folders.readConfig(path);
    if (text === undefined || text.length > MAX_CONFIG) continue;
    const config = readBuildConfig(path, text, root, modules);
    if (config === undefined) broken.push(path);
    else configs.push(config);
  }
  return { configs, broken };
}

const CONFIG_NAME = /^(?:(?:vite|vue|webpack|mpx|wepy|weapp-vite|babel)\.config|\.babelrc)\.(?:[mc]?[jt]s)$/;

/** Taro merges `config/dev` or `config/prod` over `config/index`; the name of a further file is a mode of the team's own. */
const TARO_MODES: ReadonlyMap<string, string | undefined> = new Map([
  ["index", undefined],
  ["dev", "development"],
  ["prod", "production"],
]);

/** In the folder `config`: all that Taro merges; of others, the environments of Vue's webpack template, which mpvue's has too. */
function configFiles(root: string, kind: ProjectKind, folders: Folders): string[] {
  const here = [...folders.entries(root).keys()].filter((name) => CONFIG_NAME.test(name)).map((name) => joinPath(root, name));
  const folder = joinPath(root, "config");
  const isRead = kind === "taro" ? /^[\w.-]+\.[mc]?[jt]s$/ : ENVIRONMENT_NAME;
  const inFolder = [...folders.entries(folder).keys()].filter((name) => isRead.test(name));
  return [...here, ...inFolder.map((name) => joinPath(folder, name))];
}

/** `config/prod.env.js`, whose object webpack's DefinePlugin puts in the place of `process.env`. Source: vuejs-templates/webpack, "Environment Variables". */
export const ENVIRONMENT_NAME = /^[\w-]+\.env\.js$/;

function modeOf(path: string): string | undefined {
  if (baseName(folderOf(path)) !== "config") return undefined;
  const stem = baseName(path).replace(/(?:\.env)?\.\w+$/, "");
  return TARO_MODES.has(stem) ? TARO_MODES.get(stem) : stem;
}

function readBuildConfig(path: string, text: string, root: string, modules: ConfigModules): BuildConfig | undefined {
  const read = modules.read(path, text);
  if (read === undefined) return undefined;
  const { nodes, scope } = read;
  const seesEnvFiles = GIVEN_ENV_FILES.test(path) || /\b(?:loadEnv|dotenv)\b/.test(text);
  const aliases: Alias[] = [];
  const defines: [string, (environment: EnvironmentTexts) => ConfigTexts][] = [];
  const tables: [string, string[]][] = [];
  const envFolders: string[] = [];

  const addAlias = (name: string, value: Node): void => {
    const target = pathOf(value, scope);
    // Vite takes "/src" as seen from the root.
    if (target !== undefined) aliases.push(...nameAlias(name, isAbsolute(target) ? [target, joinPath(root, target)] : [joinPath(root, target)]));
  };
  const addTable = (name: string, object: Node, within: ConfigScope, form: Form): void => {
    const entries = objectEntries(object);
    for (const [key, inner] of entries) addDefine(`${name}.${key}`, inner, within, form);
    if (isWhole(object)) tables.push([name, entries.map(([key]) => key)]);
  };
  const addDefine = (name: string, value: Node, within: ConfigScope, form: Form): void => {
    const found = lookUp(value, within);
    if (found?.node.type === "ObjectExpression") {
      addTable(name, found.node, found.scope, form);
      return;
    }
    const made = form === "code" ? madeCode(value, within) : undefined;
    if (made?.node.type === "ObjectExpression" && isWhole(made.node)) {
      addTable(name, made.node, made.scope, "value");
      return;
    }
    // `"process.env": process.env` says nothing new about the names in it.
    if (isEnvironment(value, within)) return;
    defines.push([
      name,
      (environment) => {
        if (form === "value" && IS_NO_TEXT.has(found?.node.type ?? value.type)) return NOTHING_KNOWN;
        const texts = textsOf(value, within, environment);
        return form === "code" ? stringsOfCode(texts) : texts;
      },
    ]);
  };
  const addEnvFolder = (value: Node): void => {
    const folder = pathOf(value, scope);
    if (folder !== undefined) envFolders.push(isAbsolute(folder) ? folder : joinPath(root, folder));
  };

  if (ENVIRONMENT_NAME.test(baseName(path))) {
    for (const [name, code] of exportedEntries(nodes, scope)) addDefine(`process.env.${name}`, code.node, code.scope, "code");
  }
  for (const node of nodes) {
    if (node.type === "ObjectProperty" && node.key.type === "Identifier") {
      const { node: value, scope: within } = lookUp(node.value, scope) ?? { node: node.value, scope };
      const prefix = DEFINING.get(node.key.name);
      if (node.key.name === "envDir") addEnvFolder(value);
      else if (node.key.name === "alias") for (const [name, target] of aliasEntries(value)) addAlias(name, target);
      else if (prefix !== undefined) for (const [name, code] of objectEntries(value)) addDefine(prefix + name, code, within, "code");
      else if (node.key.name === "defs") for (const [name, plain] of objectEntries(value)) addDefine(name, plain, within, "text");
    } else if (node.type === "NewExpression" && isNamed(node.callee, "DefinePlugin")) {
      const [table] = node.arguments;
      if (table === undefined) continue;
      const { node: value, scope: within } = lookUp(table, scope) ?? { node: table, scope };
      for (const [name, code] of objectEntries(value)) addDefine(name, code, within, "code");
    } else if (node.type === "AssignmentExpression" && node.operator === "=") {
      // `process.env.VUE_APP_HOST = "…"`: the build reads its environment after its configuration has run.
      const written = environmentRead(node.left, scope);
      if (written !== undefined && GIVEN_ENV_FILES.test(path)) addDefine(`process.env.${written.name}`, node.right, scope, "value");
    } else if (node.type === "CallExpression" && isLoadEnv(node.callee)) {
      const [, folder] = node.arguments;
      if (folder !== undefined) addEnvFolder(folder);
    } else if (node.type === "CallExpression" && isNamed(node.callee, "set") && goesThrough(node.callee, "alias")) {
      const [name, target] = node.arguments;
      if (name?.type === "StringLiteral" && target !== undefined) addAlias(name.value, target);
    }
  }
  return { mode: modeOf(path), aliases, defines, tables, seesEnvFiles, envFolders };
}

/** How a configuration writes a value: as the code that stands for it, as the text itself, or as a value of any type. */
type Form = "code" | "text" | "value";

/** Values whose text is not what the program gets. */
const IS_NO_TEXT: ReadonlySet<string> = new Set(["NumericLiteral", "BooleanLiteral", "NullLiteral"]);

/** What `JSON.stringify(value)` makes code of. */
function madeCode(node: Node, scope: ConfigScope): ReturnType<typeof lookUp> {
  if (node.type !== "CallExpression" || !isStringify(node.callee)) return undefined;
  const [value] = node.arguments;
  return value === undefined ? undefined : lookUp(value, scope);
}

/** Without spreads and computed names, which could replace any of the others. */
function isWhole(object: Node): boolean {
  return object.type === "ObjectExpression" && objectEntries(object).length === object.properties.length;
}

/**
 * Configurations that are read after the `.env` files were put into `process.env`: vue-cli's, which mpx builds with, and Taro's. Vite's is not
 * (Vite, "Using Environment Variables in Config").
 */
const GIVEN_ENV_FILES = /\/(?:(?:vue|mpx|babel)\.config\.\w+|config\/[^/]+)$/;

/** Properties whose members are compile-time names with code as values: Vite's `define`, Taro's `defineConstants` and `env`. */
const DEFINING: ReadonlyMap<string, string> = new Map([
  ["define", ""],
  ["defineConstants", ""],
  ["env", "process.env."],
]);

/** The entries of `module.exports = { … }`, or of `merge(prodEnv, { … })`, where the last of a name holds. */
function exportedEntries(nodes: readonly Node[], scope: ConfigScope): ReadonlyMap<string, FoundNode> {
  const found = (node: Node): FoundNode => lookUp(node, scope) ?? { node, scope };
  const objects = nodes.flatMap((node) => {
    if (node.type !== "AssignmentExpression" || !isNamed(node.left, "exports")) return [];
    const value = found(node.right);
    return value.node.type === "CallExpression" ? value.node.arguments.map(found) : [value];
  });
  return new Map(objects.flatMap((object) => objectEntries(object.node).map(([name, node]) => [name, { node, scope: object.scope }])));
}

/** The strings that codes are; a code that is no string leaves the set open. */
function stringsOfCode({ texts, open }: ConfigTexts): ConfigTexts {
  const strings = texts.flatMap(({ value: code, from }) => {
    const value = stringOfCode(code);
    return value === undefined ? [] : [{ value, ...(from === undefined ? {} : { from }) }];
  });
  return { texts: strings, open: open || strings.length < texts.length };
}

/** The string that a code such as `"https://…"` (quotes included) is. Other code is undefined. */
function stringOfCode(code: string): string | undefined {
  const match = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`$\\]*)`)\s*$/.exec(code);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.replace(/\\(.)/g, "$1");
}

/** An object, or Vite's list of `{ find, replacement }`. */
function aliasEntries(node: Node): [string, Node][] {
  if (node.type !== "ArrayExpression") return objectEntries(node);
  return node.elements.flatMap((element): [string, Node][] => {
    const rule = new Map(element === null ? [] : objectEntries(element));
    const [find, replacement] = [rule.get("find"), rule.get("replacement")];
    if (find === undefined || replacement === undefined) return [];
    if (find.type === "StringLiteral") return [[find.value, replacement]];
    const literal = find.type === "RegExpLiteral" ? /^\^([@~\w/\\-]+)$/.exec(find.pattern)?.[1] : undefined;
    return literal === undefined ? [] : [[literal.replaceAll("\\", ""), replacement]];
  });
}

function isNamed(callee: Node, name: string): boolean {
  if (callee.type === "MemberExpression") return callee.property.type === "Identifier" && callee.property.name === name;
  return callee.type === "Identifier" && callee.name === name;
}

/** Whether a chain such as `config.resolve.alias.set(…).set` passes the member. */
function goesThrough(node: Node, name: string): boolean {
  let at = node;
  for (let depth = 0; depth < 200; depth++) {
    if (at.type === "CallExpression") at = at.callee;
    else if (at.type === "MemberExpression") {
      if (isNamed(at, name)) return true;
      at = at.object;
    } else return false;
  }
  return false;
}
