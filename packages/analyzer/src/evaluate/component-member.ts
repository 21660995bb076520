import { INDEX_STEPS, isOver } from "../bounds.ts";
import type { Place } from "../values/pattern.ts";
import type { Element, ElementOf, Value } from "../values/value.ts";
import { UNDEFINED, builtin, component, functionElement, literal, merged, record, union, unknown, without } from "../values/value.ts";
import { elementsOf } from "./arrays.ts";
import { isRef } from "../models/builtin-calls.ts";
import { COMPONENT_CLIENTS } from "../models/clients.ts";
import { sharedMember } from "./builtin-member.ts";
import { invoke } from "./call.ts";
import { dropPlaceholders } from "./evaluate-node.ts";
import type { NodeId } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Evaluator } from "./evaluator.ts";
import { identitiesOf } from "./identity.ts";
import { fromHeap, memberOf } from "./member.ts";
import { programStores } from "./store.ts";

/** `this.x` in a page, a component or an app. */
export function componentMember(ev: Evaluator, element: ElementOf<"component">, key: string, place: Place | undefined, asksUsers = true): Value {
  if (key === "data" || key === "$data") return [dataOf(ev, element)];
  if (key === "$options") return [element.options];
  if (INSTANCE_API.has(key)) return [builtin(`component.${key}`)];
  const declared = ownMember(ev, element.options, key, element, 0);
  const assigned = fromHeap(ev, element, key);
  if (declared !== undefined || assigned.length > 0) return dropPlaceholders(union([declared ?? [], assigned]));
  const shared = sharedMember(ev, key);
  if (shared.length > 0) return onSelf(shared, element);
  if (key === "$store") {
    const stores = programStores(ev);
    if (stores.length > 0) return stores;
  }
  const client = COMPONENT_CLIENTS.get(key);
  if (client !== undefined) return [builtin(client)];
  const users = asksUsers ? usersOf(ev, element) : [];
  const found = isOver("mixin-users", users.length, place?.file ?? "") ? [] : union(users.map((user) => componentMember(ev, user, key, place, false)));
  return found.length > 0 ? found : [unknown("unknown-receiver", place, key)];
}

/** A function that hangs on every component works on the one that it is read from. */
function onSelf(value: Value, self: Element): Value {
  return value.map((one) => (one.kind === "function" && one.self === undefined ? functionElement(one.module, one.function, one.frame, self) : one));
}

type Users = ReadonlyMap<string, readonly ElementOf<"component">[]>;

const NO_USERS: Users = new Map();

const usersByMixin = new WeakMap<Evaluator, Map<Module | "app", Users>>();

/**
 * The components that take in a mixin: what the mixin's `this` may be. Of those outside of the mixin's module only the app's count: what a
 * mixin does in a file that takes it in shows at the file's calls, with the file's own `this`.
 */
function usersOf(ev: Evaluator, mixin: ElementOf<"component">): readonly ElementOf<"component">[] {
  const { options } = mixin;
  const inApp = usersIn(ev, "app");
  const beside = options.kind === "literal" && !ev.host.isOfApp(options.module) ? usersIn(ev, options.module) : undefined;
  return identitiesOf(ev, options).flatMap((identity) => [...(inApp.get(identity) ?? []), ...(beside?.get(identity) ?? [])]);
}

function usersIn(ev: Evaluator, place: Module | "app"): Users {
  let known = usersByMixin.get(ev);
  if (known === undefined) usersByMixin.set(ev, (known = new Map<Module | "app", Users>()));
  const before = known.get(place);
  if (before !== undefined) return before;
  // While the index is made, no mixin has users: their sections may be read through a mixin's `this`.
  known.set(place, NO_USERS);
  const modules = place === "app" ? ev.host.modules.filter((module) => ev.host.isOfApp(module)) : [place];
  const users = ev.forAll(() => indexMixins(ev, modules), INDEX_STEPS) ?? NO_USERS;
  known.set(place, users);
  return users;
}

