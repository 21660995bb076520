import { expect, test } from "vitest";
import { scan, type ScanSettings } from "../../src/analysis/scan.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { lintedAlone, lintedTogether } from "./lint-order.ts";

/** A small program that shows one idiom, and what scanning it must find. */
export interface Idiom {
  readonly name: string;
  /** By path below the app's folder. An `app.json` is added where there is no app. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * By `file:line` of the call: the origins that reach it, sorted, then `relative` and `dynamic` where such URLs can
   * reach it. Calls that are not named must not be found.
   */
  readonly calls: Readonly<Record<string, string>>;
  readonly settings?: ScanSettings;
  /** The analysis does not follow it yet; the row fails as soon as it does. */
  readonly isGap?: true;
}

const APP_FILES = ["app.json", "manifest.json", "package.json", "a/app.json"];

/** The files as absolute paths of one repository. */
export function repository(files: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/repo/${path}`, text]));
  return APP_FILES.some((path) => path in files) ? all : { ...all, "/repo/app.json": "{}" };
}

export function testIdioms(idioms: readonly Idiom[]): void {
  test("the lint of a file says the same whichever files were looked at before it", () => {
    for (const { name, files } of idioms) {
      const texts = repository(files);
      const alone = lintedAlone(texts);
      for (const together of lintedTogether(texts)) expect({ name, linted: together }).toEqual({ name, linted: alone });
    }
  });
  for (const { name, files, calls, settings, isGap } of idioms) {
    (isGap === true ? test.fails : test)(name, () => {
      const found = scan("/repo", memoryFiles(repository(files)), settings).calls.map(
        ({ file, line, origins, relative, dynamic }) =>
          [`${file.slice("/repo/".length)}:${String(line)}`, [...origins, ...(relative ? ["relative"] : []), ...(dynamic ? ["dynamic"] : [])].join(" ")] as const,
      );
      expect(Object.fromEntries(found)).toEqual(calls);
    });
  }
}

/** One file that sends what `url` (an expression) is, after `before`. */
function sends(before: string, url: string): Record<string, string> {
  return { "a.js": `${before.trim().replaceAll("\n", " ")}\nwx.request({ url: ${url} });` };
}

const A = "https://a.example.com";
const B = "https://b.example.com";

/** The commonest programs: one file with one call. `expected` may be written with A and B. */
export function one(name: string, before: string, url: string, expected: string): Idiom {
  return { name, files: sends(before, url), calls: { "a.js:2": expected.replace(/\bA\b/, A).replace(/\bB\b/, B) } };
}
