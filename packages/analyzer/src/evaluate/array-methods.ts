import { BOUNDS, isOver } from "../bounds.ts";
import type { Element, Value } from "../values/value.ts";
import { list, string, text, union, unknown } from "../values/value.ts";
import { concatenate, textPattern } from "../values/pattern.ts";
import { patternOf } from "../values/value.ts";
import { elementsOf, isArray, itemsOf } from "./arrays.ts";
import type { CallArguments } from "./call.ts";
import { invoke } from "./call.ts";
import type { Evaluator } from "./evaluator.ts";
import { keysOf } from "./member.ts";

/** Methods of arrays that a URL can be built with; undefined for what is no array method. */
export function arrayMethod(ev: Evaluator, receiver: Element, key: string, args: CallArguments): Value | undefined {
  switch (key) {
    case "join":
      return joined(ev, receiver, args);
    case "map": {
      const items = itemsOf(ev, receiver);
      if (items === undefined) return [unknown("string-operation", args.place)];
      const mappers = args.at(0);
      return [list(items.map((item) => union(mappers.map((mapper) => invoke(ev, mapper, undefined, [item])))))];
    }
    case "filter":
    case "reverse":
    case "sort":
      return [receiver];
    case "find":
    case "pop":
    case "shift":
    case "at":
      return elementsOf(ev, receiver);
    case "concat":
      return [concatenated(ev, receiver, args)];
    case "slice": {
      const items = itemsOf(ev, receiver);
      const from = args.count === 0 ? 0 : Number(keysOf(args.at(0)).known[0]);
      return items !== undefined && args.count < 2 && Number.isInteger(from) ? [list(items.slice(from))] : [unknown("string-operation", args.place)];
    }
    case "push":
    case "unshift":
    case "forEach":
    case "indexOf":
    case "includes":
    case "some":
    case "every":
    case "reduce":
    case "splice":
    case "findIndex":
      return [unknown("string-operation", args.place)];
    default:
      return undefined;
  }
}

/** Arrays that double from call to call outgrow every count of steps: their length has its own bound. */
function concatenated(ev: Evaluator, receiver: Element, args: CallArguments): Element {
  let items = itemsOf(ev, receiver);
  for (let index = 0; index < args.count && items !== undefined; index++) {
    for (const element of args.at(index)) {
      const more: readonly Value[] = isArray(element) ? (itemsOf(ev, element) ?? []) : [[element]];
      if (isOver("items", items.length + more.length, args.place?.file ?? "")) return unknown("too-many-values", args.place);
      items = [...items, ...more];
    }
  }
  return items === undefined ? unknown("string-operation", args.place) : list(items);
}

function joined(ev: Evaluator, receiver: Element, args: CallArguments): Value {
  const items = itemsOf(ev, receiver);
  const separator = args.count === 0 ? "," : keysOf(args.at(0)).known[0];
  if (items === undefined || separator === undefined) return [unknown("string-operation", args.place)];
  let rows: Element[] = [text("")];
  let isCut = false;
  for (const [index, item] of items.entries()) {
    rows = rows.flatMap((row) =>
      item.map((element) =>
        string(concatenate([patternOf(row), ...(index === 0 ? [] : [textPattern(separator)]), patternOf(element)])),
      ),
    );
    if (!isOver("joined", rows.length, args.place?.file ?? "")) continue;
    rows = rows.slice(0, BOUNDS.joined.limit);
    isCut = true;
  }
  return isCut ? [...rows, unknown("too-many-values", args.place)] : rows;
}
