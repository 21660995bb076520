import type { FileUrlValue, SourceLine } from "@wx-domain/analyzer";
import type { JudgedValue } from "../lint/judge-calls.ts";

/**
 * The values of one call as a report tells them: those that have their origin and what is wrong with it in common differ in
 * their paths only, which nobody has to mend. The first stands for all, with the places of all.
 */
export function onePerOrigin(values: readonly JudgedValue[]): readonly JudgedValue[] {
  const groups = new Map<string, JudgedValue>();
  for (const judged of values) {
    const key = faultOf(judged);
    const first = groups.get(key);
    groups.set(key, first === undefined ? judged : { ...first, value: { ...first.value, from: union(first.value.from, judged.value.from) } });
  }
  return [...groups.values()];
}

/** What values of one call have in common about which a report would say the same. */
export function faultOf({ value, judgement }: JudgedValue): string {
  const wrong = judgement.kind === "verdict" ? `${judgement.verdict.reason} ${String(judgement.assumed)}` : judgement.kind;
  return `${wrong} ${originText(value)}`;
}

function originText({ origin, pattern }: FileUrlValue): string {
  switch (origin.kind) {
    case "known":
      return origin.origin;
    case "partial":
      return `${origin.scheme}://${origin.authority}`;
    case "relative":
    case "unknown":
      return pattern;
  }
}

function union(one: readonly SourceLine[], other: readonly SourceLine[]): readonly SourceLine[] {
  const places = new Map([...one, ...other].map((place) => [`${place.file}:${String(place.line)}`, place]));
  return [...places.values()];
}
