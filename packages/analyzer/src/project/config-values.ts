import type { MemberExpression, Node } from "@babel/types";
import { environmentRead, isStringify } from "./build-environment.ts";
import type { DefineValue } from "./env-files.ts";
import { joinPath } from "./paths.ts";

/** What an expression can be: known texts, and `open` if it can be something else too. */
export interface ConfigTexts {
  readonly texts: readonly DefineValue[];
  readonly open: boolean;
}

/** What a variable of the environment can be while a configuration is read in one mode of the build. */
export type EnvironmentTexts = (name: string) => ConfigTexts;

/** What a configuration file declares, for looking up names; and where it lies, for paths. */
export interface ConfigScope {
  readonly constants: ReadonlyMap<string, Node>;
  readonly functions: ReadonlyMap<string, { readonly parameters: readonly string[]; readonly result: Node }>;
  /** Names that a pattern takes out of an object: `const { HOST = "…" } = process.env`. */
  readonly taken: ReadonlyMap<string, { readonly object: Node; readonly name: string; readonly fallback: Node | undefined }>;
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** What a file beside exports; undefined for packages, and where there is none. */
  readonly exportsBeside: (specifier: string) => ConfigExports | undefined;
  readonly file: string;
  readonly folder: string;
  readonly root: string;
}

/** `name` is `default`, or `*` for the whole module. */
export interface ImportedName {
  readonly from: string;
  readonly name: string;
}

/** What a module of the configuration exports, and the scope that these expressions are seen in. */
export interface ConfigExports {
  readonly scope: ConfigScope;
  readonly values: ReadonlyMap<string, Node>;
}

/** An expression, and the scope it is seen in: names may lead into another file. */
export interface FoundNode {
  readonly node: Node;
  readonly scope: ConfigScope;
}

export const NOTHING_KNOWN: ConfigTexts = { texts: [], open: true };
const MAX_DEPTH = 12;
const MAX_TEXTS = 32;

/**
 * The texts of an expression in a build configuration, without running it: literals, templates, `+`, conditions (both sides), `||`, constants of the
 * file, members of constant objects, variables of the environment, `JSON.stringify`. Anything else is open.
 */
export function textsOf(node: Node, scope: ConfigScope, environment: EnvironmentTexts, depth = 0): ConfigTexts {
  if (depth > MAX_DEPTH) return NOTHING_KNOWN;
  const of = (inner: Node): ConfigTexts => textsOf(inner, scope, environment, depth + 1);
  const literal = (value: string): ConfigTexts => ({ texts: [{ value, from: { file: scope.file, line: node.loc?.start.line ?? 1 } }], open: false });
  switch (node.type) {
    case "StringLiteral":
      return literal(node.value);
    case "NumericLiteral":
    case "BooleanLiteral":
      return literal(String(node.value));
    case "TemplateLiteral":
      return node.quasis.reduce<ConfigTexts>((joined, quasi, index) => {
        const head = index === 0 ? joined : concat(joined, ofHole(node.expressions[index - 1], of));
        return concat(head, literal(quasi.value.cooked ?? quasi.value.raw));
      }, literal(""));
    case "BinaryExpression":
      return node.operator === "+" ? concat(of(node.left), of(node.right)) : NOTHING_KNOWN;
    case "ConditionalExpression":
      return union(of(node.consequent), of(node.alternate));
    case "LogicalExpression":
      return union(node.operator === "??" ? of(node.left) : chosen(of(node.left), node.operator === "||"), of(node.right));
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
      return of(node.expression);
    case "Identifier":
    case "MemberExpression": {
      const found = lookUp(node, scope);
      if (found !== undefined) return textsOf(found.node, found.scope, environment, depth + 1);
      const read = environmentRead(node, scope);
      if (read === undefined) return NOTHING_KNOWN;
      return read.fallback === undefined ? environment(read.name) : union(environment(read.name), of(read.fallback));
    }
    case "CallExpression": {
      const [argument] = node.arguments;
      if (!isStringify(node.callee) || argument === undefined) return NOTHING_KNOWN;
      const { texts, open } = of(argument);
      const quoted = argument.type === "NumericLiteral" || argument.type === "BooleanLiteral";
      return quoted ? { texts, open } : { texts: texts.map((text) => ({ ...text, value: JSON.stringify(text.value) })), open };
    }
    default:
      return NOTHING_KNOWN;
  }
}

