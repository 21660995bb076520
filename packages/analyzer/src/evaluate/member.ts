import type { Node } from "../facts/language.ts";
import type { Place } from "../values/pattern.ts";
import { knownText } from "../values/pattern.ts";
import type { ClassElement, Element, ElementOf, Value } from "../values/value.ts";
import {
  NOTHING,
  UNDEFINED,
  builtin,
  clientMethod,
  functionElement,
  parameterElement,
  primitive,
  union,
  unknown,
} from "../values/value.ts";
import { ARRAYS, elementsOf, itemsOf } from "./arrays.ts";
import { builtinMember } from "./builtin-member.ts";
import { declaredMember, rootClassOf } from "./classes.ts";
import { componentMember } from "./component-member.ts";
import { dropPlaceholders } from "./evaluate-node.ts";
import type { Evaluator } from "./evaluator.ts";
import { identitiesOf } from "./identity.ts";
import { invoke } from "./call.ts";
import { configurationOf } from "./client-configuration.ts";
import { exportedValue, isCommonJs } from "./modules.ts";
import { storeMember } from "./store.ts";
import { urlMember } from "./strings.ts";

/** The mark that compilers set on what was an ES module, and ask for where one is imported. */
const ES_MODULE = "__esModule";

type ObjectNode = Extract<Node, { kind: "object" }>;

/** Members of members of a parameter whose callers are not known yet. */
const MAX_PATH = 6;

/** The names that a computed key may be. */
export interface Keys {
  readonly known: readonly string[];
  readonly unknown: boolean;
}

export function keysOf(value: Value): Keys {
  const known: string[] = [];
  let isUnknown = false;
  for (const element of value) {
    const text = element.kind === "string" ? knownText(element.pattern) : element.kind === "primitive" ? String(element.value) : undefined;
    if (text === undefined) isUnknown = true;
    else known.push(text);
  }
  return { known, unknown: isUnknown };
}

/** `of[key]` for every object and every key that they may be. */
export function getMember(ev: Evaluator, of: Value, keys: Keys, place: Place | undefined): Value {
  const values = membersOf(ev, of, keys.known, place);
  if (keys.unknown) values.push(...of.map((element) => anyMember(ev, element, place)));
  const found = withoutBlank(union(values));
  // A map read by one of several keys (`HOSTS[env]`) need not hold all of them.
  if (keys.known.length + (keys.unknown ? 1 : 0) < 2) return found;
  const defined = found.filter((element) => element.key !== UNDEFINED.key);
  return defined.length > 0 ? defined : found;
}

/** The members of all, without what an empty object lacks that stands there until another takes its place (`config: {}`). */
function membersOf(ev: Evaluator, of: Value, names: readonly string[], place: Place | undefined): Value[] {
  const read = (element: Element): Value[] => names.map((key) => memberOf(ev, element, key, place));
  if (of.length < 2 || !of.some(isEmptyObject)) return of.flatMap(read);
  const values = of.flatMap((element) => (isEmptyObject(element) ? read(element).filter((value) => value.some(({ key }) => key !== UNDEFINED.key)) : read(element)));
  return values.length > 0 ? values : [[UNDEFINED]];
}

function isEmptyObject(element: Element): boolean {
  const node = element.kind === "literal" ? element.module.facts.nodes[element.node] : undefined;
  return node?.kind === "object" && node.properties.length === 0;
}

export function memberOf(ev: Evaluator, of: Element, key: string, place: Place | undefined, self: Element = of): Value {
  let element = of;
  // A thousand assignments in a row (a table of texts) are passed in a loop: they would be too many calls.
  while (element.kind === "assigned" && element.property !== null && element.property !== key) element = element.base;
  if (!ev.spend()) return [unknown("budget", place)];
  switch (element.kind) {
    case "literal":
      return literalMember(ev, element, key, self);
    case "assigned":
      if (element.property === key) return bind(ev.thunk(element.value), self);
      if (element.property === null) return union([ev.thunk(element.value), memberOf(ev, element.base, key, place, self)]);
      return [UNDEFINED];
    case "without":
      return element.properties.includes(key) ? [UNDEFINED] : memberOf(ev, element.base, key, place, self);
    case "merged":
      return mergedMember(ev, element.of, key, place, self);
    case "list":
      return element.items[Number(key)] ?? (key === "length" ? [unknown("string-operation", place)] : [UNDEFINED]);
    case "record": {
      const assigned = fromHeap(ev, element, key);
      const own = element.properties.get(key);
      if (own === undefined) return assigned.length > 0 ? assigned : [UNDEFINED];
      return assigned.length > 0 ? dropPlaceholders(union([own, assigned])) : own;
    }
    case "function": {
      const assigned = fromHeap(ev, element, key);
      return assigned.length > 0 ? assigned : [unknown("unknown-receiver", place)];
    }
    case "class":
      return classMember(ev, element, key);
    case "instance":
      return instanceMember(ev, element, key, self, place);
    case "namespace":
      if (key === ES_MODULE) return exportedValue(ev, element.module, key) ?? [isCommonJs(element.module) ? UNDEFINED : primitive(true)];
      return exportedValue(ev, element.module, key) ?? fallback(fromHeap(ev, element, key), () => [unknown("missing-export", place, key)]);
    case "component":
      return componentMember(ev, element, key, place);
    case "store":
      return storeMember(ev, element, key, place);
    case "builtin":
      return builtinMember(ev, element, key, place);
    case "client": {
      const assigned = fromHeap(ev, element, key);
      return assigned.length > 0 ? assigned : [clientMethod(element, key)];
    }
    case "client-method":
      return configurationOf(ev, element.client, element.method, key) ?? [clientMethod(element.client, `${element.method}.${key}`)];
    case "parameter":
      if (element.path.length >= MAX_PATH) return [unknown("too-deep", place)];
      ev.touch(element.module, element.function);
      return [parameterElement(element.module, element.function, element.index, [...element.path, key])];
    case "unknown":
      return [element];
    case "primitive":
      // Reading a member of null or undefined throws: no value comes out of it.
      return element.value === undefined || element.value === null ? NOTHING : [unknown("string-operation", place)];
    case "string":
      // The ref that it was in has been looked through.
      return key === "value" ? [element] : [urlMember(element.pattern, key) ?? unknown("string-operation", place)];
    case "regex":
      return [unknown("string-operation", place)];
  }
}

