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

/** How much of a value is handed on: all of it, or one of its members. */
type Extent = "whole" | "member";

function findEscapes({ facts }: Module): Escapes {
  const specifiers = new Set<string>(facts.reExports.map(({ specifier }) => specifier));
  const senders = new Set<string>();
  const seen = new Map<NodeId, Extent>();
  const queue: [NodeId, Extent][] = [];
  const take = (id: NodeId, extent: Extent): void => {
    if (seen.get(id) === "whole" || seen.get(id) === extent) return;
    seen.set(id, extent);
    queue.push([id, extent]);
  };

  function follow(node: Node, extent: Extent): void {
    switch (node.kind) {
      case "imported":
      case "module":
        specifiers.add(node.specifier);
        if (extent === "whole") senders.add(node.specifier);
        return;
      case "global":
        if (extent === "whole") senders.add(node.name);
        return;
      case "member": {
        const key = facts.nodes[node.key];
        const sends = key?.kind !== "text" || isNetworkName(key.value) || isClientMethod(key.value);
        take(node.of, sends ? "whole" : "member");
        return;
      }
      case "variable":
        for (const definition of facts.bindings[node.binding]?.definitions ?? []) take(definition, extent);
        return;
      default:
        if (isPassage(node)) for (const child of childrenOf(node)) take(child, extent);
    }
  }

  for (const value of facts.exports.values()) take(value, "whole");
  for (const { value } of facts.assignments) take(value, "whole");
  for (const { results } of facts.functions) for (const result of results) take(result, "whole");
  for (const one of facts.classes) if (one.superClass !== undefined) take(one.superClass, "whole");
  for (const node of facts.nodes) for (const part of partsOf(node)) take(part, "whole");
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const node = facts.nodes[next[0]];
    if (node !== undefined) follow(node, next[1]);
  }
  return { specifiers, senders };
}

/** Whether a node's value is one of its children. */
function isPassage(node: Node): boolean {
  return ["choice", "logic", "any", "when", "refine", "captured", "default", "await", "assigned", "object-rest", "element", "array-rest"].includes(node.kind);
}

/** What a node keeps or passes on, in contrast to what it only calls or reads. */
function partsOf(node: Node): readonly NodeId[] {
  switch (node.kind) {
    case "call":
      return node.arguments.map(({ value }) => value);
    case "object":
      return node.properties.map(({ value }) => value);
    case "array":
      return node.items.map(({ value }) => value);
    case "assigned":
      return [node.value];
    default:
      return [];
  }
}