function ofHole(node: Node | undefined, of: (node: Node) => ConfigTexts): ConfigTexts {
  return node === undefined ? NOTHING_KNOWN : of(node);
}

/** The left side of `||` is taken unless it is empty, that of `&&` if it is. */
function chosen({ texts, open }: ConfigTexts, isFilled: boolean): ConfigTexts {
  return { texts: texts.filter(({ value }) => (value !== "") === isFilled), open };
}

const HAS_HOST = /:\/\/[^/]/;
/** What only closes a text, as in a template of code: `"${host}"`. */
const IS_END = /^["'`]?$/;

function concat(left: ConfigTexts, right: ConfigTexts): ConfigTexts {
  const texts = left.texts.flatMap((head) =>
    right.texts.map((tail) => ({ ...(HAS_HOST.test(head.value) || IS_END.test(tail.value) ? head : tail), value: head.value + tail.value })),
  );
  return { texts: texts.slice(0, MAX_TEXTS), open: left.open || right.open || texts.length > MAX_TEXTS };
}

function union(left: ConfigTexts, right: ConfigTexts): ConfigTexts {
  const texts = [...left.texts, ...right.texts];
  return { texts: texts.slice(0, MAX_TEXTS), open: left.open || right.open || texts.length > MAX_TEXTS };
}

/** The node that a constant, a member of a constant object, or an imported one of these stands for. */
export function lookUp(node: Node, scope: ConfigScope, depth = 0): FoundNode | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (node.type === "Identifier") {
    const value = scope.constants.get(node.name);
    if (value !== undefined) return value.type === "Identifier" || isRequire(value) ? lookUp(value, scope, depth + 1) : { node: value, scope };
    const imported = scope.imports.get(node.name);
    if (imported !== undefined) return exported(scope.exportsBeside(imported.from), imported.name, depth);
    const taken = scope.taken.get(node.name);
    return taken === undefined ? undefined : exported(moduleOf(taken.object, scope), taken.name, depth);
  }
  if (isRequire(node)) return exported(moduleOf(node, scope), "default", depth);
  if (node.type !== "MemberExpression") return { node, scope };
  const name = memberName(node);
  if (name === undefined) return undefined;
  const module = moduleOf(node.object, scope);
  if (module !== undefined) return exported(module, name, depth);
  return entryOf(lookUp(node.object, scope, depth + 1), name);
}

function memberName({ computed, property }: MemberExpression): string | undefined {
  if (computed) return property.type === "StringLiteral" ? property.value : undefined;
  return property.type === "Identifier" ? property.name : undefined;
}

function entryOf(object: FoundNode | undefined, name: string): FoundNode | undefined {
  if (object?.node.type !== "ObjectExpression") return undefined;
  const node = objectEntries(object.node).find(([key]) => key === name)?.[1];
  return node && { node, scope: object.scope };
}

/** A name of a module, or else a member of what it exports as a whole. */
function exported(module: ConfigExports | undefined, name: string, depth: number): FoundNode | undefined {
  if (module === undefined) return undefined;
  const { scope, values } = module;
  const value = values.get(name);
  if (value !== undefined) return lookUp(value, scope, depth + 1);
  const whole = values.get("default");
  return whole === undefined ? undefined : entryOf(lookUp(whole, scope, depth + 1), name);
}