function fallback(value: Value, other: () => Value): Value {
  return value.length > 0 ? value : other();
}

/** What is assigned to the member from anywhere in the program. */
export function fromHeap(ev: Evaluator, element: Element, key: string): Value {
  return union(identitiesOf(ev, element).map((identity) => ev.heap.assigned(ev, identity, key, element)));
}

/** A method knows the object that it was read from. */
function bind(value: Value, self: Element): Value {
  return value.map((element) =>
    element.kind === "function" && element.self === undefined ? functionElement(element.module, element.function, element.frame, self) : element,
  );
}

function literalMember(ev: Evaluator, element: ElementOf<"literal">, key: string, self: Element): Value {
  const written = writtenMember(ev, element, key, self);
  const assigned = bind(fromHeap(ev, element, key), self);
  if (assigned.length === 0) return written;
  const isRewritten = identitiesOf(ev, element).some((identity) => ev.heap.isRewritten(ev, identity));
  return dropPlaceholders(isRewritten ? assigned : union([written, assigned]));
}

/** The member as the literal has it: the last property of that name, through spreads. */
function writtenMember(ev: Evaluator, element: ElementOf<"literal">, key: string, self: Element): Value {
  const node = element.module.facts.nodes[element.node];
  if (node?.kind === "array") {
    const items = itemsOf(ev, element);
    const index = Number(key);
    if (items !== undefined && Number.isInteger(index)) return items[index] ?? [UNDEFINED];
    if (Number.isInteger(index)) return elementsOf(ev, element);
    return [key === "slice" || key === "concat" ? builtin(`${ARRAYS}${key}`) : unknown("string-operation")];
  }
  if (node?.kind !== "object") return [UNDEFINED];
  const possible: Value[] = [];
  for (const property of lastFirst(node, key)) {
    if (property.key === null) {
      const reading = `${element.key} ${key}`;
      if (ev.spreading.has(reading)) continue;
      ev.spreading.add(reading);
      const spread = spreadMember(ev, ev.value(element.module, property.value, element.frame), key);
      ev.spreading.delete(reading);
      const defined = spread.filter((one) => one.key !== UNDEFINED.key);
      if (defined.length > 0) possible.push(defined);
      if (defined.length > 0 && defined.length === spread.length && !defined.some(isUnsure)) return union(possible);
      continue;
    }
    if (typeof property.key !== "string") {
      const keys = keysOf(ev.value(element.module, property.key, element.frame));
      if (!keys.unknown && !keys.known.includes(key)) continue;
      possible.push(ev.value(element.module, property.value, element.frame));
      if (!keys.unknown && keys.known.length === 1) return union(possible);
      continue;
    }
    if (property.key !== key) continue;
    const value = bind(ev.value(element.module, property.value, element.frame), self);
    possible.push(property.accessor ? union(value.map((one) => invoke(ev, one, undefined, []))) : value);
    return withoutBlank(union(possible));
  }
  return possible.length > 0 ? union(possible) : [UNDEFINED];
}

/** Below this an object's properties are gone through as they stand. */
const MANY_PROPERTIES = 32;

interface PropertyTable {
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** Where spreads and computed names stand. */
  readonly others: readonly number[];
}

const tables = new WeakMap<ObjectNode, PropertyTable>();

