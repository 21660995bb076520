import type { ClassMember } from "../facts/language.ts";
import type { ClassElement, Element, Value } from "../values/value.ts";
import { NOTHING, functionElement } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";

/** Longer chains of inheritance are not followed. */
const MAX_SUPER = 8;

export function superClassOf(ev: Evaluator, of: ClassElement): Element | undefined {
  const facts = of.module.facts.classes[of.class];
  if (facts?.superClass === undefined) return undefined;
  return ev.value(of.module, facts.superClass, of.frame)[0];
}

/** A member declared by the class or by one above it; undefined if none declares it. */
export function declaredMember(ev: Evaluator, of: ClassElement, key: string, isStatic: boolean, self: Element): Value | undefined {
  let at: Element | undefined = of;
  for (let depth = 0; at?.kind === "class" && depth < MAX_SUPER; depth++) {
    const facts = at.module.facts.classes[at.class];
    const member = facts?.members.find((one) => one.isStatic === isStatic && one.key === key);
    if (member !== undefined) return memberValue(ev, at, member, self);
    at = superClassOf(ev, at);
  }
  return undefined;
}

function memberValue(ev: Evaluator, of: ClassElement, member: ClassMember, self: Element): Value {
  const fn = of.module.facts.functions[member.function];
  if (fn === undefined) return NOTHING;
  if (member.kind === "method") return [functionElement(of.module, member.function, of.frame, self)];
  const values = { kind: "values", values: [] } as const;
  return ev.results(ev.frames.make(of.module, member.function, of.frame, values, self));
}
