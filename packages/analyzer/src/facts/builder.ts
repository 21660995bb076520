import type {
  Assignment,
  BindingId,
  ClassFacts,
  ElementFacts,
  FunctionFacts,
  FunctionId,
  Node,
  NodeId,
  PathCondition,
  ReExport,
  Span,
  UnknownCause,
} from "./language.ts";
import { ownText } from "../source/own-text.ts";
import { decided } from "./decided.ts";
import { MODULE_FUNCTION } from "./language.ts";
import { Environment } from "./environment.ts";
import type { Scope } from "./scope.ts";
import { createScope } from "./scope.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface BindingDraft {
  readonly name: string;
  readonly owner: FunctionId;
  readonly definitions: NodeId[];
}

export interface FunctionDraft extends Writable<Omit<FunctionFacts, "results" | "calls" | "firstParameterAfter">> {
  readonly results: NodeId[];
  readonly calls: NodeId[];
  readonly firstParameterAfter: NodeId[];
  firstParameter: BindingId | undefined;
  /** How often it has let others run by now: by calling, by waiting. */
  turns: number;
  /** How many loops are around the statement at hand: what stands behind it may have run. */
  loops: number;
  /** The function whose `this` an arrow function shares. */
  readonly thisFunction: FunctionId;
  /** The function around it and what was known there when this one was made. */
  readonly outer: { readonly function: FunctionDraft; readonly environment: Environment } | undefined;
  /** What was known at its end. */
  last: Environment | undefined;
  readonly interned: Map<string, NodeId>;
}

/** What lowering writes to while it walks a tree. */
export interface Draft {
  readonly nodes: Node[];
  readonly owners: FunctionId[];
  readonly functions: FunctionDraft[];
  readonly classes: ClassFacts[];
  readonly bindings: BindingDraft[];
  readonly exports: Map<string, NodeId>;
  readonly reExports: ReExport[];
  readonly assignments: Assignment[];
  readonly objectRoles: Map<NodeId, { call: NodeId; argument: number }>;
  readonly objectParents: Map<NodeId, { parent: NodeId; key: string }>;
  readonly callbacks: Map<FunctionId, { call: NodeId; argument: number; path: readonly string[] }>;
  readonly elements: ElementFacts[];
  readonly specifiers: Map<string, "at once" | "later">;
  usesExportsObject: boolean;
  readonly isComponentFile: boolean;
  /** Variables that a function inside their own assigns, and how often their own had let others run before the first such function was there. */
  readonly assignedByOthers: Map<BindingId, number>;
  /** Functions that set a state of React, and the state's binding. */
  readonly setters: Map<BindingId, BindingId>;
  /** Member names, which mean the same in every function. */
  readonly names: Map<string, NodeId>;
  /** Whether a function's body is worth reading. */
  readonly isRead: (body: Span) => boolean;
  /** The function, scope and environment of the statement at hand. */
  current: FunctionDraft;
  scope: Scope;
  environment: Environment;
  path: readonly PathCondition[];
}

export function createDraft(isComponentFile: boolean, length: number, isRead: (body: Span) => boolean): Draft {
  const top: FunctionDraft = {
    id: MODULE_FUNCTION,
    name: "",
    parent: MODULE_FUNCTION,
    home: undefined,
    parameters: 0,
    results: [],
    calls: [],
    firstParameterAfter: [],
    firstParameter: undefined,
    turns: 0,
    loops: 0,
    start: 0,
    end: length,
    thisFunction: MODULE_FUNCTION,
    outer: undefined,
    last: undefined,
    interned: new Map(),
  };
  return {
    nodes: [],
    owners: [],
    functions: [top],
    classes: [],
    bindings: [],
    exports: new Map(),
    reExports: [],
    assignments: [],
    objectRoles: new Map(),
    objectParents: new Map(),
    callbacks: new Map(),
    elements: [],
    specifiers: new Map(),
    usesExportsObject: false,
    isComponentFile,
    assignedByOthers: new Map(),
    setters: new Map(),
    names: new Map(),
    isRead,
    current: top,
    scope: createScope(undefined, MODULE_FUNCTION),
    environment: new Environment(undefined),
    path: [],
  };
}

export function add(draft: Draft, node: Node): NodeId {
  draft.nodes.push(node);
  draft.owners.push(draft.current.id);
  return draft.nodes.length - 1;
}

/** Nodes that mean the same wherever they stand in one function are one node, so that a guard finds its subject. */
export function intern(draft: Draft, key: string, node: Node): NodeId {
  const { interned } = draft.current;
  const known = interned.get(key);
  if (known !== undefined) return known;
  const id = add(draft, node);
  interned.set(key, id);
  return id;
}

export function unknown(draft: Draft, why: UnknownCause, at: number): NodeId {
  return add(draft, { kind: "unknown", why, at });
}

export function text(draft: Draft, value: string, at: number): NodeId {
  return add(draft, { kind: "text", value: ownText(value), at });
}

export function primitive(draft: Draft, value: number | boolean | null | undefined): NodeId {
  return intern(draft, `primitive ${String(value)}`, { kind: "primitive", value });
}

/** Reads `of[key]`; a guard on the same member (`if (/^http/.test(options.url))`) refines it. */
export function member(draft: Draft, of: NodeId, key: NodeId | string, at: number): NodeId {
  if (typeof key !== "string") {
    const keyNode = draft.nodes[key];
    if (keyNode?.kind !== "text") {
      return refined(draft, intern(draft, `member ${String(of)} ${String(key)}`, { kind: "member", of, key, at }));
    }
    return member(draft, of, keyNode.value, at);
  }
  return guarded(draft, of, key) ?? refined(draft, intern(draft, `.${String(of)} ${key}`, { kind: "member", of, key: memberName(draft, key), at }));
}

