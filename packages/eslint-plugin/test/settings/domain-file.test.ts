import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { domainFile } from "../../src/settings/domain-file.ts";

const folder = mkdtempSync(join(tmpdir(), "wx-domain-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, "wx-domains.json");

function write(text: string, time: number): void {
  writeFileSync(path, text);
  utimesSync(path, time, time);
}

test("a missing file says how to get it", () => {
  expect(() => domainFile(path)).toThrow(
    `The domain lists were not found: there is no file ${path}. Run "npx wx-domain pull" in the app's folder to fetch them, or set "domains" to the lists or to the path of a snapshot.`,
  );
});

test("a folder of that name is no file", () => {
  expect(() => domainFile(folder)).toThrow("there is no file");
});

test("an unchanged file is read once, a changed one again", () => {
  write('{ "requestdomain": ["https://a.example.com"] }', 1_000);
  const first = domainFile(path);
  expect(first.lists).toEqual({ requestdomain: ["https://a.example.com"] });
  expect(domainFile(path)).toBe(first);
  write('{ "requestdomain": ["https://b.example.com"] }', 2_000);
  expect(domainFile(path).lists).toEqual({ requestdomain: ["https://b.example.com"] });
});

test("a file that becomes faulty is no silent pass, and may be mended", () => {
  write('{ "requestdomain": ["https://a.example.com" }', 3_000);
  expect(() => domainFile(path)).toThrow(/wx-domains\.json:1:\d+: this is not valid JSON/);
  expect(() => domainFile(path)).toThrow("this is not valid JSON");
  write("{}", 4_000);
  expect(domainFile(path).lists).toEqual({});
});
