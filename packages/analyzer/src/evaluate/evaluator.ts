import { BOUNDS, SITE_STEPS, TAIL_STEPS, TEST_STEPS, hit, isOver } from "../bounds.ts";
import type { FunctionId, NodeId } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Element, Thunk, Value } from "../values/value.ts";
import { NOTHING, union, unknown } from "../values/value.ts";
import type { Callers } from "../program/callers.ts";
import { expand } from "../program/expand.ts";
import { evaluateNode } from "./evaluate-node.ts";
import type { Frame, Frames } from "./frame.ts";
import { createFrames } from "./frame.ts";
import { constantOf } from "./constants.ts";
import { heapOf } from "./heap.ts";
import type { Heap } from "./heap.ts";
import type { Host } from "./host.ts";
import { emptyMemo, entriesOf, NO_FUNCTIONS } from "./memo.ts";
import type { Entry, Memo, OpenFunction, OpenFunctions, Supposition } from "./memo.ts";
import type { ModuleIndex } from "./module-index.ts";

/** Questions about callers within questions about callers. */
const MAX_NESTED = 2;
const NESTED_BOUNDS = { levels: 3, leaves: 40 };

/** Evaluates expressions by demand, each once per frame. */
export interface Evaluator {
  readonly host: Host;
  readonly frames: Frames;
  readonly heap: Heap;
  /** The indexes over all modules that answers so far depend on. */
  readonly asked: Set<Pick<ModuleIndex<unknown>, "addsFrom">>;
  /** Another one when the callers become known: what was found without them is forgotten. */
  readonly era: object;
  /** Expressions that were evaluated so far. */
  readonly worked: number;
  /** The stack's end was met, and what was being looked up then was given up: later answers may lack it. */
  readonly wasInterrupted: boolean;
  value(module: Module, node: NodeId, frame: Frame): Value;
  thunk(thunk: Thunk): Value;
  /** The value of a test. One that takes many steps excludes nothing: an answer may be wider for it, never wrong. */
  test(module: Module, node: NodeId, frame: Frame): Value;
  /** What stands behind the part of a text that decides its origin: a hole if it takes more than a few steps. */
  tail(question: () => Value): Value;
  /** What a function returns when it works in `frame`. */
  results(frame: Frame): Value;
  /** Notes that the answer depends on what callers hand to an open function. */
  touch(module: Module, id: FunctionId): void;
  /** Members being read through spreads: an object that is spread into itself adds nothing. */
  readonly spreading: Set<string>;
  /** Counts a step of work that is no expression's; false when the question's budget is used up. */
  spend(): boolean;
  /** Whether the expression at hand was found to depend on itself. */
  inCycle(): boolean;
  /** Runs a question of its own budget; gives its answer and the open functions that it depends on. */
  ask(question: () => Value, limit: number): Answer;
  /**
   * Finds what is kept for all who ask later: its cost is not the present question's, and it holds whatever is supposed or being evaluated
   * just now. Undefined if the stack ends. Whoever asks guards against being asked for the same within it.
   */
  forAll<T>(find: () => T, limit: number): T | undefined;
  /**
   * Answers a question about a function in every way in which it is called, where the callers are known; while they are
   * not, its parameters stay symbolic.
   */
  inEveryCall(frame: Frame, question: (frame: Frame) => Value): Value;
  /** Makes the callers known; what was found without them is forgotten. */
  know(callers: Callers): void;
  /** Evaluates `node` as if `subject` had only the member `element`. */
  suppose(subject: { module: Module; node: NodeId; frame: Frame }, element: Element, node: NodeId): Value;
}

export interface Answer {
  readonly answer: Value;
  readonly open: ReadonlyMap<string, OpenFunction>;
  /** The budget was used up: the answer says so beside what it knows. */
  readonly exhausted: boolean;
}

