import type { FunctionId, NodeId } from "../facts/language.ts";
import { isComponentDefiner, isComponentSection, looksLikeComponent } from "../models/components.ts";
import type { Module } from "../program/module.ts";
import type { Element, Value } from "../values/value.ts";
import { classElement, component, instance, literal, unknown } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Frame } from "./frame.ts";

/** What `this` is in a function: what its frame says, else the object or class that it was written in. */
export function selfOf(ev: Evaluator, frame: Frame): Value {
  if (frame.self !== undefined) return [frame.self];
  const facts = frame.module.facts.functions[frame.function];
  const home = facts?.home;
  if (home === undefined || frame.parent === undefined) return [unknown("unknown-receiver")];
  if (home.kind === "class") {
    const of = classElement(frame.module, home.class, ev.frames.at(frame.parent, frame.module, ownerOfClass(frame.module, home.class)));
    // Which instance it is depends on who calls the method.
    if (!home.isStatic) ev.touch(frame.module, frame.function);
    return home.isStatic ? [of] : [instance(of, undefined)];
  }
  return [receiverOf(ev, frame.module, home.object, frame.parent)];
}

function ownerOfClass(module: Module, id: number): FunctionId {
  return module.facts.classes[id]?.owner ?? 0;
}

/** The object that a method written in an object literal works on: the literal, or the component that it describes. */
function receiverOf(ev: Evaluator, module: Module, object: NodeId, frame: Frame): Element {
  const owner = module.facts.owners[object] ?? 0;
  const at = ev.frames.at(frame, module, owner);
  const own = literal({ module, node: object, frame: at });
  if (isComponent(ev, module, object, at)) return component(own);
  const parent = module.facts.objectParents.get(object);
  if (parent !== undefined && isComponentSection(parent.key)) {
    const outer = literal({ module, node: parent.parent, frame: at });
    if (isComponent(ev, module, parent.parent, at)) return component(outer);
  }
  return own;
}

/** Whether an object literal describes a page, a component or an app. */
export function isComponent(ev: Evaluator, module: Module, object: NodeId, frame: Frame): boolean {
  const role = module.facts.objectRoles.get(object);
  if (role !== undefined) {
    if (role.call < 0) return true;
    const call = module.facts.nodes[role.call];
    if (call?.kind === "call") {
      const callee = ev.value(module, call.callee, frame);
      if (callee.some((element) => element.kind === "builtin" && isComponentDefiner(element.path))) return true;
    }
  }
  const node = module.facts.nodes[object];
  return node?.kind === "object" && looksLikeComponent(node.properties.map((property) => property.key));
}
