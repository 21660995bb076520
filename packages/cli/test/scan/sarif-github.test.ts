import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { compileLists } from "@wx-domain/core";
import { memoryFiles, scan } from "@wx-domain/analyzer";
import type { Location, Log, Result, Run } from "sarif";
import { describe, expect, it } from "vitest";
import { EMPTY_BASELINE } from "../../src/scan/baseline.ts";
import { takeInventory } from "../../src/scan/inventory.ts";
import { formatSarif } from "../../src/scan/sarif.ts";
import { temporaryFolder, wxDomain } from "../harness.ts";

// What GitHub asks of a log that is to be shown. Nothing can be uploaded from a test: each row is a sentence of its documentation.
// Source: docs.github.com, "SARIF support for code scanning" (github/docs,
// content/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning.md, and
// data/reusables/code-scanning/sarif-limits.md), read in 2026-11.

interface Requirement {
  readonly object: string;
  readonly sentence: string;
  /** Where the log falls short of it. */
  readonly faults: (log: Log, run: Run) => readonly unknown[];
}

const rulesOf = (run: Run) => run.tool.driver.rules ?? [];
const resultsOf = (run: Run): readonly Result[] => run.results ?? [];
const primaryOf = (result: Result): Location => result.locations?.[0] ?? {};
const allLocations = (run: Run): readonly Location[] =>
  resultsOf(run).flatMap(({ locations = [], codeFlows = [] }) => [
    ...locations,
    ...codeFlows.flatMap(({ threadFlows }) => threadFlows.flatMap((flow) => flow.locations.flatMap(({ location }) => location ?? []))),
  ]);
const empty = (text: string | undefined): boolean => text === undefined || text === "";
/** The items for which something doesn't hold. */
const not = <T>(items: readonly T[], holds: (item: T) => boolean): readonly T[] => items.filter((item) => !holds(item));

const REQUIREMENTS: readonly Requirement[] = [
  { object: "sarifLog", sentence: "$schema, required: the URI of the SARIF JSON schema for version 2.1.0", faults: (log) => not([log.$schema ?? ""], (uri) => uri.includes("2.1.0")) },
  { object: "sarifLog", sentence: "version: code scanning only supports 2.1.0", faults: (log) => not(["2.1.0"], (version) => version === log.version) },
  { object: "sarifLog", sentence: "at most 20 runs a file; each for one tool", faults: (log) => not([log.runs.length], (n) => n === 1) },
  { object: "run", sentence: "results[], required", faults: (_log, run) => not([run.results], Array.isArray) },
  { object: "run", sentence: "at most 25,000 results and 25,000 rules", faults: (_log, run) => not([resultsOf(run).length, rulesOf(run).length], (n) => n <= 25_000) },
  { object: "toolComponent", sentence: "name, required; semanticVersion in the format of Semantic Versioning 2.0", faults: (_log, { tool }) => not([tool.driver], (driver) => !empty(driver.name) && /^\d+\.\d+\.\d+/.test(driver.semanticVersion ?? "")) },
  { object: "reportingDescriptor", sentence: "id, required and unique", faults: (_log, run) => not([rulesOf(run).map(({ id }) => id)], (ids) => new Set(ids).size === ids.length && !ids.some(empty)) },
  { object: "reportingDescriptor", sentence: "name: limited to 255 characters", faults: (_log, run) => not(rulesOf(run), ({ name = "" }) => name.length <= 255) },
  { object: "reportingDescriptor", sentence: "shortDescription.text and fullDescription.text, required, limited to 1024 characters", faults: (_log, run) => not(rulesOf(run).flatMap(({ shortDescription, fullDescription }) => [shortDescription?.text, fullDescription?.text]), (text = "") => text !== "" && text.length <= 1024) },
  { object: "reportingDescriptor", sentence: "help.text, required", faults: (_log, run) => not(rulesOf(run), ({ help }) => !empty(help?.text)) },
  { object: "reportingDescriptor", sentence: "defaultConfiguration.level: note, warning or error", faults: (_log, run) => not(rulesOf(run), ({ defaultConfiguration }) => ["note", "warning", "error"].includes(defaultConfiguration?.level ?? "")) },
  { object: "reportingDescriptor", sentence: "properties.precision: very-high, high, medium or low", faults: (_log, run) => not(rulesOf(run), ({ properties }) => ["very-high", "high", "medium", "low"].includes(String(properties?.["precision"]))) },
  { object: "reportingDescriptor", sentence: "properties.problem.severity: error, warning or recommendation", faults: (_log, run) => not(rulesOf(run), ({ properties }) => ["error", "warning", "recommendation"].includes(String(properties?.["problem.severity"]))) },
  { object: "reportingDescriptor", sentence: "properties.security-severity is recommended only for security rules, which these are not", faults: (_log, run) => not(rulesOf(run), ({ properties }) => properties?.["security-severity"] === undefined) },
  { object: "result", sentence: "ruleId and ruleIndex name the same rule", faults: (_log, run) => not(resultsOf(run), ({ ruleId, ruleIndex = -1 }) => rulesOf(run)[ruleIndex]?.id === ruleId) },
  { object: "result", sentence: "message.text, required", faults: (_log, run) => not(resultsOf(run), ({ message }) => !empty(message.text)) },
  { object: "result", sentence: "locations[], required: only one should be included", faults: (_log, run) => not(resultsOf(run), ({ locations = [] }) => locations.length === 1) },
  { object: "result", sentence: "partialFingerprints, required: only primaryLocationLineHash is used, with the file and the rule, to tell results apart", faults: (_log, run) => not([resultsOf(run).map((result) => JSON.stringify([result.ruleId, primaryOf(result).physicalLocation?.artifactLocation?.uri, result.partialFingerprints?.["primaryLocationLineHash"]]))], (keys) => new Set(keys).size === keys.length && keys.every((key) => /[0-9a-f]{16}:\d+/.test(key))) },
  { object: "result", sentence: "at most 10,000 locations of a thread flow, of which 1,000 are shown", faults: (_log, run) => not(resultsOf(run), ({ codeFlows = [] }) => codeFlows.every(({ threadFlows }) => threadFlows.every(({ locations }) => locations.length <= 1000))) },
  { object: "physicalLocation", sentence: "artifactLocation.uri, required: a relative path from the root of the repository", faults: (_log, run) => not(allLocations(run), ({ physicalLocation }) => /^(?![a-z]+:|\/|\.\.?\/)[^\\ ]+$/i.test(physicalLocation?.artifactLocation?.uri ?? "")) },
  { object: "physicalLocation", sentence: "region.startLine, startColumn, endLine and endColumn, required", faults: (_log, run) => not(allLocations(run), ({ physicalLocation }) => { const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation?.region ?? {}; return startLine > 0 && startColumn > 0 && endLine === startLine && endColumn > startColumn; }) },
  { object: "file", sentence: "at most 10 MB, compressed by gzip", faults: (log) => not([gzipSync(JSON.stringify(log)).length], (bytes) => bytes < 10_000_000) },
];

