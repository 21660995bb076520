import type { Evaluator } from "../evaluate/evaluator.ts";
import type { OpenFunction } from "../evaluate/memo.ts";
import { BOUNDS, SITE_STEPS, WAYS_STEPS, hit } from "../bounds.ts";
import type { Frame } from "../evaluate/frame.ts";
import { isEvent } from "../models/callbacks.ts";
import { originOf } from "../values/origin.ts";
import type { Element, Thunk, Value } from "../values/value.ts";
import { parameterPrefix, union, unknown } from "../values/value.ts";
import type { Caller, Callers } from "./callers.ts";
import { isCompatible } from "./callers.ts";
import type { Module } from "./module.ts";

/** How far callers of callers are followed, and how many of them all together. */
export interface Bounds {
  readonly levels: number;
  readonly leaves: number;
}

const SITE_BOUNDS: Bounds = { levels: BOUNDS["caller-levels"].limit, leaves: BOUNDS.callers.limit };

/** What a call may take where so many ways were gone to the calls before it. */
export function siteBounds(gone: number): Bounds {
  return gone < BOUNDS["all-ways"].limit ? SITE_BOUNDS : FEW_BOUNDS;
}

const FEW_BOUNDS: Bounds = { levels: BOUNDS["caller-levels"].limit, leaves: 40 };

/** Of a call with more ways than this, those whose origins are decided are not told apart by what callers append to them. */
const MANY_WAYS = 200;

/**
 * Answers a question in every way in which the open functions that it depends on are called: each caller's arguments
 * are kept together, so that a base of one caller never meets the path of another.
 * @param tell Hears each way's answer, and the frame that holds the calls of this way.
 */
export function expand(
  ev: Evaluator,
  index: Callers,
  frame: Frame,
  question: (frame: Frame) => Value,
  bounds = SITE_BOUNDS,
  tell?: (answer: Value, frame: Frame) => void,
): Value {
  const values: Value[] = [];
  const uncalled: Value[] = [];
  let leaves = 0;
  const worked = ev.worked;
  const isWorn = (): boolean => ev.worked - worked > WAYS_STEPS;

  function go(at: Frame, level: number): void {
    if (leaves >= bounds.leaves || isWorn()) return;
    const { answer, open, exhausted } = ev.ask(() => question(at), SITE_STEPS);
    const isEnough = leaves >= MANY_WAYS && isDecided(answer);
    const next = level < bounds.levels && !isEnough ? nearestOpen(at, open) : undefined;
    if (level === bounds.levels && nearestOpen(at, open) !== undefined) hit("caller-levels", frame.module.path);
    const callers = next === undefined ? [] : index.callersOf(next.module, next.function);
    const before = leaves;
    let isRecursive = false;
    if (next !== undefined) {
      for (const caller of callers) {
        // A function that comes back to itself by the same call (a request that is sent again) adds nothing. A question within another asks for less than that.
        if (bounds.levels === SITE_BOUNDS.levels && caller.arguments.kind === "call" && comesBack(at, caller.arguments.call)) {
          isRecursive = true;
          continue;
        }
        const bound = rebind(ev, at, next, caller);
        if (bound !== undefined && bound !== at) go(bound, level + 1);
      }
    }
    if (leaves > before) return;
    leaves++;
    if (isRecursive) {
      const [again, others] = partition(answer, hasParameter);
      uncalled.push(closed(again, "no-caller"));
      if (others.length > 0) values.push(others);
      return;
    }
    tell?.(answer, at);
    // Nobody calls the function that would decide: it never runs, unless in a way that the analysis can't see.
    if (next !== undefined && index.isWhole && index.isUncalled(next.module, next.function)) uncalled.push(closed(answer, "no-caller"));
    else if (!index.isWhole) values.push(answer);
    else {
      // What a function keeps of its own arguments and sends again (a queue of requests) adds nothing to its callers.
      // Nor does what code that nobody imports leaves open.
      const isDead = isCalledFrom(at, (module) => module !== frame.module && index.isDead(module));
      const [again, others] = partition(answer, (element) => isParameterOf(element, at) || (isDead && isOpen(element)));
      values.push(closed(others, next === undefined ? "too-deep" : "no-caller"));
      if (again.length > 0) uncalled.push(closed(again, "no-caller"));
    }
    if (exhausted) values.push([unknown("budget")]);
  }

  go(frame, 0);
  if (leaves >= bounds.leaves) hit(bounds === FEW_BOUNDS ? "all-ways" : "callers", frame.module.path);
  if (isWorn()) hit("steps", frame.module.path);
  if (leaves >= bounds.leaves || isWorn()) values.push([unknown("too-many-values")]);
  const found = withoutEvents(union(values));
  return found.length > 0 ? found : withoutEvents(union(uncalled));
}

/** Whether no origin waits for what a caller hands in: callers only decide what follows it, or which of them it is. */
function isDecided(answer: Value): boolean {
  return answer.every((element) => {
    if (element.kind !== "string" || !hasParameter(element)) return element.kind !== "parameter";
    const origin = originOf(element.pattern);
    return (origin.kind !== "unknown" && origin.kind !== "partial") || origin.holes.every(({ parameter }) => parameter === undefined);
  });
}

/** A method that the program calls itself may also be a handler: then it is another one's, since an event is no URL. */
function withoutEvents(value: Value): Value {
  const others = value.filter((element) => !isEvent(element));
  return others.length > 0 ? others : value.map(() => unknown("event"));
}

