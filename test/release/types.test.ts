/** The types as a consumer's compiler sees them, each declaration file included, with the oldest, our own and the newest TypeScript. */
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const require = createRequire(import.meta.url);
const workspace = fileURLToPath(new URL("../..", import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-types-")));

const PROGRAM = `
import { createAnalyzer, type Analyzer } from "@wx-domain/analyzer";
import { nodeFiles } from "@wx-domain/analyzer/node";
import { checkUrl, compileLists, type DomainLists, type Verdict } from "@wx-domain/core";
import { registrableDomain } from "@wx-domain/core/public-suffix";
import { liveDomains } from "@wx-domain/loader";
import type { Linter } from "eslint";
import wxDomain from "eslint-plugin-wx-domain";

const lists: DomainLists = { requestdomain: ["https://api.example.com"] };
export const verdicts: readonly Verdict[] = [compileLists(lists).check("https://api.example.com", "request"), checkUrl("https://a.com", "request", lists)];
export const analyzer: Analyzer = createAnalyzer(nodeFiles());
export const config: Linter.Config[] = [...wxDomain.project({ root: "/app", domains: lists }), wxDomain.configs.strict];
export const others = [registrableDomain, liveDomains];
// @ts-expect-error -- a list is an array of strings
export const wrong: DomainLists = { requestdomain: "https://api.example.com" };
// @ts-expect-error -- a call that does not exist
compileLists(lists).check("https://api.example.com", "fetch");
`;

beforeAll(() => {
  execFileSync("pnpm", ["run", "build"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
  const installed = {
    "@types/node": join(workspace, "node_modules", "@types", "node"),
    "@wx-domain/analyzer": join(workspace, "packages", "analyzer"),
    "@wx-domain/core": join(workspace, "packages", "core"),
    "@wx-domain/loader": join(workspace, "packages", "loader"),
    eslint: join(workspace, "node_modules", "eslint"),
    "eslint-plugin-wx-domain": join(workspace, "packages", "eslint-plugin"),
  };
  for (const [name, target] of Object.entries(installed)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(target), link, "junction");
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "program.ts"), PROGRAM);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compile(compiler: string, resolution: string): Promise<string> {
  const module = resolution === "bundler" ? "esnext" : resolution;
  const tsc = join(dirname(compiler), "bin", "tsc");
  const flags = ["--noEmit", "--strict", "--target", "es2022", "--types", "node", "--module", module, "--moduleResolution", resolution];
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, ...flags, "program.ts"], { cwd: folder }, (error, stdout, stderr) => resolve(error === null ? "" : stdout + stderr));
  });
}

test.each([
  { version: "5.4", compiler: require.resolve("typescript-5.4/package.json"), resolution: "nodenext" },
  { version: "6.0", compiler: require.resolve("typescript/package.json"), resolution: "bundler" },
  { version: "7.0", compiler: require.resolve("typescript-7/package.json"), resolution: "nodenext" },
])("TypeScript $version", async ({ compiler, resolution }) => {
  expect(await compile(compiler, resolution)).toBe("");
});