/** The properties of an object that may set a member, the last one first. A table with thousands is not gone through for each of its keys. */
function lastFirst(node: ObjectNode, key: string): readonly ObjectNode["properties"][number][] {
  const { properties } = node;
  if (properties.length < MANY_PROPERTIES) return properties.toReversed();
  let table = tables.get(node);
  if (table === undefined) tables.set(node, (table = tableOf(node)));
  return [...(table.byName.get(key) ?? []), ...table.others].sort((a, b) => b - a).flatMap((index) => properties[index] ?? []);
}

function tableOf({ properties }: ObjectNode): PropertyTable {
  const byName = new Map<string, number[]>();
  const others: number[] = [];
  for (const [index, { key }] of properties.entries()) {
    const known = typeof key === "string" ? byName.get(key) : others;
    if (known !== undefined) known.push(index);
    else if (typeof key === "string") byName.set(key, [index]);
  }
  return { byName, others };
}

/** A member of what is spread; where that can't be told it may set every key. */
function spreadMember(ev: Evaluator, spread: Value, key: string): Value {
  if (spread.length === 0) return [unknown("recursion")];
  return union(spread.map((one) => (one.kind === "primitive" ? [UNDEFINED] : memberOf(ev, one, key, undefined))));
}

/** `{ url: "", ...options }`: an empty text is no URL, but keeps the place of what nobody can tell here. */
function withoutBlank(value: Value): Value {
  return value.length > 1 && value.some(isUnsure) ? value.filter((element) => element.kind !== "string" || knownText(element.pattern) !== "") : value;
}

function isUnsure(element: Element): boolean {
  return element.kind === "unknown" || element.kind === "parameter";
}

function mergedMember(ev: Evaluator, of: readonly Value[], key: string, place: Place | undefined, self: Element): Value {
  const possible: Value[] = [];
  for (const value of of.toReversed()) {
    const found = union(value.map((element) => memberOf(ev, element, key, place, self)));
    const defined = found.filter((element) => element.key !== UNDEFINED.key);
    if (defined.length > 0) possible.push(defined);
    if (defined.length > 0 && defined.length === found.length && !defined.some(isUnsure)) break;
  }
  return possible.length > 0 ? withoutBlank(union(possible)) : [UNDEFINED];
}

function classMember(ev: Evaluator, element: ElementOf<"class">, key: string): Value {
  const declared = declaredMember(ev, element, key, true, element);
  const assigned = bind(fromHeap(ev, element, key), element);
  if (declared === undefined) return assigned.length > 0 ? assigned : [UNDEFINED];
  return assigned.length > 0 ? dropPlaceholders(union([declared, assigned])) : declared;
}

function instanceMember(ev: Evaluator, element: ElementOf<"instance">, key: string, self: Element, place: Place | undefined): Value {
  const declared = declaredMember(ev, element.of, key, false, self);
  const assigned = bind(fromHeap(ev, element, key), self);
  if (declared === undefined) return assigned.length > 0 ? assigned : inheritedMember(ev, element.of, key, place);
  return assigned.length > 0 ? dropPlaceholders(union([declared, assigned])) : declared;
}

/** A member that no class of the program declares: of the platform's class at the top of the chain, if there is one. */
function inheritedMember(ev: Evaluator, of: ClassElement, key: string, place: Place | undefined): Value {
  const above = rootClassOf(ev, of);
  switch (above?.kind) {
    case undefined:
    case "class":
      return [UNDEFINED];
    case "builtin":
      return builtinMember(ev, above, key, place);
    default:
      return [unknown("unknown-receiver", place, key)];
  }
}

/** Every member of an object that is read by a key that nobody knows. `seen`: objects that are part of the answer already. */
function anyMember(ev: Evaluator, element: Element, place: Place | undefined, seen = new Set<string>()): Value {
  // Objects that are copied into each other again and again (`{ ...state, [id]: value }`) would be walked on every way.
  if (seen.has(element.key)) return NOTHING;
  seen.add(element.key);
  switch (element.kind) {
    case "literal": {
      const node = element.module.facts.nodes[element.node];
      if (node?.kind === "array") return elementsOf(ev, element);
      if (node?.kind !== "object") return [unknown("string-operation", place)];
      return union(
        node.properties.map((property) => {
          if (property.key === null) return union(ev.value(element.module, property.value, element.frame).map((one) => anyMember(ev, one, place, seen)));
          return typeof property.key === "string"
            ? literalMember(ev, element, property.key, element)
            : ev.value(element.module, property.value, element.frame);
        }),
      );
    }
    case "assigned":
      return union([ev.thunk(element.value), anyMember(ev, element.base, place, seen)]);
    case "list":
      return union(element.items);
    case "without":
      return anyMember(ev, element.base, place, seen);
    case "merged":
      return union(element.of.flatMap((value) => value.map((one) => anyMember(ev, one, place, seen))));
    case "record":
      return union([...element.properties.values()]);
    case "unknown":
      return [element];
    case "parameter":
      return memberOf(ev, element, "*", place);
    case "string":
    case "primitive":
      // Characters of a text are no URL.
      return NOTHING;
    default:
      return [unknown("string-operation", place)];
  }
}