function indexMixins(ev: Evaluator, modules: readonly Module[]): Users {
  const index = new Map<string, ElementOf<"component">[]>();
  for (const module of modules) {
    for (const node of mixingObjects(module)) {
      const options = literal({ module, node, frame: ev.frames.open(module, module.facts.owners[node] ?? 0) });
      const mixins = MIXIN_SECTIONS.flatMap((name) => section(ev, options, name)).flatMap((one) => elementsOf(ev, one));
      for (const identity of mixins.flatMap((one) => identitiesOf(ev, one))) {
        const users = index.get(identity);
        if (users === undefined) index.set(identity, [component(options)]);
        else users.push(component(options));
      }
    }
  }
  return index;
}

const MIXIN_SECTIONS = ["mixins", "behaviors"] as const;

/** Object literals with mixins. */
function mixingObjects(module: Module): readonly NodeId[] {
  return [...module.facts.nodes.entries()].flatMap(([id, node]) => (node.kind === "object" && node.properties.some(({ key }) => key === "mixins" || key === "behaviors") ? [id] : []));
}

/** What every page and component can do; no option of the program has these names. Sources: Page(), Component(), Vue's instance API. */
const INSTANCE_API: ReadonlySet<string> = new Set([
  "setData", "triggerEvent", "selectComponent", "selectAllComponents", "selectOwnerComponent", "createSelectorQuery", "createIntersectionObserver",
  "getRelationNodes", "groupSetData", "hasBehavior", "$emit", "$on", "$once", "$off", "$nextTick", "$refs", "$forceUpdate", "$watch", "$set", "$delete",
  "$destroy", "$createElement", "$slots", "$scopedSlots", "$attrs", "$listeners", "$el", "$root", "$parent", "$children",
]);

function defined(value: Value): Value | undefined {
  const found = value.filter((element) => element.key !== UNDEFINED.key);
  return found.length > 0 ? value : undefined;
}

function section(ev: Evaluator, options: Element, name: string): Value {
  return memberOf(ev, options, name, undefined).filter((element) => element.kind !== "primitive" && element.kind !== "unknown");
}

/** What the options themselves say about a member; undefined where they say nothing. */
function ownMember(ev: Evaluator, options: Element, key: string, self: Element, depth: number): Value | undefined {
  for (const methods of [...section(ev, options, "methods"), ...section(ev, options, "actions")]) {
    const value = defined(memberOf(ev, methods, key, undefined, self));
    if (value !== undefined) return value;
  }
  for (const getters of section(ev, options, "getters")) {
    const value = defined(memberOf(ev, getters, key, undefined, self));
    if (value !== undefined) return union(value.map((one) => invoke(ev, one, undefined, [[self]])));
  }
  for (const computed of section(ev, options, "computed")) {
    const value = defined(memberOf(ev, computed, key, undefined, self));
    if (value !== undefined) return union(value.map((one) => computedValue(ev, one, self)));
  }
  if (!RESERVED.has(key)) {
    const own = defined(memberOf(ev, options, key, undefined, self));
    if (own !== undefined) return own;
  }
  for (const data of [...dataElements(ev, options, self), ...setupElements(ev, options, self)]) {
    const value = defined(memberOf(ev, data, key, undefined));
    if (value !== undefined) return unwrapRefs(ev, value);
  }
  const property = propertyValue(ev, options, key);
  if (property !== undefined) return property;
  if (isOver("mixins", depth + 1, fileOf(options))) return undefined;
  for (const name of ["mixins", "behaviors", "extends"]) {
    for (const mixins of section(ev, options, name)) {
      const each = name === "extends" ? [mixins] : elementsOf(ev, mixins);
      for (const mixin of each) {
        if (mixin.kind === "unknown") continue;
        const value = ownMember(ev, mixin, key, self, depth + 1);
        if (value !== undefined) return value;
      }
    }
  }
  return undefined;
}

