import { INDEX_STEPS } from "../bounds.ts";
import type { FunctionId, NodeId } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import { STORE_PACKAGE, isStoreMaker, isStoreMakerName } from "../models/stores.ts";
import type { Place } from "../values/pattern.ts";
import type { Element, ElementOf, Value } from "../values/value.ts";
import { UNDEFINED, builtin, functionElement, literal, merged, record, store, union, unknown } from "../values/value.ts";
import { invoke } from "./call.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Frame } from "./frame.ts";
import { madeOnce } from "./made-once.ts";
import { memberOf } from "./member.ts";
import { moduleIndex } from "./module-index.ts";
import { ownKeys } from "./own-keys.ts";

/** Modules within modules of a store. */
const MAX_NESTING = 4;

/** A member of a store (Vuex) or of its getters. */
export function storeMember(ev: Evaluator, element: ElementOf<"store">, key: string, place: Place | undefined): Value {
  if (element.part === "getters") return getter(ev, element.options, key, 0) ?? [unknown("unknown-receiver", place, key)];
  if (key === "state") return [stateOf(ev, element.options, 0)];
  if (key === "getters") return [store(element.options, "getters")];
  return [builtin(`vuex.store.${key}`)];
}

/** The state of a store or of one of its modules, with the states of the modules in it. */
function stateOf(ev: Evaluator, options: Element, depth: number): Element {
  return states.of(ev, `${String(depth)} ${options.key}`, () => {
    const own = objects(memberOf(ev, options, "state", undefined).flatMap((one) => (one.kind === "function" ? invoke(ev, one, undefined, []) : [one])));
    const inner = depth < MAX_NESTING ? modulesOf(ev, options) : [];
    if (inner.length === 0) return own.length === 1 && own[0] !== undefined ? own[0] : merged([own]);
    const within = inner.map(([name, module]): [string, Value] => [name, [stateOf(ev, module, depth + 1)]]);
    return merged([[record(`states of ${options.key}`, new Map(within))], own]);
  });
}

function objects(value: Value): Value {
  return value.filter((element) => element.kind !== "primitive" && element.kind !== "unknown");
}

type StoreModules = readonly (readonly [string, Element])[];

function modulesOf(ev: Evaluator, options: Element): StoreModules {
  return storeModules.of(ev, options.key, () =>
    objects(memberOf(ev, options, "modules", undefined)).flatMap((modules) =>
      (ownKeys(ev, modules) ?? []).flatMap((name) => objects(memberOf(ev, modules, name, undefined)).map((module) => [name, module] as const)),
    ),
  );
}

const states = madeOnce<Element>();
const storeModules = madeOnce<StoreModules>();

