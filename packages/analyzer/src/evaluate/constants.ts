import type { Node, NodeId } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Value } from "../values/value.ts";
import { primitive, text } from "../values/value.ts";

type Constant = Extract<Node, { kind: "text" | "primitive" }>;

const constants = new WeakMap<Module, Map<NodeId, Value>>();

/**
 * The value of a literal: the same in every frame and under every supposition. It is no step of work, so that no budget hides it: a member's
 * name that is not known would be any name.
 */
export function constantOf(module: Module, node: NodeId, constant: Constant): Value {
  let ofModule = constants.get(module);
  if (ofModule === undefined) constants.set(module, (ofModule = new Map<NodeId, Value>()));
  let value = ofModule.get(node);
  if (value === undefined) ofModule.set(node, (value = made(module, constant)));
  return value;
}

function made({ path }: Module, constant: Constant): Value {
  if (constant.kind === "primitive") return [primitive(constant.value)];
  return [text(constant.value, constant.at < 0 ? [] : [{ file: path, offset: constant.at }])];
}
