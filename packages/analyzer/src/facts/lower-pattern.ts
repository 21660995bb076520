import type * as t from "@babel/types";
import type { Draft } from "./builder.ts";
import { add, addBinding, define, member, text, unknown } from "./builder.ts";
import type { BindingId, NodeId } from "./language.ts";
import { ownText } from "../source/own-text.ts";
import { assignTo } from "./lower-assignment.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lookUp } from "./scope.ts";
import { literalOf, privateName, startOf } from "./tree.ts";
import type { Tree } from "./tree.ts";

export function declare(draft: Draft, names: readonly string[]): void {
  if (names.length === 0) return;
  const known = (draft.scope.names ??= new Map<string, BindingId>());
  for (const name of names) {
    if (!known.has(name)) known.set(name, addBinding(draft, name, draft.current.id));
  }
}

/**
 * Binds a pattern's names to the parts of `value`. With `declares` false it is an assignment (`({ a } = b)`), whose
 * targets may be members too.
 */
export function bindPattern(draft: Draft, pattern: t.Node, value: NodeId, declares: boolean): void {
  switch (pattern.type) {
    case "Identifier": {
      const binding = lookUp(draft.scope, pattern.name);
      if (binding !== undefined) define(draft, binding, value);
      else if (!declares) assignTo(draft, pattern, value);
      break;
    }
    case "AssignmentPattern": {
      const fallback = lowerExpression(draft, pattern.right);
      bindPattern(draft, pattern.left, add(draft, { kind: "default", of: value, value: fallback }), declares);
      break;
    }
    case "ObjectPattern":
      bindObjectPattern(draft, pattern, value, declares);
      break;
    case "ArrayPattern":
      pattern.elements.forEach((element, index) => {
        if (element === null) return;
        if (element.type === "RestElement") {
          bindPattern(draft, element.argument, add(draft, { kind: "array-rest", of: value, from: index }), declares);
        } else {
          bindPattern(draft, element, member(draft, value, String(index), startOf(element)), declares);
        }
      });
      break;
    case "RestElement":
      bindPattern(draft, pattern.argument, value, declares);
      break;
    case "TSParameterProperty":
      bindPattern(draft, pattern.parameter, value, declares);
      break;
    default:
      if (!declares) assignTo(draft, pattern, value);
  }
}

function bindObjectPattern(draft: Draft, pattern: t.ObjectPattern, value: NodeId, declares: boolean): void {
  const taken: string[] = [];
  for (const property of pattern.properties) {
    if (property.type === "RestElement") {
      bindPattern(draft, property.argument, add(draft, { kind: "object-rest", of: value, without: taken }), declares);
      continue;
    }
    const key = propertyKey(draft, property);
    if (typeof key === "string") taken.push(key);
    bindPattern(draft, property.value, member(draft, value, key, startOf(property)), declares);
  }
}

/** A property's name, or the node of a computed one. */
export function propertyKey(draft: Draft, property: { readonly key: Tree; readonly computed?: boolean }): string | NodeId {
  const { key } = property;
  if (property.computed !== true) {
    if (key.type === "Identifier") return ownText(key.name);
    const own = privateName(key);
    if (own !== undefined) return ownText(`#${own}`);
  }
  const literal = literalOf(key);
  if (typeof literal === "string" || typeof literal === "number") return ownText(String(literal));
  const node = lowerExpression(draft, key);
  const known = draft.nodes[node];
  return known?.kind === "text" ? known.value : node;
}

/** A text node for a name that is no text of the program. */
export function nameNode(draft: Draft, key: string | NodeId): NodeId {
  return typeof key === "string" ? text(draft, key, -1) : key;
}

export function unsupported(draft: Draft, node: Tree): NodeId {
  return unknown(draft, "unsupported-syntax", startOf(node));
}
