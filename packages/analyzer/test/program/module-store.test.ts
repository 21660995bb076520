import { expect, test } from "vitest";
import { memoryFiles } from "../../src/memory-files.ts";
import { createModuleStore } from "../../src/program/module-store.ts";

const CODE = 'wx.request({ url: "https://api.example.com" });';

test.each(["/app/logo.png", "/app/style.scss", "/app/data.json"])("what a bundler lets a module import is not read as code: %s", (path) => {
  const read: string[] = [];
  const disk = memoryFiles({ [path]: CODE });
  const store = createModuleStore({
    ...disk,
    read(asked) {
      read.push(asked);
      return disk.read(asked);
    },
  });
  expect(store.load(path, false)).toEqual({ kind: "skipped", reason: "unreadable", detail: path });
  expect(read).toEqual([]);
});

test("what a linter holds is code, whatever its file's name", () => {
  expect(createModuleStore(memoryFiles({})).load("/app/page.html", false, CODE)).toMatchObject({ kind: "module" });
});

test.each<[what: string, text: string, isTaken: boolean]>([
  ["the same text", CODE, true],
  ["another text", `${CODE}\nwx.login();`, false],
])("a file with %s in another build is read once: %s", (_what, text, isTaken) => {
  const path = "/app/a.js";
  const store = createModuleStore(memoryFiles({ [path]: CODE }));
  const first = store.load(path, false);
  const second = createModuleStore(memoryFiles({ [path]: text }), "read", store).load(path, false);
  if (first.kind !== "module" || second.kind !== "module") throw new Error("A file could not be read.");
  expect(first.module.facts === second.module.facts).toBe(isTaken);
});
