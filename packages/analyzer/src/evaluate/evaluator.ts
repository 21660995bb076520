import type { FunctionId, NodeId } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Place } from "../values/pattern.ts";
import type { Element, Thunk, Value } from "../values/value.ts";
import { NOTHING, union, unknown } from "../values/value.ts";
import { evaluateNode } from "./evaluate-node.ts";
import type { Frame, Frames } from "./frame.ts";
import { createFrames } from "./frame.ts";
import { heapOf } from "./heap.ts";
import type { Heap } from "./heap.ts";

/** What the evaluator must be told about the program around the modules that it looks at. */
export interface Host {
  /** The module, package or gap behind an import. */
  resolve(from: Module, specifier: string): Target;
  /** Values of a compile-time name (`process.env.X`), over all build modes. */
  define(name: string): readonly { readonly value: string; readonly place: Place | undefined }[] | undefined;
  /** All modules whose assignments count. */
  readonly modules: Iterable<Module>;
  /** The options that `App({…})` was called with (or App.vue exports). */
  appOptions(): Value;
  readonly platformObjects: ReadonlySet<string>;
}

export type Target =
  | { readonly kind: "module"; readonly module: Module }
  | { readonly kind: "data"; readonly value: unknown; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "missing"; readonly specifier: string };

/** Bounds: each makes the answer incomplete (an unknown beside the known members), never wrong. */
export const MAX_DEPTH = 160;
export const MAX_STEPS = 60_000;

/** Evaluates expressions by demand, each once per frame. */
export interface Evaluator {
  readonly host: Host;
  readonly frames: Frames;
  readonly heap: Heap;
  value(module: Module, node: NodeId, frame: Frame): Value;
  thunk(thunk: Thunk): Value;
  /** What a function returns when it works in `frame`. */
  results(frame: Frame): Value;
  /** Notes that the answer depends on what callers hand to an open function. */
  touch(module: Module, id: FunctionId): void;
  /** Whether the expression at hand was found to depend on itself. */
  inCycle(): boolean;
  /** Runs a question of its own budget; gives its answer and the open functions that it depends on. */
  ask<T>(question: () => T): { readonly answer: T; readonly open: ReadonlyMap<string, OpenFunction>; readonly exhausted: boolean };
  /** Evaluates `node` as if `subject` had only the member `element`. */
  suppose(subject: { module: Module; node: NodeId; frame: Frame }, element: Element, node: NodeId): Value;
}

export interface OpenFunction {
  readonly module: Module;
  readonly function: FunctionId;
}

interface Entry {
  value: Value | undefined;
  readonly level: number;
  open: ReadonlyMap<string, OpenFunction>;
}

/** Frame ids and node ids share a number: nodes of one module stay below this. */
const NODE_SPACE = 2 ** 22;

export function createEvaluator(host: Host): Evaluator {
  const frames = createFrames();
  let memo = new Map<number, Entry>();
  let level = 0;
  let steps = 0;
  let exhausted = false;
  /** The outermost level of the cycles met below the expression at hand. */
  let cycle = Number.POSITIVE_INFINITY;
  let open = new Map<string, OpenFunction>();
  let supposed: { key: number; element: Element } | undefined;

  function value(module: Module, node: NodeId, from: Frame): Value {
    const fact = module.facts.nodes[node];
    const owner = module.facts.owners[node];
    if (fact === undefined || owner === undefined) return NOTHING;
    const frame = frames.at(from, module, owner);
    const key = frame.id * NODE_SPACE + node;
    if (supposed?.key === key) return [supposed.element];
    const known = memo.get(key);
    if (known !== undefined) {
      if (known.value === undefined) {
        cycle = Math.min(cycle, known.level);
        return NOTHING;
      }
      for (const [name, one] of known.open) open.set(name, one);
      return known.value;
    }
    if (level > MAX_DEPTH) return [unknown("too-deep")];
    if (++steps > MAX_STEPS) {
      exhausted = true;
      return [unknown("budget")];
    }
    const entry: Entry = { value: undefined, level, open: NO_FUNCTIONS };
    memo.set(key, entry);
    const outerOpen = open;
    const outerCycle = cycle;
    open = new Map();
    cycle = Number.POSITIVE_INFINITY;
    level++;
    const result = evaluateNode(evaluator, module, fact, frame, node);
    level--;
    if (cycle < level || exhausted) memo.delete(key);
    else {
      entry.value = result;
      entry.open = open.size === 0 ? NO_FUNCTIONS : open;
    }
    cycle = Math.min(outerCycle, cycle < level ? cycle : Number.POSITIVE_INFINITY);
    for (const [name, one] of open) outerOpen.set(name, one);
    open = outerOpen;
    return result;
  }

  const evaluator: Evaluator = {
    host,
    frames,
    heap: heapOf(host),
    value,
    thunk: ({ module, node, frame }) => value(module, node, frame),
    results(frame) {
      const facts = frame.module.facts.functions[frame.function];
      if (facts === undefined) return NOTHING;
      const values = facts.results.map((result) => value(frame.module, result, frame));
      return union(values);
    },
    touch(module, id) {
      open.set(`${String(module.id)}:${String(id)}`, { module, function: id });
    },
    inCycle: () => cycle < level,
    ask(question) {
      const before = { open, steps, exhausted };
      open = new Map();
      steps = 0;
      exhausted = false;
      const answer = question();
      const result = { answer, open, exhausted };
      open = before.open;
      steps = before.steps;
      exhausted = before.exhausted;
      return result;
    },
    suppose(subject, element, node) {
      const owner = subject.module.facts.owners[subject.node];
      if (owner === undefined) return NOTHING;
      const frame = frames.at(subject.frame, subject.module, owner);
      const before = { memo, supposed };
      // What is found under a supposition holds only under it.
      memo = new Map();
      supposed = { key: frame.id * NODE_SPACE + subject.node, element };
      const result = value(subject.module, node, subject.frame);
      memo = before.memo;
      supposed = before.supposed;
      return result;
    },
  };
  return evaluator;
}

const NO_FUNCTIONS: ReadonlyMap<string, OpenFunction> = new Map();
