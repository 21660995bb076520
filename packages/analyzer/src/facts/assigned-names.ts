import type * as t from "@babel/types";
import { boundNames } from "./scope.ts";

/** Names that are assigned anywhere below a node (a loop), functions inside it included. */
export function assignedNames(root: t.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const queue: unknown[] = [root];
  while (queue.length > 0) {
    const item = queue.pop();
    if (Array.isArray(item)) {
      const list: readonly unknown[] = item;
      for (const one of list) queue.push(one);
    } else if (isNode(item)) {
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

/** What a linter's tree and Babel's hang on a node beside what stands below it. */
const NO_CHILDREN: ReadonlySet<string> = new Set(["parent", "loc", "range", "extra", "typeAnnotation", "returnType", "tokens", "comments"]);

function isNode(value: unknown): value is t.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
