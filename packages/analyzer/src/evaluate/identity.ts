import type { Element } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";
import { superClassOf } from "./classes.ts";

/**
 * What an object is known by when somebody assigns to its members: where it was written, whatever the frame. An
 * instance is known by its class and the classes above it.
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
      return [`c${String(element.module.id)}:${String(element.class)}`];
    case "instance": {
      const names: string[] = [];
      for (let of = element.of; names.length < 8; ) {
        names.push(`i${String(of.module.id)}:${String(of.class)}`);
        const above = superClassOf(ev, of);
        if (above?.kind !== "class") break;
        of = above;
      }
      return names;
    }
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
