import type { Call, Locale } from "@wx-domain/core";
import type { FileCall } from "@wx-domain/analyzer";
import type { AST, Rule } from "eslint";
import { lintedFile, type LintedFile } from "../lint/linted-file.ts";
import type { JudgedValue } from "../lint/judge-calls.ts";
import { explainCall, joinSentences } from "./explain-call.ts";
import { faultOf } from "./one-per-origin.ts";
import { ruleOf, type UrlRule } from "./rule-of-reason.ts";
import { asSuggestions, type Replacement } from "./suggest.ts";

/** How a rule reports the calls whose values have one of its reasons. */
export interface CallReports {
  readonly rule: UrlRule;
  /** A message of the rule that consists of `{{explanation}}`. */
  readonly messageId: string;
  /** Lets a rule's option drop values. */
  readonly keep?: (judged: JudgedValue) => boolean;
  /** What the rule has to say about a value beyond the verdict. */
  readonly remark?: (judged: JudgedValue, locale: Locale) => string | undefined;
  readonly suggest?: {
    /** A suggestion's message that consists of `{{explanation}}`. */
    readonly messageId: string;
    readonly replacement: (judged: JudgedValue, call: Call, locale: Locale) => Replacement | undefined;
  };
}

/** One report for each call of the file, with all the values that the rule is about. */
export function reportCalls(context: Rule.RuleContext, reports: CallReports): void {
  const file = lintedFile(context);
  const told = new Set<string>();
  for (const { call, values } of file.calls) {
    // A call of one of two wrappers (`api[isNew ? "post" : "get"](url)`) sends the same URL twice.
    const place = `${call.call} ${String(call.urlSpan.start)}`;
    const own = values.filter(
      (judged) => ruleOf(judged.judgement, call.call) === reports.rule && reports.keep?.(judged) !== false && !told.has(`${place} ${faultOf(judged)}`),
    );
    if (own.length === 0) continue;
    reportCall(context, reports, file, call, own);
    for (const judged of own) told.add(`${place} ${faultOf(judged)}`);
  }
}

function reportCall(context: Rule.RuleContext, { messageId, remark, suggest }: CallReports, file: LintedFile, call: FileCall, values: readonly JudgedValue[]): void {
  const { start, end } = locationOf(context, call.span);
  const remarks = remark === undefined ? [] : values.flatMap((judged) => remark(judged, file.locale) ?? []);
  const explanation = joinSentences([explainCall(call, values, file, { first: start.line, last: end.line }), ...new Set(remarks)], file.locale);
  const replacements = suggest === undefined ? [] : values.flatMap((judged) => suggest.replacement(judged, call.call, file.locale) ?? []);
  context.report({
    loc: locationOf(context, call.urlSpan),
    messageId,
    data: { explanation },
    suggest: suggest === undefined ? [] : asSuggestions(replacements, suggest.messageId),
  });
}

/** Offsets into the linted text as ESLint's lines and columns. */
export function locationOf({ sourceCode }: Rule.RuleContext, { start, end }: { readonly start: number; readonly end: number }): AST.SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}
