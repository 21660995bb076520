import type { Element } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";

/** An object with more keys is a table of data. */
const MAX_KEYS = 200;

/**
 * The keys that an object is written with, in order; undefined where they can't all be told. `seen`: objects whose keys are part of the answer already,
 * or that have shown not to tell theirs.
 */
export function ownKeys(ev: Evaluator, element: Element, seen = new Map<string, readonly string[] | undefined>()): readonly string[] | undefined {
  if (seen.has(element.key)) return seen.get(element.key);
  seen.set(element.key, []);
  const keys = keysWithin(ev, element, seen);
  seen.set(element.key, keys);
  return keys;
}

function keysWithin(ev: Evaluator, element: Element, seen: Map<string, readonly string[] | undefined>): readonly string[] | undefined {
  const keysOf = (one: Element): readonly string[] | undefined => ownKeys(ev, one, seen);
  switch (element.kind) {
    case "literal": {
      const node = element.module.facts.nodes[element.node];
      if (node?.kind !== "object" || node.properties.length > MAX_KEYS) return undefined;
      return together(
        node.properties.map(({ key, value }) => {
          if (typeof key === "string") return [key];
          return key === null ? together(ev.value(element.module, value, element.frame).map((one) => (one.kind === "primitive" ? [] : keysOf(one)))) : undefined;
        }),
      );
    }
    case "assigned":
      return element.property === null ? undefined : together([keysOf(element.base), [element.property]]);
    case "without":
      return keysOf(element.base)?.filter((key) => !element.properties.includes(key));
    case "record":
      return [...element.properties.keys()];
    case "merged":
      return together(element.of.flatMap((value) => value.map(keysOf)));
    case "namespace":
      return [...element.module.facts.exports.keys()];
    default:
      return undefined;
  }
}

function together(parts: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const keys = new Set<string>();
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const key of part) keys.add(key);
  }
  return [...keys];
}
