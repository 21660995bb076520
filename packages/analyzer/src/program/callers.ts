import type { FunctionId, NodeId } from "../facts/language.ts";
import { elementsOf } from "../evaluate/arrays.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { CALLEE_STEPS } from "../bounds.ts";
import type { Arguments, Frame } from "../evaluate/frame.ts";
import { keysOf } from "../evaluate/member.ts";
import { argumentAt } from "../evaluate/parameters.ts";
import { isComponent } from "../evaluate/self.ts";
import { storeFunctionName } from "../evaluate/store.ts";
import { calledBack, causeOfCallback, eventHandedTo, isOpenedWith } from "../models/callbacks.ts";
import { isComponentDefiner } from "../models/components.ts";
import { committedPath } from "../models/stores.ts";
import type { Element, ElementOf, FunctionElement, Thunk, Value } from "../values/value.ts";
import { callable, functionElement, instance, union, unknown } from "../values/value.ts";
import { callableNames } from "./callable-names.ts";
import { argumentsOf, forwardedCallee } from "./forwarding.ts";
import type { Forwarding, FunctionCall } from "./forwarding.ts";
import { isOpenCall } from "./open-calls.ts";
import { ownNames, pendingCalls } from "./pending-calls.ts";
import type { PendingCall } from "./pending-calls.ts";
import type { Module } from "./module.ts";

/** One way in which a function is called. */
export interface Caller {
  /** The closure that is called: its frame and `this` are those of this caller. */
  readonly callee: FunctionElement | undefined;
  readonly arguments: Arguments;
}

/** A call of something that is no function of the program. */
export interface OutsideCall {
  readonly call: FunctionCall;
  readonly callee: ElementOf<"builtin"> | ElementOf<"client-method"> | ElementOf<"client"> | ElementOf<"unknown">;
}

/** Who calls a function. */
export interface Callers {
  callersOf(module: Module, id: FunctionId): readonly Caller[];
  /** Whether all callers are known: a whole program, not one file of it. */
  readonly isWhole: boolean;
  /** Whether nothing in the program can call a function: no call that could not be resolved has its name either. */
  isUncalled(module: Module, id: FunctionId): boolean;
  /** Whether nobody imports a module that is no page, no component and no entry. */
  isDead(module: Module): boolean;
}

/** Who calls what, by binding: every call's callee is evaluated once, in the open frame of the function around it. */
export interface CallIndex extends Callers {
  readonly outside: readonly OutsideCall[];
  /** Calls that are the platform's if callers say so. */
  readonly openCalls: readonly FunctionCall[];
  /** Calls whose callee is what function `id` was handed as a parameter, or a member of it. */
  callsOfParameter(module: Module, id: FunctionId, index: number, path: readonly string[]): readonly FunctionCall[];
}

const functionKey = (module: Module, id: FunctionId): string => `${String(module.id)}:${String(id)}`;

