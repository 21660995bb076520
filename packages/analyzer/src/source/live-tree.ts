import type * as t from "@babel/types";
import { endOf, startOf } from "../facts/tree.ts";
import type { Span } from "./blank.ts";

/**
 * A linter's tree without what a build leaves out: no second parsing of a text whose other branches a linter has read, too. Only the nodes around
 * what is left out are made anew. Undefined if more or less than whole statements, members, items and the like is left out: then only a
 * parser can tell what remains.
 *
 * @param text What the tree was made of.
 * @param removed What is left out, in any order; spans may lie in each other, and outside of the program.
 */
export function liveTree(program: t.Program, text: string, removed: readonly Span[]): t.Program | undefined {
  return removed.length === 0 ? program : without(program, text, merged(removed));
}

function without<T extends t.Node>(node: T, text: string, removed: readonly Span[]): T | undefined {
  const copy = { ...node };
  const seen: Span[] = [];
  for (const key in node) {
    if (NO_CHILDREN.has(key)) continue;
    const value: unknown = Reflect.get(node, key);
    if (isNode(value)) {
      seen.push(spanOf(value));
      const live = liveNode(value, text, removed);
      if (live === undefined || live === LEFT_OUT) return undefined;
      Reflect.set(copy, key, live);
    } else if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      const nodes = list.filter(isNode);
      seen.push(...nodes.map(spanOf));
      const live = liveList(list, text, removed);
      if (live === undefined || (live.length === 0 && nodes.length > 0 && NEVER_EMPTY.has(key))) return undefined;
      Reflect.set(copy, key, live);
    }
  }
  // Between a program's statements stand comments alone.
  return node.type === "Program" || isBare(spanOf(node), seen, text, removed) ? copy : undefined;
}

/** Stands for a node that is left out whole. */
const LEFT_OUT = "left out";

function liveNode(node: t.Node, text: string, removed: readonly Span[]): t.Node | typeof LEFT_OUT | undefined {
  const { start, end } = spanOf(node);
  const within = removed.filter((span) => span.start < end && span.end > start);
  if (within.length === 0) return node;
  return within.some((span) => span.start <= start && span.end >= end) ? LEFT_OUT : without(node, text, within);
}

function liveList(list: readonly unknown[], text: string, removed: readonly Span[]): unknown[] | undefined {
  const live: unknown[] = [];
  for (const item of list) {
    const kept = isNode(item) ? liveNode(item, text, removed) : item;
    if (kept === undefined) return undefined;
    if (kept !== LEFT_OUT) live.push(kept);
  }
  return live;
}

/** Whether what is left out of a node beside its children is no code: comments, space, and what separates the children that are left out. */
function isBare(node: Span, children: readonly Span[], text: string, removed: readonly Span[]): boolean {
  const inOrder = [...children].sort((a, b) => a.start - b.start);
  return removed.every((span) => {
    let at = Math.max(span.start, node.start);
    const end = Math.min(span.end, node.end);
    const gaps: string[] = [];
    for (const child of inOrder) {
      if (child.start > at) gaps.push(text.slice(at, Math.min(child.start, end)));
      at = Math.max(at, child.end);
      if (at >= end) break;
    }
    if (at < end) gaps.push(text.slice(at, end));
    return gaps.every((gap) => /^[\s,;]*$/.test(gap.replace(COMMENT, "")));
  });
}

const COMMENT = /\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\//g;

/** In order, and none in another. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || span.start > last.end) all.push(span);
    else if (span.end > last.end) all[all.length - 1] = { start: last.start, end: span.end };
  }
  return all;
}

function spanOf(node: t.Node): Span {
  return { start: startOf(node), end: endOf(node) };
}

/** Lists without which there is no such statement or expression. A template's pieces belong together. */
const NEVER_EMPTY: ReadonlySet<string> = new Set(["declarations", "expressions", "quasis"]);

/** What a linter's tree hangs on a node beside what stands below it. */
const NO_CHILDREN: ReadonlySet<string> = new Set(["parent", "loc", "range", "extra", "tokens", "comments", "templateBody", "errors"]);

function isNode(value: unknown): value is t.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