const FIXTURES = fileURLToPath(new URL("../fixtures/scan/", import.meta.url));

async function logOf(cwd: string, ...words: readonly string[]): Promise<Log> {
  return JSON.parse((await wxDomain(["scan", ...words, "--format", "sarif"], { cwd })).stdout) as Log;
}

function runOf(log: Log): Run {
  const [run] = log.runs;
  if (run === undefined) throw new Error("There is no run.");
  return run;
}

describe("GitHub's requirements", async () => {
  const programs = await readdir(FIXTURES);
  const logs = await Promise.all(programs.map((program) => logOf(FIXTURES, program)));
  const many = Array.from({ length: 30 }, (_, file) => Array.from({ length: 1000 }, (_, line) => `wx.request({ url: "https://a.example.com/${String(file)}/${String(line)}" });`).join("\n"));
  const files = memoryFiles({ "/app/app.json": "{}", ...Object.fromEntries(many.map((text, at) => [`/app/${String(at)}.js`, text])) });
  const inventory = takeInventory(scan("/app", files), "/app", compileLists({ requestdomain: [] }));
  const large = JSON.parse(formatSarif(inventory, { locale: "en", prefix: "", version: "1.0.0", baseline: EMPTY_BASELINE, linesOf: () => undefined, whyOpen: () => [] })) as Log;

  it.each(REQUIREMENTS)("$object: $sentence", ({ faults }) => {
    for (const log of logs) expect(faults(log, runOf(log))).toEqual([]);
    expect(faults(large, runOf(large))).toEqual([]);
  });

  it("are asked of results of each kind", () => {
    const rules = logs.flatMap((log) => resultsOf(runOf(log)).map(({ ruleId }) => ruleId));
    expect([...new Set(rules)].sort()).toEqual(["dynamic", "insecure", "missing"]);
    expect(resultsOf(runOf(large))).toHaveLength(25_000);
  });
});

describe("what tells results apart", () => {
  const hashes = (log: Log): readonly unknown[] => resultsOf(runOf(log)).map(({ partialFingerprints }) => partialFingerprints?.["primaryLocationLineHash"]);

  it("stays when lines move and paths change, differs by origin, and counts equal ones", async () => {
    const folder = await temporaryFolder();
    await folder.write("app.json", "{}");
    await folder.write("wx-domains.json", '{"requestdomain":[]}');
    const call = (url: string): string => `wx.request({ url: "${url}" });\n`;
    await folder.write("a.js", call("https://a.example.com/1") + call("https://b.example.com/1") + call("https://a.example.com/2"));
    const before = hashes(await logOf(folder.path));
    await folder.write("a.js", `\n\n${call("https://a.example.com/3")}\n${call("https://b.example.com/1")}${call("https://a.example.com/2")}`);
    expect(hashes(await logOf(folder.path))).toEqual(before);
    expect(new Set(before).size).toBe(3);
    expect(before[2]).toBe(String(before[0]).replace(/:1$/, ":2"));
    await folder.remove();
  });

  it("one result stands for all paths below an origin that reach one call", async () => {
    const folder = await temporaryFolder();
    await folder.write("app.json", "{}");
    await folder.write("wx-domains.json", '{"requestdomain":[]}');
    await folder.write("a.js", 'const get = (path) =>\n  wx.request({ url: "https://a.example.com" + path });\nget("/1"); get("/2"); get("/3");\n');
    const [only, ...others] = resultsOf(runOf(await logOf(folder.path)));
    expect(others).toEqual([]);
    expect(only?.message.text).toMatch(/"https:\/\/a\.example\.com\/1" is not in.*\(And 2 more such URLs here\.\)$/);
    await folder.remove();
  });
});

it("a file beside the scanned folder is named from the repository's root", async () => {
  const folder = await temporaryFolder();
  await folder.write("apps/shop/app.json", "{}");
  await folder.write("apps/shop/wx-domains.json", '{"requestdomain":[]}');
  await folder.write("apps/shop/a.js", 'require("../../packages/api/index.js").get("https://a.example.com");\n');
  await folder.write("packages/api/index.js", "exports.get = (url) => wx.request({ url });\n");
  const [result] = resultsOf(runOf(await logOf(folder.path, "apps/shop")));
  expect(primaryOf(result ?? { message: {} }).physicalLocation?.artifactLocation?.uri).toBe("packages/api/index.js");
  await folder.remove();
});