function partition(value: Value, test: (element: Element) => boolean): [Value, Value] {
  return [value.filter(test), value.filter((element) => !test(element))];
}

/** Whether an element is decided by a parameter of a function that is bound on the way to `frame`. */
function isParameterOf(element: Element, frame: Frame): boolean {
  if (element.kind === "parameter") return isBoundIn(frame, element.key);
  if (element.kind !== "string" || !hasParameter(element)) return false;
  const origin = originOf(element.pattern);
  const hole = origin.kind === "unknown" || origin.kind === "partial" ? origin.holes[0] : undefined;
  return hole?.parameter !== undefined && isBoundIn(frame, hole.parameter.key);
}

function hasParameter(element: Element): boolean {
  if (element.kind === "parameter") return true;
  return element.kind === "string" && element.pattern.some((part) => part.kind === "hole" && part.hole.parameter !== undefined);
}

/** Whether a call is one of those that led to `frame`. */
function comesBack(frame: Frame, call: Thunk): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.arguments.kind !== "call") continue;
    const on = at.arguments.call;
    if ((on.module === call.module && on.node === call.node) || comesBack(on.frame, call)) return true;
  }
  return false;
}

function isOpen(element: Element): boolean {
  return element.kind === "unknown" || (element.kind === "string" && originOf(element.pattern).kind === "unknown");
}

/** Whether one of the calls on the way to `frame` stands in such a module. */
function isCalledFrom(frame: Frame, test: (module: Module) => boolean): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.arguments.kind === "call" && (test(at.arguments.call.module) || isCalledFrom(at.arguments.call.frame, test))) return true;
  }
  return false;
}

function isBoundIn(frame: Frame, key: string): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.arguments.kind !== "open" && key.startsWith(parameterPrefix(at))) return true;
    if (at.arguments.kind === "call" && isBoundIn(at.arguments.call.frame, key)) return true;
  }
  return false;
}

/** In a whole program nobody is left who could hand in a parameter. */
function closed(value: Value, cause: "too-deep" | "no-caller"): Value {
  return value.map((element) => (element.kind === "parameter" ? unknown(cause) : element));
}

/** The open function to bind next: the nearest one around the question, then those around its callers. */
function nearestOpen(frame: Frame, open: ReadonlyMap<string, OpenFunction>): Frame | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.arguments.kind === "open" && !at.arguments.settled && open.has(`${String(at.module.id)}:${String(at.function)}`)) return at;
  }
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.arguments.kind !== "call") continue;
    const found = nearestOpen(at.arguments.call.frame, open);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `frame` with the open frame `target` in it bound to a caller; undefined if that caller calls another closure. */
function rebind(ev: Evaluator, frame: Frame, target: Frame, caller: Caller): Frame | undefined {
  if (frame.id === target.id) {
    const { callee } = caller;
    if (callee === undefined) return ev.frames.make(frame.module, frame.function, frame.parent, caller.arguments, frame.self);
    if (!isCompatible(frame.parent, callee.frame)) return undefined;
    // One instance's method is not called on another.
    if (frame.self !== undefined && callee.self !== undefined && !mayBeSame(frame.self, callee.self)) return undefined;
    const parent = depthOf(frame.parent) > 0 && hasBound(frame.parent) ? frame.parent : callee.frame;
    return ev.frames.make(frame.module, frame.function, parent, caller.arguments, callee.self ?? frame.self);
  }
  const parent = frame.parent === undefined ? undefined : rebind(ev, frame.parent, target, caller);
  if (frame.parent !== undefined && parent === undefined) return undefined;
  let args = frame.arguments;
  if (args.kind === "call") {
    const outer = rebind(ev, args.call.frame, target, caller);
    if (outer === undefined) return undefined;
    if (outer !== args.call.frame && !stillCalls(ev, frame, args.call, outer)) return undefined;
    if (outer !== args.call.frame) args = { ...args, call: { ...args.call, frame: outer } };
  }
  if (parent === frame.parent && args === frame.arguments) return frame;
  return ev.frames.make(frame.module, frame.function, parent, args, frame.self);
}

/** Where nobody says which instance of a class it is, it may be any. */
function mayBeSame(a: Element, b: Element): boolean {
  if (a.key === b.key) return true;
  return a.kind === "instance" && b.kind === "instance" && (a.made === undefined || b.made === undefined);
}

/** Whether a call by a computed name (`http[method](url)`) is one of this function in the frame at hand. */
function stillCalls(ev: Evaluator, called: Frame, call: Thunk, frame: Frame): boolean {
  const { nodes } = call.module.facts;
  const node = nodes[call.node];
  const callee = node?.kind === "call" ? nodes[node.callee] : undefined;
  if (node?.kind !== "call" || callee?.kind !== "member" || nodes[callee.key]?.kind === "text") return true;
  const callees = ev.value(call.module, node.callee, frame);
  return callees.some((one) => one.kind !== "function" || (one.module === called.module && one.function === called.function));
}

function depthOf(frame: Frame | undefined): number {
  return frame?.depth ?? 0;
}

function hasBound(frame: Frame | undefined): boolean {
  for (let at = frame; at !== undefined; at = at.parent) if (at.arguments.kind !== "open") return true;
  return false;
}
