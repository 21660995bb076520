import type * as t from "@babel/types";
import { boundNames } from "./scope.ts";

/** Of the loops of a tree. An outer one is asked about first: without them, its body would be walked once more for each loop around it. */
const ofLoops = new WeakMap<t.Node, ReadonlySet<string>>();

/** Names that are assigned anywhere below a node (a loop), functions inside it included. */
export function assignedNames(root: t.Node): ReadonlySet<string> {
  const known = ofLoops.get(root);
  if (known !== undefined) return known;
  const names = new Set<string>();
  if (LOOPS.has(root.type)) ofLoops.set(root, names);
  const queue: unknown[] = [root];
  while (queue.length > 0) {
    const item = queue.pop();
    if (Array.isArray(item)) {
      const list: readonly unknown[] = item;
      for (const one of list) queue.push(one);
    } else if (isNode(item)) {
      if (item !== root && LOOPS.has(item.type)) {
        for (const name of assignedNames(item)) names.add(name);
        continue;
      }
      if (item.type === "AssignmentExpression") for (const name of boundNames(item.left)) names.add(name);
      if (item.type === "UpdateExpression") for (const name of boundNames(item.argument)) names.add(name);
      for (const key in item) {
        if (NO_CHILDREN.has(key)) continue;
        const value: unknown = Reflect.get(item, key);
        if (typeof value === "object" && value !== null) queue.push(value);
      }
    }
  }
  return names;
}

const LOOPS: ReadonlySet<string> = new Set(["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"]);

/** What a linter's tree and Babel's hang on a node beside what stands below it. */
const NO_CHILDREN: ReadonlySet<string> = new Set(["parent", "loc", "range", "extra", "typeAnnotation", "returnType", "tokens", "comments"]);

function isNode(value: unknown): value is t.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
