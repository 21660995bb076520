import { elementsOf } from "../evaluate/arrays.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { memberOf } from "../evaluate/member.ts";
import { isComponent } from "../evaluate/self.ts";
import { isRef } from "../models/builtin-calls.ts";
import { MODULE_FUNCTION } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Element, Value } from "../values/value.ts";
import { UNDEFINED, component, instance, literal, union, unknown } from "../values/value.ts";
import type { LocalBinding } from "./loads.ts";

/** What a name in a template means. */
export type Names = (name: string) => Value;

/** The names of a template's component: what its options declare and `setData` sets, or what `<script setup>` binds. */
export function componentNames(ev: Evaluator, module: Module): Names {
  const components = componentsIn(ev, module);
  return (name) => {
    const bound = module.facts.isComponentFile ? setupValue(ev, module, name) : [];
    if (bound.length > 0) return bound;
    const found = union(components.map((one) => memberInTemplate(ev, one, name)));
    return found.length > 0 ? found : [unknown("component-property", undefined, name)];
  };
}

function componentsIn(ev: Evaluator, module: Module): readonly Element[] {
  const found: Element[] = [];
  for (const node of module.facts.objectRoles.keys()) {
    const frame = ev.frames.open(module, module.facts.owners[node] ?? MODULE_FUNCTION);
    if (isComponent(ev, module, node, frame)) found.push(component(literal({ module, node, frame })));
  }
  if (found.length > 0) return found;
  // wepy: `export default class extends wepy.page`.
  const exported = module.facts.exports.get("default");
  const value = exported === undefined ? [] : ev.value(module, exported, ev.frames.open(module, MODULE_FUNCTION));
  return value.flatMap((element) => (element.kind === "class" ? [instance(element, undefined)] : []));
}

function memberInTemplate(ev: Evaluator, element: Element, name: string): Value {
  const data = memberOf(ev, element, "data", undefined);
  const first = data.map((one) => (one.kind === "unknown" ? [] : memberOf(ev, one, name, undefined)));
  // `this.url = …` is an assignment to the component.
  return defined(union([...first, memberOf(ev, element, name, undefined)]));
}

function defined(value: Value): Value {
  return value.filter((element) => element.key !== UNDEFINED.key);
}

/** What a script binds at its top; refs are read without `.value`. */
function setupValue(ev: Evaluator, module: Module, name: string): Value {
  const binding = module.facts.bindings.find((one) => one.name === name && one.owner === MODULE_FUNCTION);
  const frame = ev.frames.open(module, MODULE_FUNCTION);
  const value = union((binding?.definitions ?? []).map((node) => ev.value(module, node, frame)));
  return union(value.map((element) => (element.kind === "record" && isRef(element) ? memberOf(ev, element, "value", undefined) : [element])));
}

/** The names inside elements that bind some of their own. `read` gives the value of a loop's list in the names around it. */
export function localNames(ev: Evaluator, outer: Names, bindings: readonly LocalBinding[], read: (list: NonNullable<LocalBinding["list"]>, names: Names) => Value): Names {
  return bindings.reduce<Names>((names, { names: bound, list }) => {
    const handedIn = (name: string): Value => [unknown("component-property", undefined, name)];
    if (bound === "all") return handedIn;
    const [item] = bound;
    return (name) => {
      if (!bound.includes(name)) return names(name);
      return name === item && list !== undefined ? union(read(list, names).map((one) => elementsOf(ev, one))) : handedIn(name);
    };
  }, outer);
}
