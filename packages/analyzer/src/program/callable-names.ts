import type { Node, NodeId } from "../facts/language.ts";
import { isClientMethod } from "../models/clients.ts";
import { isNetworkName } from "../models/network-calls.ts";
import { isCommitting } from "../models/stores.ts";
import type { Module } from "./module.ts";

/**
 * Names under which the program keeps something that may be a function: only a call of such a name can be one that
 * matters (`list.push(…)` can't, if no object of the program has a `push`).
 */
export function callableNames(modules: readonly Module[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of modules) for (const name of namesOf(module)) names.add(name);
  return names;
}

const known = new WeakMap<Module, ReadonlySet<string>>();

function namesOf(module: Module): ReadonlySet<string> {
  const found = known.get(module);
  if (found !== undefined) return found;
  const names = new Set<string>();
  const { facts } = module;
  for (const node of facts.nodes) {
    if (node.kind !== "object") continue;
    for (const property of node.properties) {
      if (typeof property.key === "string" && mayHoldFunction(facts.nodes[property.value])) names.add(property.key);
    }
  }
  // `super(…)` is lowered to a call of the class above by this name.
  if (facts.classes.some((one) => one.constructorFunction !== undefined)) names.add("constructor");
  for (const one of facts.classes) for (const member of one.members) if (typeof member.key === "string") names.add(member.key);
  for (const { key, value } of facts.assignments) if (typeof key === "string" && mayHoldFunction(facts.nodes[value])) names.add(key);
  for (const name of facts.exports.keys()) names.add(name);
  for (const { exported } of facts.reExports) if (exported !== null) names.add(exported);
  known.set(module, names);
  return names;
}

function mayHoldFunction(node: Node | undefined): boolean {
  switch (node?.kind) {
    case undefined:
    case "text":
    case "primitive":
    case "concat":
    case "regex":
    case "array":
    case "object":
    case "compare":
    case "not":
      return false;
    default:
      return true;
  }
}

/** Whether a callee can be a function of the program or a network call. */
export function mayBeCallable(names: ReadonlySet<string>, module: Module, callee: NodeId): boolean {
  const node = module.facts.nodes[callee];
  if (node?.kind === "global") return names.has(node.name) || isNetworkName(node.name);
  if (node?.kind !== "member") return true;
  const key = module.facts.nodes[node.key];
  if (key?.kind !== "text") return true;
  return names.has(key.value) || isNetworkName(key.value) || isClientMethod(key.value) || isCommitting(key.value);
}
