import type { ClassMember, FunctionId, Node, NodeId } from "../facts/language.ts";
import { isClientMethod } from "../models/clients.ts";
import { isNetworkName } from "../models/network-calls.ts";
import { isCommitting } from "../models/stores.ts";
import { mayBeCallable } from "./callable-names.ts";
import { forwardedCallee } from "./forwarding.ts";
import type { Module } from "./module.ts";

/** A call whose callee has not been evaluated. */
export interface PendingCall {
  readonly module: Module;
  readonly node: NodeId;
}

/**
 * Hands every call that may matter at once to `evaluate`, but for `x.name()` where `name` is only ever given to
 * functions directly (`{ name() {} }`): such a call concerns nobody but those functions, and waits until one of them
 * is asked about.
 */
export function pendingCalls(modules: readonly Module[], callable: ReadonlySet<string>, evaluate: (call: PendingCall) => void): Map<string, PendingCall[]> {
  const shared = sharedNames(modules);
  const pending = new Map<string, PendingCall[]>();
  for (const module of modules) {
    for (const fn of module.facts.functions) {
      for (const node of fn.calls) {
        const call = module.facts.nodes[node];
        if (call?.kind !== "call" || (!mayBeCallable(callable, module, call.callee) && !isForwarding(module, call.callee))) continue;
        const name = methodName(module, call.callee);
        if (name === undefined || shared.has(name) || isNetworkName(name) || isClientMethod(name) || isCommitting(name) || isForwarding(module, call.callee)) evaluate({ module, node });
        else {
          const list = pending.get(name);
          if (list === undefined) pending.set(name, [{ module, node }]);
          else list.push({ module, node });
        }
      }
    }
  }
  return pending;
}

function methodName(module: Module, callee: NodeId): string | undefined {
  const member = module.facts.nodes[callee];
  const key = member?.kind === "member" ? module.facts.nodes[member.key] : undefined;
  return key?.kind === "text" ? key.value : undefined;
}

function isForwarding(module: Module, callee: NodeId): boolean {
  return forwardedCallee(module, callee) !== undefined;
}

/** Names under which something other than a function written there may be kept (`{ get: request }`, `{ get }`). */
function sharedNames(modules: readonly Module[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of modules) for (const name of namesOf(module).shared) names.add(name);
  return names;
}

/** The names that a function was given where it was written. */
export function ownNames(module: Module, id: FunctionId): readonly string[] {
  return namesOf(module).own.get(id) ?? [];
}

interface Names {
  readonly shared: ReadonlySet<string>;
  readonly own: ReadonlyMap<FunctionId, readonly string[]>;
}

const known = new WeakMap<Module, Names>();

function namesOf(module: Module): Names {
  const found = known.get(module);
  if (found !== undefined) return found;
  const shared = new Set<string>();
  const own = new Map<FunctionId, string[]>();
  const { facts } = module;

  function note(name: string, node: Node | undefined): void {
    if (node?.kind === "function") noteOwn(name, node.function);
    else if (node?.kind === "when") note(name, facts.nodes[node.of]);
    else if (node !== undefined && !isPlain(node)) shared.add(name);
  }
  function noteOwn(name: string, id: FunctionId): void {
    const list = own.get(id);
    if (list === undefined) own.set(id, [name]);
    else list.push(name);
  }
  function noteMember(member: ClassMember): void {
    if (typeof member.key !== "string") return;
    if (member.kind === "method") noteOwn(member.key, member.function);
    else if (member.kind === "getter") shared.add(member.key);
    else for (const result of facts.functions[member.function]?.results ?? []) note(member.key, facts.nodes[result]);
  }

  for (const node of facts.nodes) {
    if (node.kind !== "object") continue;
    for (const { key, value } of node.properties) if (typeof key === "string") note(key, facts.nodes[value]);
  }
  for (const one of facts.classes) {
    // `super(…)` is lowered to a call of the class above by this name.
    if (one.constructorFunction !== undefined) noteOwn("constructor", one.constructorFunction);
    for (const member of one.members) noteMember(member);
  }
  for (const { key, value } of facts.assignments) if (typeof key === "string") note(key, facts.nodes[value]);
  for (const [name, value] of facts.exports) note(name, facts.nodes[value]);
  for (const { exported } of facts.reExports) if (exported !== null) shared.add(exported);
  const names = { shared, own };
  known.set(module, names);
  return names;
}

function isPlain(node: Node): boolean {
  return ["text", "primitive", "concat", "regex", "array", "object", "compare", "not", "typeof"].includes(node.kind);
}
