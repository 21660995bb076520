import { isOver } from "../bounds.ts";
import type { Call, NodeId } from "../facts/language.ts";
import { builtinCalls } from "../models/builtin-calls.ts";
import { isMap, mapMethod } from "../models/collections.ts";
import type { ClientModel } from "../models/clients.ts";
import { clientOf, copiedClient, memberNames } from "../models/clients.ts";
import { isNetworkName, networkCallOf } from "../models/network-calls.ts";
import { resultOfCall } from "../models/platform-results.ts";
import type { Module } from "../program/module.ts";
import type { Place } from "../values/pattern.ts";
import type { Element, ElementOf, Thunk, Value } from "../values/value.ts";
import { UNDEFINED, client, functionElement, instance, union, unknown, withoutAssignments } from "../values/value.ts";
import { arrayMethod } from "./array-methods.ts";
import { ARRAYS, isArray, itemsOf } from "./arrays.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Arguments } from "./frame.ts";
import { keysOf, memberOf } from "./member.ts";
import { argumentAt } from "./parameters.ts";
import { regexMethod, stringMethod } from "./strings.ts";

/** Calls within calls are followed this far; real programs need seven. */

/** The arguments of a call as models see them. */
export interface CallArguments {
  at(index: number): Value;
  readonly count: number;
  readonly place: Place | undefined;
  readonly call: Thunk | undefined;
}

export function evaluateCall(ev: Evaluator, call: Thunk, node: Call): Value {
  const callee = call.module.facts.nodes[node.callee];
  if (node.isNew) return construct(ev, call, node);
  if (callee?.kind !== "member") {
    return union(ev.value(call.module, node.callee, call.frame).map((element) => invoke(ev, element, call, [])));
  }
  const receivers = ev.value(call.module, callee.of, call.frame);
  const keys = keysOf(ev.value(call.module, callee.key, call.frame));
  const args = argumentsOf(ev, call, node);
  const results: Value[] = [];
  for (const receiver of receivers) {
    for (const key of keys.known) results.push(callMember(ev, receiver, key, call, args));
    if (keys.unknown) {
      const methods = ev.value(call.module, node.callee, call.frame);
      results.push(union(methods.map((element) => invoke(ev, element, call, []))));
    }
  }
  return union(results);
}

function argumentsOf(ev: Evaluator, call: Thunk, node: Call): CallArguments {
  const source: Arguments = { kind: "call", call, skip: 0 };
  return {
    at: (index) => argumentAt(ev, source, index),
    count: node.arguments.length,
    place: { file: call.module.path, offset: node.start },
    call,
  };
}

const PROMISE_METHODS: ReadonlySet<string> = new Set(["then", "catch", "finally"]);

function callMember(ev: Evaluator, receiver: Element, key: string, call: Thunk, args: CallArguments): Value {
  if (PROMISE_METHODS.has(key) && receiver.kind !== "builtin") return promiseMethod(ev, receiver, key, args);
  switch (receiver.kind) {
    case "string":
    case "primitive":
      return stringMethod(ev, receiver, key, args);
    case "regex":
      return regexMethod(receiver, key, args);
    case "builtin": {
      if (key === "bind") return [receiver];
      const lent = lentMethod(ev, receiver.path, key, args);
      if (lent !== undefined) return lent;
      break;
    }
    case "assigned":
    case "function":
    case "client-method": {
      const forwarded = functionMethod(ev, receiver, key, call, args);
      if (forwarded !== undefined) return forwarded;
      break;
    }
    case "unknown":
    case "parameter": {
      const text = stringMethod(ev, receiver, key, args);
      if (receiver.kind === "unknown") {
        const promised = promisedCall(ev, call);
        return promised === undefined ? text : [promised];
      }
      // It may be an object with a method of that name: what callers hand in decides.
      memberOf(ev, receiver, key, args.place);
      return text;
    }
    default:
  }
  const ofMap = isMap(receiver) ? mapMethod(ev, receiver, key, args) : undefined;
  if (ofMap !== undefined) return ofMap;
  if (isArray(receiver)) {
    const found = arrayMethod(ev, receiver, key, args);
    if (found !== undefined) return found;
  }
  const methods = memberOf(ev, receiver, key, args.place);
  return union(methods.map((method) => invoke(ev, method, call, [])));
}

