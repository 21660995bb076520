import { BOUNDS, isOver } from "../bounds.ts";
import type { Item } from "../facts/language.ts";
import type { Element, Value } from "../values/value.ts";
import { NOTHING, UNDEFINED, union, unknown } from "../values/value.ts";
import { itemsOf } from "./arrays.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Arguments } from "./frame.ts";

export function argumentAt(ev: Evaluator, args: Arguments, index: number): Value {
  if (args.kind === "values") return args.values[index] ?? [UNDEFINED];
  if (args.kind === "open") return [unknown("parameter")];
  const { call, skip } = args;
  const node = call.module.facts.nodes[call.node];
  if (node?.kind !== "call") return NOTHING;
  return itemAt(ev, node.arguments, index + skip, (item) => ev.value(call.module, item.value, call.frame));
}

export function argumentsFrom(ev: Evaluator, args: Arguments, index: number): Value[] {
  if (args.kind === "values") return args.values.slice(index);
  if (args.kind === "open") return [];
  const { call, skip } = args;
  const node = call.module.facts.nodes[call.node];
  if (node?.kind !== "call") return [];
  const items = node.arguments.slice(index + skip);
  const isCut = isOver("arguments", items.length, call.module.path);
  const values = items.slice(0, BOUNDS.arguments.limit).flatMap((item): Value[] => {
    const value = ev.value(call.module, item.value, call.frame);
    if (!item.spread) return [value];
    const inner = value.flatMap((element): Value[] => [...(itemsOf(ev, element) ?? [])]);
    return inner;
  });
  return isCut ? [...values, [unknown("too-many-values")]] : values;
}

/** The item at `index` of a list with spreads in it. */
function itemAt(ev: Evaluator, items: readonly Item[], index: number, valueOf: (item: Item) => Value): Value {
  let position = 0;
  for (const item of items) {
    if (!item.spread) {
      if (position === index) return valueOf(item);
      position++;
      continue;
    }
    const [only, ...others] = valueOf(item);
    const spread = only === undefined || others.length > 0 ? undefined : itemsOf(ev, only);
    if (spread === undefined) return union(valueOf(item).map((element) => fromUnknownSpread(element)));
    const hit = spread[index - position];
    if (hit !== undefined) return hit;
    position += spread.length;
  }
  return [UNDEFINED];
}

function fromUnknownSpread(element: Element): Value {
  return element.kind === "unknown" ? [element] : [unknown("parameter")];
}