/** A getter's value, looked for in the modules too: `name` of one that is not namespaced, `module/name` of one that is. */
function getter(ev: Evaluator, options: Element, key: string, depth: number): Value | undefined {
  for (const getters of objects(memberOf(ev, options, "getters", undefined))) {
    const found = memberOf(ev, getters, key, undefined).filter((one) => one.key !== UNDEFINED.key);
    const args = [[stateOf(ev, options, depth)], [store(options, "getters")]];
    if (found.length > 0) return union(found.map((one) => invoke(ev, one, undefined, args)));
  }
  if (depth >= MAX_NESTING) return undefined;
  const slash = key.indexOf("/");
  for (const [name, module] of modulesOf(ev, options)) {
    const found = slash < 0 ? getter(ev, module, key, depth + 1) : name === key.slice(0, slash) ? getter(ev, module, key.slice(slash + 1), depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Making {
  readonly module: Module;
  readonly function: FunctionId;
  readonly call: NodeId;
  readonly callee: NodeId;
}

/** The calls that may make a store. */
const makings = moduleIndex<Making>((module) => {
  if (!module.facts.specifiers.includes(STORE_PACKAGE)) return [];
  return module.facts.functions.flatMap((fn) =>
    fn.calls.flatMap((call) => {
      const node = module.facts.nodes[call];
      return node?.kind === "call" && mayMakeStore(module, node.callee) ? [{ module, function: fn.id, call, callee: node.callee }] : [];
    }),
  );
}, makesStore);

function makesStore(ev: Evaluator, { module, function: id, callee }: Making): boolean {
  return ev.value(module, callee, ev.frames.open(module, id)).some((one) => one.kind === "builtin" && isStoreMaker(one.path));
}

const storesOf = new WeakMap<Evaluator, Value>();

/** The stores that the program makes: what `this.$store` and `useStore()` give. */
export function programStores(ev: Evaluator): Value {
  const known = storesOf.get(ev);
  if (known !== undefined) return known;
  // While they are looked for, there are none: a store may be asked for where one is made.
  storesOf.set(ev, []);
  const makers = makings.of(ev);
  const made = ({ module, function: id, call }: Making): Value => ev.value(module, call, ev.frames.open(module, id));
  const answer = ev.forAll(() => union(makers.filter((one) => makesStore(ev, one)).map(made)), INDEX_STEPS) ?? [];
  const stores = answer.filter((element) => element.kind === "store");
  storesOf.set(ev, stores);
  return stores;
}

/** A callee is followed this far to the name that it was imported or read under. */
const MAX_HOPS = 4;

/** Whether a callee can be what makes a store: what is imported or read under another name can't. */
function mayMakeStore(module: Module, callee: NodeId, hops = 0): boolean {
  if (hops > MAX_HOPS) return true;
  const any = (ids: readonly NodeId[]): boolean => ids.some((id) => mayMakeStore(module, id, hops + 1));
  const { nodes, bindings } = module.facts;
  const node = nodes[callee];
  switch (node?.kind) {
    case "imported":
      return isStoreMakerName(node.name);
    case "member": {
      const key = nodes[node.key];
      return key?.kind !== "text" || isStoreMakerName(key.value);
    }
    case "variable":
      return any(bindings[node.binding]?.definitions ?? []);
    case "any":
      return any(node.of);
    case "global":
    case "function":
    case "class":
    case "parameter":
      return false;
    default:
      return true;
  }
}

const SECTIONS: ReadonlySet<string> = new Set(["mutations", "actions", "getters"]);

interface Written {
  readonly options: NodeId;
  readonly section: string;
  readonly name: string;
}

const written = new WeakMap<Module, ReadonlyMap<FunctionId, Written>>();

/** Where a module's functions of a store's sections are written. */
function writtenIn(module: Module): ReadonlyMap<FunctionId, Written> {
  const known = written.get(module);
  if (known !== undefined) return known;
  const found = new Map<FunctionId, Written>();
  const { nodes, objectParents } = module.facts;
  for (const [object, { parent, key: section }] of objectParents) {
    const node = SECTIONS.has(section) ? nodes[object] : undefined;
    const options = nodes[parent];
    if (node?.kind !== "object" || options?.kind !== "object" || !options.properties.some(({ key }) => key === "state")) continue;
    for (const property of node.properties) {
      const value = nodes[property.value];
      if (value?.kind === "function" && typeof property.key === "string") found.set(value.function, { options: parent, section, name: property.key });
    }
  }
  written.set(module, found);
  return found;
}

/** What a store hands to a function of its sections as the first argument: the state, or for an action its context. */
export function stateHandedIn(ev: Evaluator, module: Module, id: FunctionId, frame: Frame): Value | undefined {
  const place = writtenIn(module).get(id);
  if (place === undefined) return undefined;
  const at = ev.frames.at(frame.parent ?? frame, module, module.facts.owners[place.options] ?? 0);
  const options = literal({ module, node: place.options, frame: at });
  const state = [stateOf(ev, options, 0)];
  if (place.section !== "actions") return state;
  const own = new Map<string, Value>([
    ["state", state],
    ["getters", [store(options, "getters")]],
    ["commit", [builtin("vuex.store.commit")]],
    ["dispatch", [builtin("vuex.store.dispatch")]],
    ["rootState", programStores(ev).flatMap((one) => memberOf(ev, one, "state", undefined))],
    ["rootGetters", programStores(ev).flatMap((one) => memberOf(ev, one, "getters", undefined))],
  ]);
  return [record(`context of ${options.key}`, own)];
}

/** The name that a mutation or an action is committed or dispatched by. */
export function storeFunctionName(module: Module, id: FunctionId): { readonly name: string; readonly method: "commit" | "dispatch" } | undefined {
  const place = writtenIn(module).get(id);
  if (place === undefined || place.section === "getters") return undefined;
  return { name: place.name, method: place.section === "mutations" ? "commit" : "dispatch" };
}

/** `mapState`, `mapGetters`: members of the store by name, or by functions of the state. */
export function mappedMembers(ev: Evaluator, part: "state" | "getters", namespace: string, names: Element, place: Place | undefined): Element {
  const sources = programStores(ev).flatMap((one) => memberOf(ev, one, part, place));
  const of = (from: string): Value => {
    if (part === "getters") return union(sources.map((one) => memberOf(ev, one, namespace === "" ? from : `${namespace}/${from}`, place)));
    return union(stateAt(ev, sources, namespace, place).map((one) => memberOf(ev, one, from, place)));
  };
  const properties = new Map<string, Value>();
  for (const key of ownKeys(ev, names) ?? []) {
    const [source] = memberOf(ev, names, key, place);
    if (source?.kind === "function") properties.set(key, invoke(ev, functionElement(source.module, source.function, source.frame, undefined), undefined, [stateAt(ev, sources, namespace, place)]));
    else if (source?.kind === "string") properties.set(key, of(source.pattern.map((part) => (part.kind === "text" ? part.text : "")).join("")));
  }
  return record(`mapped ${part} ${place === undefined ? "" : `${place.file}:${String(place.offset)}`}`, properties);
}

function stateAt(ev: Evaluator, states: Value, namespace: string, place: Place | undefined): Value {
  if (namespace === "") return states;
  return namespace.split("/").reduce((at, name) => union(at.map((one) => memberOf(ev, one, name, place))), states);
}

