import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { jsonPlugin, knowsLanguages } from "../../src/project/languages.ts";

const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-languages-")));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function appWith(version: string): string {
  const root = join(temporary, version);
  mkdirSync(join(root, "node_modules", "eslint"), { recursive: true });
  writeFileSync(join(root, "node_modules", "eslint", "package.json"), JSON.stringify({ name: "eslint", version }));
  return root;
}

describe("the ESLint that an app has installed", () => {
  test.each([
    ["8.57.1", false],
    ["9.0.0", false],
    ["9.6.0", false],
    ["9.7.0", true],
    ["9.39.5", true],
    ["10.15.0", true],
    ["11.0.0-beta.1", true],
  ])("%s knows languages: %s", (version, knows) => {
    expect(knowsLanguages(appWith(version))).toBe(knows);
  });

  test("where none is found it does", () => {
    expect(knowsLanguages(join(temporary, "nothing"))).toBe(true);
  });
});

test("@eslint/json is taken if it is there", () => {
  expect(jsonPlugin(import.meta.dirname)?.languages).toHaveProperty("jsonc");
});
