import type { Node } from "@babel/types";
import { nameAlias, type Alias } from "./aliases.ts";
import { isEnvironment, isLoadEnv } from "./build-environment.ts";
import { isAbsolute, lookUp, objectEntries, pathOf, textsOf, type ConfigScope, type ConfigTexts, type EnvironmentTexts } from "./config-values.ts";
import type { Folders } from "./folders.ts";
import type { ProjectKind } from "./layout.ts";
import { baseName, folderOf, joinPath } from "./paths.ts";
import { parseModule } from "../source/parse-module.ts";
import { nodesOf } from "./config-tree.ts";

/** What a build's configuration says about imports and compile-time names. */
export interface BuildConfig {
  /** `development` of Taro's `config/dev`; undefined for a file that holds for every build. */
  readonly mode: string | undefined;
  readonly aliases: readonly Alias[];
  /** Compile-time names, each with what it can be in an environment. A name may come more than once. */
  readonly defines: readonly (readonly [name: string, valuesIn: (environment: EnvironmentTexts) => ConfigTexts])[];
  /** Whether the environment that the configuration reads holds what `.env` files say. */
  readonly seesEnvFiles: boolean;
  /** Folders with `.env` files: Vite's `envDir`, and what `loadEnv` is told. */
  readonly envFolders: readonly string[];
}

/** The build configurations of a project. A file that can't be parsed is in `broken`. */
export function readBuildConfigs(root: string, kind: ProjectKind, folders: Folders): { configs: BuildConfig[]; broken: string[] } {
  const configs: BuildConfig[] = [];
  const broken: string[] = [];
  for (const path of configFiles(root, kind, folders)) {
    const text = folders.readConfig(path);
    if (text === undefined || text.length > MAX_CONFIG) continue;
    const config = readBuildConfig(path, text, root);
    if (config === undefined) broken.push(path);
    else configs.push(config);
  }
  return { configs, broken };
}

/** In UTF-16 code units: a longer file is no configuration that a person wrote. */
const MAX_CONFIG = 200_000;

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
const ENVIRONMENT_NAME = /^[\w-]+\.env\.js$/;

function modeOf(path: string): string | undefined {
  if (baseName(folderOf(path)) !== "config") return undefined;
  const stem = baseName(path).replace(/(?:\.env)?\.\w+$/, "");
  return TARO_MODES.has(stem) ? TARO_MODES.get(stem) : stem;
}

