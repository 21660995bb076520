import type { Node } from "@babel/types";

/** A node and everything below it, in the order of the text, all in Babel's form. */
export function nodesOf(start: Node): Node[] {
  const found: Node[] = [];
  const pending: Node[] = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    found.push(node);
    const children = Object.values(node).flatMap((value: unknown): unknown[] => (Array.isArray(value) ? value : [value]));
    for (const child of children) inBabelsForm(child);
    pending.push(...children.filter(isNode).reverse());
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value;
}

/** Nodes that ESTree calls otherwise, as far as a configuration is read. Methods and accessors are no `ObjectProperty` in either form. */
function inBabelsForm(node: unknown): void {
  if (typeof node !== "object" || node === null || !("type" in node)) return;
  if (node.type === "Property" && "kind" in node && node.kind === "init" && "method" in node && node.method === false) node.type = "ObjectProperty";
  if (node.type !== "Literal" || !("value" in node)) return;
  if (node.value instanceof RegExp && "regex" in node) Object.assign(node, node.regex, { type: "RegExpLiteral" });
  else node.type = LITERALS.get(typeof node.value) ?? "Literal";
}

const LITERALS: ReadonlyMap<string, string> = new Map([
  ["string", "StringLiteral"],
  ["number", "NumericLiteral"],
  ["boolean", "BooleanLiteral"],
]);
