import { isOver } from "../bounds.ts";
import type { ClassMember } from "../facts/language.ts";
import type { ClassElement, Element, Value } from "../values/value.ts";
import { NOTHING, UNDEFINED, functionElement, instance, union, unknown } from "../values/value.ts";
import { isComponentDefiner } from "../models/components.ts";
import { invoke } from "./call.ts";
import { memberOf } from "./member.ts";
import type { Evaluator } from "./evaluator.ts";

const SECTIONS: readonly string[] = ["data", "methods", "computed"];

export function superClassOf(ev: Evaluator, of: ClassElement): Element | undefined {
  const facts = of.module.facts.classes[of.class];
  if (facts?.superClass === undefined) return undefined;
  return ev.value(of.module, facts.superClass, of.frame)[0];
}

/** What the topmost class of the program extends; the class itself where the chain is too long, undefined where it extends nothing. */
export function rootClassOf(ev: Evaluator, of: ClassElement): Element | undefined {
  let at: Element | undefined = of;
  for (let depth = 0; at?.kind === "class" && !isOver("super-classes", depth + 1, at.module.path); depth++) at = superClassOf(ev, at);
  return at;
}

/** A member declared by the class or by one above it; undefined if none declares it. */
export function declaredMember(ev: Evaluator, of: ClassElement, key: string, isStatic: boolean, self: Element): Value | undefined {
  if (isStatic && key === "prototype") return [instance(of, undefined)];
  if (isStatic && key === "constructor") return constructorOf(ev, of);
  let at: Element | undefined = of;
  for (let depth = 0; at?.kind === "class" && !isOver("super-classes", depth + 1, at.module.path); depth++) {
    const facts = at.module.facts.classes[at.class];
    const member = facts?.members.find((one) => one.isStatic === isStatic && one.key === key);
    if (member !== undefined) return memberValue(ev, at, member, self);
    at = superClassOf(ev, at);
  }
  if (at?.kind === "class") return [unknown("too-deep")];
  if (isStatic || at?.kind !== "builtin" || !isComponentDefiner(at.path) || SECTIONS.includes(key)) return undefined;
  // A page that is written as a class (`extends wepy.page`) has its `data` and `methods` for members.
  for (const section of SECTIONS) {
    for (const one of declaredMember(ev, of, section, false, self) ?? []) {
      const value = memberOf(ev, one, key, undefined, self).filter((element) => element.key !== UNDEFINED.key);
      if (value.length > 0) return section === "computed" ? union(value.map((element) => invoke(ev, element, undefined, []))) : value;
    }
  }
  return undefined;
}

/** What `super(…)` calls: the nearest constructor, on the `this` of whoever calls it. */
function constructorOf(ev: Evaluator, of: ClassElement): Value {
  let at: Element | undefined = of;
  for (let depth = 0; at?.kind === "class" && !isOver("super-classes", depth + 1, at.module.path); depth++) {
    const own = at.module.facts.classes[at.class]?.constructorFunction;
    if (own !== undefined) return [functionElement(at.module, own, at.frame, undefined)];
    at = superClassOf(ev, at);
  }
  return NOTHING;
}

function memberValue(ev: Evaluator, of: ClassElement, member: ClassMember, self: Element): Value {
  const fn = of.module.facts.functions[member.function];
  if (fn === undefined) return NOTHING;
  if (member.kind === "method") return [functionElement(of.module, member.function, of.frame, self)];
  const values = { kind: "values", values: [] } as const;
  return ev.results(ev.frames.make(of.module, member.function, of.frame, values, self));
}
