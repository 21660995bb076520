/**
 * V8 before Maglev (Node.js 24) hands each function that has run for a few tenths of a millisecond to its optimizing compiler, which takes
 * 5 to 50 ms for one: a command that ends after seconds spent a third of its CPU time there. By V8's major version, what makes it wait until a function
 * has really become hot. Figures: docs/decisions/late-optimizer.md.
 */
const FLAGS: ReadonlyMap<string, string> = new Map([
  // Node.js 20: units of executed bytecode, 67584 by default.
  ["11", "--interrupt-budget=1000000"],
  // Node.js 22: calls, 3000 by default.
  ["12", "--invocation-count-for-turbofan=40000"],
]);

/** The flag for a version of V8 (`process.versions.v8`); undefined where there is nothing to gain, or no flag that is known to exist. */
export function lateOptimizerFlag(version: string): string | undefined {
  return FLAGS.get(version.split(".", 1)[0] ?? "");
}
