import type { Module } from "../program/module.ts";

/** Line and column, both 1-based, of an offset. */
export function positionOf(module: Module, offset: number): { line: number; column: number } {
  const starts = module.facts.lineStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The line of an offset in a text, 1-based. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Line and column of an offset in a text, both 1-based. */
export function positionIn(text: string, offset: number): { line: number; column: number } {
  return { line: lineAt(text, offset), column: offset - text.slice(0, offset).lastIndexOf("\n") };
}
