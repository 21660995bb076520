import type * as t from "@babel/types";
import { isStateHook } from "../models/state-hooks.ts";
import type { Draft } from "./builder.ts";
import { ALWAYS, add, define, unknown } from "./builder.ts";
import type { BindingId, NodeId } from "./language.ts";
import { boundNames, lookUp } from "./scope.ts";

/**
 * `const [base, setBase] = useState(first)`: `setBase(next)` is one more definition of `base`. False for another declaration, and for a state that
 * begins as something else than a text or a name: lists, flags and counters feed on each other, and no URL comes of them.
 */
export function bindState(draft: Draft, declarator: t.VariableDeclarator, lower: (node: t.Node) => NodeId): boolean {
  const { id, init } = declarator;
  if (id.type !== "ArrayPattern" || init?.type !== "CallExpression" || !isStateHook(calledName(init.callee)) || !mayBeText(init.arguments[0])) return false;
  const [state, setter] = id.elements;
  const binding = state?.type === "Identifier" ? lookUp(draft.scope, state.name) : undefined;
  if (binding === undefined || boundNames(setter).length > 1) return false;
  const call = lower(init);
  const fact = draft.nodes[call];
  const first = fact?.kind === "call" ? fact.arguments[0]?.value : undefined;
  const held = first === undefined ? undefined : draft.nodes[first];
  // `useState(() => first)`
  const value = held?.kind === "function" ? add(draft, { kind: "call", callee: first ?? call, arguments: [], isNew: false, path: draft.path, start: init.start ?? 0, end: init.end ?? 0 }) : first;
  define(draft, binding, value ?? add(draft, { kind: "primitive", value: undefined }));
  // The next rendering reads what this one set behind it.
  draft.assignedByOthers.set(binding, ALWAYS);
  const set = setter?.type === "Identifier" ? lookUp(draft.scope, setter.name) : undefined;
  if (set !== undefined) draft.setters.set(set, binding);
  return true;
}

function mayBeText(first: t.Node | undefined): boolean {
  if (first === undefined) return false;
  return ["StringLiteral", "TemplateLiteral", "Identifier", "MemberExpression", "BinaryExpression", "ConditionalExpression", "ArrowFunctionExpression"].includes(first.type);
}

function calledName(callee: t.Node): string {
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : "";
}

/** Notes what a call of a setter gives to its state. */
export function setState(draft: Draft, callee: t.Node, value: NodeId | undefined): void {
  const binding = callee.type === "Identifier" ? stateOf(draft, callee.name) : undefined;
  const isFunction = value !== undefined && draft.nodes[value]?.kind === "function";
  if (binding === undefined || value === undefined) return;
  define(draft, binding, isFunction ? unknown(draft, "callback", callee.start ?? 0) : value);
}

/** A setter that is handed on: whoever gets it may set anything. */
export function escapes(draft: Draft, name: string, at: number): void {
  const binding = stateOf(draft, name);
  if (binding !== undefined) define(draft, binding, unknown(draft, "callback", at));
}

function stateOf(draft: Draft, setter: string): BindingId | undefined {
  if (draft.setters.size === 0) return undefined;
  const binding = lookUp(draft.scope, setter);
  return binding === undefined ? undefined : draft.setters.get(binding);
}
