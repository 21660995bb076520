import type { CallArguments } from "../evaluate/call.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Value } from "../values/value.ts";

/** What a function that is not the program's gives back, as far as a URL can depend on it. */
export type CallModel = (args: CallArguments, ev: Evaluator) => Value;

/** Models by the callee's path (`Object.assign`, `vue#ref`, `new Map`). */
export type CallModels = Readonly<Record<string, CallModel>>;

export const firstArgument: CallModel = (args) => args.at(0);
