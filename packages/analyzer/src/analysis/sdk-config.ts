import type { Evaluator } from "../evaluate/evaluator.ts";
import { CALLEE_STEPS } from "../bounds.ts";
import { memberOf } from "../evaluate/member.ts";
import { argumentAt } from "../evaluate/parameters.ts";
import type { Call as CallNode, Span } from "../facts/language.ts";
import { sdkFunction } from "../models/js-sdk.ts";
import type { Module } from "../program/module.ts";
import { urlSpan } from "../program/sinks.ts";
import { knownText } from "../values/pattern.ts";
import type { Element, Thunk, Value } from "../values/value.ts";
import { UNDEFINED, union } from "../values/value.ts";

/** A call of `wx.config` of the JS-SDK. */
export interface SdkConfig {
  /** From the callee's beginning to the call's end. */
  readonly span: Span;
  /** The members that its options certainly lack. */
  readonly missing: readonly string[];
  /** `debug` is true whatever happens. */
  readonly debug: Span | undefined;
  /** The texts in `jsApiList` and `openTagList` that are known, where they stand. */
  readonly apis: readonly ListedName[];
  readonly openTags: readonly ListedName[];
  /** `beta: true`, as WeCom's pages have it: their SDK knows other names. */
  readonly beta: boolean;
}

export interface ListedName {
  readonly name: string;
  readonly span: Span;
}

/** What `wx.config` needs. Source: J. */
const REQUIRED = ["appId", "timestamp", "nonceStr", "signature", "jsApiList"] as const;

/** The calls of `wx.config` in a module. */
export function sdkConfigs(ev: Evaluator, module: Module): readonly SdkConfig[] {
  const found: SdkConfig[] = [];
  for (const fn of module.facts.functions) {
    const frame = ev.frames.open(module, fn.id);
    for (const id of fn.calls) {
      const node = module.facts.nodes[id];
      if (node?.kind !== "call" || node.arguments.length !== 1) continue;
      const callee = ev.ask(() => ev.value(module, node.callee, frame), CALLEE_STEPS).answer;
      if (callee.some((element) => element.kind === "builtin" && sdkFunction(element.path) === "config")) found.push(configOf(ev, { module, node: id, frame }, node));
    }
  }
  return found;
}

function configOf(ev: Evaluator, call: Thunk, node: CallNode): SdkConfig {
  const { answer: options } = ev.ask(() => argumentAt(ev, { kind: "call", call, skip: 0 }, 0), CALLEE_STEPS);
  const isWritten = options.length > 0 && options.every(isObject);
  const member = (name: string): Value => ev.ask(() => union(options.map((one) => (isObject(one) ? memberOf(ev, one, name, undefined) : []))), CALLEE_STEPS).answer;
  const isOnly = (value: Value, key: string): boolean => value.length === 1 && value[0]?.key === key;
  const spanOf = (name: string): Span => urlSpan(call.module, node, 0, [name]);
  const names = (name: string): ListedName[] => member(name).flatMap((element) => listedNames(ev, call.module, element, spanOf(name)));
  return {
    span: { start: node.start, end: node.end },
    missing: isWritten ? REQUIRED.filter((name) => isOnly(member(name), UNDEFINED.key)) : [],
    debug: isOnly(member("debug"), "ptrue") ? spanOf("debug") : undefined,
    apis: names("jsApiList"),
    openTags: names("openTagList"),
    beta: isOnly(member("beta"), "ptrue"),
  };
}

function isObject(element: Element): boolean {
  return element.kind === "literal" || element.kind === "assigned" || element.kind === "merged";
}

/** The texts of an array; each where it stands if that is within `around`. */
function listedNames(ev: Evaluator, module: Module, element: Element, around: Span): ListedName[] {
  const node = element.kind === "literal" ? element.module.facts.nodes[element.node] : undefined;
  if (element.kind !== "literal" || node?.kind !== "array") return [];
  return node.items.flatMap((item) => {
    const isHere = element.module === module && item.start >= around.start && item.end <= around.end;
    const span = isHere ? { start: item.start, end: item.end } : around;
    const value = item.spread ? [] : ev.value(element.module, item.value, element.frame);
    return value.flatMap((one) => (one.kind === "string" ? (knownText(one.pattern) ?? []) : [])).map((name) => ({ name, span }));
  });
}