export function indexCalls(ev: Evaluator, modules: readonly Module[]): CallIndex {
  const names = callableNames(modules);
  const callers = new Map<string, Caller[]>();
  const ofParameters = new Map<string, FunctionCall[]>();
  const outside: OutsideCall[] = [];
  const openCalls: FunctionCall[] = [];

  function note<T>(map: Map<string, T[]>, key: string, item: T): void {
    const list = map.get(key);
    if (list === undefined) map.set(key, [item]);
    else list.push(item);
  }

  function noteCallee(element: Element, call: FunctionCall): void {
    const skip = call.forwarding === "call" ? 1 : 0;
    switch (element.kind) {
      case "function":
        note(callers, functionKey(element.module, element.function), { callee: element, arguments: { kind: "call", call, skip } });
        break;
      case "class": {
        const constructor = element.module.facts.classes[element.class]?.constructorFunction;
        if (constructor === undefined) break;
        const callee = functionElement(element.module, constructor, element.frame, instance(element, call));
        note(callers, functionKey(element.module, constructor), { callee, arguments: { kind: "call", call, skip } });
        break;
      }
      case "builtin":
      case "client":
      case "client-method":
      case "unknown":
        outside.push({ call, callee: element });
        break;
      case "parameter":
        note(ofParameters, `${functionKey(element.module, element.function)}:${String(element.index)}.${element.path.join(".")}`, call);
        break;
      default:
    }
  }

  function evaluateCallee({ module, node }: PendingCall): void {
    const call = module.facts.nodes[node];
    if (call?.kind !== "call") return;
    const frame = ev.frames.open(module, module.facts.owners[node] ?? 0);
    const written = writtenFunction(module, call.callee);
    if (written !== undefined) {
      const home = ev.frames.at(frame, module, module.facts.functions[written]?.parent ?? 0);
      noteCallee(functionElement(module, written, home, undefined), { module, node, frame });
      return;
    }
    const forwarded = forwardedCallee(module, call.callee);
    // What has a `call` that is not the language's is an object of the program.
    const isNoted = forwarded !== undefined && noteAnswer(forwarded.callee, { module, node, frame, forwarding: forwarded.forwarding }, (element) => isForwarded(element, forwarded.forwarding));
    if (!isNoted) noteAnswer(call.callee, { module, node, frame }, () => true);
  }

  /** Notes what a callee is, as far as it is `called`; false if it is nothing of that kind. */
  function noteAnswer(callee: NodeId, call: FunctionCall, called: (element: Element) => boolean): boolean {
    const { answer, open } = ev.ask(() => ev.value(call.module, callee, call.frame), CALLEE_STEPS);
    const isOpen = open.size > 0 && isOpenCall(ev, call, callee, answer);
    if (isOpen) openCalls.push(call);
    const noted = answer.map(callable).filter((element) => called(element) && !(isOpen && (element.kind === "builtin" || element.kind === "client-method")));
    for (const element of noted) noteCallee(element, call);
    return isOpen || noted.length > 0;
  }

  /** A function that is handed to a method of the language by its name (`list.forEach(send)`). */
  function noteCallback({ module, node }: PendingCall): void {
    const call = module.facts.nodes[node];
    const [argument] = call?.kind === "call" ? call.arguments : [];
    if (call?.kind !== "call" || argument === undefined) return;
    const frame = ev.frames.open(module, module.facts.owners[node] ?? 0);
    const { answer } = ev.ask(() => ev.value(module, argument.value, frame), CALLEE_STEPS);
    for (const element of answer.map(callable)) {
      if (element.kind !== "function") continue;
      const values = handedIn(ev, { module, node, frame }, element, []);
      note(callers, functionKey(element.module, element.function), { callee: element, arguments: { kind: "values", values } });
    }
  }

  for (const call of namedCallbacks(modules)) noteCallback(call);

  /** Calls by the method's name that nobody has asked about yet. */
  const pending = pendingCalls(modules, names, evaluateCallee);

  function settle(name: string): void {
    const calls = pending.get(name);
    if (calls === undefined) return;
    pending.delete(name);
    for (const call of calls) evaluateCallee(call);
  }

  const callbackMemo = new Map<string, readonly Caller[]>();

  function callsOfParameter(module: Module, id: FunctionId, index: number, path: readonly string[]): readonly FunctionCall[] {
    const last = path.at(-1);
    if (last !== undefined) settle(last);
    return ofParameters.get(`${functionKey(module, id)}:${String(index)}.${path.join(".")}`) ?? [];
  }

  const imported = new Set<Module>();
  const isVue = modules.some(({ path }) => path.endsWith(".vue"));
  let hasImports = false;
  let unresolved = { seen: -1, names: unresolvedNames([]) };

  return {
    isWhole: true,
    isDead(module) {
      // Only where pages have a form of their own can a module be told to be none.
      if (!isVue) return false;
      if (!hasImports) for (const one of importedModules(ev, modules)) imported.add(one);
      hasImports = true;
      return !imported.has(module) && !isEntered(module);
    },
    isUncalled(module, id) {
      const fn = module.facts.functions[id];
      if (fn === undefined || fn.name === "" || module.facts.callbacks.has(id)) return false;
      settle(fn.name);
      if (outside.length !== unresolved.seen) unresolved = { seen: outside.length, names: unresolvedNames(outside) };
      if (unresolved.names.has(fn.name)) return false;
      // A method of a page is called by its template or by the framework.
      return fn.home?.kind !== "object" || !isDescribed(ev, module, fn.home.object);
    },
    outside,
    openCalls,
    callsOfParameter,
    callersOf(module, id) {
      for (const name of ownNames(module, id)) settle(name);
      const key = functionKey(module, id);
      const known = callbackMemo.get(key);
      if (known !== undefined) return known;
      callbackMemo.set(key, callers.get(key) ?? []);
      const ofStore = committers(ev, module, id, outside);
      const found = [...(callers.get(key) ?? []), ...(ofStore ?? callbackCallers(ev, module, id, callsOfParameter))];
      callbackMemo.set(key, found);
      return found;
    },
  };
}

