/** The tables of the plugin's rule tests, run by oxlint: same findings, places and suggestions for scripts of every kind. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APP, FILE, LISTS } from "../../packages/eslint-plugin/test/app-of-cases.ts";
import { oxlint, placeIn, PLUGIN, type OxlintReport } from "./oxlint.ts";
import { ruleTables, type RuleTable } from "./rule-tables.ts";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-oxlint-")));
const CONFIG = { jsPlugins: [PLUGIN], categories: { correctness: "off" } } as const;

type Case = RuleTable["cases"][number];

interface PlacedCase {
  readonly rule: string;
  readonly name: string;
  readonly each: Case;
  /** Seen from the folder of all cases. */
  readonly file: string;
}

const cases = (await ruleTables()).flatMap(({ rule, cases: ofRule }, table) =>
  ofRule.map((each, index): PlacedCase => {
    const { name, file = FILE } = each;
    return { rule, name, each, file: `${rule}-${String(table)}/${String(index)}/${file}` };
  }),
);

/** Each case in an app of its own, with a configuration of its own. */
function write(folder: string, { rule, each, file }: PlacedCase): void {
  const root = join(folder, ...file.split("/").slice(0, 2));
  cpSync(APP, root, { recursive: true });
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), each.code);
  const settings = { root, domains: LISTS, locale: "en", ...each.settings };
  const rules = { [`wx-domain/${rule}`]: ["error", ...(each.options ?? [])] };
  writeFileSync(join(root, ".oxlintrc.json"), JSON.stringify({ ...CONFIG, rules, settings: { "wx-domain": settings } }));
}

function writeAll(name: string): string {
  const folder = join(temporary, name);
  for (const each of cases) write(folder, each);
  return folder;
}

let reports: readonly OxlintReport[] = [];
let mended = "";

beforeAll(async () => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
  mended = writeAll("mended");
  reports = await oxlint(writeAll("read"));
  await oxlint(mended, "--fix-suggestions");
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** What is expected of oxlint: all, but in a component's file what stands in its scripts. */
function expectedOf({ code, file, reports: expected = [] }: Case): NonNullable<Case["reports"]> {
  if (file?.endsWith(".vue") !== true) return expected;
  const scripts = [...code.matchAll(/<script[^>]*>[^]*?<\/script>/g)].map(({ index, 0: text }) => [lineAt(code, index), lineAt(code, index + text.length)] as const);
  return expected.filter(({ at }) => scripts.some(([first, last]) => Number.parseInt(at, 10) >= first && Number.parseInt(at, 10) <= last));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

test("no plugin failed", () => {
  expect(reports.filter(({ rule }) => rule === undefined)).toEqual([]);
});

describe.each(cases)("$rule: $name", ({ rule, each, file }) => {
  const expected = expectedOf(each);

  test("is reported as by ESLint", () => {
    const found = reports.filter((report) => report.file === file && report.rule === rule);
    // In which order one file's reports come is the linter's.
    expect(found.map((report) => `${placeIn(each.code, report)} ${report.message}`).sort()).toEqual(expected.map(({ at, message }) => `${at} ${message}`).sort());
  });

  // No case has several suggestions, which a run could only apply one of.
  const suggestions = expected.flatMap((report) => report.suggestions ?? []);
  if (expected.length > 0 && suggestions.length <= 1) test("is mended as by ESLint", () => {
    expect(readFileSync(join(mended, file), "utf8")).toBe(suggestions[0]?.output ?? each.code);
  });
});