function readBuildConfig(path: string, text: string, root: string): BuildConfig | undefined {
  const nodes = parseNodes(path, text);
  if (nodes === undefined) return undefined;
  const scope = scopeOf(nodes, path, root);
  const seesEnvFiles = GIVEN_ENV_FILES.test(path) || /\b(?:loadEnv|dotenv)\b/.test(text);
  const aliases: Alias[] = [];
  const defines: [string, (environment: EnvironmentTexts) => ConfigTexts][] = [];
  const envFolders: string[] = [];

  const addAlias = (name: string, value: Node): void => {
    const target = pathOf(value, scope);
    // Vite takes "/src" as seen from the root.
    if (target !== undefined) aliases.push(...nameAlias(name, isAbsolute(target) ? [target, joinPath(root, target)] : [joinPath(root, target)]));
  };
  const addDefine = (name: string, value: Node, isCode: boolean): void => {
    const object = lookUp(value, scope);
    if (object?.type === "ObjectExpression") {
      for (const [key, inner] of objectEntries(object)) addDefine(`${name}.${key}`, inner, isCode);
      return;
    }
    // `"process.env": process.env` says nothing new about the names in it.
    if (isEnvironment(value, scope)) return;
    defines.push([
      name,
      (environment) => {
        const found = textsOf(value, scope, environment);
        return isCode ? stringsOfCode(found) : found;
      },
    ]);
  };
  const addEnvFolder = (value: Node): void => {
    const folder = pathOf(value, scope);
    if (folder !== undefined) envFolders.push(isAbsolute(folder) ? folder : joinPath(root, folder));
  };

  if (ENVIRONMENT_NAME.test(baseName(path))) {
    for (const object of exportedObjects(nodes, scope)) for (const [name, code] of objectEntries(object)) addDefine(`process.env.${name}`, code, true);
  }
  for (const node of nodes) {
    if (node.type === "ObjectProperty" && node.key.type === "Identifier") {
      const value = lookUp(node.value, scope) ?? node.value;
      const prefix = DEFINING.get(node.key.name);
      if (node.key.name === "envDir") addEnvFolder(value);
      else if (node.key.name === "alias") for (const [name, target] of aliasEntries(value)) addAlias(name, target);
      else if (prefix !== undefined) for (const [name, code] of objectEntries(value)) addDefine(prefix + name, code, true);
      else if (node.key.name === "defs") for (const [name, plain] of objectEntries(value)) addDefine(name, plain, false);
    } else if (node.type === "NewExpression" && isNamed(node.callee, "DefinePlugin")) {
      const [table] = node.arguments;
      if (table !== undefined) for (const [name, code] of objectEntries(lookUp(table, scope) ?? table)) addDefine(name, code, true);
    } else if (node.type === "CallExpression" && isLoadEnv(node.callee)) {
      const [, folder] = node.arguments;
      if (folder !== undefined) addEnvFolder(folder);
    } else if (node.type === "CallExpression" && isNamed(node.callee, "set") && goesThrough(node.callee, "alias")) {
      const [name, target] = node.arguments;
      if (name?.type === "StringLiteral" && target !== undefined) addAlias(name.value, target);
    }
  }
  return { mode: modeOf(path), aliases, defines, seesEnvFiles, envFolders };
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

/** `module.exports = { … }`, or `merge(prodEnv, { … })`: what the other environment says holds in a build of its own as well. */
function exportedObjects(nodes: readonly Node[], scope: ConfigScope): Node[] {
  return nodes.flatMap((node) => {
    if (node.type !== "AssignmentExpression" || !isNamed(node.left, "exports")) return [];
    const value = lookUp(node.right, scope) ?? node.right;
    return value.type === "CallExpression" ? value.arguments.map((argument) => lookUp(argument, scope) ?? argument) : [value];
  });
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

function parseNodes(path: string, text: string): Node[] | undefined {
  try {
    return nodesOf(parseModule({ code: text, lang: /\.[mc]?ts$/.test(path) ? "ts" : "js" }, true));
  } catch {
    return undefined;
  }
}

function scopeOf(nodes: readonly Node[], file: string, root: string): ConfigScope {
  const constants = new Map<string, Node>();
  const taken = new Map<string, { object: Node; name: string; fallback: Node | undefined }>();
  const functions = new Map<string, { parameters: string[]; result: Node }>();
  const addFunction = (name: string, node: Node): void => {
    if (node.type !== "FunctionDeclaration" && node.type !== "FunctionExpression" && node.type !== "ArrowFunctionExpression") return;
    const parameters = node.params.flatMap((parameter) => {
      const plain = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
      return plain.type === "Identifier" ? [plain.name] : [];
    });
    const result = node.body.type === "BlockStatement" ? returned(node.body.body) : node.body;
    if (result !== undefined) functions.set(name, { parameters, result });
  };
  for (const node of nodes) {
    if (node.type === "FunctionDeclaration" && node.id) addFunction(node.id.name, node);
    if (node.type !== "VariableDeclarator" || !node.init) continue;
    if (node.id.type === "ObjectPattern") {
      for (const [name, target] of objectEntries(node.id)) {
        const [variable, fallback] = target.type === "AssignmentPattern" ? [target.left, target.right] : [target, undefined];
        if (variable.type === "Identifier") taken.set(variable.name, { object: node.init, name, fallback });
      }
    }
    if (node.id.type !== "Identifier") continue;
    constants.set(node.id.name, node.init);
    addFunction(node.id.name, node.init);
  }
  return { constants, functions, taken, file, folder: folderOf(file), root };
}

function returned(statements: readonly Node[]): Node | undefined {
  const last = statements.at(-1);
  return last?.type === "ReturnStatement" ? (last.argument ?? undefined) : undefined;
}
