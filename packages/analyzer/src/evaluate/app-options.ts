import { INDEX_STEPS } from "../bounds.ts";
import type { FunctionId, NodeId } from "../facts/language.ts";
import { APP_CLASS } from "../models/components.ts";
import type { Module } from "../program/module.ts";
import type { Value } from "../values/value.ts";
import { classElement, component, instance, NOTHING, union, unknown } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";
import { moduleIndex } from "./module-index.ts";

/** What may describe an app: a class that extends another, the object that `App({…})` is given, what a component file exports. */
type Candidate =
  | { readonly kind: "class"; readonly module: Module; readonly class: number; readonly superClass: NodeId; readonly owner: FunctionId }
  | { readonly kind: "options"; readonly module: Module; readonly object: NodeId; readonly isCall: boolean };

const candidates = moduleIndex<Candidate>(
  (module) => {
    const { classes, objectRoles, nodes } = module.facts;
    const found: Candidate[] = [];
    for (const { superClass, id, owner } of classes) if (superClass !== undefined) found.push({ kind: "class", module, class: id, superClass, owner });
    for (const [object, role] of objectRoles) {
      const call = role.call < 0 ? undefined : nodes[role.call];
      const callee = call?.kind === "call" ? nodes[call.callee] : undefined;
      const isCall = callee?.kind === "global" && callee.name === "App";
      if (isCall || role.call < 0) found.push({ kind: "options", module, object, isCall });
    }
    return found;
  },
  (ev, one) => optionsIn(ev, one).length > 0,
);

function optionsIn(ev: Evaluator, one: Candidate): Value {
  const { module } = one;
  if (one.kind === "class") {
    const frame = ev.frames.open(module, one.owner);
    const isApp = ev.value(module, one.superClass, frame).some((element) => element.kind === "builtin" && element.path === APP_CLASS);
    return isApp ? [instance(classElement(module, one.class, frame), undefined)] : NOTHING;
  }
  if (!one.isCall && module.path !== ev.host.appFile) return NOTHING;
  return ev.value(module, one.object, ev.frames.open(module, 0)).map((options) => component(options));
}

const known = new WeakMap<Evaluator, { readonly of: number; readonly value: Value }>();

/** What `App({…})` is given, what App.vue exports, and an app that is written as a class. */
export function appOptions(ev: Evaluator): Value {
  const all = candidates.of(ev);
  const before = known.get(ev);
  // Modules come in while expressions are evaluated; with each, the app's may have come.
  if (before?.of === all.length) return before.value;
  // While they are looked for, there are none: a class of the app may extend what the app holds.
  known.set(ev, { of: all.length, value: NOTHING });
  const answer = ev.forAll(() => union(all.map((one) => optionsIn(ev, one))), INDEX_STEPS) ?? [unknown("too-deep")];
  known.set(ev, { of: all.length, value: answer });
  return answer;
}
