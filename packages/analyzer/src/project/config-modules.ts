import type { ExportSpecifier, ImportDeclaration, Node } from "@babel/types";
import { nodesOf } from "./config-tree.ts";
import { objectEntries, type ConfigExports, type ConfigScope, type ImportedName } from "./config-values.ts";
import type { Folders } from "./folders.ts";
import { folderOf, joinPath } from "./paths.ts";
import { parseModule } from "../source/parse-module.ts";

/** The files that a project's configuration is written in. */
export interface ConfigModules {
  /** Undefined for a text that can't be parsed. */
  read(path: string, text: string): { readonly nodes: readonly Node[]; readonly scope: ConfigScope } | undefined;
}

/** A module that a configuration imports is read when a value in it is asked for, and once. */
export function configModules(root: string, folders: Folders): ConfigModules {
  const known = new Map<string, ConfigExports | undefined>();
  function read(path: string, text: string): { nodes: Node[]; scope: ConfigScope } | undefined {
    const nodes = parseNodes(path, text);
    return nodes && { nodes, scope: scopeOf(nodes, path, root, (specifier) => exportsAt(folderOf(path), specifier)) };
  }
  function exportsAt(folder: string, specifier: string): ConfigExports | undefined {
    const path = configModuleAt(folder, specifier, (candidate) => folders.isFile(candidate));
    if (path === undefined) return undefined;
    if (known.has(path)) return known.get(path);
    known.set(path, undefined);
    const text = folders.readConfig(path);
    const module = text === undefined || text.length > MAX_CONFIG ? undefined : read(path, text);
    const exports = module && { scope: module.scope, values: exportsOf(module.nodes) };
    known.set(path, exports);
    return exports;
  }
  return { read };
}

/** The file beside that a configuration in a folder imports; undefined for packages, and where there is none. */
export function configModuleAt(folder: string, specifier: string, isFile: (path: string) => boolean): string | undefined {
  if (!/^\.\.?\//.test(specifier)) return undefined;
  const base = joinPath(folder, specifier);
  return ENDINGS.map((ending) => base + ending).find(isFile);
}

const ENDINGS: readonly string[] = ["", ".ts", ".js", ".mjs", ".cjs", "/index.ts", "/index.js"];

/** In UTF-16 code units: a longer file is no configuration that a person wrote. */
export const MAX_CONFIG = 200_000;

/** What a module exports, by name; `default` is also what `module.exports` is set to. */
function exportsOf(nodes: readonly Node[]): Map<string, Node> {
  const values = new Map<string, Node>();
  for (const node of nodes) {
    if (node.type === "ExportDefaultDeclaration") values.set("default", node.declaration);
    else if (node.type === "ExportNamedDeclaration") {
      if (node.declaration?.type === "VariableDeclaration") {
        for (const { id, init } of node.declaration.declarations) if (id.type === "Identifier" && init) values.set(id.name, init);
      }
      for (const specifier of node.specifiers) if (specifier.type === "ExportSpecifier" && !node.source) values.set(nameOf(specifier.exported), specifier.local);
    } else if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression") {
      const name = exportedName(node.left);
      if (name !== undefined) values.set(name, node.right);
    }
  }
  return values;
}

/** `module.exports`: `default`. `exports.x` and `module.exports.x`: `x`. */
function exportedName(node: Node): string | undefined {
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return undefined;
  const { object, property } = node;
  if (object.type === "Identifier") {
    if (object.name === "exports") return property.name;
    return object.name === "module" && property.name === "exports" ? "default" : undefined;
  }
  return exportedName(object) === "default" ? property.name : undefined;
}

function importedName(specifier: ImportDeclaration["specifiers"][number]): string {
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  return specifier.type === "ImportDefaultSpecifier" ? "default" : nameOf(specifier.imported);
}

function nameOf(name: ExportSpecifier["exported"]): string {
  return name.type === "Identifier" ? name.name : name.value;
}

function parseNodes(path: string, text: string): Node[] | undefined {
  try {
    return nodesOf(parseModule({ code: text, lang: /\.[mc]?ts$/.test(path) ? "ts" : "js" }, true));
  } catch {
    return undefined;
  }
}

function scopeOf(nodes: readonly Node[], file: string, root: string, exportsBeside: ConfigScope["exportsBeside"]): ConfigScope {
  const constants = new Map<string, Node>();
  const taken = new Map<string, { object: Node; name: string; fallback: Node | undefined }>();
  const imports = new Map<string, ImportedName>();
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
    if (node.type === "ImportDeclaration") {
      for (const specifier of node.specifiers) imports.set(specifier.local.name, { from: node.source.value, name: importedName(specifier) });
    }
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
  return { constants, functions, taken, imports, exportsBeside, file, folder: folderOf(file), root };
}

function returned(statements: readonly Node[]): Node | undefined {
  const last = statements.at(-1);
  return last?.type === "ReturnStatement" ? (last.argument ?? undefined) : undefined;
}
