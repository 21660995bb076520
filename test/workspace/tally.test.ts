import { describe, expect, test } from "vitest";
import { closingLine, sum, tallyOfStep, tallyOfVitest } from "../../scripts/tally.js";

interface File {
  readonly status: "passed" | "failed";
  readonly tests: readonly string[];
}

const report = (...files: readonly File[]): string =>
  JSON.stringify({
    testResults: files.map(({ status, tests }) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })),
  });

describe("a step counts as one", () => {
  test.each([
    [0, { passed: 1, failed: 0, skipped: 0 }],
    [2, { passed: 0, failed: 1, skipped: 0 }],
    [null, { passed: 0, failed: 1, skipped: 0 }],
  ])("exit code %s", (exitCode, expected) => {
    expect(tallyOfStep(exitCode)).toEqual(expected);
  });
});

describe("a run of vitest counts its tests", () => {
  const passed: File = { status: "passed", tests: ["passed", "passed"] };
  test.each<[string, number | null, string | undefined, { passed: number; failed: number; skipped: number }]>([
    ["all pass", 0, report(passed, passed), { passed: 4, failed: 0, skipped: 0 }],
    ["one fails", 1, report(passed, { status: "failed", tests: ["passed", "failed"] }), { passed: 3, failed: 1, skipped: 0 }],
    ["some are skipped", 0, report({ status: "passed", tests: ["passed", "pending", "skipped", "todo"] }), { passed: 1, failed: 0, skipped: 3 }],
    ["a file can't be loaded", 1, report(passed, { status: "failed", tests: [] }), { passed: 2, failed: 1, skipped: 0 }],
    ["a hook fails after tests that pass", 1, report({ status: "failed", tests: ["passed"] }), { passed: 1, failed: 1, skipped: 0 }],
    ["an unhandled rejection fails no test", 1, report(passed), { passed: 2, failed: 1, skipped: 0 }],
    ["killed", null, report(passed), { passed: 2, failed: 1, skipped: 0 }],
    ["nothing ran", 0, report(), { passed: 0, failed: 1, skipped: 0 }],
    ["all is skipped", 0, report({ status: "passed", tests: ["skipped"] }), { passed: 0, failed: 1, skipped: 1 }],
    ["no report", 0, undefined, { passed: 0, failed: 1, skipped: 0 }],
    ["half a report", 1, '{"testResults":[', { passed: 0, failed: 1, skipped: 0 }],
  ])("%s", (_name, exitCode, json, expected) => {
    expect(tallyOfVitest(exitCode, json)).toEqual(expected);
  });
});

test("the closing line sums all steps and names what was skipped only if something was", () => {
  const steps = [tallyOfStep(0), tallyOfStep(1), { passed: 10, failed: 2, skipped: 0 }];
  expect(closingLine(sum(steps))).toBe("11 passed, 3 failed");
  expect(closingLine(sum([...steps, { passed: 0, failed: 0, skipped: 4 }]))).toBe("11 passed, 3 failed, 4 skipped");
  expect(closingLine(sum([]))).toBe("0 passed, 0 failed");
});
