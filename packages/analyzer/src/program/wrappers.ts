import type { HelperSetting } from "../analysis/file-analysis.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { CALLEE_STEPS } from "../bounds.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { FunctionId, NodeId } from "../facts/language.ts";
import type { Element, FunctionElement, Thunk, Value } from "../values/value.ts";
import { callable } from "../values/value.ts";
import { mayBeCallable } from "./callable-names.ts";
import type { Callers } from "./callers.ts";
import { expand } from "./expand.ts";
import type { Module } from "./module.ts";
import type { FileProgram } from "./file-programs.ts";
import { helperSink, sinkOf } from "./sinks.ts";
import type { Sink } from "./sinks.ts";

/** A way from a function to a network call: the calls on it, the last one being the network call. */
export interface WayToNetwork {
  readonly steps: readonly Step[];
  readonly sink: Sink;
  readonly sinkCall: { readonly module: Module; readonly node: NodeId };
}

interface Step {
  readonly module: Module;
  readonly call: NodeId;
}

interface CallWithin {
  readonly step: Step;
  readonly sink: Sink | undefined;
  readonly functions: readonly FunctionElement[];
}

/** Wrappers of wrappers are followed this far, and this many ways of one function. */
const MAX_STEPS = 6;
const MAX_WAYS = 16;

/** What may hold a network call, and what not. */
export type Reach = Pick<FileProgram, "reachesNetwork" | "isInert">;

/** Answers which functions send what they are handed, for the analysis of one file. */
export interface Wrappers {
  /** What is called: sinks and functions of the program. */
  calleesOf(call: Thunk): { readonly sink: Sink | undefined; readonly functions: readonly FunctionElement[] };
  waysFrom(module: Module, id: FunctionId): readonly WayToNetwork[];
  /** What a way that begins in a function sends whoever calls that: its parameters stay symbolic. Undefined if it can't be followed. */
  urlOf(way: WayToNetwork, start: Frame, callers: Callers): { readonly frame: Frame; readonly url: Value } | undefined;
  /** The URL at the end of a way that begins in `frame`. */
  urlAlong(way: WayToNetwork, frame: Frame): UrlAtEnd | undefined;
}

interface UrlAtEnd {
  readonly frame: Frame;
  readonly value: (frame: Frame) => Value;
}

/** What was found with one evaluator: the ways of a function are the same whichever file calls it. */
interface Found {
  /** By function and the steps that were left. */
  readonly ways: Map<string, readonly WayToNetwork[]>;
  readonly calls: Map<string, readonly CallWithin[]>;
  readonly urls: WeakMap<WayToNetwork, { readonly frame: Frame; readonly url: Value } | "lost">;
}

const foundWith = new WeakMap<Evaluator, Found>();

