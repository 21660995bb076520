/**
 * How many checks passed and failed. A test counts as one, and so does each step that is no test run.
 *
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Tally
 */

/**
 * A step that either holds or not, such as a lint run.
 *
 * @param {number | null} exitCode null: ended by a signal
 * @returns {Tally}
 */
export function tallyOfStep(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * A run of vitest by its JSON report. A file that can't be loaded holds no test and counts as one failure, and so does
 * a run that ended badly with no failure to show for it (a crash, an unhandled rejection, no test found).
 *
 * @param {number | null} exitCode null: ended by a signal
 * @param {string | undefined} json the report's text; undefined if none was written
 * @returns {Tally}
 */
export function tallyOfVitest(exitCode, json) {
  const statuses = json === undefined ? [] : statusesOf(json);
  /** @param {readonly string[]} wanted */
  const count = (wanted) => statuses.filter((status) => wanted.includes(status)).length;
  const passed = count(["passed"]);
  const failed = count(["failed"]);
  const skipped = statuses.length - passed - failed;
  const endedWell = exitCode === 0 && passed + failed > 0;
  return { passed, failed: failed === 0 && !endedWell ? 1 : failed, skipped };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  /** @param {keyof Tally} key */
  const total = (key) => tallies.reduce((before, tally) => before + tally[key], 0);
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
}

/**
 * The line that a machine reads: `N passed, N failed`, and `, N skipped` if any was.
 *
 * @param {Tally} tally
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

/**
 * The status of every test, and "failed" for each file that failed without a failed test.
 *
 * @param {string} json
 * @returns {readonly string[]}
 */
function statusesOf(json) {
  return parsed(json).testResults.flatMap((file) => {
    const tests = file.assertionResults.map((test) => test.status);
    return file.status === "failed" && !tests.includes("failed") ? [...tests, "failed"] : tests;
  });
}

/**
 * @typedef {object} Report the part of vitest's JSON report that is read here
 * @property {readonly { readonly status: string, readonly assertionResults: readonly { readonly status: string }[] }[]} testResults
 */

/**
 * @param {string} json
 * @returns {Report}
 */
function parsed(json) {
  try {
    return /** @type {Report} */ (JSON.parse(json));
  } catch {
    return { testResults: [] }; // Half a report: the run was ended while it wrote.
  }
}
