import { expect, test } from "vitest";
import { memoryFiles } from "../../src/memory-files.ts";
import { cachedFolders } from "../../src/project/folders.ts";
import type { Folders } from "../../src/project/folders.ts";

type Ask = (folders: Folders) => unknown;

const BEFORE = { "/home/app/a.js": "", "/home/app/package.json": "{}" };

test.each<[name: string, ask: Ask, change: Record<string, string | undefined>, sees: boolean]>([
  ["a file that was looked for in vain is written", (at) => at.isFile("/home/app/b.js"), { "/home/app/b.js": "" }, true],
  ["a file that was found is deleted", (at) => at.isFile("/home/app/a.js"), { "/home/app/a.js": undefined }, true],
  ["a file takes a folder's place", (at) => at.isFile("/home/app/b"), { "/home/app/b/c.js": "" }, true],
  ["a file that nobody asked for is written beside one that was", (at) => at.isFile("/home/app/a.js"), { "/home/app/.a.js.swp": "" }, false],
  ["a folder above gets another file", (at) => at.isFile("/home/package.json"), { "/home/other.txt": "" }, false],
  ["a folder that was listed gets another file", (at) => at.entries("/home/app"), { "/home/app/b.js": "" }, true],
  ["a folder that was listed loses a file", (at) => at.entries("/home/app"), { "/home/app/a.js": undefined }, true],
  ["the folder of a file that was looked for is made", (at) => [at.isFile("/home/app/x.js"), at.isFile("/home/app/lib/b.js")], { "/home/app/lib/b.js": "" }, true],
  ["a file that was read has another text", (at) => at.readConfig("/home/app/package.json"), { "/home/app/package.json": "{ }" }, true],
  ["nothing changes", (at) => [at.isFile("/home/app/a.js"), at.entries("/home/app"), at.readConfig("/home/app/package.json")], {}, false],
])("what folders hold is seen anew when it matters: %s", (_name, ask, change, sees) => {
  const texts: Record<string, string> = { ...BEFORE };
  const folders = cachedFolders(memoryFiles(texts));
  ask(folders);
  for (const [path, text] of Object.entries(change)) {
    if (text === undefined) Reflect.deleteProperty(texts, path);
    else texts[path] = text;
  }
  expect([folders.refresh(), folders.refresh()]).toEqual([sees, false]);
  const anew = cachedFolders(memoryFiles(texts));
  expect(ask(folders)).toEqual(ask(anew));
});
