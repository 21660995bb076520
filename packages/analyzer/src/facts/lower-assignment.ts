import type * as t from "@babel/types";
import type { Draft } from "./builder.ts";
import { add, any, define, intern, member, onPath, unknown } from "./builder.ts";
import { isDefineName } from "./compiled.ts";
import type { Assignment, NodeId, Property } from "./language.ts";
import { lowerExpression } from "./lower-expression.ts";
import { ownText } from "../source/own-text.ts";
import { bindPattern, nameNode, propertyKey } from "./lower-pattern.ts";
import { lookUp } from "./scope.ts";
import { startOf } from "./tree.ts";

export function lowerAssignment(draft: Draft, node: t.AssignmentExpression): NodeId {
  if (node.operator === "=") {
    const value = lowerExpression(draft, node.right, nameOf(node.left));
    if (node.left.type === "ObjectPattern" || node.left.type === "ArrayPattern") {
      bindPattern(draft, node.left, value, false);
      return value;
    }
    return assignTo(draft, node.left, value);
  }
  const before = lowerExpression(draft, node.left);
  const right = lowerExpression(draft, node.right);
  switch (node.operator) {
    case "+=":
      return assignTo(draft, node.left, add(draft, { kind: "concat", parts: [before, right] }));
    case "||=":
    case "&&=":
    case "??=": {
      const operator = node.operator === "||=" ? "||" : node.operator === "&&=" ? "&&" : "??";
      return assignTo(draft, node.left, add(draft, { kind: "logic", operator, left: before, right }));
    }
    default:
      return assignTo(draft, node.left, unknown(draft, "string-operation", startOf(node)));
  }
}

/** What a function is called that is assigned: by the variable's or the member's name. */
function nameOf(target: t.Node): string {
  const named = target.type === "MemberExpression" && !target.computed ? target.property : target;
  return named.type === "Identifier" ? named.name : "";
}

/** `target = value`: a binding's new definition, or an assignment to a member. */
export function assignTo(draft: Draft, target: t.Node, value: NodeId): NodeId {
  if (target.type === "Identifier") {
    const binding = lookUp(draft.scope, target.name);
    if (binding !== undefined) define(draft, binding, value);
    else if (target.name === "exports") setExport(draft, "=", value);
    else assignMember(draft, intern(draft, "global globalThis", { kind: "global", name: "globalThis" }), ownText(target.name), value);
  } else if (target.type === "MemberExpression" || target.type === "OptionalMemberExpression") {
    assignToMember(draft, target, value);
  } else if (target.type === "TSAsExpression" || target.type === "TSNonNullExpression" || target.type === "ParenthesizedExpression") {
    assignTo(draft, target.expression, value);
  }
  return value;
}

function assignToMember(draft: Draft, target: t.MemberExpression | t.OptionalMemberExpression, value: NodeId): void {
  const { object, property } = target;
  const of = lowerExpression(draft, object);
  const key = propertyKey(draft, { key: property, computed: target.computed });
  if (typeof key === "string") noteExport(draft, of, key, value);
  if (object.type === "Identifier" && object.name === "module" && key === "exports" && lookUp(draft.scope, "module") === undefined) {
    draft.usesExportsObject = true;
    setExport(draft, "=", value);
    return;
  }
  if (typeof key !== "string" && isDefineName(draft.current.name)) return;
  const copied = typeof key === "string" ? undefined : copiedFrom(draft, key, value, 0);
  if (copied !== undefined) {
    copyMembers(draft, object, of, copied);
    return;
  }
  assignMember(draft, of, key, value);
  updateLocal(draft, object, of, key, value);
}

