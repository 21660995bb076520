import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { MAX_FILE_BYTES, nodeFiles } from "../../src/node-files.ts";
import { findProjects } from "../../src/project/find-projects.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-"))).replaceAll("\\", "/");
afterAll(() => rmSync(folder, { recursive: true }));
const files = nodeFiles();
const write = (name: string, text: string): string => {
  writeFileSync(`${folder}/${name}`, text);
  return `${folder}/${name}`;
};

test("reads a file without its byte order mark", () => {
  expect(files.read(write("bom.js", "\uFEFFa"))).toBe("a");
});

test("what can't be read is undefined", () => {
  expect(files.read(`${folder}/none`)).toBeUndefined();
  expect(files.read(folder)).toBeUndefined();
  expect(files.list(`${folder}/none`)).toBeUndefined();
  expect(files.version(`${folder}/none`)).toBeUndefined();
  expect(files.read("\0")).toBeUndefined();
});

test("a file above the bound is not read", () => {
  const path = write("large.js", "");
  truncateSync(path, MAX_FILE_BYTES + 1);
  expect(files.read(path)).toBeUndefined();
});

test("the version changes with the content and the time", () => {
  const path = write("v.js", "a");
  const first = files.version(path);
  write("v.js", "ab");
  const second = files.version(path);
  utimesSync(path, 1, 1);
  expect(new Set([first, second, files.version(path)]).size).toBe(3);
});

test("a link is what it leads to, and a loop is left out", () => {
  mkdirSync(`${folder}/app/pages`, { recursive: true });
  mkdirSync(`${folder}/shared`);
  write("app/app.js", "");
  write("app/app.json", '{"pages":[]}');
  write("shared/a.js", "");
  symlinkSync(`${folder}/shared`, `${folder}/app/shared`, "junction");
  symlinkSync(`${folder}/app`, `${folder}/app/pages/loop`, "junction");
  symlinkSync(`${folder}/gone`, `${folder}/app/gone`, "junction");
  expect(files.list(`${folder}/app/pages`)).toEqual([]);
  const found = findProjects(`${folder}/app`, files).flatMap((project) => project.sourceFiles());
  expect(found).toEqual([`${folder}/app/app.js`, `${folder}/app/shared/a.js`]);
});