export function createEvaluator(host: Host): Evaluator {
  const frames = createFrames();
  let memo = emptyMemo();
  /** What holds whatever is supposed. */
  let plain = memo;
  let level = 0;
  let steps = 0;
  let budget = Number.POSITIVE_INFINITY;
  let exhausted = false;
  /** The outermost level of the cycles met below the expression at hand. */
  let cycle = Number.POSITIVE_INFINITY;
  /** Open functions that the expression at hand depends on; made when there is one. */
  let open: Map<string, OpenFunction> | undefined;
  let callers: Callers | undefined;
  let expanding = 0;
  /** Above zero while a question is answered whose bound takes nothing from the answer. */
  let aside = 0;
  /** The file whose expression was asked for last. */
  let file = "";
  let era = {};
  let worked = 0;
  let interruptions = 0;
  let supposed: Supposition | undefined;
  /** How often somebody has looked at what is supposed. */
  let looks = 0;
  /** By the expression that is supposed something of. */
  let free = new Map<string, Memo>();

  function openNow(): OpenFunctions {
    return open ?? NO_FUNCTIONS;
  }

  function addOpen(functions: OpenFunctions): void {
    if (functions.size === 0) return;
    open ??= new Map();
    for (const [name, one] of functions) open.set(name, one);
  }

  function value(module: Module, node: NodeId, from: Frame): Value {
    // Nothing is evaluated without a budget: who asks for a value outside of a question has one made of it.
    if (budget === Number.POSITIVE_INFINITY) {
      const { answer, open: needed } = evaluator.ask(() => value(module, node, from), SITE_STEPS);
      addOpen(needed);
      return answer;
    }
    const fact = module.facts.nodes[node];
    const owner = module.facts.owners[node];
    if (fact === undefined || owner === undefined) return NOTHING;
    if (fact.kind === "text" || fact.kind === "primitive") return constantOf(module, node, fact);
    const frame = frames.at(from, module, owner);
    if (supposed?.node === node && supposed.frame === frame.id) {
      looks++;
      return [supposed.element];
    }
    const before = supposed?.free.get(frame.id)?.get(node);
    if (before?.value !== undefined) {
      addOpen(before.open);
      return before.value;
    }
    const ofFrame = entriesOf(memo, frame);
    const known = ofFrame.get(node);
    if (known !== undefined) {
      looks++;
      if (known.value === undefined) {
        cycle = Math.min(cycle, known.level);
        return NOTHING;
      }
      addOpen(known.open);
      return known.value;
    }
    if (isOver("expression-depth", level, module.path)) return [unknown("too-deep")];
    if (++steps > budget) {
      exhausted = true;
      if (aside === 0) hit("steps", module.path);
      return [unknown("budget")];
    }
    file = module.path;
    worked++;
    const entry: Entry = { value: undefined, level, open: NO_FUNCTIONS };
    ofFrame.set(node, entry);
    const outerOpen = open;
    const outerCycle = cycle;
    const looksBefore = looks;
    open = undefined;
    cycle = Number.POSITIVE_INFINITY;
    level++;
    const result = evaluateNode(evaluator, module, fact, frame, node);
    if (result.length > BOUNDS.members.limit) hit("members", module.path);
    level--;
    if (cycle < level || exhausted) ofFrame.delete(node);
    else {
      entry.value = result;
      entry.open = openNow();
      if (supposed !== undefined && looks === looksBefore) {
        ofFrame.delete(node);
        entriesOf(supposed.free, frame).set(node, entry);
      }
    }
    cycle = Math.min(outerCycle, cycle < level ? cycle : Number.POSITIVE_INFINITY);
    const inner = openNow();
    open = outerOpen;
    addOpen(inner);
    return result;
  }

  function begin(limit: number): void {
    open = undefined;
    steps = 0;
    exhausted = false;
    budget = limit;
  }

  /** The stack is the last bound: whatever the others let through ends here, with undefined. */
  function untilStackEnds<T>(question: () => T): { readonly value: T } | undefined {
    const outerLevel = level;
    try {
      return { value: question() };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      hit("stack", file);
      interruptions++;
      level = outerLevel;
      evaluator.heap.interrupted();
      evaluator.spreading.clear();
      return undefined;
    }
  }

  const evaluator: Evaluator = {
    host,
    frames,
    heap: heapOf(host),
    asked: new Set(),
    get era() {
      return era;
    },
    get worked() {
      return worked;
    },
    get wasInterrupted() {
      return interruptions > 0;
    },
    spreading: new Set(),
    value,
    thunk: ({ module, node, frame }) => value(module, node, frame),
    test(module, node, frame) {
      aside++;
      const { answer, open: needed } = evaluator.ask(() => value(module, node, frame), TEST_STEPS);
      aside--;
      addOpen(needed);
      return answer;
    },
    tail(question) {
      aside++;
      const { answer, open: needed, exhausted: isCut } = evaluator.ask(question, TAIL_STEPS);
      aside--;
      if (isCut || answer.some((element) => element.kind === "unknown" && element.cause === "too-deep")) return [unknown("budget")];
      addOpen(needed);
      return answer;
    },
    results(frame) {
      const facts = frame.module.facts.functions[frame.function];
      if (facts === undefined) return NOTHING;
      const values = facts.results.map((result) => value(frame.module, result, frame));
      return union(values);
    },
    touch(module, id) {
      open ??= new Map();
      open.set(`${String(module.id)}:${String(id)}`, { module, function: id });
    },
    spend() {
      if (++steps <= budget) return true;
      exhausted = true;
      if (aside === 0) hit("steps", file);
      return false;
    },
    inCycle: () => cycle < level,
    inEveryCall(frame, question) {
      if (callers === undefined || expanding >= MAX_NESTED) return question(frame);
      expanding++;
      const value = expand(evaluator, callers, frame, question, NESTED_BOUNDS);
      expanding--;
      return value;
    },
    know(known) {
      callers = known;
      memo = plain = emptyMemo();
      free = new Map();
      era = {};
      evaluator.heap.forget();
    },
    ask(question, limit) {
      const before = { open, steps, budget, exhausted };
      const outer = { cycle, supposed };
      // A question within a question spends from the outer one's budget.
      begin(Math.min(limit, (budget - steps) / 2));
      const found = untilStackEnds(question);
      if (found === undefined) {
        ({ cycle, supposed } = outer);
        // What was under way is in it for good.
        memo = emptyMemo();
        if (supposed === undefined) plain = memo;
      }
      const result = { answer: found?.value ?? [unknown("too-deep")], open: openNow(), exhausted };
      const spent = steps;
      ({ open, steps, budget, exhausted } = before);
      if (Number.isFinite(budget)) steps += spent;
      return result;
    },
    forAll(find, limit) {
      const before = { open, steps, budget, exhausted };
      const outer = { cycle, supposed, looks };
      const holding = { memo, plain, interruptions };
      const findNow = () => {
        begin(limit);
        cycle = Number.POSITIVE_INFINITY;
        return untilStackEnds(find);
      };
      memo = plain;
      supposed = undefined;
      let found = findNow();
      if (cycle < level) {
        // It came back to what is being evaluated just now, and lacks that.
        memo = plain = emptyMemo();
        found = findNow();
      }
      ({ cycle, supposed, looks } = outer);
      ({ open, steps, budget, exhausted } = before);
      if (found !== undefined && interruptions === holding.interruptions) ({ memo, plain } = holding);
      else {
        plain = emptyMemo();
        memo = supposed === undefined ? plain : emptyMemo();
      }
      return found?.value;
    },
    suppose(subject, element, node) {
      const owner = subject.module.facts.owners[subject.node];
      if (owner === undefined) return NOTHING;
      const frame = frames.at(subject.frame, subject.module, owner);
      const before = { memo, supposed, looks };
      const key = `${String(frame.id)}:${String(subject.node)}`;
      let ofSubject = free.get(key);
      if (ofSubject === undefined) free.set(key, (ofSubject = emptyMemo()));
      // What is found under a supposition and has looked at it holds only under it.
      memo = new Map();
      supposed = { frame: frame.id, node: subject.node, element, free: ofSubject };
      const result = value(subject.module, node, subject.frame);
      ({ memo, supposed, looks } = before);
      return result;
    },
  };
  return evaluator;
}
