import type { Rule } from "eslint";

/** A value and the name that it is given where it stands. */
export interface Naming {
  readonly name: string;
  readonly value: SyntaxNode;
}

/** A node of any parser. */
export interface SyntaxNode {
  readonly type: string;
}

/** What a node names: `appSecret: "…"`, `app.secret = "…"`, `const SECRET = "…"`, `class { secret = "…" }`. */
export function namingBy(node: Rule.Node): Naming | undefined {
  switch (node.type) {
    case "Property":
    case "PropertyDefinition":
      return naming(keyName(node.key, node.computed), node.value);
    case "AssignmentExpression":
      return naming(node.left.type === "MemberExpression" ? keyName(node.left.property, node.left.computed) : keyName(node.left, false), node.right);
    case "VariableDeclarator":
      return naming(keyName(node.id, false), node.init);
    default:
      return undefined;
  }
}

function naming(name: string | undefined, value: SyntaxNode | null | undefined): Naming | undefined {
  return name === undefined || value === null || value === undefined ? undefined : { name, value };
}

interface Key extends SyntaxNode {
  readonly name?: unknown;
  readonly value?: unknown;
}

function keyName({ type, name, value }: Key, computed: boolean): string | undefined {
  if (type === "Identifier" && !computed) return typeof name === "string" ? name : undefined;
  return type === "Literal" && typeof value === "string" ? value : undefined;
}
