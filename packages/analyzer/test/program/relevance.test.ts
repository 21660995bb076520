import { expect, test } from "vitest";
import { memoryFiles } from "../../src/memory-files.ts";
import { PLATFORM_OBJECTS } from "../../src/models/network-calls.ts";
import { leadsToNetwork, traitReader } from "../../src/program/relevance.ts";
import { openProject } from "../../src/project/project.ts";

const CALL = `wx.request({ url: "https://api.example.com" });`;

const FILES: Record<string, string> = {
  "app.json": '{ "pages": [] }',
  "app.js": `import "./api"; App({});`,
  "api.js": CALL,
  "direct.js": `import "./api";`,
  "indirect.js": `import "./quiet"; import "./direct";`,
  "quiet.js": `export const a = 1;`,
  "in-quiet-circle.js": `import "./other-in-quiet-circle";`,
  "other-in-quiet-circle.js": `import "./in-quiet-circle"; import "./quiet";`,
  "in-circle.js": `import "./other-in-circle";`,
  "other-in-circle.js": `import "./in-circle"; import "./direct";`,
  "uses-app.js": `export const id = () => getApp().id;`,
  // The app acts on what asks for it, and not on who imports that.
  "imports-user-of-app.js": `import "./uses-app";`,
};

const LEADING = ["app.js", "api.js", "direct.js", "indirect.js", "in-circle.js", "other-in-circle.js", "uses-app.js"];

const paths = Object.keys(FILES).filter((name) => name.endsWith(".js"));

test.each<[order: string, asked: readonly string[]]>([
  ["as they are listed", paths],
  ["the other way round", [...paths].reverse()],
  ["importers first", [...paths].sort((a, b) => b.length - a.length)],
])("whether a file leads to a network call doesn't depend on which were asked about before: %s", (_order, asked) => {
  const files = memoryFiles(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`/app/${name}`, text])));
  const project = openProject("/app", files);
  const read = traitReader(PLATFORM_OBJECTS, []);
  const known = new Map<string, boolean>();
  const leading = asked.filter((name) => leadsToNetwork(project, `/app/${name}`, (path) => read(files.read(path) ?? ""), ["/app/app.js"], known));
  expect(leading.sort()).toEqual([...LEADING].sort());
});
