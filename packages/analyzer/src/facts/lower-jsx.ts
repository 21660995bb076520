import type * as t from "@babel/types";
import type { Draft } from "./builder.ts";
import { primitive, unknown } from "./builder.ts";
import type { NodeId } from "./language.ts";
import { loadingElement } from "../models/loading-elements.ts";
import { ownText } from "../source/own-text.ts";
import { lowerExpression } from "./lower-expression.ts";
import { endOf, startOf } from "./tree.ts";

/** Lowers what a JSX tree holds (handlers call the network too) and keeps its elements' attributes. */
export function lowerJsx(draft: Draft, node: t.JSXElement | t.JSXFragment): NodeId {
  const at = startOf(node);
  if (node.type === "JSXElement") {
    const attributes: { name: string; value: NodeId; start: number; end: number }[] = [];
    for (const attribute of node.openingElement.attributes) {
      if (attribute.type === "JSXSpreadAttribute") {
        lowerExpression(draft, attribute.argument);
        continue;
      }
      const name = attribute.name.type === "JSXIdentifier" ? attribute.name.name : attribute.name.name.name;
      const value = attribute.value;
      attributes.push({
        name: ownText(name),
        value: value ? lowerAttribute(draft, value) : primitive(draft, true),
        start: startOf(value ?? attribute),
        end: endOf(value ?? attribute),
      });
    }
    const name = elementName(node.openingElement.name);
    if (loadingElement(name) !== undefined) draft.elements.push({ name, attributes, function: draft.current.id, start: at, end: endOf(node) });
  }
  for (const child of node.children) {
    if (child.type === "JSXElement" || child.type === "JSXFragment") lowerJsx(draft, child);
    else if (child.type === "JSXExpressionContainer" || child.type === "JSXSpreadChild") lowerExpression(draft, child.expression);
  }
  return unknown(draft, "unsupported-syntax", at);
}

function lowerAttribute(draft: Draft, value: NonNullable<t.JSXAttribute["value"]>): NodeId {
  if (value.type === "JSXExpressionContainer") return lowerExpression(draft, value.expression);
  if (value.type === "JSXElement" || value.type === "JSXFragment") return lowerJsx(draft, value);
  return lowerExpression(draft, value);
}

function elementName(name: t.JSXOpeningElement["name"]): string {
  if (name.type === "JSXIdentifier") return name.name;
  if (name.type === "JSXMemberExpression") return name.property.name;
  return name.name.name;
}
