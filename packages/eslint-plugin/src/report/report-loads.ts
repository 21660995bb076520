import { addressKind, parseRawUrl } from "@wx-domain/core";
import type { FileLoad, FileUrlValue } from "@wx-domain/analyzer";
import type { Rule } from "eslint";
import { lintedFile } from "../lint/linted-file.ts";
import { joinSentences, writtenElsewhere } from "./explain-call.ts";
import { maskSecrets } from "./mask.ts";
import { locationOf } from "./report-calls.ts";
import { asSuggestions, schemeReplacement } from "./suggest.ts";
import { LOADS_FROM_DEVICE, LOADS_FROM_LAN, LOADS_INSECURELY } from "./texts.ts";

/** What can be wrong with what an element loads: no list is about it, so that a host on the internet never is. */
export type LoadFault = "insecure" | "local-address" | "lan-address";

const SENTENCES = { insecure: LOADS_INSECURELY, "local-address": LOADS_FROM_DEVICE, "lan-address": LOADS_FROM_LAN } as const;

/** How a rule reports the elements that load with one of its faults. */
export interface LoadReports {
  readonly faults: readonly LoadFault[];
  /** A message of the rule that consists of `{{explanation}}`. */
  readonly messageId: string;
  /** The message of a suggestion to write https, which consists of `{{explanation}}`. */
  readonly useScheme?: string;
}

/** One report for each attribute, with all its values that have a fault. */
export function reportLoads(context: Rule.RuleContext, { faults, messageId, useScheme }: LoadReports): void {
  const file = lintedFile(context);
  for (const load of file.loads) {
    const faulty = load.values.flatMap((value) => {
      const fault = faultOf(value, load);
      return fault === undefined || !faults.includes(fault) ? [] : [{ value, fault }];
    });
    if (faulty.length === 0) continue;
    const loc = locationOf(context, load.urlSpan);
    const lines = { first: loc.start.line, last: loc.end.line };
    const sentences = faulty.flatMap(({ value, fault }) => [
      SENTENCES[fault][file.locale](maskSecrets(value.pattern), load.element),
      ...writtenElsewhere(value, file, lines),
    ]);
    const replacements = faulty.flatMap(({ value }) => schemeReplacement(value, "https", file.locale) ?? []);
    context.report({
      loc,
      messageId,
      data: { explanation: joinSentences([...new Set(sentences)], file.locale) },
      suggest: useScheme === undefined ? [] : asSuggestions(replacements, useScheme),
    });
  }
}

function faultOf({ parts, origin }: FileUrlValue, load: FileLoad): LoadFault | undefined {
  const [first] = parts;
  if (first?.kind !== "text" || origin.kind === "relative" || origin.kind === "unknown") return undefined;
  const url = parseRawUrl(first.text);
  const address = url.kind === "absolute" && origin.kind === "known" ? addressKind(url.host) : null;
  if (address === "local") return "local-address";
  if (address === "lan") return "lan-address";
  return load.transport === "https" && /^http:\/\//i.test(first.text) ? "insecure" : undefined;
}
