import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import type { Log, Result } from "sarif";
import { describe, expect, it } from "vitest";
import { wxDomain } from "../harness.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/scan/", import.meta.url));

async function sarif(program: string, ...words: readonly string[]): Promise<Log> {
  const { stdout } = await wxDomain(["scan", program, "--format", "sarif", ...words], { cwd: FIXTURES });
  return JSON.parse(stdout) as Log;
}

describe("the official schema", async () => {
  const require = createRequire(import.meta.url);
  const path = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // It is written for draft 4 of JSON Schema, of which it uses nothing that later drafts read otherwise but these two keys.
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  it.each(await readdir(FIXTURES))("holds for %s", async (program) => {
    validate(await sarif(program));
    expect(validate.errors).toBeNull();
  });

  it("refuses what is no log", () => {
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
  });
});

function place({ locations = [] }: Pick<Result, "locations">): string {
  const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
  return `${artifactLocation?.uri ?? ""}:${String(region?.startLine)}:${String(region?.startColumn)}`;
}

it("a result a finding, at its call, with the way from the text; paths as seen from where the command runs", async () => {
  const { runs } = await sarif("native");
  expect(runs[0]?.results?.map((result) => [result.ruleId, result.level, place(result)])).toEqual([
    ["insecure", "error", "native/pages/album/album.js:6:5"],
    ["dynamic", "note", "native/pages/album/album.js:9:5"],
    ["missing", "error", "native/utils/request.js:6:5"],
  ]);
  const missing = runs[0]?.results?.[2];
  expect(missing?.message.text).toContain('"https://forgotten.example.org/banner" is not in the request domain list');
  const way = missing?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location?.physicalLocation?.artifactLocation?.uri);
  expect(way).toEqual(["native/pages/index/index.js", "native/utils/request.js"]);
});

it("is Chinese where Chinese is asked for", async () => {
  const { runs } = await sarif("native", "--locale", "zh-CN");
  for (const { message } of runs[0]?.results ?? []) expect(message.text).toMatch(/[一-龥]/);
});