/** A guard on a member also narrows the object that it is read from: the member stands as the guard left it, not as one of the narrowed object. */
function guarded(draft: Draft, of: NodeId, key: string): NodeId | undefined {
  const object = draft.nodes[of];
  const asked = object?.kind === "refine" ? draft.current.interned.get(`.${String(object.of)} ${key}`) : undefined;
  const seen = asked === undefined ? undefined : draft.environment.refined(asked);
  return seen === asked ? undefined : seen;
}

function memberName(draft: Draft, key: string): NodeId {
  const known = draft.names.get(key);
  if (known !== undefined) return known;
  const value = ownText(key);
  draft.nodes.push({ kind: "text", value, at: -1 });
  draft.owners.push(MODULE_FUNCTION);
  const id = draft.nodes.length - 1;
  draft.names.set(value, id);
  return id;
}

export function refined(draft: Draft, node: NodeId): NodeId {
  return draft.environment.refined(node);
}

/** More conditions than these are not worth their evaluation: the innermost ones decide. */
const MAX_CONDITIONS = 4;

/** `of`, as it counts on the path to here. */
export function onPath(draft: Draft, of: NodeId): NodeId {
  return draft.path
    .slice(-MAX_CONDITIONS)
    .reduceRight((inner, { test, sense }) => add(draft, { kind: "when", test, sense, of: inner }), of);
}

export function any(draft: Draft, of: readonly NodeId[]): NodeId {
  const distinct = [...new Set(of)];
  const [only] = distinct;
  if (only !== undefined && distinct.length === 1) return only;
  return add(draft, { kind: "any", of: distinct });
}

/** Notes what the function's first parameter holds where the path at hand leaves it. */
export function noteParameterAfter(draft: Draft): void {
  const { firstParameter, firstParameterAfter } = draft.current;
  if (firstParameter !== undefined) firstParameterAfter.push(onPath(draft, read(draft, firstParameter)));
}

/** Gives a binding a value here and now. */
export function define(draft: Draft, binding: BindingId, value: NodeId): void {
  const owner = draft.bindings[binding]?.owner;
  if (owner !== draft.current.id && !draft.assignedByOthers.has(binding)) draft.assignedByOthers.set(binding, draft.functions[owner ?? MODULE_FUNCTION]?.turns ?? 0);
  draft.bindings[binding]?.definitions.push(value);
  draft.environment.assign(binding, value);
}

/** For `assignedByOthers`: a variable that may have been assigned before anything was called. */
export const ALWAYS = -1;

/** Whether a function that assigns the current one's variable may have run by now: none does before something is called. */
function mayHaveChanged({ assignedByOthers, bindings, current }: Draft, binding: BindingId): boolean {
  const before = bindings[binding]?.owner === current.id ? assignedByOthers.get(binding) : undefined;
  return before !== undefined && (current.turns > before || current.loops > 0);
}

/** The value of a binding at this point. */
export function read(draft: Draft, binding: BindingId): NodeId {
  const here = draft.environment.valueOf(binding);
  if (here !== undefined && !mayHaveChanged(draft, binding)) return refined(draft, decided(draft, here));
  for (let outer = draft.current.outer; outer !== undefined; outer = outer.function.outer) {
    const value = outer.environment.valueOf(binding);
    if (value === undefined) continue;
    const definitions = draft.bindings[binding]?.definitions.length ?? 0;
    const seen = outer.environment.refined(value);
    const key = `captured ${String(binding)} ${String(seen)} ${String(definitions)}`;
    return refined(draft, intern(draft, key, { kind: "captured", binding, value: seen, definitions }));
  }
  return refined(draft, intern(draft, `variable ${String(binding)}`, { kind: "variable", binding }));
}

/**
 * Settles what closures see. One that was made after the last assignment sees the value of its making; a hoisted
 * function sees the value that the function around it ended with; else it may see any definition. An assignment by
 * another function may happen at any time.
 */
export function settleCaptures(draft: Draft): void {
  draft.nodes.forEach((node, id) => {
    if (node.kind !== "captured" && node.kind !== "variable") return;
    const binding = draft.bindings[node.binding];
    if (binding?.definitions.every((definition) => draft.owners[definition] === binding.owner) !== true) {
      draft.nodes[id] = { kind: "variable", binding: node.binding };
    } else if (node.kind === "variable") {
      const last = draft.functions[binding.owner]?.last?.valueOf(node.binding);
      // Within its own function a variable is read from all definitions only in a loop, which must stay so.
      if (last !== undefined && draft.owners[id] !== binding.owner) draft.nodes[id] = { kind: "any", of: [last] };
    } else if (binding.definitions.length === node.definitions) {
      draft.nodes[id] = { kind: "any", of: [node.value] };
    } else {
      draft.nodes[id] = { kind: "variable", binding: node.binding };
    }
  });
  for (const [name, value] of draft.exports) {
    const node = draft.nodes[value];
    const last = node?.kind === "variable" ? finalValue(draft, node.binding) : undefined;
    if (last !== undefined) draft.exports.set(name, last);
  }
}

function finalValue(draft: Draft, id: BindingId): NodeId | undefined {
  const binding = draft.bindings[id];
  const own = binding?.definitions.every((definition) => draft.owners[definition] === binding.owner) === true;
  return own ? draft.functions[binding.owner]?.last?.valueOf(id) : undefined;
}

export function addBinding(draft: Draft, name: string, owner: FunctionId): BindingId {
  draft.bindings.push({ name: ownText(name), owner, definitions: [] });
  return draft.bindings.length - 1;
}
