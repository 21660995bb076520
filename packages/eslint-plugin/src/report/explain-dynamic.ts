import { CALLS, type Locale } from "@wx-domain/core";
import type { JudgedCall, JudgedValue } from "../lint/judge-calls.ts";
import { joinSentences } from "./explain-call.ts";
import { causeText } from "./cause-texts.ts";
import { maskSecrets } from "./mask.ts";
import { ruleOf } from "./rule-of-reason.ts";
import { DYNAMIC_URL, LIST_SEPARATOR, UNKNOWN_PART } from "./texts.ts";

const SHOWN_VALUES = 3;

/** Why nobody can tell where a call goes; undefined: somebody can. */
export function explainDynamic({ call, values }: JudgedCall, locale: Locale): string | undefined {
  const open = values.filter(({ judgement }) => ruleOf(judgement, call.call) === "no-dynamic-url");
  // A value that another rule reports, or that some entry decides, is no riddle.
  if (!call.dynamic || (values.length > 0 && open.length === 0)) return undefined;
  const sentences = open.slice(0, SHOWN_VALUES).flatMap((judged) => unknownPart(judged, locale) ?? []);
  return joinSentences([DYNAMIC_URL[locale](call.callee === "" ? CALLS[call.call].name : call.callee), ...sentences], locale);
}

function unknownPart({ value: { origin, pattern } }: JudgedValue, locale: Locale): string | undefined {
  if (origin.kind !== "partial" && origin.kind !== "unknown") return undefined;
  const causes = new Set(origin.holes.map(({ cause, detail }) => causeText(cause, detail, locale)));
  return UNKNOWN_PART[locale](maskSecrets(pattern), [...causes].join(LIST_SEPARATOR[locale]));
}
