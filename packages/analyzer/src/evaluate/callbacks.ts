import type { FunctionId, NodeId } from "../facts/language.ts";
import { callbackCallers } from "../program/callers.ts";
import type { Callers } from "../program/callers.ts";
import type { Module } from "../program/module.ts";
import type { Thunk } from "../values/value.ts";
import { parameterCalls } from "./call.ts";
import type { Evaluator } from "./evaluator.ts";

/** Only who calls back: all that is known of callers while one file is looked at. */
export function callbacksOnly(ev: Evaluator): Callers {
  return {
    isWhole: false,
    isDead: () => false,
    isUncalled: () => false,
    callersOf: (module, id) => callbackCallers(ev, module, id, (callee, fn, index, path) => (path.length > 0 ? [] : callsOfParameter(ev, callee, fn, index))),
  };
}

function callsOfParameter(ev: Evaluator, module: Module, id: FunctionId, index: number): readonly Thunk[] {
  const calls: readonly NodeId[] = parameterCalls(module).get(`${String(id)}:${String(index)}`) ?? [];
  return calls.map((node) => ({ module, node, frame: ev.frames.open(module, module.facts.owners[node] ?? 0) }));
}
