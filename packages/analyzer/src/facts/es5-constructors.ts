import type { Draft } from "./builder.ts";
import type { Assignment, ClassMember, FunctionId, NodeId } from "./language.ts";
import { MODULE_FUNCTION } from "./language.ts";

interface Method {
  readonly key: NodeId | string;
  readonly function: FunctionId;
}

/**
 * Turns functions that are written as classes (`F.prototype.m = function…`, `function F() { this.x = … }`) into classes,
 * so that nobody behind the facts need know the old way of writing them.
 */
export function recogniseConstructors(draft: Draft): void {
  const methods = new Map<FunctionId, Method[]>();
  const note = (owner: FunctionId, key: NodeId | string | null, value: NodeId): void => {
    const list = methods.get(owner) ?? [];
    methods.set(owner, list);
    const method = functionBehind(draft, value);
    if (method !== undefined && key !== null) list.push({ key, function: method });
  };
  for (const assignment of draft.assignments) {
    const { target, key, value } = assignment;
    const owner = prototypeOwner(draft, target);
    if (owner !== undefined) note(owner, key, value);
    else if (key === "prototype") notePrototypeObject(draft, assignment, note);
    else if (setsOwnThis(draft, assignment)) methods.set(assignment.function, methods.get(assignment.function) ?? []);
  }
  for (const [id, list] of methods) makeClass(draft, id, list);
}

function notePrototypeObject(draft: Draft, { target, value }: Assignment, note: (owner: FunctionId, key: NodeId | string | null, value: NodeId) => void): void {
  const owner = functionBehind(draft, target);
  const object = draft.nodes[through(draft, value)];
  if (owner === undefined || object?.kind !== "object") return;
  for (const property of object.properties) note(owner, property.key, property.value);
}

/** `this.x = …` in a function whose name says that it is called with `new`. */
function setsOwnThis(draft: Draft, { target, function: id }: Assignment): boolean {
  const node = draft.nodes[target];
  const fn = draft.functions[id];
  return node?.kind === "this" && node.function === id && fn !== undefined && id !== MODULE_FUNCTION && fn.home === undefined && /^[A-Z]/.test(fn.name);
}

/** The function whose prototype a node is. */
function prototypeOwner(draft: Draft, id: NodeId): FunctionId | undefined {
  const node = draft.nodes[through(draft, id)];
  const key = node?.kind === "member" ? draft.nodes[node.key] : undefined;
  return node?.kind === "member" && key?.kind === "text" && key.value === "prototype" ? functionBehind(draft, node.of) : undefined;
}

function functionBehind(draft: Draft, id: NodeId): FunctionId | undefined {
  const node = draft.nodes[through(draft, id)];
  return node?.kind === "function" ? node.function : undefined;
}

const MAX_HOPS = 8;

/** The node behind names that are bound to nothing else. */
function through(draft: Draft, id: NodeId): NodeId {
  let at = id;
  for (let hops = 0; hops < MAX_HOPS; hops++) {
    const node = draft.nodes[at];
    const [only, ...others] = node?.kind === "any" ? node.of : node?.kind === "variable" ? (draft.bindings[node.binding]?.definitions ?? []) : [];
    if (node?.kind === "assigned" || node?.kind === "when") at = node.of;
    else if (only !== undefined && others.length === 0) at = only;
    else break;
  }
  return at;
}

function makeClass(draft: Draft, id: FunctionId, methods: readonly Method[]): void {
  const fn = draft.functions[id];
  if (fn === undefined) return;
  const made = draft.classes.length;
  const members = methods.map(({ key, function: method }): ClassMember => ({ key, kind: "method", isStatic: false, function: method }));
  draft.classes.push({ id: made, name: fn.name, superClass: undefined, constructorFunction: id, members, owner: fn.parent });
  for (const one of [id, ...methods.map((method) => method.function)]) {
    const inner = draft.functions[one];
    if (inner !== undefined) inner.home = { kind: "class", class: made, isStatic: false };
  }
  draft.nodes.forEach((node, index) => {
    if (node.kind === "function" && node.function === id) draft.nodes[index] = { kind: "class", class: made };
  });
}
