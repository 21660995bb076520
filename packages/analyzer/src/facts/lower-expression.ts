import type * as t from "@babel/types";
import type { Draft } from "./builder.ts";
import { add, intern, member, primitive, read, refined, text, unknown } from "./builder.ts";
import { underTest } from "./branches.ts";
import { isCompilersHelper } from "./compiled.ts";
import type { Item, NodeId, Property } from "./language.ts";
import { MODULE_FUNCTION } from "./language.ts";
import { ownText } from "../source/own-text.ts";
import { lowerAssignment, assignTo } from "./lower-assignment.ts";
import { lowerCall } from "./lower-call.ts";
import { lowerClass, lowerFunction } from "./lower-function.ts";
import { lowerJsx } from "./lower-jsx.ts";
import { propertyKey, unsupported } from "./lower-pattern.ts";
import { lookUp } from "./scope.ts";
import { escapes } from "./state-hooks.ts";
import { endOf, literalOf, propertyView, regexOf, startOf } from "./tree.ts";
import type { Tree } from "./tree.ts";

export function lowerExpression(draft: Draft, node: Tree, name = ""): NodeId {
  const at = startOf(node);
  switch (node.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "RegExpLiteral":
    case "Literal":
      return lowerLiteral(draft, node);
    case "TemplateLiteral":
      return lowerTemplate(draft, node);
    case "Identifier":
      escapes(draft, node.name, at);
      return lowerIdentifier(draft, node);
    case "Super":
      return lowerSuper(draft);
    case "ThisExpression":
      return intern(draft, "this", { kind: "this", function: draft.current.thisFunction });
    case "MemberExpression":
    case "OptionalMemberExpression":
      return lowerMember(draft, node);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
    case "ImportExpression":
      return lowerCall(draft, node);
    case "ObjectExpression":
      return lowerObject(draft, node);
    case "ArrayExpression":
      return add(draft, { kind: "array", items: lowerItems(draft, node.elements), at });
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return lowerFunction(draft, node, undefined, name);
    case "ClassExpression":
      return lowerClass(draft, node, name);
    case "ConditionalExpression": {
      const test = lowerExpression(draft, node.test);
      const yes = underTest(draft, test, true, () => lowerExpression(draft, node.consequent, name));
      const no = underTest(draft, test, false, () => lowerExpression(draft, node.alternate, name));
      return add(draft, { kind: "choice", test, yes, no });
    }
    case "LogicalExpression": {
      if (isCompilersHelper(node)) return lowerExpression(draft, node.right, name);
      const left = lowerExpression(draft, node.left);
      const right =
        node.operator === "??"
          ? lowerExpression(draft, node.right, name)
          : underTest(draft, left, node.operator === "&&", () => lowerExpression(draft, node.right, name));
      return add(draft, { kind: "logic", operator: node.operator, left, right });
    }
    case "BinaryExpression":
      return lowerBinary(draft, node);
    case "UnaryExpression":
      return lowerUnary(draft, node);
    case "AssignmentExpression":
      return lowerAssignment(draft, node);
    case "UpdateExpression":
      return assignTo(draft, node.argument, unknown(draft, "string-operation", at));
    case "SequenceExpression": {
      let last = primitive(draft, undefined);
      for (const one of node.expressions) last = lowerExpression(draft, one);
      return last;
    }
    case "AwaitExpression": {
      const of = lowerExpression(draft, node.argument);
      draft.current.turns++;
      return add(draft, { kind: "await", of });
    }
    case "YieldExpression":
      if (node.argument) lowerExpression(draft, node.argument);
      draft.current.turns++;
      return unknown(draft, "callback", at);
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "ParenthesizedExpression":
    case "TypeCastExpression":
    case "ChainExpression":
      return lowerExpression(draft, node.expression, name);
    case "TaggedTemplateExpression":
      lowerExpression(draft, node.tag);
      lowerTemplate(draft, node.quasi);
      draft.current.turns++;
      return unsupported(draft, node);
    case "JSXElement":
    case "JSXFragment":
      return lowerJsx(draft, node);
    case "MetaProperty":
      return intern(draft, "import.meta", { kind: "global", name: `${node.meta.name}.${node.property.name}` });
    case "SpreadElement":
      return lowerExpression(draft, node.argument);
    default:
      return unsupported(draft, node);
  }
}

function lowerLiteral(draft: Draft, node: Tree): NodeId {
  const regex = regexOf(node);
  if (regex !== undefined) return add(draft, { kind: "regex", source: ownText(regex.pattern), flags: regex.flags });
  const value = literalOf(node);
  if (typeof value === "string") return text(draft, value, startOf(node));
  return value === undefined ? unsupported(draft, node) : primitive(draft, value);
}

function lowerTemplate(draft: Draft, node: t.TemplateLiteral): NodeId {
  const parts: NodeId[] = [];
  node.quasis.forEach((quasi, index) => {
    const value = quasi.value.cooked ?? quasi.value.raw;
    if (value !== "" || node.quasis.length === 1) parts.push(text(draft, value, startOf(quasi)));
    const expression = node.expressions[index];
    if (expression) parts.push(lowerExpression(draft, expression));
  });
  const [only] = parts;
  if (only !== undefined && parts.length === 1 && draft.nodes[only]?.kind === "text") return only;
  return add(draft, { kind: "concat", parts });
}

