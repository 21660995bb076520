import type * as t from "@babel/types";
import type { Draft } from "./builder.ts";
import { member } from "./builder.ts";
import type { Item, NodeId } from "./language.ts";
import { assignMember, defineMember } from "./lower-assignment.ts";

/** `(this && this.__importDefault) || function …`: where TypeScript writes a helper into a module, `this` never has one. */
export function isCompilersHelper({ operator, left }: t.LogicalExpression): boolean {
  if (operator !== "||" || left.type !== "LogicalExpression" || left.operator !== "&&" || left.left.type !== "ThisExpression") return false;
  const { right } = left;
  return right.type === "MemberExpression" && right.object.type === "ThisExpression" && right.property.type === "Identifier" && right.property.name.startsWith("__");
}

/**
 * What the helpers of Babel do that it puts in the place of classes and computed keys. `_createClass(F, [{ key: "m", value: function … }], […])`
 * is known by its form, since minifiers rename it: methods of F, then static ones. `_defineProperty(object, "key", value)` is known by its name.
 */
export function noteCompiled(draft: Draft, callee: t.Node, items: readonly Item[]): void {
  const [target, second, third] = items;
  if (target === undefined || second === undefined) return;
  const [methods, statics] = [definitionsIn(draft, second.value), third && definitionsIn(draft, third.value)];
  if (methods.length > 0 || (statics !== undefined && statics.length > 0)) {
    const prototype = member(draft, target.value, "prototype", -1);
    for (const { key, descriptor } of methods) defineMember(draft, prototype, key, descriptor);
    for (const { key, descriptor } of statics ?? []) defineMember(draft, target.value, key, descriptor);
    return;
  }
  const key = draft.nodes[second.value];
  if (third !== undefined && key?.kind === "text" && isDefineProperty(callee)) assignMember(draft, target.value, key.value, third.value);
}

/** `_defineProperty`, `_defineProperty2.default`, `(0, _defineProperty3.default)`. */
function isDefineProperty(callee: t.Node): boolean {
  if (callee.type === "Identifier") return isDefineName(callee.name);
  if (callee.type === "SequenceExpression") return callee.expressions.slice(-1).some(isDefineProperty);
  return callee.type === "MemberExpression" && isDefineProperty(callee.object);
}

/** Whether a function is Babel's `_defineProperty`, whose calls say what it assigns. */
export function isDefineName(name: string): boolean {
  return /^_defineProperty\d*$/.test(name);
}

/** The elements of a list of nothing but `{ key: "name", value: function … }`, or a getter or setter in its place. */
function definitionsIn(draft: Draft, id: NodeId): { key: string; descriptor: NodeId }[] {
  const list = draft.nodes[id];
  if (list?.kind !== "array") return [];
  const found = list.items.flatMap((item) => {
    const node = draft.nodes[item.value];
    if (node?.kind !== "object") return [];
    const key = draft.nodes[node.properties.find((property) => property.key === "key")?.value ?? -1];
    const isMethod = node.properties.some((property) => typeof property.key === "string" && ACCESS.has(property.key) && draft.nodes[property.value]?.kind === "function");
    return key?.kind === "text" && isMethod ? [{ key: key.value, descriptor: item.value }] : [];
  });
  return found.length === list.items.length ? found : [];
}

const ACCESS: ReadonlySet<string> = new Set(["value", "get", "set"]);