/** Promises are looked through: `then` hands on what the receiver is. */
function promiseMethod(ev: Evaluator, receiver: Element, key: string, args: CallArguments): Value {
  if (key !== "then") return [receiver];
  const handlers = args.at(0).filter((element) => element.kind === "function");
  if (handlers.length === 0) return [receiver];
  return union(handlers.map((handler) => invoke(ev, handler, undefined, [[receiver]])));
}

function functionMethod(ev: Evaluator, owner: Element, key: string, call: Thunk, args: CallArguments): Value | undefined {
  const receiver = withoutAssignments(owner);
  if (receiver.kind !== "function") return undefined;
  const self = args.at(0)[0];
  const bound = boundTo(receiver, self);
  if (key === "bind") return [bound];
  if (key === "call") return runFunction(ev, bound, { kind: "call", call, skip: 1 });
  if (key !== "apply") return undefined;
  const [only] = args.at(1);
  const items = only === undefined ? undefined : itemsOf(ev, only);
  return runFunction(ev, bound, { kind: "values", values: items ?? [[unknown("parameter")]] });
}

/** `Array.prototype.slice.call(arguments, 1)`: an array's method that is lent to another list. */
function lentMethod(ev: Evaluator, path: string, key: string, args: CallArguments): Value | undefined {
  if (key !== "call" || !path.startsWith(ARRAYS)) return undefined;
  const handedOn = { ...args, count: args.count - 1, at: (index: number) => args.at(index + 1) };
  return union(args.at(0).map((list): Value => arrayMethod(ev, list, path.slice(ARRAYS.length), handedOn) ?? [unknown("string-operation", args.place)]));
}

function boundTo(receiver: ElementOf<"function">, self: Element | undefined): ElementOf<"function"> {
  return functionElement(receiver.module, receiver.function, receiver.frame, self ?? receiver.self);
}

/** Calls an element. Without `call` the arguments are `values`. */
export function invoke(ev: Evaluator, callee: Element, call: Thunk | undefined, values: readonly Value[]): Value {
  const place = call === undefined ? undefined : placeOf(call);
  const element = withoutAssignments(callee);
  switch (element.kind) {
    case "function":
      return runFunction(ev, element, call === undefined ? { kind: "values", values } : { kind: "call", call, skip: 0 });
    case "builtin": {
      const node = call?.module.facts.nodes[call.node];
      const args =
        call !== undefined && node?.kind === "call"
          ? argumentsOf(ev, call, node)
          : { at: (index: number) => values[index] ?? [UNDEFINED], count: values.length, place, call };
      const promised = call === undefined ? undefined : promisedCall(ev, call);
      if (promised !== undefined) return [promised];
      const model = call === undefined ? undefined : clientOf(element.path);
      if (model?.made === "call" && call !== undefined) return [client(model.name, args.at(0), call)];
      return builtinCalls(ev, element.path, args) ?? resultOfCall(element.path, place) ?? [unknown("platform-result", place, element.path)];
    }
    case "component":
      // `useStore()`: a store's definition gives the store.
      return [element];
    case "client":
    case "client-method":
      return [unknown("server-response", place)];
    case "parameter":
      ev.touch(element.module, element.function);
      return [unknown("call-of-unknown", place)];
    case "unknown":
      return [(call === undefined ? undefined : promisedCall(ev, call)) ?? element];
    default:
      return [unknown("call-of-unknown", place)];
  }
}

/**
 * `promisify(wx.request)`, where nobody can see into `promisify`: what it gives calls that network function. Its key tells it from the
 * function itself.
 */
function promisedCall(ev: Evaluator, call: Thunk): Element | undefined {
  const { nodes } = call.module.facts;
  const node = nodes[call.node];
  const argument = node?.kind === "call" && node.arguments.length > 0 ? node.arguments[0] : undefined;
  const member = argument === undefined || argument.spread ? undefined : nodes[argument.value];
  const key = member?.kind === "member" ? nodes[member.key] : undefined;
  if (argument === undefined || key?.kind !== "text" || !isNetworkName(key.value)) return undefined;
  const [given] = ev.value(call.module, argument.value, call.frame);
  if (given?.kind !== "builtin" || networkCallOf(given.path, ev.host.platformObjects) === undefined) return undefined;
  return { ...given, key: promisedKey(call.module, call.node) };
}

export function promisedKey(module: Module, call: NodeId): string {
  return `bpromised ${String(module.id)}:${String(call)}`;
}