type CallsOfParameter = CallIndex["callsOfParameter"];

/** Calls of a function that was handed to another as an argument. */
export function callbackCallers(ev: Evaluator, module: Module, id: FunctionId, callsOfParameter: CallsOfParameter): readonly Caller[] {
  const role = module.facts.callbacks.get(id);
  const call = role === undefined ? undefined : module.facts.nodes[role.call];
  if (role === undefined || call?.kind !== "call") return openedBy(ev, module, id);
  const frame = ev.frames.open(module, module.facts.owners[role.call] ?? 0);
  const thunk = { module, node: role.call, frame };
  const callees = ev.value(module, call.callee, frame).map(callable);
  return callees.flatMap((callee): Caller[] => {
    if (callee.kind !== "function") {
      const values = handedIn(ev, thunk, callee, role.path);
      return [{ callee: undefined, arguments: { kind: "values", values } }];
    }
    const inner = ev.frames.make(callee.module, callee.function, callee.frame, { kind: "call", call: thunk, skip: 0 }, callee.self);
    return callsOfParameter(callee.module, callee.function, role.argument, role.path).map((one) => ({
      callee: undefined,
      arguments: argumentsOf(ev, { ...one, frame: ev.frames.at(inner, one.module, one.frame.function) }),
    }));
  });
}

/** The call by which the framework opens the page or app that a component file describes. */
function openedBy(ev: Evaluator, module: Module, id: FunctionId): readonly Caller[] {
  const home = module.facts.functions[id]?.home;
  const options = home?.kind === "object" ? module.facts.nodes[home.object] : undefined;
  if (home?.kind !== "object" || options?.kind !== "object") return [];
  const own = options.properties.find(({ value }) => {
    const node = module.facts.nodes[value];
    return node?.kind === "function" && node.function === id;
  });
  if (own === undefined || typeof own.key !== "string" || !isOpenedWith(own.key)) return [];
  if (!isComponent(ev, module, home.object, ev.frames.open(module, module.facts.owners[home.object] ?? 0))) return [];
  return [{ callee: undefined, arguments: { kind: "values", values: [[unknown("page-option", { file: module.path, offset: own.start })]] } }];
}

/** Calls of a store's mutation or action by its name, each with what it hands in; undefined for another function. */
function committers(ev: Evaluator, module: Module, id: FunctionId, outside: readonly OutsideCall[]): readonly Caller[] | undefined {
  const own = storeFunctionName(module, id);
  if (own === undefined) return undefined;
  return outside.flatMap(({ call, callee }): Caller[] => {
    if (callee.kind !== "builtin") return [];
    // The first parameter is the store's own; what is handed in comes second.
    if (callee.path === committedPath(own.method, own.name)) return [{ callee: undefined, arguments: { kind: "call", call, skip: -1 } }];
    if (callee.path !== `vuex.store.${own.method}`) return [];
    const args: Arguments = { kind: "call", call, skip: 0 };
    const names = keysOf(argumentAt(ev, args, 0)).known.map((name) => committedPath(own.method, name));
    return names.includes(committedPath(own.method, own.name)) ? [{ callee: undefined, arguments: args }] : [];
  });
}

/** How a function is named that is written elsewhere. */
const NAMES: ReadonlySet<string> = new Set(["any", "variable", "imported", "member", "global"]);

/** Calls of a method of the language that calls back, with something else than a function that is written there. */
function namedCallbacks(modules: readonly Module[]): readonly PendingCall[] {
  const found: PendingCall[] = [];
  for (const module of modules) {
    const { nodes, functions } = module.facts;
    for (const { calls } of functions) {
      for (const node of calls) {
        const call = nodes[node];
        const callee = call?.kind === "call" ? nodes[call.callee] : undefined;
        const key = callee?.kind === "member" ? nodes[callee.key] : undefined;
        if (call?.kind !== "call" || key?.kind !== "text" || calledBack(key.value) === undefined) continue;
        if (NAMES.has(nodes[call.arguments[0]?.value ?? -1]?.kind ?? "")) found.push({ module, node });
      }
    }
  }
  return found;
}

