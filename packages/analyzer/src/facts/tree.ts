import type * as t from "@babel/types";
import { ownText } from "../source/own-text.ts";

/**
 * Two dialects of one tree: Babel's own, which our parser gives, and ESTree, which a linter has parsed already. Lowering reads Babel's
 * types; whatever ESTree writes otherwise is here, as a node of its own or as a view that hides the difference.
 *
 * ESTree: https://github.com/estree/estree; its TypeScript nodes: https://typescript-eslint.io/packages/typescript-estree/ast-spec
 */
export type Tree = t.Node | Literal | ChainExpression | PropertyNode | MethodDefinition | PropertyDefinition | PrivateIdentifier | BodilessFunction;

interface Literal extends Position {
  readonly type: "Literal";
  readonly value: string | number | boolean | bigint | RegExp | null;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly bigint?: string;
}

interface ChainExpression extends Position {
  readonly type: "ChainExpression";
  readonly expression: t.Expression;
}

interface PropertyNode extends Position {
  readonly type: "Property";
  readonly key: t.Node;
  readonly value: t.Node;
  readonly kind: "init" | "get" | "set";
  readonly method: boolean;
  readonly computed: boolean;
}

interface MethodDefinition extends Position {
  readonly type: "MethodDefinition";
  readonly key: t.Node;
  readonly value: t.FunctionExpression | BodilessFunction;
  readonly kind: "constructor" | "method" | "get" | "set";
  readonly static: boolean;
  readonly computed: boolean;
}

/** An overload's signature, or an abstract method. */
interface BodilessFunction extends Position {
  readonly type: "TSEmptyBodyFunctionExpression";
  readonly body?: null | undefined;
}

interface PropertyDefinition extends Position {
  readonly type: "PropertyDefinition" | "AccessorProperty";
  readonly key: t.Node;
  readonly value: t.Expression | null;
  readonly static: boolean;
  readonly computed: boolean;
}

interface PrivateIdentifier extends Position {
  readonly type: "PrivateIdentifier";
  readonly name: string;
}

interface Position {
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
  /** ESTree's, where `start` and `end` are not for rules to read. */
  readonly range?: readonly [start: number, end: number] | null | undefined;
}

/** Whether something is a module's tree in one of the two dialects. */
export function isProgram(value: unknown): value is t.Program {
  return typeof value === "object" && value !== null && "type" in value && value.type === "Program" && "body" in value && Array.isArray(value.body);
}

/** Where a node begins, as an offset into the file. */
export function startOf(node: Position): number {
  return node.range?.[0] ?? node.start ?? 0;
}

/** Where a node ends, as an offset into the file. */
export function endOf(node: Position): number {
  return node.range?.[1] ?? node.end ?? 0;
}

export type AnyFunction =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

interface Key {
  readonly key: t.Node;
  readonly computed: boolean;
}

export type PropertyView =
  | { readonly kind: "spread"; readonly argument: t.Node }
  | ({ readonly kind: "method" | "get"; readonly function: AnyFunction } & Key)
  | ({ readonly kind: "value"; readonly value: t.Node } & Key)
  /** A setter: what it is handed says nothing about what a reader gets. */
  | { readonly kind: "none" };

/** A part of an object literal. */
export function propertyView(node: Tree): PropertyView {
  switch (node.type) {
    case "SpreadElement":
      return { kind: "spread", argument: node.argument };
    case "ObjectMethod":
      return node.kind === "set" ? { kind: "none" } : { kind: node.kind, function: node, key: node.key, computed: node.computed };
    case "ObjectProperty":
      return { kind: "value", value: node.value, key: node.key, computed: node.computed };
    case "Property": {
      const { key, computed, value, kind, method } = node;
      if (kind === "set") return { kind: "none" };
      const isFunction = (method || kind === "get") && value.type === "FunctionExpression";
      return isFunction ? { kind: kind === "get" ? "get" : "method", function: value, key, computed } : { kind: "value", value, key, computed };
    }
    default:
      return { kind: "none" };
  }
}

export type MemberView =
  | ({ readonly kind: "constructor" | "method" | "getter"; readonly function: AnyFunction; readonly isStatic: boolean } & Key)
  | ({ readonly kind: "field"; readonly value: t.Node; readonly isStatic: boolean } & Key)
  | { readonly kind: "static-block"; readonly body: readonly t.Statement[] }
  /** A setter, a signature, a declaration: nothing that a value can be read from. */
  | { readonly kind: "none" };

const NO_MEMBER: MemberView = { kind: "none" };

/** A part of a class's body. */
export function memberView(node: Tree): MemberView {
  switch (node.type) {
    case "ClassMethod":
    case "ClassPrivateMethod":
      return methodView(node, node.kind, node, node.static);
    case "MethodDefinition":
      return node.value.body ? methodView(node, node.kind, node.value, node.static) : NO_MEMBER;
    case "ClassProperty":
    case "ClassPrivateProperty":
    case "ClassAccessorProperty":
    case "PropertyDefinition":
    case "AccessorProperty": {
      if (!node.value) return NO_MEMBER;
      const computed = node.type !== "ClassPrivateProperty" && node.computed;
      return { kind: "field", value: node.value, isStatic: node.static, key: node.key, computed };
    }
    case "StaticBlock":
      return { kind: "static-block", body: node.body };
    default:
      return NO_MEMBER;
  }
}

function methodView(
  { key, computed }: { readonly key: t.Node; readonly computed?: boolean },
  kind: "constructor" | "method" | "get" | "set",
  fn: AnyFunction,
  isStatic: boolean,
): MemberView {
  if (kind === "set") return NO_MEMBER;
  return { kind: kind === "get" ? "getter" : kind, function: fn, isStatic, key, computed: computed === true };
}

/** A literal's value; undefined for any other node, and for literals that no URL is made of (a bigint). */
export function literalOf(node: Tree): string | number | boolean | null | undefined {
  switch (node.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return node.value;
    case "NullLiteral":
      return null;
    case "Literal":
      return node.regex === undefined && typeof node.value !== "bigint" && !(node.value instanceof RegExp) && node.bigint === undefined ? node.value : undefined;
    default:
      return undefined;
  }
}

export function regexOf(node: Tree): { readonly pattern: string; readonly flags: string } | undefined {
  if (node.type === "RegExpLiteral") return node;
  return node.type === "Literal" ? node.regex : undefined;
}

/** The name of `#name`. */
export function privateName(node: Tree): string | undefined {
  if (node.type === "PrivateName") return node.id.name;
  return node.type === "PrivateIdentifier" ? node.name : undefined;
}

/** A name in an import or export, which may be written as a string. */
export function moduleName(node: Tree): string {
  return ownText(node.type === "Identifier" ? node.name : String(literalOf(node) ?? ""));
}

/** The name of `export * as name from`; Babel writes it as a named export. */
export function namespaceName(statement: t.ExportAllDeclaration & { readonly exported?: t.Node | null }): string | undefined {
  return statement.exported ? moduleName(statement.exported) : undefined;
}
