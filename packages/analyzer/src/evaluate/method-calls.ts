import type { NodeId } from "../facts/language.ts";
import type { Module } from "../program/module.ts";

/** `receiver.name(…)`. */
export interface MethodCall {
  readonly module: Module;
  readonly call: NodeId;
  readonly callee: NodeId;
  readonly receiver: NodeId;
  readonly name: string;
}

/** The calls of methods in a module whose names are sought. */
export function methodCallsIn(module: Module, isSought: (name: string) => boolean): MethodCall[] {
  const { nodes, functions } = module.facts;
  const found: MethodCall[] = [];
  for (const { calls } of functions) {
    for (const call of calls) {
      const node = nodes[call];
      const callee = node?.kind === "call" ? nodes[node.callee] : undefined;
      const key = callee?.kind === "member" ? nodes[callee.key] : undefined;
      if (node?.kind !== "call" || callee?.kind !== "member" || key?.kind !== "text" || !isSought(key.value)) continue;
      found.push({ module, call, callee: node.callee, receiver: callee.of, name: key.value });
    }
  }
  return found;
}