export function createWrappers(
  ev: Evaluator,
  names: ReadonlySet<string>,
  helpers: readonly HelperSetting[],
  program: Reach,
): Wrappers {
  const found = foundWith.get(ev) ?? { ways: new Map<string, readonly WayToNetwork[]>(), calls: new Map<string, readonly CallWithin[]>(), urls: new WeakMap() };
  foundWith.set(ev, found);

  function calleesOf(call: Thunk): { sink: Sink | undefined; functions: readonly FunctionElement[] } {
    const node = call.module.facts.nodes[call.node];
    if (node?.kind !== "call") return { sink: undefined, functions: [] };
    const helper = helperSink(ev, helpers, call.module, node, []);
    if (helper !== undefined) return { sink: helper, functions: [] };
    if (!mayBeCallable(names, call.module, node.callee) || isInert(program, call.module, node.callee)) return { sink: undefined, functions: [] };
    const { answer } = ev.ask(() => ev.value(call.module, node.callee, call.frame), CALLEE_STEPS);
    let sink: Sink | undefined;
    const functions: FunctionElement[] = [];
    for (const element of answer.map(callable)) {
      if (element.kind === "function" && program.reachesNetwork(element.module)) functions.push(element);
      sink ??= sinkOf(ev, element) ?? packageHelper(element, call);
    }
    return { sink, functions };
  }

  function packageHelper(element: Element, call: Thunk): Sink | undefined {
    const node = call.module.facts.nodes[call.node];
    return element.kind === "builtin" && node?.kind === "call" ? helperSink(ev, helpers, call.module, node, [element]) : undefined;
  }

  /** What a function and those written in it call; each call is looked at once, however many ways lead over it. */
  function callsIn(module: Module, id: FunctionId): readonly CallWithin[] {
    return remember(found.calls, keyOf(module, id), () =>
      functionsWithin(module, id).flatMap((inner) => {
        const frame = ev.frames.open(module, inner);
        return (module.facts.functions[inner]?.calls ?? []).map((call) => ({ step: { module, call }, ...calleesOf({ module, node: call, frame }) }));
      }),
    );
  }

  function waysFrom(module: Module, id: FunctionId, stepsLeft = MAX_STEPS): readonly WayToNetwork[] {
    return remember(found.ways, `${keyOf(module, id)}:${String(stepsLeft)}`, () => {
      const ways: WayToNetwork[] = [];
      for (const { step, sink, functions } of callsIn(module, id)) {
        if (sink !== undefined) ways.push({ steps: [step], sink, sinkCall: { module, node: step.call } });
        if (stepsLeft === 0) continue;
        for (const callee of functions) {
          if (callee.module === module && callee.function === id) continue;
          for (const way of waysFrom(callee.module, callee.function, stepsLeft - 1)) {
            // A function that calls itself adds no way of its own.
            if (!way.steps.some((next) => isStepOf(module, id, next))) ways.push({ ...way, steps: [step, ...way.steps] });
            if (ways.length >= MAX_WAYS) return ways;
          }
        }
        if (ways.length >= MAX_WAYS) return ways;
      }
      return ways;
    });
  }

  function urlAlong(way: WayToNetwork, start: Frame): UrlAtEnd | undefined {
    let frame = start;
    for (const step of way.steps.slice(0, -1)) {
      const owner = step.module.facts.owners[step.call] ?? 0;
      const at = ev.frames.at(frame, step.module, owner);
      const next = nextStep(way, step);
      const call = { module: step.module, node: step.call, frame: at };
      const callee = calleesOf(call).functions.find((one) => one.module === next?.module && isWithin(one.module, next.module.facts.owners[next.call] ?? 0, one.function));
      if (callee === undefined) return undefined;
      frame = ev.frames.make(callee.module, callee.function, callee.frame, { kind: "call", call, skip: 0 }, callee.self);
    }
    const { module, node } = way.sinkCall;
    const at = ev.frames.at(frame, module, module.facts.owners[node] ?? 0);
    return { frame: at, value: (bound) => way.sink.url({ module, node, frame: bound }) };
  }

  return {
    calleesOf,
    waysFrom,
    urlAlong,
    urlOf(way, start, callers) {
      const before = found.urls.get(way);
      if (before !== undefined) return before === "lost" ? undefined : before;
      const end = urlAlong(way, start);
      const made = end === undefined ? "lost" : { frame: end.frame, url: expand(ev, callers, end.frame, end.value) };
      found.urls.set(way, made);
      return made === "lost" ? undefined : made;
    },
  };
}

/**
 * Whether a callee is nothing but an import of a module that leads to no network call (a date library). Its code would be parsed for
 * nothing.
 */
function isInert(program: Reach, module: Module, callee: NodeId, hops = 0): boolean {
  const all = (ids: readonly NodeId[]): boolean => ids.length > 0 && hops < MAX_HOPS && ids.every((id) => isInert(program, module, id, hops + 1));
  const node = module.facts.nodes[callee];
  switch (node?.kind) {
    case "imported":
    case "module":
      return program.isInert(module, node.specifier);
    case "variable":
      return all(module.facts.bindings[node.binding]?.definitions ?? []);
    case "any":
      return all(node.of);
    default:
      return false;
  }
}

/** A callee's variables are followed this far to the import that they hold. */
const MAX_HOPS = 3;

function nextStep(way: WayToNetwork, step: Step): Step | undefined {
  return way.steps[way.steps.indexOf(step) + 1];
}

function isStepOf(module: Module, id: FunctionId, step: Step): boolean {
  return step.module === module && isWithin(module, module.facts.owners[step.call] ?? 0, id);
}

function keyOf(module: Module, id: FunctionId): string {
  return `${String(module.id)}:${String(id)}`;
}

function remember<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

function isWithin(module: Module, inner: FunctionId, outer: FunctionId): boolean {
  for (let at = inner; ; ) {
    if (at === outer) return true;
    const parent = module.facts.functions[at]?.parent ?? 0;
    if (parent === at) return false;
    at = parent;
  }
}

const within = new WeakMap<Module, ReadonlyMap<FunctionId, readonly FunctionId[]>>();

/** A function and the functions written in it. */
function functionsWithin(module: Module, id: FunctionId): readonly FunctionId[] {
  let children = within.get(module);
  if (children === undefined) {
    const map = new Map<FunctionId, FunctionId[]>();
    for (const fn of module.facts.functions) {
      if (fn.id === fn.parent) continue;
      const list = map.get(fn.parent);
      if (list === undefined) map.set(fn.parent, [fn.id]);
      else list.push(fn.id);
    }
    children = map;
    within.set(module, map);
  }
  const all = new Set([id]);
  // A set that grows while it is walked: each function brings those written in it.
  for (const one of all) for (const inner of children.get(one) ?? []) all.add(inner);
  return [...all];
}
