import type { explainHole, Hole, Pattern } from "@wx-domain/analyzer";
import { CALLS, type Locale } from "@wx-domain/core";
import type { JudgedCall } from "../lint/judge-calls.ts";
import { joinSentences } from "./explain-call.ts";
import { maskSecrets } from "./mask.ts";
import { ruleOf } from "./rule-of-reason.ts";
import { CLAUSE_SEPARATOR, DYNAMIC_URL, KNOWN_PARTS, PART_UNDEFINED } from "./texts.ts";

/** A report tells so many causes, and so many patterns; a call can have hundreds of values. */
const SHOWN = 3;

/** Why nobody can tell where a call goes; undefined: somebody can. */
export function explainDynamic({ call, values }: JudgedCall, explain: typeof explainHole, locale: Locale): string | undefined {
  const open = values.filter(({ judgement }) => ruleOf(judgement, call.call) === "no-dynamic-url").map(({ value }) => value);
  // A value that another rule reports, or that some entry decides, is no riddle.
  if (ruleOf({ kind: "unknown" }, call.call) !== "no-dynamic-url") return undefined;
  if (!call.dynamic || (values.length > 0 && open.length === 0)) return undefined;
  const causes = new Set(
    open.flatMap(({ parts }) => decidingHoles(parts).map((hole) => (hole.cause === "no-url" && parts.length > 1 ? PART_UNDEFINED[locale]() : explain(hole, locale)))),
  );
  const patterns = new Set(open.filter(({ pattern }) => tellsSomething(pattern)).map(({ pattern }) => maskSecrets(pattern)));
  const why = [...causes].slice(0, SHOWN).join(CLAUSE_SEPARATOR[locale]);
  const sentences = [DYNAMIC_URL[locale](call.callee === "" ? CALLS[call.call].name : call.callee, why)];
  if (patterns.size > 0) sentences.push(KNOWN_PARTS[locale]([...patterns].slice(0, SHOWN)));
  return joinSentences(sentences, locale);
}

/** The holes in front of the path: what is unknown of a path or a query is no reason why the domain is. */
function decidingHoles(parts: Pattern): readonly Hole[] {
  const holes: Hole[] = [];
  for (const part of parts) {
    if (part.kind === "hole") holes.push(part.hole);
    else if (endsAuthority(part.text)) break;
  }
  return holes;
}

/** `/v1` and `.example.com/` do, `https://api.` and `://` don't. */
function endsAuthority(text: string): boolean {
  return /[/\\?#]/.test(text.replace(/^(?:[a-z0-9+.-]*:)?\/\//i, ""));
}

function tellsSomething(pattern: string): boolean {
  return /[^…/]/.test(pattern);
}
