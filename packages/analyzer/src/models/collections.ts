import type { CallArguments } from "../evaluate/call.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { itemsOf } from "../evaluate/arrays.ts";
import { fromHeap, getMember, keysOf, memberOf } from "../evaluate/member.ts";
import { ownKeys } from "../evaluate/own-keys.ts";
import type { Element, ElementOf, Value } from "../values/value.ts";
import { UNDEFINED, list, merged, record, text, union, unknown } from "../values/value.ts";
import type { CallModel, CallModels } from "./call-model.ts";

const together: CallModel = (args) => [merged(Array.from({ length: args.count }, (_, index) => args.at(index)))];

/** Later arguments only fill in what earlier ones lack. */
const defaults: CallModel = (args) => [merged(Array.from({ length: args.count }, (_, index) => args.at(index)).reverse())];

/** Lists of what an object holds, where its keys are known; else any of it. */
function listOf(args: CallArguments, ev: Evaluator, item: (object: Element, key: string) => Value): Value {
  return args.at(0).map((element) => {
    const keys = ownKeys(ev, element);
    return keys === undefined ? unknown("string-operation", args.place) : list(keys.map((key) => item(element, key)));
  });
}

/** `new Map([[key, value]])` as a record of its entries; `set` is an assignment to it. */
function mapOf(args: CallArguments, ev: Evaluator): Value {
  const name = `map ${args.place === undefined ? "" : `${args.place.file}:${String(args.place.offset)}`}`;
  const properties = new Map<string, Value>();
  for (const entry of args.count === 0 ? [] : args.at(0).flatMap((entries) => itemsOf(ev, entries) ?? [[unknown("string-operation", args.place)]])) {
    const [pair] = entry;
    const items = pair === undefined ? undefined : itemsOf(ev, pair);
    const keys = keysOf(items?.[0] ?? []);
    if (items === undefined || keys.unknown) return [unknown("string-operation", args.place)];
    for (const key of keys.known) properties.set(key, items[1] ?? [UNDEFINED]);
  }
  return [record(name, properties)];
}

export function isMap(element: Element): element is ElementOf<"record"> {
  return element.kind === "record" && element.key.startsWith("rmap ");
}

/** A method of a Map; undefined for one that no URL comes from. */
export function mapMethod(ev: Evaluator, map: ElementOf<"record">, name: string, args: CallArguments): Value | undefined {
  if (name === "get") {
    const found = getMember(ev, [map], keysOf(args.at(0)), args.place);
    return found.length > 0 ? found : [UNDEFINED];
  }
  if (name === "values") return [list([...map.properties.keys()].map((key) => memberOf(ev, map, key, args.place)))];
  if (name === "set") return [map];
  return name === "has" ? [unknown("string-operation", args.place)] : fallbackOf(fromHeap(ev, map, name));
}

function fallbackOf(value: Value): Value | undefined {
  return value.length > 0 ? value : undefined;
}

const LODASH_MODULES = ["lodash", "lodash-es"];

/** A function of lodash by all the ways in which it can be imported. */
function lodash(names: readonly string[], model: CallModel): [string, CallModel][] {
  return names.flatMap((name) => [
    ...LODASH_MODULES.flatMap((module) => [`${module}#default.${name}`, `${module}#*.${name}`, `${module}#${name}`, `${module}/${name}#default`, `${module}/${name}#*`]),
    `lodash.${name.toLowerCase()}#default`,
    `lodash.${name.toLowerCase()}#*`,
  ]).map((path) => [path, model]);
}

/** Objects taken together and taken apart: the language's own functions, lodash's, and those of packages that do the same. */
export const COLLECTION_CALLS: CallModels = {
  "Object.assign": together,
  "Object.keys": (args, ev) => listOf(args, ev, (_object, key) => [text(key)]),
  "Object.values": (args, ev) => listOf(args, ev, (object, key) => memberOf(ev, object, key, args.place)),
  "Object.entries": (args, ev) => listOf(args, ev, (object, key) => [list([[text(key)], memberOf(ev, object, key, args.place)])]),
  "new Map": mapOf,
  "Array.from": (args) => (args.count === 1 ? args.at(0) : [unknown("string-operation", args.place)]),
  ...Object.fromEntries([
    ...lodash(["merge", "mergeWith", "assign", "assignIn", "assignWith", "extend"], together),
    ...lodash(["defaults", "defaultsDeep"], defaults),
    ...lodash(["clone", "cloneDeep"], (args) => args.at(0)),
    ...["deepmerge#default", "deepmerge#*", "object-assign#default", "object-assign#*", "merge#default", "ramda#mergeRight", "ramda#mergeDeepRight"].map((path): [string, CallModel] => [path, together]),
    ...["ramda#clone", "klona#klona", "klona#default", "rfdc#default", "clone#default"].map((path): [string, CallModel] => [path, (args) => args.at(0)]),
  ]),
  "Object.fromEntries": (args, ev) => union([mapOf(args, ev)]),
};
