import type { Call } from "@wx-domain/core";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Value } from "../values/value.ts";
import { NOTHING, union } from "../values/value.ts";
import type { Callers } from "./callers.ts";
import { expand } from "./expand.ts";
import { forwardedCallee } from "./forwarding.ts";
import type { FunctionCall } from "./forwarding.ts";
import { sinkOf } from "./sinks.ts";
import type { Sink } from "./sinks.ts";

/** What a call at its place sends, in each way in which the functions around it are called. */
export interface PlacedSink {
  readonly call: Call;
  readonly callee: string;
  /** Nothing in a frame where the call is no network call, or another one. */
  url(frame: Frame): Value;
}

/** What a call may be whose callee its callers decide: one for each kind of network call. */
export function openSinks(ev: Evaluator, index: Callers, call: FunctionCall): PlacedSink[] {
  const found = new Map<Call, PlacedSink>();
  const callees = expand(ev, index, call.frame, (frame) => calleesAt(ev, call, frame));
  for (const sink of sinksOf(ev, callees)) {
    if (found.has(sink.call)) continue;
    const url = (frame: Frame): Value => union(sinksOf(ev, calleesAt(ev, call, frame)).flatMap((one) => (one.call === sink.call ? [one.url({ ...call, frame })] : [])));
    found.set(sink.call, { call: sink.call, callee: sink.callee, url });
  }
  return [...found.values()];
}

function calleesAt(ev: Evaluator, { module, node, forwarding }: FunctionCall, frame: Frame): Value {
  const call = module.facts.nodes[node];
  if (call?.kind !== "call") return NOTHING;
  const forwarded = forwarding === undefined ? undefined : forwardedCallee(module, call.callee);
  return ev.value(module, forwarded?.callee ?? call.callee, frame).filter(({ kind }) => kind === "builtin" || kind === "client-method");
}

function sinksOf(ev: Evaluator, callees: Value): Sink[] {
  return callees.flatMap((callee) => sinkOf(ev, callee) ?? []);
}
