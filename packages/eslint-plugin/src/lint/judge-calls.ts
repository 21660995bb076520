import type { FileCall, FileUrlValue, Judgement, judgeValue } from "@wx-domain/analyzer";
import type { CompiledLists } from "@wx-domain/core";

/** A value of a call with what the lists say about it. */
export interface JudgedValue {
  readonly value: FileUrlValue;
  readonly judgement: Judgement;
}

export interface JudgedCall {
  readonly call: FileCall;
  readonly values: readonly JudgedValue[];
}

/** Asks the lists about every value, once for all rules. */
export function judgeCalls(calls: readonly FileCall[], lists: CompiledLists, judge: typeof judgeValue): readonly JudgedCall[] {
  return calls.map((call) => ({
    call,
    values: call.values.map((value) => ({ value, judgement: judge(value, call.call, lists) })),
  }));
}
