/** What the lists say about each call, in the words of core. */
import { CALLS, checkUrl, describeVerdict, type Call, type CompiledLists, type Locale, type Verdict } from "@wx-domain/core";
import { ruleOf, type JudgedCall, type JudgedValue, type LintedFile } from "eslint-plugin-wx-domain/browser";
import { entryFor } from "./entry.ts";
import type { ReadLists } from "./lists.ts";
import type { Addition, JudgedCallSite, JudgedUrl, Place } from "./protocol.ts";

/** A call can have hundreds of values. */
const SHOWN_VALUES = 20;

/** A call with what the lists lack for it, by the place where a finding about it stands. */
export interface SeenCall {
  readonly site: JudgedCallSite;
  /** Where its URL begins. */
  readonly urlFrom: number;
}

/** One file as the rules have seen it, and what describes it. */
interface Scene {
  readonly file: LintedFile;
  /** Its path below the app's folder. */
  readonly name: string;
  readonly text: string;
  readonly read: ReadLists;
  readonly locale: Locale;
}

/** All calls of a file, in the order of its text. */
export function seenCalls(scene: Scene): readonly SeenCall[] {
  const calls = [...scene.file.calls.map((call) => networkCall(call, scene)), ...scene.file.sdkConfigs.map(({ span }) => sdkConfig(span, scene))];
  return calls.sort((one, other) => one.site.from - other.site.from);
}

function networkCall({ call, values }: JudgedCall, scene: Scene): SeenCall {
  const { start, end } = call.span;
  const callee = call.kind === "network" ? call.callee : undefined;
  const urls = values.slice(0, SHOWN_VALUES).map((judged) => describeValue(judged, call.call, scene, { start, end }, callee));
  return { urlFrom: call.urlSpan.start, site: { ...placed(scene, start, end), callee: call.callee, urls, more: values.length - urls.length } };
}

/** The page that calls `wx.config` is what is looked for in the list. */
function sdkConfig({ start, end }: { readonly start: number; readonly end: number }, scene: Scene): SeenCall {
  const { file, text, locale, read } = scene;
  const head = text.indexOf("(", start);
  const urls = file.pageOrigins.map((origin): JudgedUrl => {
    const verdict = verdictOn(origin, "js-sdk", file.lists);
    return { ...describeJudged(verdict, origin, "js-sdk", read), url: origin, isSilent: verdict.status !== "denied", writtenAt: [], description: describeVerdict(verdict, origin, "js-sdk", locale) };
  });
  return {
    urlFrom: start,
    site: { ...placed(scene, start, end), callee: text.slice(start, head > start && head < end ? head : end), urls: urls.length > 0 ? urls : [{ kind: "no-page", url: "" }], more: 0 },
  };
}

function placed({ name, text }: Scene, from: number, to: number): Pick<JudgedCallSite, "file" | "from" | "to" | "line"> {
  return { file: name, from, to, line: lineAt(text, from) };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function describeValue({ value, judgement }: JudgedValue, call: Call, scene: Scene, span: { readonly start: number; readonly end: number }, callee: string | undefined): JudgedUrl {
  if (judgement.kind !== "verdict") return { kind: judgement.kind, url: value.pattern };
  const { file, text, locale, read } = scene;
  const verdict = verdictOn(judgement.url, call, file.lists, judgement.verdict);
  const first = lineAt(text, span.start);
  const last = lineAt(text, span.end);
  const writtenAt = value.from
    .filter(({ file: path, line }) => path !== file.path || line < first || line > last)
    .map(({ file: path, line }): Place => ({ file: path.slice(file.root.length + 1), line }));
  return {
    ...describeJudged(verdict, judgement.url, call, read),
    url: value.pattern,
    isSilent: ruleOf(judgement, call) === null,
    writtenAt,
    description: describeVerdict(verdict, judgement.url, call, locale, callee),
  };
}

type Judged = Extract<JudgedUrl, { readonly kind: "judged" }>;

function describeJudged({ status, reason, list }: Verdict, url: string, call: Call, { lists, isUnreadable }: ReadLists): Pick<Judged, "kind" | "status" | "reason" | "list" | "addition" | "listIs" | "isObserved"> {
  const { matching } = CALLS[call];
  return {
    kind: "judged",
    status,
    reason,
    list,
    addition: additionFor({ status, reason, list }, url, call, lists, isUnreadable),
    listIs: list === null || lists[list] !== undefined ? "known" : isUnreadable(list) ? "unreadable" : "missing",
    isObserved: matching === "server" || matching === "socket",
  };
}

function additionFor({ status, reason, list }: Pick<Verdict, "status" | "reason" | "list">, url: string, call: Call, lists: ReadLists["lists"], isUnreadable: ReadLists["isUnreadable"]): Addition | undefined {
  if (list === null || isUnreadable(list) || (status !== "denied" && reason !== "unknown-list")) return undefined;
  const entry = entryFor(url, call, list, lists[list]);
  return entry === undefined ? undefined : { kind: "addition", list, entry, isNewList: lists[list] === undefined };
}

/**
 * With an unknown list nothing is denied, so that a project without lists does not fail (core). Here nothing fails: what no list could allow is
 * shown as it is with any.
 */
function verdictOn(url: string, call: Call, lists: CompiledLists, verdict: Verdict = lists.check(url, call)): Verdict {
  const { list, reason } = verdict;
  if (list === null || lists.lists[list] !== undefined || reason === "unknown-list" || reason === "ambiguous-authority") return verdict;
  return checkUrl(url, call, { ...lists.lists, [list]: [] });
}