export function lowerIdentifier(draft: Draft, node: t.Identifier): NodeId {
  if (node.name === "undefined") return primitive(draft, undefined);
  const binding = lookUp(draft.scope, node.name);
  if (binding !== undefined) return read(draft, binding);
  if (node.name === "exports") {
    draft.usesExportsObject = true;
    return intern(draft, "exports", { kind: "exports" });
  }
  const own = node.name === "arguments" ? ownArguments(draft) : undefined;
  return own ?? refined(draft, intern(draft, `global ${node.name}`, { kind: "global", name: ownText(node.name) }));
}

/** `arguments` holds what `...rest` in the place of all parameters would hold. Of an arrow function, it is the one around that has them. */
function ownArguments(draft: Draft): NodeId | undefined {
  const id = draft.current.thisFunction;
  return id === MODULE_FUNCTION ? undefined : intern(draft, `parameter ${String(id)} ...`, { kind: "parameter", function: id, index: 0, rest: true });
}

/** `super.m` is a member of the class above, by way of its prototype. */
function lowerSuper(draft: Draft): NodeId {
  const above = superClassAt(draft);
  return above === undefined
    ? intern(draft, "this", { kind: "this", function: draft.current.thisFunction })
    : member(draft, above, "prototype", -1);
}

/** The class that `super` means at this point. */
export function superClassAt(draft: Draft): NodeId | undefined {
  const home = draft.functions[draft.current.thisFunction]?.home;
  return home?.kind === "class" && !home.isStatic ? draft.classes[home.class]?.superClass : undefined;
}

function lowerMember(draft: Draft, node: t.MemberExpression | t.OptionalMemberExpression): NodeId {
  const { object, property } = node;
  if (object.type === "Identifier" && lookUp(draft.scope, object.name) === undefined) {
    const index = literalOf(property);
    if (object.name === "module" && property.type === "Identifier" && property.name === "exports") {
      draft.usesExportsObject = true;
      return intern(draft, "exports", { kind: "exports" });
    }
    if (object.name === "arguments" && typeof index === "number") {
      const id = draft.current.thisFunction;
      return intern(draft, `parameter ${String(id)} ${String(index)}`, { kind: "parameter", function: id, index, rest: false });
    }
  }
  const of = lowerExpression(draft, object);
  return member(draft, of, propertyKey(draft, { key: property, computed: node.computed }), startOf(node));
}

function lowerBinary(draft: Draft, node: t.BinaryExpression): NodeId {
  const { operator } = node;
  if (operator === "+") {
    // Chains of `+` nest on the left: walk them in a loop, so that a long one costs no stack.
    const operands: t.Node[] = [];
    let at: t.Node = node;
    while (at.type === "BinaryExpression" && at.operator === "+") {
      operands.push(at.right);
      at = at.left;
    }
    operands.push(at);
    return add(draft, { kind: "concat", parts: operands.reverse().map((operand) => lowerExpression(draft, operand)) });
  }
  const left = lowerExpression(draft, node.left);
  const right = lowerExpression(draft, node.right);
  switch (operator) {
    case "==":
    case "===":
      return add(draft, { kind: "compare", operator: "===", left, right });
    case "!=":
    case "!==":
      return add(draft, { kind: "compare", operator: "!==", left, right });
    case "<":
    case ">":
    case "<=":
    case ">=":
      return add(draft, { kind: "compare", operator, left, right });
    case "in":
      return add(draft, { kind: "in", key: left, of: right });
    default:
      return unknown(draft, "string-operation", startOf(node));
  }
}

function lowerUnary(draft: Draft, node: t.UnaryExpression): NodeId {
  const of = lowerExpression(draft, node.argument);
  if (node.operator === "!") return add(draft, { kind: "not", of });
  if (node.operator === "typeof") return add(draft, { kind: "typeof", of });
  if (node.operator === "void") return primitive(draft, undefined);
  if (node.operator === "-") {
    const operand = draft.nodes[of];
    if (operand?.kind === "primitive" && typeof operand.value === "number") return primitive(draft, -operand.value);
  }
  return unknown(draft, "string-operation", startOf(node));
}

function lowerObject(draft: Draft, node: t.ObjectExpression): NodeId {
  const properties: Property[] = [];
  const at = startOf(node);
  const id = add(draft, { kind: "object", properties, at });
  for (const property of node.properties) {
    const span = { start: startOf(property), end: endOf(property) };
    const view = propertyView(property);
    if (view.kind === "none") continue;
    if (view.kind === "spread") {
      properties.push({ key: null, value: lowerExpression(draft, view.argument), accessor: false, ...span });
      continue;
    }
    const key = propertyKey(draft, view);
    const name = typeof key === "string" ? key : "";
    if (view.kind !== "value") {
      const value = lowerFunction(draft, view.function, { kind: "object", object: id }, name);
      properties.push({ key, value, accessor: view.kind === "get", ...span });
      continue;
    }
    const value =
      view.value.type === "FunctionExpression"
        ? lowerFunction(draft, view.value, { kind: "object", object: id }, name)
        : lowerExpression(draft, view.value, name);
    if (draft.nodes[value]?.kind === "object") draft.objectParents.set(value, { parent: id, key: name });
    properties.push({ key, value, accessor: false, start: startOf(view.value), end: endOf(view.value) });
  }
  // Without the room that was left for more properties.
  draft.nodes[id] = { kind: "object", properties: properties.slice(), at };
  return id;
}

export function lowerItems(draft: Draft, elements: readonly (t.Node | null)[]): Item[] {
  return elements.map((element) => {
    if (element === null) return { value: primitive(draft, undefined), spread: false, start: 0, end: 0 };
    const span = { start: startOf(element), end: endOf(element) };
    if (element.type === "SpreadElement") return { value: lowerExpression(draft, element.argument), spread: true, ...span };
    return { value: lowerExpression(draft, element), spread: false, ...span };
  });
}