/** Sections of the options that are no members of the component. */
const RESERVED: ReadonlySet<string> = new Set(["data", "methods", "computed", "props", "properties", "mixins", "behaviors", "watch", "components", "setup", "state", "getters", "actions"]);

function computedValue(ev: Evaluator, element: Element, self: Element): Value {
  if (element.kind === "function") return invoke(ev, element, undefined, []);
  // What `mapState` gives is the value itself.
  if (element.kind !== "literal") return [element];
  const getter = memberOf(ev, element, "get", undefined, self);
  return union(getter.map((one) => (one.kind === "function" ? invoke(ev, one, undefined, []) : [])));
}

/** What `setup` returns is read without `.value`. */
function unwrapRefs(ev: Evaluator, value: Value): Value {
  return union(value.map((one) => (one.kind === "record" && isRef(one) ? memberOf(ev, one, "value", undefined) : [one])));
}

function dataElements(ev: Evaluator, options: Element, self: Element): Value {
  return union(
    [...memberOf(ev, options, "data", undefined, self), ...memberOf(ev, options, "state", undefined, self)].map((data) => (data.kind === "function" ? invoke(ev, data, undefined, []) : [data])),
  ).filter((element) => element.kind !== "primitive" && element.kind !== "unknown");
}

function setupElements(ev: Evaluator, options: Element, self: Element): Value {
  const setup = memberOf(ev, options, "setup", undefined, self).filter((element) => element.kind === "function");
  return union(setup.map((one) => invoke(ev, one, undefined, []))).filter((element) => element.kind === "literal");
}

/** A prop's default, beside what a parent may hand in. */
function propertyValue(ev: Evaluator, options: Element, key: string): Value | undefined {
  for (const name of ["props", "properties"]) {
    for (const props of section(ev, options, name)) {
      const value = defined(memberOf(ev, props, key, undefined));
      if (value === undefined) continue;
      const defaults = value.flatMap((one) =>
        one.kind === "literal" ? ["default", "value"].flatMap((part) => memberOf(ev, one, part, undefined)) : [],
      );
      const shown = defaults.flatMap((one) => (one.kind === "function" ? invoke(ev, one, undefined, []) : [one]));
      return [...dropPlaceholders(shown).filter((one) => one.kind === "string"), unknown("component-property", undefined, key)];
    }
  }
  return undefined;
}

function fileOf(options: Element): string {
  return options.kind === "literal" ? options.module.path : "";
}

/** Mixins and behaviors with those that they mix in themselves. */
function mixinsOf(ev: Evaluator, options: Element, depth: number): readonly Element[] {
  if (isOver("mixins", depth + 1, fileOf(options))) return [];
  const direct = MIXIN_SECTIONS.flatMap((name) => section(ev, options, name)).flatMap((one) => elementsOf(ev, one));
  return direct.filter((one) => one.kind === "literal" || one.kind === "assigned").flatMap((one) => [...mixinsOf(ev, one, depth + 1), one]);
}

/** `this.data`: what the options declare, what `setData` sets, and properties. */
function dataOf(ev: Evaluator, element: ElementOf<"component">): Element {
  const declared = dataElements(ev, element.options, element);
  const properties = new Map<string, Value>();
  for (const props of section(ev, element.options, "properties")) {
    const node = props.kind === "literal" ? props.module.facts.nodes[props.node] : undefined;
    if (node?.kind !== "object") continue;
    for (const one of node.properties) {
      if (typeof one.key !== "string") continue;
      const value = propertyValue(ev, element.options, one.key);
      if (value !== undefined) properties.set(one.key, value);
    }
  }
  const own = record(`${element.options.key} data`, properties);
  // Each component has a copy of what a mixin declares: what one sets, no other sees.
  const mixed = mixinsOf(ev, element.options, 0).map((mixin) => dataElements(ev, mixin, element).map((data) => without(data, []))).filter((data) => data.length > 0);
  return declared.length + mixed.length === 0 ? own : merged([[own], ...mixed, declared]);
}

