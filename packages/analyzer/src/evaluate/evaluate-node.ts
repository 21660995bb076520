import { BOUNDS, isOver } from "../bounds.ts";
import type { FunctionId, Node, NodeId } from "../facts/language.ts";
import { MODULE_FUNCTION } from "../facts/language.ts";
import { calledBack } from "../models/callbacks.ts";
import type { Module } from "../program/module.ts";
import { concatenate, holePattern, knownPrefix, knownText } from "../values/pattern.ts";
import type { Element, Value } from "../values/value.ts";
import {
  NOTHING,
  UNDEFINED,
  assigned,
  classElement,
  functionElement,
  list,
  literal,
  namespace,
  parameterElement,
  patternOf,
  primitive,
  string,
  union,
  unknown,
  without,
} from "../values/value.ts";
import { evaluateCall } from "./call.ts";
import { compare, typeOf } from "./compare.ts";
import { constantOf } from "./constants.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Frame } from "./frame.ts";
import { globalValue } from "./globals.ts";
import { importedValue, moduleValue } from "./modules.ts";
import { elementsOf, isArray, restOfArray } from "./arrays.ts";
import { getMember, keysOf } from "./member.ts";
import { argumentAt, argumentsFrom } from "./parameters.ts";
import { selfOf } from "./self.ts";
import { stateHandedIn } from "./store.ts";
import { truthOf } from "./truth.ts";
import type { Truth } from "./truth.ts";

/** Sets that are larger are not filtered by a guard: it would cost more than it tells. */
const MAX_REFINED = 64;

export function evaluateNode(ev: Evaluator, module: Module, node: Node, frame: Frame, id: NodeId): Value {
  const valueOf = (child: NodeId): Value => ev.value(module, child, frame);
  switch (node.kind) {
    case "text":
    case "primitive":
      return constantOf(module, id, node);
    case "regex":
      return [{ kind: "regex", key: `/${node.source}/${node.flags}`, source: node.source, flags: node.flags }];
    case "concat":
      return product(ev, module, node.parts, valueOf);
    case "choice": {
      const truth = outcomes(ev, module, node.test, frame);
      return union([truth.mayHold ? valueOf(node.yes) : NOTHING, truth.mayFail ? valueOf(node.no) : NOTHING]);
    }
    case "logic":
      return logic(node.operator, valueOf(node.left), () => valueOf(node.right));
    case "any":
      return union(node.of.map(valueOf));
    case "when": {
      const truth = outcomes(ev, module, node.test, frame);
      return (node.sense ? truth.mayHold : truth.mayFail) ? valueOf(node.of) : NOTHING;
    }
    case "refine": {
      const value = valueOf(node.of);
      if (value.length === 0 || value.length > MAX_REFINED) return value;
      return value.filter((element) => {
        if (element.kind === "unknown" || element.kind === "parameter") return true;
        const truth = truthOf(ev.suppose({ module, node: node.of, frame }, element, node.test));
        return node.sense ? truth.mayHold : truth.mayFail;
      });
    }
    case "variable":
      return variable(ev, module, node.binding, frame);
    case "captured":
      return valueOf(node.value);
    case "parameter":
      return parameter(ev, module, node, frame);
    case "default":
      return withDefault(valueOf(node.of), () => valueOf(node.value));
    case "global":
      return globalValue(ev, module, node.name);
    case "member":
      return getMember(ev, valueOf(node.of), keysOf(valueOf(node.key)), { file: module.path, offset: node.at });
    case "object":
    case "array":
      return [literal({ module, node: id, frame })];
    case "object-rest":
      return valueOf(node.of).map((element) => (isOpaque(element) ? element : without(element, node.without)));
    case "array-rest":
      return union(valueOf(node.of).map((element) => restOfArray(ev, element, node.from)));
    case "element":
      return union(valueOf(node.of).map((element) => elementsOf(ev, element)));
    case "assigned":
      return afterAssignment(ev, module, node, frame);
    case "function":
      return [functionElement(module, node.function, frame, undefined)];
    case "class":
      return [classElement(module, node.class, frame)];
    case "call":
      return evaluateCall(ev, { module, node: id, frame }, node);
    case "this":
      return selfOf(ev, ev.frames.at(frame, module, node.function));
    case "module":
      return moduleValue(ev, module, node.specifier, node.at);
    case "imported":
      return importedValue(ev, module, node.specifier, node.name, node.at);
    case "await":
      return valueOf(node.of);
    case "compare":
      return compare(node.operator, valueOf(node.left), valueOf(node.right));
    case "not": {
      const truth = truthOf(valueOf(node.of));
      return booleans(!truth.mayHold || truth.mayFail, truth.mayHold);
    }
    case "typeof":
      return typeOf(valueOf(node.of));
    case "in":
      return booleans(true, true);
    case "exports":
      return [namespace(module)];
    case "unknown":
      return [unknown(node.why, { file: module.path, offset: node.at })];
  }
}