/** The module that an expression is: `require("./x")`, a constant that is one, `x` after `import x from "./x"` or `import * as x`. */
function moduleOf(node: Node, scope: ConfigScope): ConfigExports | undefined {
  if (node.type === "Identifier") {
    const imported = scope.imports.get(node.name);
    if (imported !== undefined) return imported.name === "default" || imported.name === "*" ? scope.exportsBeside(imported.from) : undefined;
  }
  const made = node.type === "Identifier" ? scope.constants.get(node.name) : node;
  const path = made && requiredPath(made);
  return path === undefined ? undefined : scope.exportsBeside(path);
}

function isRequire(node: Node): boolean {
  return requiredPath(node) !== undefined;
}

function requiredPath(node: Node): string | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require") return undefined;
  const [path] = node.arguments;
  return path?.type === "StringLiteral" ? path.value : undefined;
}

/** The plain properties of an object literal or pattern, by name. */
export function objectEntries(node: Node): [string, Node][] {
  if (node.type !== "ObjectExpression" && node.type !== "ObjectPattern") return [];
  return [...node.properties].flatMap((property): [string, Node][] => {
    if (property.type !== "ObjectProperty") return [];
    const { key, value, computed } = property;
    if (key.type === "StringLiteral") return [[key.value, value]];
    return key.type === "Identifier" && !computed ? [[key.name, value]] : [];
  });
}

function isMember(node: Node, object: string, property: string): boolean {
  return (
    node.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    node.object.name === object &&
    node.property.type === "Identifier" &&
    node.property.name === property
  );
}

/**
 * The path that an expression such as `path.resolve(__dirname, "src")` or `fileURLToPath(new URL("./src", import.meta.url))` is.
 * Absolute if it is known to be; a relative one is seen from the project's root.
 */
export function pathOf(node: Node, scope: ConfigScope, parameters: ReadonlyMap<string, string> = new Map(), depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const of = (inner: Node): string | undefined => pathOf(inner, scope, parameters, depth + 1);
  switch (node.type) {
    case "Identifier": {
      if (node.name === "__dirname") return scope.folder;
      const value = parameters.get(node.name) ?? scope.constants.get(node.name);
      return typeof value === "object" ? of(value) : value;
    }
    case "MemberExpression":
      // import.meta.dirname, import.meta.url, new URL(…).pathname
      if (node.object.type === "MetaProperty") return scope.folder;
      return node.object.type === "NewExpression" ? of(node.object) : undefined;
    case "NewExpression": {
      const [path, base] = node.arguments;
      const relative = path === undefined ? undefined : of(path);
      return relative === undefined || base === undefined ? undefined : joinPath(scope.folder, relative);
    }
    case "StringLiteral":
      return node.value;
    case "TemplateLiteral": {
      const holes = node.expressions.map(of);
      if (holes.includes(undefined)) return undefined;
      return node.quasis.map((quasi, index) => (index === 0 ? "" : (holes[index - 1] ?? "")) + quasi.value.raw).join("");
    }
    case "BinaryExpression": {
      const [left, right] = [of(node.left), of(node.right)];
      return left === undefined || right === undefined ? undefined : left + right;
    }
    case "AssignmentPattern":
      return of(node.right);
    case "CallExpression": {
      const { callee } = node;
      const parts = node.arguments.map(of);
      if (isMember(callee, "process", "cwd")) return scope.root;
      const own = callee.type === "Identifier" ? scope.functions.get(callee.name) : undefined;
      if (own !== undefined) {
        const bound = own.parameters.map((name, index): [string, string] => [name, parts[index] ?? ""]);
        return pathOf(own.result, scope, new Map(bound), depth + 1);
      }
      if (parts.includes(undefined)) return undefined;
      const known = parts.map((part) => part ?? "");
      return known.reduce((folder, part) => (folder === "" || isAbsolute(part) ? part : joinPath(folder, part)), "");
    }
    default:
      return undefined;
  }
}

export function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/])/.test(path);
}
