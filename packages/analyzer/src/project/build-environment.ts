import type { Node } from "@babel/types";
import type { ConfigScope } from "./config-values.ts";

/** A variable of the environment that a build's configuration reads, and what it takes where the variable is not set. */
export interface EnvironmentRead {
  readonly name: string;
  readonly fallback: Node | undefined;
}

const MAX_DEPTH = 12;

/** `process.env.X`, `env.X` after `const env = loadEnv(mode, root)`, and `X` after `const { X = "…" } = process.env`. */
export function environmentRead(node: Node, scope: ConfigScope, depth = 0): EnvironmentRead | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (node.type === "Identifier") {
    const constant = scope.constants.get(node.name);
    if (constant !== undefined) return environmentRead(constant, scope, depth + 1);
    const taken = scope.taken.get(node.name);
    return taken !== undefined && isEnvironment(taken.object, scope) ? taken : undefined;
  }
  if (node.type !== "MemberExpression" || !isEnvironment(node.object, scope)) return undefined;
  const { property, computed } = node;
  if (property.type === "StringLiteral") return { name: property.value, fallback: undefined };
  return property.type === "Identifier" && !computed ? { name: property.name, fallback: undefined } : undefined;
}

/** Whether an expression is the whole environment, as Node.js or a build tool gives it (Vite, "loadEnv"). */
export function isEnvironment(node: Node, scope: ConfigScope, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const is = (inner: Node): boolean => isEnvironment(inner, scope, depth + 1);
  switch (node.type) {
    case "Identifier": {
      const constant = scope.constants.get(node.name);
      return constant !== undefined && is(constant);
    }
    case "MemberExpression":
      return node.object.type === "Identifier" && node.object.name === "process" && node.property.type === "Identifier" && node.property.name === "env";
    case "CallExpression":
      return isLoadEnv(node.callee) || (isStringify(node.callee) && node.arguments.length > 0 && node.arguments.slice(0, 1).every(is));
    case "ObjectExpression":
      return node.properties.some((property) => property.type === "SpreadElement" && is(property.argument));
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
      return is(node.expression);
    default:
      return false;
  }
}

/** `loadEnv` of Vite, imported or as `vite.loadEnv`. */
export function isLoadEnv(callee: Node): boolean {
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  return name.type === "Identifier" && name.name === "loadEnv";
}

/** `JSON.stringify`, which makes code of a value. */
export function isStringify(callee: Node): boolean {
  if (callee.type !== "MemberExpression") return false;
  const { object, property } = callee;
  return object.type === "Identifier" && object.name === "JSON" && property.type === "Identifier" && property.name === "stringify";
}
