import type { Evaluator } from "../evaluate/evaluator.ts";
import { SITE_STEPS } from "../bounds.ts";
import type { Call as CallNode, Node } from "../facts/language.ts";
import type { Callers } from "../program/callers.ts";
import { expand } from "../program/expand.ts";
import type { Module } from "../program/module.ts";
import type { FileProgram } from "../program/file-programs.ts";
import { urlSpan } from "../program/sinks.ts";
import type { Sink } from "../program/sinks.ts";
import type { Wrappers, WayToNetwork } from "../program/wrappers.ts";
import type { Hole } from "../values/pattern.ts";
import { originOf } from "../values/origin.ts";
import type { ElementOf, FunctionElement, Thunk, Value } from "../values/value.ts";
import { parameterPrefix, unknown } from "../values/value.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { FileCall, FileUrlValue } from "./file-analysis.ts";
import { callOptions } from "./call-options.ts";
import { positionOf } from "./positions.ts";
import { comesAtRunTime } from "../models/unknown-causes.ts";
import { describeValues } from "./url-values.ts";
import type { UrlValue } from "./url-values.ts";

/** What one call of the code sends. */
export interface SentCalls {
  readonly calls: readonly FileCall[];
  /** Whether code of another file may decide where it goes. */
  readonly isOpen: boolean;
}

/** A network call of the file. */
export function networkCall(ev: Evaluator, callers: Callers, call: Thunk, node: CallNode, sink: Sink, text: string, program: Pick<FileProgram, "moduleAt">): SentCalls {
  const value = expand(ev, callers, call.frame, (frame) => sink.url({ ...call, frame }));
  const described = describeOwn(value, program, [call.frame]);
  const found: FileCall = {
    kind: "network",
    call: sink.call,
    callee: sink.callee,
    span: { start: node.start, end: node.end },
    urlSpan: urlSpan(call.module, node, sink.argument, sink.key === undefined ? [] : [sink.key]),
    values: described.values.map((one) => withLiteral(one, [call.module], text)),
    dynamic: described.dynamic,
    sink: undefined,
    options: callOptions(ev, call, node, sink),
  };
  return { calls: [found], isOpen: isOpen(value) };
}

/** Whether whoever calls, or changes what others read, may decide a URL's origin. What comes at run time is nobody's. */
function isOpen(value: Value): boolean {
  return value.length === 0 || value.some((element) => {
    if (element.kind === "parameter") return true;
    if (element.kind === "unknown") return !comesAtRunTime(element.cause);
    if (element.kind !== "string") return false;
    const hole = originHole(element);
    return hole !== undefined && !comesAtRunTime(hole.cause);
  });
}

/** What the file itself decides: what callers hand to the functions at work in `frames`, and to those around them, is judged where they do it. */
function describeOwn(value: Value, program: Pick<FileProgram, "moduleAt">, frames: readonly Frame[]): { values: readonly UrlValue[]; dynamic: boolean } {
  const isHandedIn = (key: string): boolean => frames.some((frame) => isOfFrame(frame, key));
  const own = value.flatMap((element): Value => {
    if (element.kind === "parameter") return isHandedIn(element.key) ? [] : [unknown("callback")];
    if (element.kind !== "string") return [element];
    const hole = originHole(element);
    return hole?.parameter !== undefined && isHandedIn(hole.parameter.key) ? [] : [element];
  });
  if (own.length === 0) return { values: [], dynamic: value.length === 0 };
  const { values, dynamic } = describeValues(own, program.moduleAt);
  return { values, dynamic };
}

/** The first hole in a pattern whose scheme or authority it leaves open. */
function originHole(element: ElementOf<"string">): Hole | undefined {
  const origin = originOf(element.pattern);
  return origin.kind === "unknown" || origin.kind === "partial" ? origin.holes[0] : undefined;
}

/** Whether a parameter's key belongs to one of the functions around the call. */
function isOfFrame(frame: Frame, key: string): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (key.startsWith(parameterPrefix(at))) return true;
  }
  return false;
}

/** What a call of wrappers sends by its own arguments. */
export function wrapperCalls(
  ev: Evaluator,
  wrappers: Wrappers,
  callers: Callers,
  call: Thunk,
  node: CallNode,
  functions: readonly FunctionElement[],
  text: string,
  program: Pick<FileProgram, "moduleAt">,
): SentCalls {
  const bySink = new Map<string, FileCall>();
  let open = false;
  for (const callee of functions) {
    for (const way of wrappers.waysFrom(callee.module, callee.function)) {
      const found = alongWay(ev, wrappers, callers, call, callee, way, program);
      open ||= found.isOpen;
      if (found.values.length === 0) continue;
      const key = `${String(way.sinkCall.module.id)}:${String(way.sinkCall.node)}`;
      if (bySink.has(key)) continue;
      const sinkNode = way.sinkCall.module.facts.nodes[way.sinkCall.node];
      const start = sinkNode?.kind === "call" ? sinkNode.start : 0;
      bySink.set(key, {
        kind: "wrapper",
        call: way.sink.call,
        callee: nameOf(call.module, node, callee),
        span: { start: node.start, end: node.end },
        urlSpan: found.parameter === undefined ? { start: node.start, end: node.end } : urlSpan(call.module, node, found.parameter.index, found.parameter.path),
        values: found.values.map((one) => withLiteral(one, [call.module], text)),
        dynamic: found.dynamic,
        sink: { file: way.sinkCall.module.path, line: positionOf(way.sinkCall.module, start).line },
        options: [],
      });
    }
  }
  return { calls: [...bySink.values()], isOpen: open };
}

