import type { Node, NodeId } from "../facts/language.ts";
import { childrenOf } from "../facts/lower-assignment.ts";
import { isClientMethod } from "../models/clients.ts";
import { isNetworkName } from "../models/network-calls.ts";
import type { Module } from "./module.ts";

/** What a module lets others get hold of that it has not made itself: whatever it does more with than call it. */
export interface Escapes {
  /** Modules of which something is handed on: exported again, stored, returned, passed as an argument. */
  readonly specifiers: ReadonlySet<string>;
  /** Globals, and packages under their specifier, of which the whole or a member that sends is handed on. */
  readonly senders: ReadonlySet<string>;
}

const known = new WeakMap<Module, Escapes>();

export function escapesOf(module: Module): Escapes {
  const found = known.get(module);
  if (found !== undefined) return found;
  const escapes = findEscapes(module);
  known.set(module, escapes);
  return escapes;
}

/** How much of a value is handed on: one of its members, or all of it. */
const MEMBER = 1;
const WHOLE = 2;
type Extent = typeof MEMBER | typeof WHOLE;

function findEscapes({ facts }: Module): Escapes {
  const specifiers = new Set<string>(facts.reExports.map(({ specifier }) => specifier));
  const senders = new Set<string>();
  /** By node: nothing yet, or an extent. */
  const taken = new Uint8Array(facts.nodes.length);
  const queue: NodeId[] = [];
  const take = (id: NodeId, extent: Extent): void => {
    if ((taken[id] ?? WHOLE) >= extent) return;
    taken[id] = extent;
    queue.push(id);
  };

  function follow(node: Node, extent: Extent): void {
    switch (node.kind) {
      case "imported":
      case "module":
        specifiers.add(node.specifier);
        if (extent === WHOLE) senders.add(node.specifier);
        return;
      case "global":
        if (extent === WHOLE) senders.add(node.name);
        return;
      case "member": {
        const key = facts.nodes[node.key];
        const sends = key?.kind !== "text" || isNetworkName(key.value) || isClientMethod(key.value);
        take(node.of, sends ? WHOLE : MEMBER);
        return;
      }
      case "variable":
        for (const definition of facts.bindings[node.binding]?.definitions ?? []) take(definition, extent);
        return;
      default:
        if (PASSAGES.has(node.kind)) for (const child of childrenOf(node)) take(child, extent);
    }
  }

  for (const value of facts.exports.values()) take(value, WHOLE);
  for (const { value } of facts.assignments) take(value, WHOLE);
  for (const { results } of facts.functions) for (const result of results) take(result, WHOLE);
  for (const one of facts.classes) if (one.superClass !== undefined) take(one.superClass, WHOLE);
  for (const node of facts.nodes) takeParts(node, take);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const node = facts.nodes[next];
    // What was first met by a member of it and then as a whole is followed as a whole, once or twice.
    if (node !== undefined) follow(node, taken[next] === MEMBER ? MEMBER : WHOLE);
  }
  return { specifiers, senders };
}

/** Nodes whose value is one of their children. */
const PASSAGES: ReadonlySet<Node["kind"]> = new Set(["choice", "logic", "any", "when", "refine", "captured", "default", "await", "assigned", "object-rest", "element", "array-rest"]);

/** Takes what a node keeps or passes on, in contrast to what it only calls or reads. */
function takeParts(node: Node, take: (id: NodeId, extent: Extent) => void): void {
  switch (node.kind) {
    case "call":
      for (const { value } of node.arguments) take(value, WHOLE);
      return;
    case "object":
      for (const { value } of node.properties) take(value, WHOLE);
      return;
    case "array":
      for (const { value } of node.items) take(value, WHOLE);
      return;
    case "assigned":
      take(node.value, WHOLE);
      return;
    default:
  }
}
