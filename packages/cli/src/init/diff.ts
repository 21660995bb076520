import type { Style } from "../command.ts";

/** Lines of the file around a change. */
const CONTEXT = 2;

interface Line {
  readonly mark: " " | "+" | "-";
  readonly text: string;
}

/** How a text changes, as a unified diff without line numbers; empty where it doesn't. */
export function diffLines(before: string | undefined, after: string, style: Style): string[] {
  const lines = compare(split(before ?? ""), split(after));
  const near = lines.map((_line, at) => lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ mark }) => mark !== " "));
  return lines.flatMap(({ mark, text }, at) => {
    if (near[at] !== true) return near[at - 1] === true ? ["  …"] : [];
    const line = `${mark} ${text}`;
    return [mark === "+" ? style.good(line) : mark === "-" ? style.bad(line) : line];
  });
}

function split(text: string): string[] {
  return text === "" ? [] : text.replace(/\r?\n$/, "").split(/\r?\n/);
}

/** By the longest common subsequence; the files are configuration, hundreds of lines at most. */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  const common = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row !== undefined) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ mark: " ", text: before[i] ?? "" });
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ mark: "-", text: before[i++] ?? "" });
    } else {
      lines.push({ mark: "+", text: after[j++] ?? "" });
    }
  }
  return lines;
}
