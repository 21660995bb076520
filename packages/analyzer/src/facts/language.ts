/**
 * The expression language of the facts: what a module says about values, free of any parser's tree and serialisable.
 *
 * A module's expressions form a graph in one array; a node names its children by index (`NodeId`). Local variables are
 * already resolved to the node that reaches the point of use (as in static single assignment), so that `url = BASE +
 * url` after a guard needs no flow analysis later. Only what crosses a function's border (`variable`) is read from all
 * definitions of the binding.
 */

export type NodeId = number;
export type FunctionId = number;
export type BindingId = number;
export type ClassId = number;

/** The function that stands for a module's top level. */
export const MODULE_FUNCTION: FunctionId = 0;

/** A region of the file, in offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Node =
  | { readonly kind: "text"; readonly value: string; readonly at: number }
  | { readonly kind: "primitive"; readonly value: number | boolean | null | undefined }
  | { readonly kind: "regex"; readonly source: string; readonly flags: string }
  | { readonly kind: "concat"; readonly parts: readonly NodeId[] }
  /** `test ? yes : no` */
  | { readonly kind: "choice"; readonly test: NodeId; readonly yes: NodeId; readonly no: NodeId }
  | { readonly kind: "logic"; readonly operator: "||" | "&&" | "??"; readonly left: NodeId; readonly right: NodeId }
  /** Any of several: where paths meet without a test that can be judged. */
  | { readonly kind: "any"; readonly of: readonly NodeId[] }
  /** The value on the path where `test` came out as `sense`. */
  | { readonly kind: "when"; readonly test: NodeId; readonly sense: boolean; readonly of: NodeId }
  /** Those members of `of` for which `test` (which mentions `of`) comes out as `sense`. */
  | { readonly kind: "refine"; readonly of: NodeId; readonly test: NodeId; readonly sense: boolean }
  | { readonly kind: "variable"; readonly binding: BindingId }
  /** A variable of an outer function as it stood where the closure was made; settled when the module is done. */
  | { readonly kind: "captured"; readonly binding: BindingId; readonly value: NodeId; readonly definitions: number }
  | { readonly kind: "parameter"; readonly function: FunctionId; readonly index: number; readonly rest: boolean }
  /** `of`, or `value` where it is undefined. */
  | { readonly kind: "default"; readonly of: NodeId; readonly value: NodeId }
  | { readonly kind: "global"; readonly name: string }
  | { readonly kind: "member"; readonly of: NodeId; readonly key: NodeId; readonly at: number }
  | { readonly kind: "object"; readonly properties: readonly Property[]; readonly at: number }
  | { readonly kind: "array"; readonly items: readonly Item[]; readonly at: number }
  /** What destructuring leaves over. */
  | { readonly kind: "object-rest"; readonly of: NodeId; readonly without: readonly string[] }
  | { readonly kind: "array-rest"; readonly of: NodeId; readonly from: number }
  /** An element of an iterable that no index picks (`for of`). */
  | { readonly kind: "element"; readonly of: NodeId }
  /** `of` after `of[key] = value`. */
  | { readonly kind: "assigned"; readonly of: NodeId; readonly key: NodeId; readonly value: NodeId }
  | { readonly kind: "function"; readonly function: FunctionId }
  | { readonly kind: "class"; readonly class: ClassId }
  | Call
  | { readonly kind: "this"; readonly function: FunctionId }
  /** `require("…")`, `import("…")`, `import * as`. */
  | { readonly kind: "module"; readonly specifier: string; readonly at: number }
  | { readonly kind: "imported"; readonly specifier: string; readonly name: string; readonly at: number }
  | { readonly kind: "await"; readonly of: NodeId }
  | { readonly kind: "compare"; readonly operator: "===" | "!==" | "<" | ">" | "<=" | ">="; readonly left: NodeId; readonly right: NodeId }
  | { readonly kind: "not"; readonly of: NodeId }
  | { readonly kind: "typeof"; readonly of: NodeId }
  | { readonly kind: "in"; readonly key: NodeId; readonly of: NodeId }
  | { readonly kind: "exports" }
  | { readonly kind: "unknown"; readonly why: UnknownCause; readonly at: number };

export interface Call extends Span {
  readonly kind: "call";
  readonly callee: NodeId;
  readonly arguments: readonly Item[];
  readonly isNew: boolean;
  /** The tests that the path to it has passed, in its function. */
  readonly path: readonly PathCondition[];
}

/** A test that the path to a statement has passed: it held, or it failed. */
export interface PathCondition {
  readonly test: NodeId;
  readonly sense: boolean;
}

export interface Property extends Span {
  /** A node for a computed key; null for a spread. */
  readonly key: NodeId | string | null;
  readonly value: NodeId;
  readonly accessor: boolean;
}

