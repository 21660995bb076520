import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Arguments } from "../evaluate/frame.ts";
import { argumentAt } from "../evaluate/parameters.ts";
import { itemsOf } from "../evaluate/arrays.ts";
import type { NodeId } from "../facts/language.ts";
import type { Thunk, Value } from "../values/value.ts";
import { parameterElement, unknown } from "../values/value.ts";
import type { Module } from "./module.ts";

/** A method of functions that calls them. */
export type Forwarding = "call" | "apply";

/** A call of a function, which may be written as one of the function's own `call` or `apply`. */
export interface FunctionCall extends Thunk {
  readonly forwarding?: Forwarding | undefined;
}

/** What `f.call(self, …)` and `f.apply(self, list)` call: `f`. */
export function forwardedCallee(module: Module, callee: NodeId): { readonly callee: NodeId; readonly forwarding: Forwarding } | undefined {
  const node = module.facts.nodes[callee];
  const key = node?.kind === "member" ? module.facts.nodes[node.key] : undefined;
  if (node?.kind !== "member" || key?.kind !== "text") return undefined;
  return key.value === "call" || key.value === "apply" ? { callee: node.of, forwarding: key.value } : undefined;
}

/** What the function that is called is handed. */
export function argumentsOf(ev: Evaluator, call: FunctionCall): Arguments {
  if (call.forwarding !== "apply") return { kind: "call", call, skip: call.forwarding === "call" ? 1 : 0 };
  const node = call.module.facts.nodes[call.node];
  const list = node?.kind === "call" ? node.arguments[1] : undefined;
  if (list === undefined || list.spread) return { kind: "values", values: [] };
  const own = call.module.facts.nodes[list.value];
  if (own?.kind === "global" && own.name === "arguments") return { kind: "values", values: ownArguments(ev, call) };
  const [only, ...others] = ev.value(call.module, list.value, call.frame);
  const items = only === undefined || others.length > 0 ? undefined : itemsOf(ev, only);
  return { kind: "values", values: items ?? [[unknown("parameter", { file: call.module.path, offset: list.start })]] };
}

/** No network call reads more. */
const MAX_ARGUMENTS = 3;

/** `arguments` of the function around a call. */
function ownArguments(ev: Evaluator, { module, frame }: Thunk): Value[] {
  const { arguments: handed } = frame;
  return Array.from({ length: MAX_ARGUMENTS }, (_, index): Value => {
    if (handed.kind !== "open") return argumentAt(ev, handed, index);
    ev.touch(module, frame.function);
    return [parameterElement(module, frame.function, index, [])];
  });
}
