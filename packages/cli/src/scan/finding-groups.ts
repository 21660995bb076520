import type { Baseline } from "./baseline.ts";
import { findingOf, type UrlFinding } from "./findings.ts";
import type { JudgedCall, JudgedValue } from "./inventory.ts";

/** URLs of one call with which the same is wrong: one thing to mend, however many paths there are below an origin. */
export interface FindingGroup {
  readonly kind: UrlFinding;
  readonly first: JudgedValue;
  readonly others: readonly JudgedValue[];
  /** The baseline has each of them. */
  readonly isOld: boolean;
}

/** In the order of the call's values. */
export function findingGroups(call: JudgedCall, baseline: Baseline): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const value of call.values) {
    const kind = findingOf(value);
    if (kind === undefined) continue;
    const isOld = baseline.holdsValue(call, value);
    const key = identityOf(value);
    const group = groups.get(key);
    groups.set(key, group === undefined ? { kind, first: value, others: [], isOld } : { ...group, others: [...group.others, value], isOld: group.isOld && isOld });
  }
  return [...groups.values()];
}

/** What is wrong with which origin: what stays when a path changes. */
export function identityOf({ reason, origin, pattern }: JudgedValue): string {
  return `${reason ?? ""} ${origin ?? pattern}`;
}