export interface Item extends Span {
  readonly value: NodeId;
  readonly spread: boolean;
}

/** Why the analysis can't say what a value is. Each has its words in `models/unknown-causes.ts`. */
export type UnknownCause =
  | "unsupported-syntax"
  | "undeclared-global"
  | "module-not-found"
  | "module-unreadable"
  | "package"
  | "missing-export"
  | "no-caller"
  | "callback"
  | "platform-result"
  | "server-response"
  | "storage"
  | "page-option"
  | "event"
  | "environment"
  | "component-property"
  | "call-of-unknown"
  | "unknown-receiver"
  | "string-operation"
  | "recursion"
  | "too-many-values"
  | "too-deep"
  | "budget"
  | "no-url"
  | "parameter";

/** What a function's `this` is when nobody says otherwise: the object or class that it was written in. */
export type Home =
  | { readonly kind: "object"; readonly object: NodeId }
  | { readonly kind: "class"; readonly class: ClassId; readonly isStatic: boolean };

export interface FunctionFacts extends Span {
  readonly id: FunctionId;
  readonly name: string;
  /** The function around it; the module's function has itself. */
  readonly parent: FunctionId;
  readonly home: Home | undefined;
  readonly parameters: number;
  /** What it may return (promises and `async` are looked through). */
  readonly results: readonly NodeId[];
  /** What its first parameter holds where it ends: an object that it was handed may have been changed. */
  readonly firstParameterAfter: readonly NodeId[];
  /** Calls written in it (not in functions inside it). */
  readonly calls: readonly NodeId[];
}

export interface ClassMember {
  readonly key: NodeId | string;
  readonly kind: "method" | "getter" | "field";
  readonly isStatic: boolean;
  /** A method's or getter's function, or the function whose result is the field's value. */
  readonly function: FunctionId;
}

export interface ClassFacts {
  readonly id: ClassId;
  readonly name: string;
  readonly superClass: NodeId | undefined;
  readonly constructorFunction: FunctionId | undefined;
  readonly members: readonly ClassMember[];
  /** Where the class is written. */
  readonly owner: FunctionId;
}

/** `target[key] = value` anywhere, and what amounts to it (`setData`, `Object.assign`, `Vue.set`). */
export interface Assignment {
  readonly target: NodeId;
  /** null: the key can't be told; all members may be hit. */
  readonly key: NodeId | string | null;
  readonly value: NodeId;
  readonly function: FunctionId;
  /** `key` is null and the members of the object `value` are what is assigned. */
  readonly merge: boolean;
  /** `urls[key] = HOST + urls[key]`: the member is replaced by what is made of it; once, or in every turn of a loop. */
  readonly rewrites?: "once" | "in-loop";
}

export interface Binding {
  readonly name: string;
  readonly owner: FunctionId;
  readonly definitions: readonly NodeId[];
}

export interface ReExport {
  readonly specifier: string;
  /** null: `export *`. */
  readonly exported: string | null;
  readonly imported: string;
}

/** Everything that one module says, without its tree. */
export interface ModuleFacts {
  readonly nodes: readonly Node[];
  /** By node: the function that it belongs to, which decides the frame to evaluate it in. */
  readonly owners: readonly FunctionId[];
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  readonly bindings: readonly Binding[];
  readonly exports: ReadonlyMap<string, NodeId>;
  readonly reExports: readonly ReExport[];
  readonly assignments: readonly Assignment[];
  /** Object literals that stand directly in a call's argument, with that call: what makes them a Page or an App. */
  readonly objectRoles: ReadonlyMap<NodeId, { readonly call: NodeId; readonly argument: number }>;
  /** Object literals written as a member of another (`methods` of a component), with that one and the key. */
  readonly objectParents: ReadonlyMap<NodeId, { readonly parent: NodeId; readonly key: string }>;
  /** Functions that stand in a call's arguments, directly or in an object literal there. */
  readonly callbacks: ReadonlyMap<FunctionId, { readonly call: NodeId; readonly argument: number; readonly path: readonly string[] }>;
  /** JSX elements whose attributes matter (`<WebView src>`). */
  readonly elements: readonly ElementFacts[];
  readonly usesExportsObject: boolean;
  readonly specifiers: readonly string[];
  /** Those of them that are only loaded when code asks for them: `import("./pages/cart.vue")` in a router. */
  readonly lazySpecifiers: ReadonlySet<string>;
  readonly lineStarts: readonly number[];
  readonly isComponentFile: boolean;
}

export interface ElementFacts extends Span {
  readonly name: string;
  readonly function: FunctionId;
  readonly attributes: readonly { readonly name: string; readonly value: NodeId; readonly start: number; readonly end: number }[];
}