/** How a test can come out on the path to it: not at all where earlier tests have left its subject no value. */
function outcomes(ev: Evaluator, module: Module, test: NodeId, frame: Frame): Truth {
  const value = ev.test(module, test, frame);
  const node = module.facts.nodes[test];
  return node?.kind === "compare" && isTaken(ev, module, node.left, frame) ? NEVER : truthOf(value);
}

const NEVER: Truth = { mayHold: false, mayFail: false };

/** Whether every value that a subject may have went another way (an earlier case of a `switch`). */
function isTaken(ev: Evaluator, module: Module, subject: NodeId, frame: Frame): boolean {
  const node = module.facts.nodes[subject];
  if (node?.kind !== "refine" || ev.value(module, subject, frame).length > 0 || ev.inCycle()) return false;
  return ev.value(module, node.of, frame).length > 0 || isTaken(ev, module, node.of, frame);
}

export function booleans(mayBeTrue: boolean, mayBeFalse: boolean): Value {
  const both: Element[] = [];
  if (mayBeTrue) both.push(primitive(true));
  if (mayBeFalse) both.push(primitive(false));
  return both;
}

/** What nothing can be taken from: it stays what it is. */
function isOpaque(element: Element): boolean {
  return element.kind === "unknown" || element.kind === "parameter" || element.kind === "string" || element.kind === "primitive";
}

function product(ev: Evaluator, module: Module, parts: readonly NodeId[], valueOf: (part: NodeId) => Value): Value {
  let rows: Value = [string([])];
  for (const [position, part] of parts.entries()) {
    const isTail = position > 0 && rows.every(decidesOrigin);
    let operand = isTail && !isWritten(module, part) ? ev.tail(() => valueOf(part)) : valueOf(part);
    if (isTail && rows.length * operand.length > BOUNDS.product.limit) operand = [unknown("too-many-values")];
    // A later operand that depends on itself (state that is copied into itself) leaves a hole; what stands before it is known.
    // What a guard has left no value (`if (this.text)` with a `text` that only the page's user sets) decides no origin either.
    if (operand.length === 0 && (isTail || (position > 0 && ev.inCycle()))) operand = [unknown("recursion")];
    // One operand without a value: nothing can be built on this path.
    if (operand.length === 0) return NOTHING;
    const next = new Map<string, Element>();
    for (const row of rows) {
      for (const element of operand) {
        const joined = string(concatenate([patternOf(row), patternOf(element)]));
        if (isOver("product", next.size + 1, module.path)) return [...next.values(), unknown("too-many-values")];
        if (!next.has(joined.key)) next.set(joined.key, joined);
      }
    }
    rows = [...next.values()];
  }
  return rows;
}

/** Whether a text tells its origin, whatever comes behind it: it holds the end of its host, or it is a path. */
function decidesOrigin(element: Element): boolean {
  return element.kind === "string" && /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#\\]+[/?#]|\/[^/])/i.test(knownPrefix(element.pattern));
}

/** Whether a part is known without evaluation. */
function isWritten(module: Module, part: NodeId): boolean {
  const kind = module.facts.nodes[part]?.kind;
  return kind === "text" || kind === "primitive";
}

function logic(operator: "||" | "&&" | "??", left: Value, right: () => Value): Value {
  const kept: Element[] = [];
  let goesOn = left.length === 0;
  for (const element of left) {
    const truth = truthOf([element]);
    if (operator === "??") {
      const isNullish = element.kind === "primitive" && (element.value === undefined || element.value === null);
      if (isNullish || element.kind === "unknown" || element.kind === "parameter") goesOn = true;
      if (!isNullish) kept.push(element);
    } else if (operator === "||") {
      if (truth.mayHold) kept.push(element);
      if (truth.mayFail) goesOn = true;
    } else {
      if (truth.mayFail) kept.push(element);
      if (truth.mayHold) goesOn = true;
    }
  }
  return goesOn ? union([kept, right()]) : kept;
}

/** Every definition; a placeholder (`let base = ""`) counts only where it is the only one. */
function variable(ev: Evaluator, module: Module, binding: number, frame: Frame): Value {
  const definitions = module.facts.bindings[binding]?.definitions ?? [];
  if (definitions.length === 0) return [unknown("unsupported-syntax")];
  const cut = new Set<NodeId>();
  const values = definitions.map((definition) => {
    const value = definitionValue(ev, module, definition, frame);
    if (value.length === 0 && ev.inCycle()) cut.add(definition);
    return value;
  });
  const found = dropPlaceholders(union(values));
  if (cut.size === 0) return found;
  // `url += part` in a loop: what it starts with is known, what is added is not. An object (`options = Object.assign(options, …)`) stays what it is.
  const grown = found.filter(isTextual).map((element) => string(concatenate([patternOf(element), holePattern({ cause: "recursion", at: undefined })])));
  return union([found, grown]);
}

