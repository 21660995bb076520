import { isOver } from "../bounds.ts";
import type { Element, Value } from "../values/value.ts";
import { NOTHING, list, union, unknown } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";
import { identitiesOf } from "./identity.ts";
import { memberOf } from "./member.ts";

/** The path of an array's methods before their names. */
export const ARRAYS = "Array.prototype.";

/** An array's items, if it is known whole; undefined if not. */
export function itemsOf(ev: Evaluator, element: Element): readonly Value[] | undefined {
  if (element.kind === "list") return element.items;
  if (element.kind === "assigned") return undefined;
  if (element.kind !== "literal") return undefined;
  const node = element.module.facts.nodes[element.node];
  if (node?.kind !== "array") return undefined;
  const items: Value[] = [];
  for (const item of node.items) {
    const value = ev.value(element.module, item.value, element.frame);
    if (!item.spread) {
      items.push(value);
      continue;
    }
    const [only, ...others] = value;
    const inner = only === undefined || others.length > 0 ? undefined : itemsOf(ev, only);
    if (inner === undefined || isOver("items", items.length + inner.length, element.module.path)) return undefined;
    items.push(...inner);
  }
  return items;
}

/**
 * Any element of an iterable: what is written in it and what is pushed to it. `seen`: arrays that are part of the answer already (`all = [...all, one]`).
 */
export function elementsOf(ev: Evaluator, element: Element, seen = new Set<string>()): Value {
  if (seen.has(element.key)) return NOTHING;
  seen.add(element.key);
  if (element.kind === "unknown") return [element];
  if (element.kind === "parameter") return memberOf(ev, element, "0", undefined);
  if (element.kind === "list") return union(element.items);
  if (element.kind === "assigned") return union([elementsOf(ev, element.base, seen), ev.thunk(element.value)]);
  if (element.kind !== "literal") return [unknown("string-operation")];
  const node = element.module.facts.nodes[element.node];
  if (node?.kind !== "array") return [unknown("string-operation")];
  const written = node.items.map((item) => {
    const value = ev.value(element.module, item.value, element.frame);
    return item.spread ? union(value.map((one) => elementsOf(ev, one, seen))) : value;
  });
  const pushed = identitiesOf(ev, element).map((identity) => ev.heap.assigned(ev, identity, "0"));
  return union([...written, ...pushed]);
}

export function restOfArray(ev: Evaluator, element: Element, from: number): Value {
  const items = itemsOf(ev, element);
  if (items !== undefined) return [list(items.slice(from))];
  return element.kind === "unknown" ? [element] : NOTHING;
}

export function isArray(element: Element): boolean {
  if (element.kind === "list") return true;
  return element.kind === "literal" && element.module.facts.nodes[element.node]?.kind === "array";
}