interface Along {
  readonly values: readonly UrlValue[];
  readonly dynamic: boolean;
  readonly parameter: { readonly index: number; readonly path: readonly string[] } | undefined;
  readonly isOpen: boolean;
}

/** What a call of a wrapper adds to what the wrapper sends whoever calls it. */
function alongWay(
  ev: Evaluator,
  wrappers: Wrappers,
  callers: Callers,
  call: Thunk,
  callee: FunctionElement,
  way: WayToNetwork,
  program: Pick<FileProgram, "moduleAt">,
): Along {
  const open = ev.frames.open(callee.module, callee.function);
  const openEnd = wrappers.urlOf(way, open, callers);
  if (openEnd === undefined) return ADDS_NOTHING;
  const usual = openEnd.url;
  const parameter = parameterIn(usual, callee);
  // Whoever hands in nothing that the URL is made of adds nothing to what is reported in the wrapper.
  if (parameter === undefined && callee.self?.kind !== "instance" && !isBound(callee.frame)) return { ...ADDS_NOTHING, isOpen: isOpen(usual) };
  const bound = ev.frames.make(callee.module, callee.function, callee.frame, { kind: "call", call, skip: 0 }, callee.self);
  const end = wrappers.urlAlong(way, bound);
  if (end === undefined) return ADDS_NOTHING;
  const { answer } = ev.ask(() => end.value(end.frame), SITE_STEPS);
  // What the wrapper's own parameters decide is bound here, or comes from another call of it.
  const within = [call.frame, open, openEnd.frame];
  const own = describeOwn(answer, program, within);
  // Nothing is reported in third-party code: what it says by itself is the call's.
  const isToldElsewhere = way.steps.some(({ module }) => !module.vendored);
  const before = new Set(isToldElsewhere ? describeOwn(usual, program, within).values.map(sameness) : ["relative", "unknown"]);
  // Where nobody here knows the base, that it may be empty is no reason to call a path a relative URL.
  const hidesBase = own.values.some(({ origin }) => origin.kind === "unknown");
  const values = own.values.filter((one) => !before.has(sameness(one)) && !(hidesBase && one.origin.kind === "relative"));
  return { values, isOpen: isOpen(answer), dynamic: values.some((one) => one.origin.kind === "unknown" || one.origin.kind === "partial"), parameter };
}

const ADDS_NOTHING: Along = { values: [], dynamic: false, parameter: undefined, isOpen: false };

/** Whether a closure was made by a call whose arguments it keeps. */
function isBound(frame: Frame): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) if (at.arguments.kind !== "open") return true;
  return false;
}

/** Values that a report would say the same about. */
function sameness(value: UrlValue): string {
  const { origin } = value;
  switch (origin.kind) {
    case "known":
      return origin.origin;
    case "partial":
      return `${origin.scheme}://${origin.authority}`;
    case "relative":
      return "relative";
    case "unknown":
      return "unknown";
  }
}

/** The wrapper's parameter that the URL is made of. */
function parameterIn(value: Value, callee: FunctionElement): { index: number; path: readonly string[] } | undefined {
  const prefix = parameterPrefix(callee);
  for (const element of value) {
    if (element.kind === "parameter" && element.key.startsWith(prefix)) return element;
    if (element.kind !== "string") continue;
    for (const part of element.pattern) {
      const parameter = part.kind === "hole" ? part.hole.parameter : undefined;
      if (parameter?.key.startsWith(prefix) === true) return parameter;
    }
  }
  return undefined;
}

/** The wrapper's name at its call; where it is called by a local name, the one that it was written with. */
function nameOf(module: Module, node: CallNode, called: FunctionElement): string {
  const callee = module.facts.nodes[node.callee];
  const key = callee?.kind === "member" ? module.facts.nodes[callee.key] : undefined;
  if (key?.kind === "text") return key.value;
  if (callee?.kind === "imported" && callee.name !== "default") return callee.name;
  return called.module.facts.functions[called.function]?.name ?? "";
}

/** The literal of this file, whose modules are `own`, that the origin begins with, if there is one. */
export function withLiteral(value: UrlValue, own: readonly (Module | undefined)[], text: string): FileUrlValue {
  const place = value.origin.kind === "unknown" ? undefined : value.origin.from[0];
  if (place === undefined || own.every((module) => module?.path !== place.file)) return { ...value, literal: undefined };
  const node = own.flatMap((module) => (module === undefined ? [] : (textsOf(module).get(place.offset) ?? [])))[0];
  if (node === undefined) return { ...value, literal: undefined };
  // A literal's place is that of its quote; of a template's part, with one parser, that of the brace before it.
  const start = [place.offset, place.offset + 1].find((offset) => text.startsWith(node.value, offset));
  return { ...value, literal: start === undefined ? undefined : { start, end: start + node.value.length, text: node.value } };
}

type TextNode = Extract<Node, { kind: "text" }>;

const texts = new WeakMap<Module, ReadonlyMap<number, TextNode>>();

/** A module's texts by where they stand. */
function textsOf(module: Module): ReadonlyMap<number, TextNode> {
  const known = texts.get(module);
  if (known !== undefined) return known;
  const found = new Map<number, TextNode>();
  for (const node of module.facts.nodes) if (node.kind === "text" && !found.has(node.at)) found.set(node.at, node);
  texts.set(module, found);
  return found;
}
