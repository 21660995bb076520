import type * as t from "@babel/types";
import type { Draft } from "./builder.ts";
import { add, intern, member, onPath, primitive, unknown } from "./builder.ts";
import type { Item, NodeId, Property } from "./language.ts";
import { noteCompiled } from "./compiled.ts";
import { assignMember, defineMember } from "./lower-assignment.ts";
import { lowerExpression, lowerIdentifier, lowerItems, superClassAt } from "./lower-expression.ts";
import { lookUp } from "./scope.ts";
import { setState } from "./state-hooks.ts";
import { endOf, startOf } from "./tree.ts";

type AnyCall = t.CallExpression | t.OptionalCallExpression | t.NewExpression | t.ImportExpression;

export function lowerCall(draft: Draft, node: AnyCall): NodeId {
  const start = startOf(node);
  if (node.type === "ImportExpression") return lowerImport(draft, node.source, start, "later");
  if (node.callee.type === "Import") return lowerImport(draft, node.arguments[0], start, "later");
  if (isRequire(draft, node)) return lowerImport(draft, node.arguments[0], start, "at once");

  const callee = lowerCallee(draft, node.callee);
  const items = lowerItems(draft, node.arguments);
  const id = add(draft, {
    kind: "call",
    callee,
    arguments: items,
    isNew: node.type === "NewExpression",
    path: draft.path,
    start,
    end: endOf(node),
  });
  draft.current.calls.push(id);
  draft.current.turns++;
  items.forEach((item, index) => {
    noteRole(draft, id, item.value, index);
  });
  noteEffects(draft, node, id, items);
  noteCompiled(draft, node.callee, items);
  setState(draft, node.callee, items[0]?.value);
  return id;
}

/** `super(…)` calls the constructor of the class above. */
function lowerCallee(draft: Draft, callee: t.Node): NodeId {
  if (callee.type === "Identifier") return lowerIdentifier(draft, callee);
  const above = callee.type === "Super" ? superClassAt(draft) : undefined;
  return above === undefined ? lowerExpression(draft, callee) : member(draft, above, "constructor", startOf(callee));
}

function isRequire(draft: Draft, node: t.CallExpression | t.OptionalCallExpression | t.NewExpression): boolean {
  const { callee } = node;
  if (callee.type === "Identifier") return callee.name === "require" && lookUp(draft.scope, "require") === undefined;
  // `require.async("…")` of mini programs loads a module of another package.
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "require" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "async" &&
    lookUp(draft.scope, "require") === undefined
  );
}

function lowerImport(draft: Draft, source: t.Node | undefined, at: number, loads: "at once" | "later"): NodeId {
  const node = source ? draft.nodes[lowerExpression(draft, source)] : undefined;
  if (node?.kind !== "text") return unknown(draft, "module-not-found", at);
  if (loads === "at once" || !draft.specifiers.has(node.value)) draft.specifiers.set(node.value, loads);
  return intern(draft, `module ${node.value}`, { kind: "module", specifier: node.value, at });
}

/** Remembers what a function or an object literal in an argument is for, so that callers and frameworks find it. */
function noteRole(draft: Draft, call: NodeId, value: NodeId, argument: number): void {
  const node = draft.nodes[value];
  if (node?.kind === "object") draft.objectRoles.set(value, { call, argument });
  noteCallbacks(draft, call, value, argument, []);
}

const MAX_CALLBACK_DEPTH = 3;

function noteCallbacks(draft: Draft, call: NodeId, value: NodeId, argument: number, path: readonly string[]): void {
  const node = draft.nodes[value];
  if (node?.kind === "function") draft.callbacks.set(node.function, { call, argument, path });
  if (node?.kind !== "object" || path.length >= MAX_CALLBACK_DEPTH) return;
  for (const property of node.properties) {
    if (typeof property.key === "string") noteCallbacks(draft, call, property.value, argument, [...path, property.key]);
  }
}

