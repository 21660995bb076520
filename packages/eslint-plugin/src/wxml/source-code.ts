import type { MarkupAttribute, MarkupComment, MarkupDocument, MarkupElement, MarkupNode } from "@wx-domain/analyzer";
import type { ESLint } from "eslint";
import { aimed, disableDirective, type DisableDirective, type Lines } from "./directives.ts";

type SourceCode = ReturnType<NonNullable<ESLint.Plugin["languages"]>[string]["createSourceCode"]>;
type Node = MarkupDocument | MarkupNode | MarkupAttribute;

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A visit of a node, before its children (1) and after them (2). */
interface Visit {
  readonly type: "visit";
  readonly kind: 1;
  readonly target: Node;
  readonly phase: 1 | 2;
  readonly args: unknown[];
}

export function isMarkupDocument(value: unknown): value is MarkupDocument {
  return typeof value === "object" && value !== null && "type" in value && value.type === "Document" && "children" in value;
}

/** What ESLint and rules ask about the text of a WXML file. Source: ESLint, "Languages", `TextSourceCode`. */
export function createWxmlSourceCode(text: string, ast: MarkupDocument): SourceCode {
  const starts = lineStarts(text);
  const parents = new Map<unknown, Node>();
  const visits = visitsOf(ast, parents);

  function getLocFromIndex(index: number): Position {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (starts[low] ?? 0) };
  }

  const lines: Lines = { lineOf: (offset) => getLocFromIndex(offset).line, startOf: (line) => starts[line - 1] ?? text.length };
  const directives = new Set<unknown>();
  const isNode = (value: unknown): value is Node => value === ast || parents.has(value) || directives.has(value);
  const nodeOf = (value: unknown): Node => (isNode(value) ? value : ast);

  function directiveOf(comment: MarkupComment): DisableDirective[] {
    const written = disableDirective(comment);
    if (written === undefined) return [];
    const directive = aimed(written, nextElement(comment, parents.get(comment)), lines);
    directives.add(directive.node);
    return [directive];
  }

  const comments = visits.flatMap(({ target, phase }) => (target.type === "Comment" && phase === 1 ? [target] : []));

  const sourceCode = {
    text,
    ast,
    lines: text.split(LINE_BREAK),
    getLocFromIndex,
    getIndexFromLoc: ({ line, column }: Position) => (starts[line - 1] ?? text.length) + column,
    getLoc(node: unknown) {
      const { start, end } = nodeOf(node);
      return { start: getLocFromIndex(start), end: getLocFromIndex(end) };
    },
    getRange(node: unknown): [number, number] {
      const { start, end } = nodeOf(node);
      return [start, end];
    },
    getParent: (node: unknown) => parents.get(node),
    getAncestors(node: unknown): Node[] {
      const above: Node[] = [];
      for (let parent = parents.get(node); parent !== undefined; parent = parents.get(parent)) above.unshift(parent);
      return above;
    },
    getText(node?: unknown, before = 0, after = 0): string {
      if (node === undefined) return text;
      const { start, end } = nodeOf(node);
      return text.slice(Math.max(0, start - before), end + after);
    },
    traverse: () => visits,
    getInlineConfigNodes: () => comments.filter((comment) => disableDirective(comment) !== undefined),
    getDisableDirectives: () => ({ problems: [], directives: comments.flatMap(directiveOf) }),
    // A comment turns rules off and on; what else `eslint …` comments do stands in the configuration.
    applyInlineConfig: () => ({ configs: [], problems: [] }),
  };
  return sourceCode;
}

/** The element behind a comment, with nothing but blanks between. */
function nextElement(comment: MarkupComment, parent: Node | undefined): MarkupElement | undefined {
  const siblings = parent === undefined ? [] : childrenOf(parent);
  const next = siblings.slice(siblings.indexOf(comment) + 1).find((node) => node.type !== "Text" || node.value.trim() !== "");
  return next?.type === "Element" ? next : undefined;
}

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { 0: found, index } of text.matchAll(new RegExp(LINE_BREAK, "g"))) starts.push(index + found.length);
  return starts;
}

/** Without recursion: markup can be nested deeper than the stack. */
function visitsOf(ast: MarkupDocument, parents: Map<unknown, Node>): Visit[] {
  const visits: Visit[] = [];
  const open: { readonly node: Node; readonly children: readonly Node[]; next: number }[] = [];
  const enter = (node: Node): void => {
    visits.push({ type: "visit", kind: 1, target: node, phase: 1, args: [node] });
    open.push({ node, children: childrenOf(node), next: 0 });
  };
  enter(ast);
  for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const child = at.children[at.next++];
    if (child !== undefined) {
      parents.set(child, at.node);
      enter(child);
      continue;
    }
    visits.push({ type: "visit", kind: 1, target: at.node, phase: 2, args: [at.node] });
    open.pop();
  }
  return visits;
}

function childrenOf(node: Node): readonly Node[] {
  if (node.type === "Document") return node.children;
  return node.type === "Element" ? [...node.attributes, ...node.children] : [];
}