/** The function behind a name that is bound to nothing else: most calls need no evaluation. */
function writtenFunction(module: Module, callee: NodeId): FunctionId | undefined {
  let node = module.facts.nodes[callee];
  for (let hops = 0; node?.kind === "any" && node.of.length === 1 && hops < 4; hops++) node = module.facts.nodes[node.of[0] ?? -1];
  return node?.kind === "function" ? node.function : undefined;
}

function importedModules(ev: Evaluator, modules: readonly Module[]): Module[] {
  return modules.flatMap((module) =>
    module.facts.specifiers.flatMap((specifier) => {
      const target = ev.host.resolve(module, specifier);
      return target.kind === "module" ? [target.module] : [];
    }),
  );
}

/** Modules that a framework begins with: by their names, and whatever defines a page or a component. */
function isEntered({ path, facts }: Module): boolean {
  if (facts.isComponentFile || ENTRY.test(path)) return true;
  return facts.nodes.some((node) => (node.kind === "global" || node.kind === "imported") && isComponentDefiner(node.name));
}

const ENTRY = /\/(?:app|main|game|index)\.[jt]sx?$/i;

/** Names of methods that are called on something unknown. */
function unresolvedNames(outside: readonly OutsideCall[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { call, callee } of outside) {
    if (callee.kind !== "unknown") continue;
    const node = call.module.facts.nodes[call.node];
    const member = node?.kind === "call" ? call.module.facts.nodes[node.callee] : undefined;
    const key = member?.kind === "member" ? call.module.facts.nodes[member.key] : undefined;
    if (key?.kind === "text") names.add(key.value);
  }
  return names;
}

function isDescribed(ev: Evaluator, module: Module, object: number): boolean {
  const frame = ev.frames.open(module, module.facts.owners[object] ?? 0);
  const parent = module.facts.objectParents.get(object);
  return isComponent(ev, module, object, frame) || (parent !== undefined && isComponent(ev, module, parent.parent, frame));
}

/** Whether the method `call` or `apply` of an element is the language's, and what it hands in can be told at every call. */
function isForwarded({ kind }: Element, forwarding: Forwarding): boolean {
  if (kind === "function") return forwarding === "call";
  return kind === "builtin" || kind === "client-method" || kind === "parameter";
}

/** What a method of the language or the platform hands to its callback. */
function handedIn(ev: Evaluator, call: Thunk, callee: Element, path: readonly string[]): readonly Value[] {
  const node = call.module.facts.nodes[call.node];
  const place = { file: call.module.path, offset: node?.kind === "call" ? node.start : 0 };
  const method = node?.kind === "call" ? call.module.facts.nodes[node.callee] : undefined;
  const key = method?.kind === "member" ? call.module.facts.nodes[method.key] : undefined;
  const row = path.length === 0 && key?.kind === "text" ? calledBack(key.value) : undefined;
  if (row !== undefined && method?.kind === "member") {
    const receiver = ev.ask(() => ev.value(call.module, method.of, call.frame), CALLEE_STEPS).answer;
    if (row === "receiver") return [receiver];
    if (row === "elements") return [ev.ask(() => union(receiver.map((element) => elementsOf(ev, element))), CALLEE_STEPS).answer];
    return [];
  }
  const event = callee.kind === "builtin" ? eventHandedTo(callee.path, path, place) : undefined;
  if (event !== undefined) return [[event]];
  const cause = callee.kind === "builtin" ? causeOfCallback(callee.path, path) : callee.kind === "client-method" ? "server-response" : "callback";
  return [0, 1, 2].map(() => [unknown(cause, place)]);
}

/** Whether a caller's closure can be the one whose frames are `ours`: bound frames must be the same. */
export function isCompatible(ours: Frame | undefined, theirs: Frame | undefined): boolean {
  for (let a = ours, b = theirs; a !== undefined && b !== undefined; a = a.parent, b = b.parent) {
    if (a.id !== b.id && a.arguments.kind !== "open" && b.arguments.kind !== "open") return false;
  }
  return true;
}