/** `Object.assign(target, …sources)`: what a later source holds replaces what an earlier one does. */
function assignAll(draft: Draft, target: NodeId, sources: readonly Item[]): void {
  const [first] = sources;
  if (first === undefined) return;
  const written = sources.map(({ value }) => writtenProperties(draft, value));
  if (written.every((properties) => properties !== undefined)) {
    for (const [key, value] of written.flat()) assignMember(draft, target, key, value);
    return;
  }
  const spread = ({ value, start, end }: Item): Property => ({ key: null, value, accessor: false, start, end });
  const value = sources.length === 1 ? first.value : add(draft, { kind: "object", properties: sources.map(spread), at: first.start });
  draft.assignments.push({ target, key: null, value, function: draft.current.id, merge: true });
}

/** The properties of an object that is written out; undefined for any other value, and where a name is computed or spread. */
function writtenProperties(draft: Draft, id: NodeId): readonly (readonly [key: string, value: NodeId])[] | undefined {
  const node = draft.nodes[id];
  if (node?.kind !== "object") return undefined;
  const found: (readonly [string, NodeId])[] = [];
  for (const { key, value } of node.properties) {
    if (typeof key !== "string") return undefined;
    found.push([key, value]);
  }
  return found;
}

/** Calls that change an object instead of (or besides) giving a value. */
function noteEffects(draft: Draft, node: AnyCall & { arguments: t.Node[] }, id: NodeId, items: readonly Item[]): void {
  const call = draft.nodes[id];
  const callee = call?.kind === "call" ? draft.nodes[call.callee] : undefined;
  const [from, to] = items;
  // miniprogram-api-promise: all functions of the first object, on the second.
  if (callee?.kind === "imported" && callee.name === "promisifyAll" && from && to) {
    draft.assignments.push({ target: to.value, key: null, value: from.value, function: draft.current.id, merge: true });
  }
  if (callee?.kind !== "member") return;
  const key = draft.nodes[callee.key];
  if (key?.kind !== "text") return;
  const [first, second, third] = items;
  switch (key.value) {
    case "setData":
    case "setState":
      if (first) noteSetData(draft, callee.of, first.value);
      break;
    case "$set":
    case "set":
      if (first && second && third) {
        const property = draft.nodes[second.value];
        if (property?.kind === "text") assignMember(draft, first.value, property.value, third.value);
      } else if (first && second && key.value === "set") {
        // `map.set(key, value)`
        const property = draft.nodes[first.value];
        assignMember(draft, callee.of, property?.kind === "text" ? property.value : first.value, second.value);
      }
      break;
    case "assign": {
      const owner = draft.nodes[callee.of];
      if (owner?.kind !== "global" || owner.name !== "Object" || !first) break;
      assignAll(draft, first.value, items.slice(1));
      const target = node.arguments[0];
      if (target?.type === "Identifier") {
        const binding = lookUp(draft.scope, target.name);
        if (binding !== undefined) draft.environment.assign(binding, id);
      }
      break;
    }
    case "defineProperty": {
      const [owner, property] = [draft.nodes[callee.of], draft.nodes[second?.value ?? -1]];
      if (owner?.kind !== "global" || owner.name !== "Object" || property?.kind !== "text") break;
      if (first && third) defineMember(draft, first.value, property.value, third.value);
      break;
    }
    case "push":
    case "unshift":
      if (first) assignMember(draft, callee.of, primitive(draft, 0), first.value);
      break;
    default:
  }
}

/** `this.setData({ "a.b": v })` assigns to `this.data.a.b`; the same for a store's or a React component's state. */
function noteSetData(draft: Draft, receiver: NodeId, patch: NodeId): void {
  const data = member(draft, receiver, "data", -1);
  const node = draft.nodes[patch];
  if (node?.kind !== "object") {
    draft.assignments.push({ target: data, key: null, value: patch, function: draft.current.id, merge: true });
    return;
  }
  for (const property of node.properties) {
    if (property.key === null) {
      draft.assignments.push({ target: data, key: null, value: property.value, function: draft.current.id, merge: true });
    } else if (typeof property.key === "string") {
      const path = property.key.split(/[.[\]]+/).filter((part) => part !== "");
      const last = path.pop();
      if (last === undefined) continue;
      const target = path.reduce((of, part) => member(draft, of, part, -1), data);
      draft.assignments.push({ target, key: last, value: onPath(draft, property.value), function: draft.current.id, merge: false });
    }
  }
}

