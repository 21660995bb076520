/** One process lints the same 300 files twenty times, each time with edits: what it keeps may not grow. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeProgram } from "./corpus.js";
import { judge, runOnce } from "./measure.js";

const LIMIT = 1.05;

const folder = mkdtempSync(join(tmpdir(), "wx-domain-memory-"));
try {
  writeProgram(folder, 300);
  const heaps = /** @type {number[]} */ (JSON.parse(runOnce("relint", [folder], ["--expose-gc"]).output));
  console.log(`     heap by round, MiB: ${heaps.map((heap) => heap.toFixed(1)).join(" ")}`);
  judge("the last round over the third", (heaps.at(-1) ?? NaN) / (heaps[2] ?? NaN), LIMIT);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
