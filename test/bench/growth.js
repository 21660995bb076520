/** What a scan costs when a program doubles: no more than a little over twice as much. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeProgram } from "./corpus.js";
import { costs, judge } from "./measure.js";

const SIZES = [500, 1000, 2000, 4000];
const LIMIT = 2.2;

const folder = mkdtempSync(join(tmpdir(), "wx-domain-growth-"));
try {
  for (const size of SIZES) writeProgram(join(folder, String(size)), size);
  const measured = costs(SIZES.map((size) => /** @type {const} */ (["scan", join(folder, String(size))])));
  measured.forEach(({ cpu, peak }, i) => {
    console.log(`     ${String(SIZES[i])} modules: ${cpu.toFixed(0)} ms, ${peak.toFixed(0)} MiB`);
    const before = measured[i - 1];
    if (before !== undefined) judge(`${String(SIZES[i - 1])} to ${String(SIZES[i])} modules`, cpu / before.cpu, LIMIT);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
