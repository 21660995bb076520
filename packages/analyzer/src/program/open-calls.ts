import { CALLEE_STEPS } from "../bounds.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { NodeId } from "../facts/language.ts";
import { isClientMethod } from "../models/clients.ts";
import { isNetworkName, networkCallOf } from "../models/network-calls.ts";
import type { Thunk, Value } from "../values/value.ts";

/**
 * Whether callers may make a call one of the platform's or a client's: its object is what they hand in (`api.request(…)`, `http.get(…)`), or its
 * name on the platform's object is (`wx[name](…)`). `known`: what the callee is while they are not known.
 */
export function isOpenCall(ev: Evaluator, { module, frame }: Thunk, callee: NodeId, known: Value): boolean {
  const { nodes } = module.facts;
  const member = nodes[callee];
  const key = member?.kind === "member" ? nodes[member.key] : undefined;
  if (member?.kind !== "member" || key === undefined) return false;
  if (key.kind === "text") return (isNetworkName(key.value) || isClientMethod(key.value)) && known.some(({ kind }) => kind === "parameter");
  const { answer } = ev.ask(() => ev.value(module, member.of, frame), CALLEE_STEPS);
  return answer.some((element) => element.kind === "builtin" && networkCallOf(`${element.path}.request`, ev.host.platformObjects) !== undefined);
}
