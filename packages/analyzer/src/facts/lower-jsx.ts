import type * as t from "@babel/types";
import type { Draft } from "./builder.ts";
import { primitive, text, unknown } from "./builder.ts";
import type { NodeId } from "./language.ts";
import { loadingElement } from "../models/loading-elements.ts";
import { lowerExpression } from "./lower-expression.ts";

/** Lowers what a JSX tree holds (handlers call the network too) and keeps its elements' attributes. */
export function lowerJsx(draft: Draft, node: t.JSXElement | t.JSXFragment): NodeId {
  const at = node.start ?? 0;
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
        name,
        value: value ? lowerAttribute(draft, value) : primitive(draft, true),
        start: (value ?? attribute).start ?? at,
        end: (value ?? attribute).end ?? at,
      });
    }
    const name = elementName(node.openingElement.name);
    if (loadingElement(name) !== undefined) draft.elements.push({ name, attributes, function: draft.current.id, start: at, end: node.end ?? at });
  }
  for (const child of node.children) {
    if (child.type === "JSXElement" || child.type === "JSXFragment") lowerJsx(draft, child);
    else if (child.type === "JSXExpressionContainer" || child.type === "JSXSpreadChild") lowerExpression(draft, child.expression);
  }
  return unknown(draft, "unsupported-syntax", at);
}

function lowerAttribute(draft: Draft, value: NonNullable<t.JSXAttribute["value"]>): NodeId {
  if (value.type === "StringLiteral") return text(draft, value.value, value.start ?? 0);
  if (value.type === "JSXExpressionContainer") return lowerExpression(draft, value.expression);
  return lowerJsx(draft, value);
}

function elementName(name: t.JSXOpeningElement["name"]): string {
  if (name.type === "JSXIdentifier") return name.name;
  if (name.type === "JSXMemberExpression") return name.property.name;
  return name.name.name;
}
