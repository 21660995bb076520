import "./source-analyzer.ts";
import type { ESLint, Rule, RuleTester } from "eslint";
import { afterAll, describe, it } from "vitest";
import type { PluginSettings } from "../src/settings/settings.ts";
import { APP, FILE, LISTS } from "./app-of-cases.ts";
import { VERSIONS, type ParserName } from "./eslint-versions.ts";

export interface Case {
  readonly name: string;
  readonly code: string;
  /** Inside the fixture app; default `pages/case.js`. */
  readonly file?: string;
  readonly options?: readonly unknown[];
  /** Besides root, lists and an English locale. */
  readonly settings?: PluginSettings;
  /** The parsers that can read the code; default all. */
  readonly parsers?: readonly ParserName[];
}

export interface Report {
  /** Where it stands: `line:column-line:column`, columns 1-based; a file's own report has no end. */
  readonly at: string;
  readonly message: string;
  readonly suggestions?: readonly { readonly desc: string; readonly output: string }[];
}

export interface InvalidCase extends Case {
  readonly reports: readonly Report[];
}

/** Runs a table of cases with every version of ESLint and every parser that it supports. */
export function runRule(name: string, rule: Rule.RuleModule, cases: { readonly valid: readonly Case[]; readonly invalid: readonly InvalidCase[] }): void {
  for (const { version, RuleTester, parsers } of VERSIONS) {
    RuleTester.describe = describe;
    RuleTester.it = it;
    Object.assign(RuleTester, { itOnly: it, afterAll });
    for (const parser of parsers) {
      const runs = (each: Case): boolean => each.parsers?.includes(parser.name) ?? !each.file?.match(/\.(?:vue|tsx?)$/);
      describe(`ESLint ${version}, ${parser.name}`, () => {
        new RuleTester({ languageOptions: { sourceType: "module", ...parser.languageOptions } }).run(name, rule, {
          valid: cases.valid.filter(runs).map(testCase),
          invalid: cases.invalid.filter(runs).map((each) => ({ ...testCase(each), errors: each.reports.map(testError) })),
        });
      });
    }
  }
}

/** Runs a table of cases on files of another language than JavaScript, with the versions of ESLint that know languages. */
export function runInLanguage(
  name: string,
  rule: Rule.RuleModule,
  language: { readonly name: string; readonly of: ESLint.Plugin },
  cases: { readonly valid: readonly Case[]; readonly invalid: readonly InvalidCase[] },
): void {
  for (const { version, RuleTester } of VERSIONS) {
    if (version === "8.57") continue;
    RuleTester.describe = describe;
    RuleTester.it = it;
    Object.assign(RuleTester, { itOnly: it, afterAll });
    describe(`ESLint ${version}, ${language.name}`, () => {
      new RuleTester({ plugins: { language: language.of }, language: `language/${language.name}` }).run(name, rule, {
        valid: cases.valid.map(testCase),
        invalid: cases.invalid.map((each) => ({ ...testCase(each), errors: each.reports.map(testError) })),
      });
    });
  }
}

function testCase({ name, code, file = FILE, options, settings }: Case): RuleTester.ValidTestCase {
  return {
    name,
    code,
    filename: `${APP}/${file}`,
    settings: { "wx-domain": { root: APP, domains: LISTS, locale: "en", ...settings } },
    ...(options === undefined ? {} : { options: [...options] }),
  };
}

function testError({ at, message, suggestions }: Report): RuleTester.TestCaseError {
  const place = /^(\d+):(\d+)(?:-(\d+):(\d+))?$/.exec(at);
  if (place === null) throw new Error(`"${at}" is no place.`);
  const [, line, column, endLine, endColumn] = place;
  const end = endLine === undefined ? {} : { endLine: Number(endLine), endColumn: Number(endColumn) };
  return { message, line: Number(line), column: Number(column), ...end, ...(suggestions === undefined ? {} : { suggestions: [...suggestions] }) };
}