/** `into[key] = from[key]`, also by way of a function that copies deeper (`clone(from[key])`): the object that is copied from. */
function copiedFrom(draft: Draft, key: NodeId, value: NodeId, depth: number): NodeId | undefined {
  const node = draft.nodes[value];
  if (node === undefined || depth > MAX_COPY_DEPTH) return undefined;
  const within = (inner: readonly NodeId[]): NodeId | undefined => {
    for (const one of inner) {
      const found = copiedFrom(draft, key, one, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  switch (node.kind) {
    case "member":
      return node.key === key ? unrefined(draft, node.of) : undefined;
    case "refine":
    case "when":
      return copiedFrom(draft, key, node.of, depth + 1);
    case "choice":
      return within([node.yes, node.no]);
    case "logic":
      return within([node.left, node.right]);
    case "any":
      return within(node.of);
    // The last argument is the one that wins: `merge(into[key], from[key])`.
    case "call":
      return draft.nodes[node.callee]?.kind === "member" ? undefined : within(node.arguments.map((argument) => argument.value).reverse());
    default:
      return undefined;
  }
}

/** A test of one member says nothing about the others. */
function unrefined(draft: Draft, node: NodeId): NodeId {
  let at = node;
  for (let fact = draft.nodes[at]; fact?.kind === "refine"; fact = draft.nodes[at]) at = fact.of;
  return at;
}

const MAX_COPY_DEPTH = 5;

/** All members of `from` are assigned to the object `of`; the variable that holds it sees them. */
function copyMembers(draft: Draft, object: t.Node, of: NodeId, from: NodeId): void {
  draft.assignments.push({ target: of, key: null, value: onPath(draft, from), function: draft.current.id, merge: true });
  const binding = object.type === "Identifier" ? lookUp(draft.scope, object.name) : undefined;
  if (binding === undefined) return;
  const at = object.start ?? 0;
  const spread = (value: NodeId): Property => ({ key: null, value, accessor: false, start: at, end: at });
  draft.environment.assign(binding, add(draft, { kind: "object", properties: [spread(of), spread(from)], at }));
}

export function assignMember(draft: Draft, target: NodeId, key: string | NodeId | null, value: NodeId): void {
  // `options.url = BASE + options.url` says nothing new about the object that others hold: it would feed on itself.
  const written = typeof key === "string" && readsItself(draft, value, target, key) ? besidesItself(draft, value, target, key) : value;
  if (written === undefined) return;
  const assignment: Assignment = { target, key, value: onPath(draft, written), function: draft.current.id, merge: false };
  const isRewritten = typeof key === "number" && readsItself(draft, value, target, key);
  draft.assignments.push(isRewritten ? { ...assignment, rewrites: draft.current.loops > 0 ? "in-loop" : "once" } : assignment);
}

/** `this.url = options.url || this.url` keeps the old value or sets another one: that one. */
function besidesItself(draft: Draft, value: NodeId, target: NodeId, key: string): NodeId | undefined {
  const own = member(draft, target, key, -1);
  const node = draft.nodes[value];
  const isEither = node?.kind === "choice" || (node?.kind === "logic" && node.operator !== "&&");
  const sides = !isEither ? [] : node.kind === "choice" ? [node.yes, node.no] : [node.left, node.right];
  const [other, ...more] = sides.filter((side) => unrefined(draft, side) !== own);
  return other === undefined || more.length > 0 || readsItself(draft, other, target, key) ? undefined : other;
}

function readsItself(draft: Draft, value: NodeId, target: NodeId, key: string | NodeId): boolean {
  const before = draft.nodes.length;
  const sought = member(draft, target, key, -1);
  // A node that is new is part of none.
  return sought < before && mentions(draft, value, sought);
}

/** Lets the local variable at the root of `object` hold the object as it is after the assignment. */
function updateLocal(draft: Draft, object: t.Node, of: NodeId, key: string | NodeId, value: NodeId): void {
  const after = add(draft, { kind: "assigned", of, key: nameNode(draft, key), value });
  if (object.type === "Identifier") {
    const binding = lookUp(draft.scope, object.name);
    // Not a definition of the binding: who reads it from outside this function sees the assignment itself.
    if (binding !== undefined) draft.environment.assign(binding, after);
  } else if ((object.type === "MemberExpression" || object.type === "OptionalMemberExpression") && object.object.type === "Identifier") {
    const outer = lowerExpression(draft, object.object);
    updateLocal(draft, object.object, outer, propertyKey(draft, { key: object.property, computed: object.computed }), after);
  }
}

const MENTION_LIMIT = 200;

/** Whether `sought` occurs in the expression `from`; a very large expression counts as one that does not. */
function mentions(draft: Draft, from: NodeId, sought: NodeId): boolean {
  const seen = new Set<NodeId>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined && seen.size < MENTION_LIMIT; id = queue.pop()) {
    if (id === sought) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const node = draft.nodes[id];
    // What a callback makes of the object (`this.config = change(this.config)`) may be another one.
    const isHandedOut = node?.kind === "call" && draft.nodes[node.callee]?.kind === "parameter";
    if (node !== undefined && !isHandedOut) queue.push(...childrenOf(node));
  }
  return false;
}

/** The nodes that a node's value is made of (not what is inside functions and objects). */
export function childrenOf(node: Draft["nodes"][number]): readonly NodeId[] {
  switch (node.kind) {
    case "concat":
      return node.parts;
    case "any":
      return node.of;
    case "choice":
      return [node.test, node.yes, node.no];
    case "logic":
    case "compare":
      return [node.left, node.right];
    case "when":
    case "refine":
      return [node.of, node.test];
    case "default":
      return [node.of, node.value];
    case "member":
      return [node.of, node.key];
    case "assigned":
      return [node.of, node.value];
    case "call":
      return [node.callee, ...node.arguments.map((argument) => argument.value)];
    case "captured":
      return [node.value];
    case "object-rest":
    case "array-rest":
    case "element":
    case "await":
    case "not":
    case "typeof":
      return [node.of];
    case "in":
      return [node.key, node.of];
    default:
      return [];
  }
}

function noteExport(draft: Draft, object: NodeId, key: string, value: NodeId): void {
  if (draft.nodes[object]?.kind === "exports") setExport(draft, key, value);
}

/** `Object.defineProperty(object, key, { value })`, or with a getter in its place. */
export function defineMember(draft: Draft, object: NodeId, key: string, descriptor: NodeId): void {
  const node = draft.nodes[descriptor];
  if (node?.kind !== "object") return;
  const { start, end } = node.properties.at(-1) ?? { start: node.at, end: node.at };
  for (const property of node.properties) {
    const isGetter = property.key === "get" && draft.nodes[property.value]?.kind === "function";
    if (property.key !== "value" && !isGetter) continue;
    const value = isGetter ? add(draft, { kind: "call", callee: property.value, arguments: [], isNew: false, path: draft.path, start, end }) : property.value;
    noteExport(draft, object, key, value);
    assignMember(draft, object, key, value);
  }
}

export function setExport(draft: Draft, name: string, value: NodeId): void {
  const before = draft.exports.get(name);
  draft.exports.set(ownText(name), before === undefined ? value : any(draft, [before, value]));
}
