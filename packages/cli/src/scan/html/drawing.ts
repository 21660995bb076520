import { findingOf } from "../findings.ts";
import type { JudgedCall } from "../inventory.ts";
import { LANGUAGES } from "./languages.ts";
import { escape } from "./markup.ts";
import { TEXTS } from "./texts.ts";

const ROW = 22;
const TOP = 44;
/** Where the three columns begin; 1120 wide in all. */
const COLUMNS = [8, 400, 792] as const;
const COLUMN_WIDTH = 300;
/** More could not be followed by an eye. */
const MOST = 60;
/** Characters that a column takes. */
const LABEL = 42;

interface Link {
  readonly from: readonly [column: 0 | 1, label: string];
  readonly to: string;
  readonly isBad: boolean;
}

/** Which files with a call lead, over the files where its URLs are written, to which origins: a drawing in three columns. */
export function drawing(calls: readonly JudgedCall[]): string {
  const columns = [new Map<string, boolean>(), new Map<string, boolean>(), new Map<string, boolean>()] as const;
  const links = new Map<string, Link>();
  const put = (column: Map<string, boolean>, label: string, isBad: boolean): boolean => {
    if (!column.has(label) && column.size >= MOST) return false;
    column.set(label, isBad || column.get(label) === true);
    return true;
  };
  for (const call of calls) {
    for (const value of call.values) {
      if (value.origin === undefined || !value.isOwn) continue;
      const isBad = findingOf(value) !== undefined;
      const written = value.from[0]?.file ?? call.file;
      if (!put(columns[0], call.file, false) || !put(columns[1], written, false) || !put(columns[2], value.origin, isBad)) continue;
      for (const link of [{ from: [0, call.file], to: written, isBad: false }, { from: [1, written], to: value.origin, isBad }] as const) links.set(JSON.stringify([link.from, link.to]), link);
    }
  }
  const places = columns.map((column) => new Map([...column.keys()].sort().map((label, at) => [label, TOP + at * ROW])));
  const height = TOP + Math.max(...columns.map((column) => column.size)) * ROW;
  if (height === TOP) return "";
  const lines = [...links.values()].map(({ from: [column, label], to, isBad }) => {
    const y1 = (places[column]?.get(label) ?? 0) - 4;
    const y2 = (places[column + 1]?.get(to) ?? 0) - 4;
    const x1 = COLUMNS[column] + COLUMN_WIDTH;
    const x2 = (COLUMNS[column + 1] ?? 0) - 6;
    return `<path${isBad ? ' class="bad"' : ""} d="M${String(x1)} ${String(y1)} C${String(x1 + 45)} ${String(y1)} ${String(x2 - 45)} ${String(y2)} ${String(x2)} ${String(y2)}"/>`;
  });
  const heads = [TEXTS.calls, TEXTS.written, TEXTS.origins].map((text, at) => LANGUAGES.map(([locale]) => `<text class="head t" lang="${locale}" x="${String(COLUMNS[at])}" y="18">${escape(text[locale])}</text>`).join(""));
  const labels = columns.flatMap((column, at) => [...column].map(([label, isBad]) => labelAt(label, COLUMNS[at] ?? 0, places[at]?.get(label) ?? 0, isBad)));
  return `<div class="drawing" tabindex="0" role="group" aria-labelledby="drawing-title"><svg viewBox="0 0 1120 ${String(height)}" role="img" aria-labelledby="drawing-title" aria-describedby="drawing-about">${[...lines, ...heads, ...labels].join("")}</svg></div>`;
}

function labelAt(label: string, x: number, y: number, isBad: boolean): string {
  const shown = label.length > LABEL ? `…${label.slice(1 - LABEL)}` : label;
  return `<text${isBad ? ' class="bad"' : ""} x="${String(x)}" y="${String(y)}"><title>${escape(label)}</title>${escape(isBad ? `✗ ${shown}` : shown)}</text>`;
}