/** A definition by another function (`let base; function init(b) { base = b }`) has the value that its callers give it. */
function definitionValue(ev: Evaluator, module: Module, definition: NodeId, frame: Frame): Value {
  const owner = module.facts.owners[definition] ?? 0;
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.function === owner && at.module === module) return ev.value(module, definition, at);
  }
  return ev.inEveryCall(ev.frames.at(frame, module, owner), (at) => ev.value(module, definition, at));
}

export function dropPlaceholders(value: Value): Value {
  const real = value.filter((element) => !isPlaceholder(element));
  return real.length === 0 ? value : real;
}

/** Whether text may be added to it. */
function isTextual({ kind }: Element): boolean {
  return kind === "string" || kind === "primitive" || kind === "unknown" || kind === "parameter";
}

function isPlaceholder(element: Element): boolean {
  if (element.kind === "primitive") return element.value === undefined || element.value === null;
  return element.kind === "string" && knownText(element.pattern) === "";
}

function parameter(ev: Evaluator, module: Module, node: Node & { kind: "parameter" }, frame: Frame): Value {
  const { function: id, index, rest } = node;
  const own = ev.frames.at(frame, module, id);
  const state = index === 0 ? stateHandedIn(ev, module, id, own) : undefined;
  if (state !== undefined) return state;
  if (own.arguments.kind === "open") {
    const element = index === 0 && !rest ? elementHandedIn(ev, module, id, own) : undefined;
    if (element !== undefined) return element;
    ev.touch(module, id);
    return [parameterElement(module, id, index, [])];
  }
  return rest ? [list(argumentsFrom(ev, own.arguments, index))] : argumentAt(ev, own.arguments, index);
}

/** What `list.forEach((element) => …)` hands in: no caller is to be looked for. */
export function elementHandedIn(ev: Evaluator, module: Module, id: FunctionId, frame: Frame): Value | undefined {
  const role = module.facts.callbacks.get(id);
  const call = role?.path.length === 0 ? module.facts.nodes[role.call] : undefined;
  const callee = call?.kind === "call" ? module.facts.nodes[call.callee] : undefined;
  const key = callee?.kind === "member" ? module.facts.nodes[callee.key] : undefined;
  if (role === undefined || call?.kind !== "call" || callee?.kind !== "member" || key?.kind !== "text" || calledBack(key.value) !== "elements") return undefined;
  // A function that is written elsewhere may have other callers.
  const written = module.facts.functions[id];
  if (written === undefined || written.start < call.start || written.end > call.end) return undefined;
  const at = ev.frames.at(frame.parent ?? frame, module, module.facts.owners[role.call] ?? MODULE_FUNCTION);
  const receivers = ev.value(module, callee.of, at);
  // An object of the program may have a method of that name.
  const isIterable = receivers.every((one) => isArray(one) || one.kind === "assigned" || one.kind === "unknown" || one.kind === "parameter");
  return isIterable && receivers.length > 0 ? union(receivers.map((one) => elementsOf(ev, one))) : undefined;
}

function withDefault(value: Value, fallback: () => Value): Value {
  const kept = value.filter((element) => element.key !== UNDEFINED.key);
  const mayBeMissing = kept.length < value.length || value.some((element) => element.kind === "unknown" || element.kind === "parameter");
  return mayBeMissing ? union([kept, fallback()]) : value;
}

function afterAssignment(ev: Evaluator, module: Module, node: Node & { kind: "assigned" }, frame: Frame): Value {
  const keys = keysOf(ev.value(module, node.key, frame));
  const property = keys.known.length === 1 && !keys.unknown ? (keys.known[0] ?? null) : null;
  const value = { module, node: node.value, frame };
  // What hundreds of assignments stand before is looked at from afar first: each would else be evaluated within the next.
  const before = assignmentsBefore(module, node, STRIDE);
  if (before !== undefined) ev.value(module, before, frame);
  return ev.value(module, node.of, frame).map((base) => (base.kind === "string" || base.kind === "primitive" ? base : assigned(base, property, value)));
}

/** So many assignments in a row are evaluated within each other. */
const STRIDE = 40;

/** An object as it is `count` assignments before one; undefined if it has not so many. */
function assignmentsBefore(module: Module, node: Node & { kind: "assigned" }, count: number): NodeId | undefined {
  let id = node.of;
  for (let nth = 1; nth < count; nth++) {
    const before = module.facts.nodes[id];
    if (before?.kind !== "assigned") return undefined;
    id = before.of;
  }
  return id;
}
