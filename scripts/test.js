/**
 * Every check of the workspace, one after the other. A step that fails stops no other; the last line of the output
 * says what ran: `N passed, N failed`.
 *
 * A step is a script of the root package.json, so that each can be run alone: `pnpm lint`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { closingLine, sum, tallyOfStep, tallyOfVitest } from "./tally.js";

const STEPS = ["build", "typecheck", "lint", "knip", "check:packages", "check:docs"];

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = /** @type {{ scripts: Record<string, string> }} */ (
  JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
);
const PATH = [join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);

/**
 * @param {string} command
 * @returns {number | null}
 */
function run(command) {
  console.log(`\n> ${command}\n`);
  return spawnSync(command, { cwd: root, shell: true, stdio: "inherit", env: { ...process.env, PATH } }).status;
}

/** @returns {import("./tally.js").Tally} */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "wx-domain-test-"));
  try {
    const file = join(folder, "report.json");
    // A loaded machine may lose one race with a deadline that a test must really let pass. A fault fails twice, and vitest marks what it repeated.
    const exitCode = run(`vitest run --retry=1 --reporter=default --reporter=json --outputFile.json="${file}"`);
    return tallyOfVitest(exitCode, existsSync(file) ? readFileSync(file, "utf8") : undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const outcomes = STEPS.map((name) => {
  const command = manifest.scripts[name];
  if (command === undefined) throw new Error(`package.json has no script "${name}".`);
  return { name, tally: tallyOfStep(run(command)) };
});
outcomes.push({ name: "tests", tally: runTests() });

console.log();
for (const { name, tally } of outcomes) console.log(`${tally.failed === 0 ? "ok  " : "FAIL"} ${name}: ${closingLine(tally)}`);
const total = sum(outcomes.map((outcome) => outcome.tally));
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
