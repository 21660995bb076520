/**
 * What a fresh process costs: CPU time and the peak of its memory. The time of a process that does nothing is taken off, so that a
 * ratio of two costs says something about the work.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { writeBundles } from "../../scripts/bundles.js";

// What is measured is what the sources say, also where nobody built.
await writeBundles();

/** @typedef {{ cpu: number, peak: number }} Cost CPU time in ms; peak resident memory in MiB. */

const WORK = new URL("work/", import.meta.url);
const METER = new URL("meter.js", WORK).href;

/**
 * @param {string} name a script of `work/`
 * @param {readonly string[]} given its arguments
 * @param {readonly string[]} nodeOptions
 * @returns {Cost & { output: string }}
 */
export function runOnce(name, given, nodeOptions = []) {
  const script = fileURLToPath(new URL(`${name}.js`, WORK));
  const result = spawnSync(process.execPath, [...nodeOptions, "--import", METER, script, ...given], { encoding: "utf8", maxBuffer: 1 << 28 });
  const line = result.stderr.trimEnd().split("\n").at(-1) ?? "";
  if (result.status !== 0 || !line.startsWith("{")) throw new Error(`${name} ${given.join(" ")}\n${result.stderr}`);
  const { cpu, peak } = /** @type {Cost} */ (JSON.parse(line));
  return { cpu, peak, output: result.stdout };
}

/**
 * The least of several costs of each work: noise only adds. The works take turns, so that a busy machine slows all.
 *
 * @param {readonly (readonly [name: string, ...given: string[]])[]} works
 * @param {number} rounds
 * @returns {Cost[]}
 */
export function costs(works, rounds = 3) {
  const best = works.map(() => ({ cpu: Infinity, peak: Infinity }));
  let idle = Infinity;
  for (let round = 0; round < rounds; round++) {
    idle = Math.min(idle, runOnce("nothing", []).cpu);
    works.forEach(([name, ...given], i) => {
      const { cpu, peak } = runOnce(name, given);
      const before = best[i];
      if (before !== undefined) best[i] = { cpu: Math.min(before.cpu, cpu), peak: Math.min(before.peak, peak) };
    });
  }
  return best.map(({ cpu, peak }) => ({ cpu: cpu - idle, peak }));
}

/**
 * Prints a ratio beside its limit; above it the process will exit with 1.
 *
 * @param {string} what
 * @param {number} ratio
 * @param {number | undefined} limit
 */
export function judge(what, ratio, limit) {
  const isOver = limit !== undefined && ratio > limit;
  console.log(`${isOver ? "OVER" : "ok  "} ${what}: ${ratio.toFixed(2)}${limit === undefined ? "" : ` (at most ${String(limit)})`}`);
  if (isOver) process.exitCode = 1;
}
