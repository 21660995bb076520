import { BOUNDS } from "../bounds.ts";
import type { ClassElement, Element } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";
import { superClassOf } from "./classes.ts";

/**
 * What an object is known by when somebody assigns to its members: where it was written, whatever the frame. An
 * class or an instance of it is known by the classes above, too.
 */
export function identitiesOf(ev: Evaluator, element: Element): readonly string[] {
  switch (element.kind) {
    case "literal":
      return [`o${String(element.module.id)}:${String(element.node)}`];
    case "assigned":
      return identitiesOf(ev, element.base);
    case "function":
      return [`f${String(element.module.id)}:${String(element.function)}`];
    case "class":
      return alongClasses(ev, element, "c");
    case "instance":
      return alongClasses(ev, element.of, "i");
    case "namespace":
      return [`n${String(element.module.id)}`];
    case "component":
      return identitiesOf(ev, element.options).map((identity) => `t${identity}`);
    case "builtin":
      return [`b${element.path}`];
    case "record":
    case "client":
    case "client-method":
      return [element.key];
    case "merged":
      return element.of.flatMap((value) => value.flatMap((one) => identitiesOf(ev, one)));
    default:
      return [];
  }
}

/** A class and those above it, whose members it has. */
function alongClasses(ev: Evaluator, start: ClassElement, prefix: "c" | "i"): readonly string[] {
  const names: string[] = [];
  for (let of = start; names.length < BOUNDS["super-classes"].limit; ) {
    names.push(`${prefix}${String(of.module.id)}:${String(of.class)}`);
    const above = superClassOf(ev, of);
    if (above?.kind !== "class") break;
    of = above;
  }
  return names;
}
