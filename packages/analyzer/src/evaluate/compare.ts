import { knownPrefix, knownText } from "../values/pattern.ts";
import type { Element, Value } from "../values/value.ts";
import { text, union, unknown } from "../values/value.ts";
import { booleans } from "./evaluate-node.ts";

type Operator = "===" | "!==" | "<" | ">" | "<=" | ">=";

export function compare(operator: Operator, left: Value, right: Value): Value {
  if (left.length === 0 || right.length === 0) return booleans(true, true);
  let mayBeTrue = false;
  let mayBeFalse = false;
  for (const a of left) {
    for (const b of right) {
      const holds = compareOne(operator, a, b);
      mayBeTrue ||= holds !== false;
      mayBeFalse ||= holds !== true;
    }
    if (mayBeTrue && mayBeFalse) break;
  }
  return booleans(mayBeTrue, mayBeFalse);
}

function compareOne(operator: Operator, a: Element, b: Element): boolean | undefined {
  if (operator === "===" || operator === "!==") {
    const equal = equals(a, b);
    return equal === undefined ? undefined : equal === (operator === "===");
  }
  if (a.kind !== "primitive" || b.kind !== "primitive" || typeof a.value !== "number" || typeof b.value !== "number") return undefined;
  switch (operator) {
    case "<":
      return a.value < b.value;
    case ">":
      return a.value > b.value;
    case "<=":
      return a.value <= b.value;
    case ">=":
      return a.value >= b.value;
  }
}

function equals(a: Element, b: Element): boolean | undefined {
  if (a.kind === "string" && b.kind === "string") {
    const left = knownText(a.pattern);
    const right = knownText(b.pattern);
    if (left !== undefined && right !== undefined) return left === right;
    const one = knownPrefix(a.pattern);
    const two = knownPrefix(b.pattern);
    return one.startsWith(two) || two.startsWith(one) ? undefined : false;
  }
  if (a.kind === "primitive" && b.kind === "primitive") {
    // `==` and `===` are one operator here: null and undefined may be equal.
    if ((a.value === null || a.value === undefined) && (b.value === null || b.value === undefined)) return a.value === b.value ? true : undefined;
    return a.value === b.value;
  }
  if (isUnsure(a) || isUnsure(b)) return undefined;
  const plain = (element: Element): boolean => element.kind === "string" || element.kind === "primitive";
  if (plain(a) !== plain(b)) return a.kind === "builtin" || b.kind === "builtin" ? undefined : false;
  if (a.kind === "primitive" || b.kind === "primitive") {
    const other = a.kind === "primitive" ? a : b.kind === "primitive" ? b : undefined;
    return other?.value === null || other?.value === undefined ? false : undefined;
  }
  return a.key === b.key ? true : undefined;
}

function isUnsure(element: Element): boolean {
  return element.kind === "unknown" || element.kind === "parameter" || element.kind === "builtin";
}

export function typeOf(value: Value): Value {
  return union(
    value.map((element): Value => {
      switch (element.kind) {
        case "string":
          return [text("string")];
        case "primitive":
          return [text(element.value === null ? "object" : typeof element.value)];
        case "function":
        case "class":
        case "client-method":
          return [text("function")];
        case "unknown":
        case "parameter":
        case "builtin":
          return [unknown("string-operation")];
        default:
          return [text("object")];
      }
    }),
  );
}
