import { BOUNDS } from "../bounds.ts";
import type { ClassElement, Element, ElementOf } from "../values/value.ts";
import type { Module } from "../program/module.ts";
import type { FunctionId } from "../facts/language.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Frame } from "./frame.ts";
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
    case "client":
      return [`h${String(element.made.module.id)}:${String(element.made.node)}`];
    case "client-method":
      return identitiesOf(ev, element.client).map((identity) => `${identity}.${element.method}`);
    case "record":
      return [element.key];
    case "merged":
      return [...new Set(partsOf(element).flatMap((one) => identitiesOf(ev, one)))];
    default:
      return [];
  }
}

/** What a copy is made of in the end, each once: copies of copies have more ways to their parts than could be gone. */
function partsOf(merged: ElementOf<"merged">): readonly Element[] {
  const all = new Map<string, Element>([[merged.key, merged]]);
  // A map that grows while it is walked.
  for (const one of all.values()) {
    const inner = one.kind === "merged" ? one.of.flat() : one.kind === "assigned" ? [one.base] : [];
    for (const part of inner) all.set(part.key, part);
  }
  return [...all.values()].filter(({ kind }) => kind !== "merged" && kind !== "assigned");
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

/**
 * The frame in which something is said of an object by a function. The function that made a client, or one inside of it, speaks of that client
 * alone, with what that call of it was handed.
 */
export function frameAround(ev: Evaluator, object: Element | undefined, module: Module, owner: FunctionId): Frame {
  const client = object?.kind === "client-method" ? object.client : object;
  return client?.kind === "client" && client.made.module === module ? ev.frames.at(client.made.frame, module, owner) : ev.frames.open(module, owner);
}
