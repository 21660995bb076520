/**
 * What importing the plugin costs, as a share of importing ESLint itself: the median of several fresh processes each. At most three
 * quarters are allowed; the exit code is 1 above. The packages must have been built.
 */
import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";

const ROUNDS = 9;
const LIMIT = 0.75;

const resolve = createRequire(import.meta.url).resolve;

/**
 * Milliseconds that the import takes in a process of its own.
 *
 * @param {string} specifier
 */
function importTime(specifier) {
  const url = pathToFileURL(resolve(specifier)).href;
  const script = `const start = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - start);`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }));
}

/** @param {readonly number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

/** @type {{ plugin: number[], eslint: number[] }} */
const times = { plugin: [], eslint: [] };
// Alternately, so that a busy machine slows both.
for (let round = 0; round < ROUNDS; round++) {
  times.plugin.push(importTime("eslint-plugin-wx-domain"));
  times.eslint.push(importTime("eslint"));
}

const plugin = median(times.plugin);
const eslint = median(times.eslint);
const ratio = plugin / eslint;
console.log(`plugin ${plugin.toFixed(1)} ms, ESLint ${eslint.toFixed(1)} ms: ratio ${ratio.toFixed(2)} (at most ${LIMIT})`);
process.exitCode = ratio <= LIMIT ? 0 : 1;
