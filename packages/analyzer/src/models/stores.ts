import { itemsOf } from "../evaluate/arrays.ts";
import type { CallArguments } from "../evaluate/call.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { keysOf, memberOf } from "../evaluate/member.ts";
import { mappedMembers, programStores } from "../evaluate/store.ts";
import type { Element, Value } from "../values/value.ts";
import { builtin, component, record, store, union, unknown } from "../values/value.ts";
import type { CallModel, CallModels } from "./call-model.ts";

export const STORE_PACKAGE = "vuex";

/** Ways by which a program gets at Vuex; in uni-app the global `Vuex` is none of them. */
const VUEX = ["vuex#", "vuex#default.", "vuex#*."];

const MAKER_NAMES = ["Store", "createStore"];

const MAKERS: ReadonlySet<string> = new Set(VUEX.flatMap((from) => MAKER_NAMES.map((name) => from + name)));

export function isStoreMakerName(name: string): boolean {
  return MAKER_NAMES.includes(name);
}

export function isStoreMaker(path: string): boolean {
  return MAKERS.has(path);
}

const vuexStore: CallModel = (args) => args.at(0).map((options) => store(options, "store"));

/** `mapState(names)`, `mapState(namespace, names)`; `names` is a list, or an object of names and functions. */
function mapped(part: "state" | "getters"): CallModel {
  return (args, ev) => {
    const namespace = args.count > 1 ? (keysOf(args.at(0)).known[0] ?? "") : "";
    return args.at(args.count > 1 ? 1 : 0).map((names) => mappedMembers(ev, part, namespace, byName(ev, names), args.place));
  };
}

/** Functions that commit or dispatch under a name, as `mapMutations` and `mapActions` give them. */
function committing(method: "commit" | "dispatch"): CallModel {
  return (args, ev) =>
    args.at(args.count > 1 ? 1 : 0).map((names) => {
      const table = byName(ev, names);
      const properties = table.kind === "record" ? [...table.properties] : [];
      return record(`mapped ${method} ${table.key}`, new Map(properties.map(([key, name]): [string, Value] => [key, keysOf(name).known.map((one) => builtin(committedPath(method, one)))])));
    });
}

const COMMITTING: ReadonlySet<string> = new Set(["commit", "dispatch"]);

/** Methods of a store that call a function of it by a name. */
export function isCommitting(method: string): boolean {
  return COMMITTING.has(method);
}

/** Where a call of a mapped mutation or action leads. */
export function committedPath(method: "commit" | "dispatch", name: string): string {
  return `vuex.${method}.${name.slice(name.lastIndexOf("/") + 1)}`;
}

/** A list of names as an object from each to itself. */
function byName(ev: Evaluator, names: Element): Element {
  const items = itemsOf(ev, names);
  if (items === undefined) return names;
  return record(`names ${names.key}`, new Map(items.flatMap((item) => keysOf(item).known.map((name): [string, Value] => [name, item]))));
}

/** `defineStore(id, options)`, `defineStore(options)`, `defineStore(id, setup)`: a store, which calling it gives. */
function storeOf(args: CallArguments): Value {
  const [only] = args.at(args.count > 1 ? 1 : 0);
  if (only === undefined) return [unknown("call-of-unknown", args.place)];
  return [component(only.kind === "function" ? record(`store ${only.key}`, new Map([["setup", [only]]])) : only)];
}

const ofVuex: CallModels = {
  createStore: vuexStore,
  useStore: (_args, ev) => programStores(ev),
  mapState: mapped("state"),
  mapGetters: mapped("getters"),
  mapMutations: committing("commit"),
  mapActions: committing("dispatch"),
};

/** Stores of Vuex (vuex.vuejs.org) and Pinia (pinia.vuejs.org). */
export const STORE_CALLS: CallModels = {
  ...Object.fromEntries(VUEX.flatMap((from) => Object.entries(ofVuex).map(([name, model]): [string, CallModel] => [from + name, model]))),
  ...Object.fromEntries(VUEX.map((from): [string, CallModel] => [`new ${from}Store`, vuexStore])),
  "pinia#defineStore": storeOf,
  // The refs of a store's state are looked through, as those of `toRefs`.
  "pinia#storeToRefs": (args) => args.at(0),
  "pinia#mapState": pickedFrom,
};

/** `mapState(useStore, names)` of Pinia. */
function pickedFrom(args: CallArguments, ev: Evaluator): Value {
  const stores = args.at(0);
  return union(args.at(1).map((names) => {
    const table = byName(ev, names);
    return table.kind === "record" ? [record(`picked ${table.key}`, new Map([...table.properties].map(([key, name]): [string, Value] => [key, union(stores.flatMap((one) => keysOf(name).known.map((from) => memberOf(ev, one, from, args.place))))])))] : [];
  }));
}
