import { CALLS, explainVerdict, LISTS, type Locale } from "@wx-domain/core";
import type { FileCall, FileUrlValue, SourceLine } from "@wx-domain/analyzer";
import type { JudgedValue } from "../lint/judge-calls.ts";
import type { LintedFile } from "../lint/linted-file.ts";
import { shownPath } from "../lint/paths.ts";
import { maskSecrets } from "./mask.ts";
import { onePerOrigin } from "./one-per-origin.ts";
import { ASSUMED_HOST, IMPOSSIBLE_HOST, LIST_SEPARATOR, MORE_VALUES, SENTENCE_SEPARATOR, SENT_AT, WRITTEN_AT } from "./texts.ts";

/** A report lists so many values in full; a call can have hundreds. */
const SHOWN_VALUES = 5;

/** The lines of the call in its file, 1-based: what is written there needs no telling where. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** All that is wrong with one call, as one text. */
export function explainCall(call: FileCall, values: readonly JudgedValue[], file: LintedFile, lines: Lines): string {
  const { locale } = file;
  const told = onePerOrigin(values);
  const sentences = told.slice(0, SHOWN_VALUES).flatMap((judged) => explainValue(judged, call, file, lines));
  if (told.length > SHOWN_VALUES) sentences.push(MORE_VALUES[locale](String(told.length - SHOWN_VALUES)));
  if (call.sink !== undefined) sentences.push(SENT_AT[locale](placeText(call.sink, file)));
  return joinSentences(sentences, locale);
}

export function joinSentences(sentences: readonly string[], locale: Locale): string {
  return sentences.join(SENTENCE_SEPARATOR[locale]);
}

function explainValue({ value, judgement }: JudgedValue, { call, kind, callee }: FileCall, file: LintedFile, lines: Lines): readonly string[] {
  if (judgement.kind === "unknown") return [];
  const { locale } = file;
  const url = maskSecrets(judgement.url);
  const sentences: string[] = [];
  if (judgement.kind === "impossible") {
    const { list } = CALLS[call];
    sentences.push(IMPOSSIBLE_HOST[locale](url, list === null ? CALLS[call].name : LISTS[list].name[locale]));
  } else {
    sentences.push(explainVerdict(judgement.verdict, url, call, locale, kind === "network" ? callee : undefined));
    if (judgement.assumed && value.origin.kind === "known" && !isHandedIn(value)) sentences.push(ASSUMED_HOST[locale](value.origin.origin));
  }
  return [...sentences, ...writtenElsewhere(value, file, lines)];
}

/** Whether the callers of a wrapper say what follows the host: what each hands in is judged at its call. */
function isHandedIn({ parts }: FileUrlValue): boolean {
  const open = parts.find((part) => part.kind === "hole");
  return open?.hole.parameter !== undefined;
}

/** Where a value's text is written, if that is not where the report stands. */
export function writtenElsewhere({ from }: FileUrlValue, file: LintedFile, lines: Lines): readonly string[] {
  const elsewhere = from.filter(({ file: path, line }) => path !== file.path || line < lines.first || line > lines.last);
  if (elsewhere.length === 0) return [];
  const places = elsewhere.map((place) => placeText(place, file)).join(LIST_SEPARATOR[file.locale]);
  return [WRITTEN_AT[file.locale](places)];
}

function placeText({ file: path, line }: SourceLine, file: LintedFile): string {
  return `${shownPath(path, file.root)}:${String(line)}`;
}