function runFunction(ev: Evaluator, element: ElementOf<"function">, args: Arguments): Value {
  const frame = ev.frames.make(element.module, element.function, element.frame, args, element.self);
  if (isOver("call-depth", frame.depth, element.module.path)) return [unknown("too-deep")];
  return ev.results(frame);
}

function placeOf(call: Thunk): Place {
  const node = call.module.facts.nodes[call.node];
  return { file: call.module.path, offset: node?.kind === "call" ? node.start : 0 };
}

function construct(ev: Evaluator, call: Thunk, node: Call): Value {
  const args = argumentsOf(ev, call, node);
  return union(
    ev.value(call.module, node.callee, call.frame).map(withoutAssignments).map((element): Value => {
      switch (element.kind) {
        case "class": {
          const copied = copyOf(element);
          return [copied === undefined ? instance(element, call) : client(copied.name, args.at(0), call)];
        }
        case "builtin": {
          if (element.path === "Promise") return promiseResult(ev, args);
          const model = clientOf(element.path);
          if (model !== undefined) return [client(model.name, args.at(0), call)];
          return builtinCalls(ev, `new ${element.path}`, args) ?? [unknown("platform-result", args.place, element.path)];
        }
        case "unknown":
          return [element];
        default:
          return [unknown("call-of-unknown", args.place)];
      }
    }),
  );
}

const copies = new WeakMap<Module, Map<number, ClientModel | undefined>>();

/** The HTTP client that a class of the program is a copy of. */
function copyOf({ module, class: id }: ElementOf<"class">): ClientModel | undefined {
  let ofModule = copies.get(module);
  if (ofModule === undefined) copies.set(module, (ofModule = new Map<number, ClientModel | undefined>()));
  if (ofModule.has(id)) return ofModule.get(id);
  const facts = module.facts.classes[id];
  const found = facts === undefined ? undefined : copiedClient(memberNames(facts), module.facts.specifiers);
  ofModule.set(id, found);
  return found;
}

/** What `resolve` is called with in `new Promise((resolve) => …)`. */
function promiseResult(ev: Evaluator, args: CallArguments): Value {
  const executors = args.at(0).filter((element) => element.kind === "function");
  return union(
    executors.map((executor) => {
      const frame = ev.frames.make(executor.module, executor.function, executor.frame, { kind: "values", values: [] }, executor.self);
      const calls = parameterCalls(executor.module).get(`${String(executor.function)}:0`) ?? [];
      const values = calls.map((one): Value => {
        const call = executor.module.facts.nodes[one];
        const argument = call?.kind === "call" ? call.arguments[0] : undefined;
        return argument === undefined ? [UNDEFINED] : ev.value(executor.module, argument.value, frame);
      });
      // Resolved elsewhere (handed on as `success: resolve`): the platform decides.
      return values.length > 0 ? union(values) : [unknown("platform-result", args.place)];
    }),
  );
}

const calledParameters = new WeakMap<Module, ReadonlyMap<string, readonly NodeId[]>>();

/** By `function:parameter`: the calls whose callee is that parameter. */
export function parameterCalls(module: Module): ReadonlyMap<string, readonly NodeId[]> {
  const known = calledParameters.get(module);
  if (known !== undefined) return known;
  const found = new Map<string, NodeId[]>();
  for (const fn of module.facts.functions) {
    for (const call of fn.calls) {
      const node = module.facts.nodes[call];
      if (node?.kind !== "call") continue;
      const root = parameterBehind(module, node.callee);
      if (root === undefined) continue;
      const list = found.get(root);
      if (list === undefined) found.set(root, [call]);
      else list.push(call);
    }
  }
  calledParameters.set(module, found);
  return found;
}

function parameterBehind(module: Module, node: NodeId): string | undefined {
  let at: NodeId = node;
  for (let hops = 0; hops < 8; hops++) {
    const fact = module.facts.nodes[at];
    if (fact?.kind === "parameter") return `${String(fact.function)}:${String(fact.index)}`;
    if (fact?.kind === "refine" || fact?.kind === "default" || fact?.kind === "when") at = fact.of;
    else if (fact?.kind === "any" && fact.of.length === 1 && fact.of[0] !== undefined) [at] = [fact.of[0]];
    else if (fact?.kind === "logic") at = fact.left;
    else return undefined;
  }
  return undefined;
}

