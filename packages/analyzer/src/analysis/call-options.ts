import type { Evaluator } from "../evaluate/evaluator.ts";
import { CALLEE_STEPS } from "../bounds.ts";
import { memberOf } from "../evaluate/member.ts";
import { argumentAt } from "../evaluate/parameters.ts";
import type { Call as CallNode, Span } from "../facts/language.ts";
import type { Sink } from "../program/sinks.ts";
import { urlSpan } from "../program/sinks.ts";
import { knownText } from "../values/pattern.ts";
import type { Element, Thunk, Value } from "../values/value.ts";
import { union } from "../values/value.ts";

/** An option of a call beside its URL; `span` is where a report about it stands. */
export interface CallOption {
  readonly name: "method" | "header" | "redirect_uri";
  readonly span: Span;
  /**
   * Of `method`: the texts that it can be, as far as they are known. Of `header`: the names of the fields that the file sets, as written.
   * Of `redirect_uri`: addresses that stand in the query without being encoded.
   */
  readonly texts: readonly string[];
}

/** What the file says about the options of a platform's call; nothing about those that callers hand in. */
export function callOptions(ev: Evaluator, call: Thunk, node: CallNode, { argument, key, isPlatform }: Sink): readonly CallOption[] {
  if (key === undefined || !isPlatform) return [];
  const { answer: objects } = ev.ask(() => argumentAt(ev, { kind: "call", call, skip: 0 }, argument), CALLEE_STEPS);
  const member = (name: string): Value => ev.ask(() => union(objects.map((object) => (isObject(object) ? memberOf(ev, object, name, undefined) : []))), CALLEE_STEPS).answer;
  const methods = member("method").flatMap((element) => (element.kind === "string" ? (knownText(element.pattern) ?? []) : []));
  const fields = member("header").flatMap((element) => fieldsOf(element));
  const optionOf = (name: CallOption["name"], texts: readonly string[], path: readonly string[]): CallOption[] =>
    texts.length === 0 ? [] : [{ name, texts, span: urlSpan(call.module, node, argument, path) }];
  return [...optionOf("method", methods, ["method"]), ...optionOf("header", fields, ["header"])];
}

function isObject(element: Element): boolean {
  return element.kind === "literal" || element.kind === "assigned" || element.kind === "merged" || element.kind === "record";
}

/** Deeper compositions of objects are left alone. */
const MAX_DEPTH = 4;

function fieldsOf(element: Element, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  switch (element.kind) {
    case "literal": {
      const node = element.module.facts.nodes[element.node];
      return node?.kind === "object" ? node.properties.flatMap(({ key }) => (typeof key === "string" ? [key] : [])) : [];
    }
    case "assigned":
      return [...(element.property === null ? [] : [element.property]), ...fieldsOf(element.base, depth + 1)];
    case "merged":
      return element.of.flatMap((value) => value.flatMap((one) => fieldsOf(one, depth + 1)));
    default:
      return [];
  }
}
