/** What the next release would hand out: versions, sizes, dependencies, and what programs can import. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Packed } from "../../scripts/packed.js";
import { installedWith, manifestIn, sizeOf, type Manifest } from "./dependencies.ts";
import { nextRelease } from "./next-release.ts";
import { surfaceOf } from "./surface.ts";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-release-")));
let packages: readonly Packed[] = [];

beforeAll(() => {
  execFileSync("pnpm", ["run", "build"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
  ({ packages } = nextRelease(folder));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `limit`: of the tarball, in KiB. About a quarter above what it is, so that a new dependency's code or a table by mistake is seen. */
const PACKAGES = [
  { name: "@wx-domain/core", directory: "packages/core", limit: 41 },
  { name: "@wx-domain/analyzer", directory: "packages/analyzer", limit: 186 },
  { name: "@wx-domain/loader", directory: "packages/loader", limit: 65 },
  { name: "eslint-plugin-wx-domain", directory: "packages/eslint-plugin", limit: 51 },
  { name: "wx-domain", directory: "packages/cli", limit: 107 },
] as const;

function tarballOf(name: string): string {
  const packed = packages.find((each) => each.name === name);
  if (packed === undefined) throw new Error(`${name} was not packed.`);
  return packed.tarball;
}

function packedManifest(name: string): Manifest {
  return JSON.parse(execFileSync("tar", ["-xOzf", tarballOf(name), "package/package.json"], { encoding: "utf8" })) as Manifest;
}

test("every package is packed, in one version, which its plugin knows", () => {
  expect(packages.map(({ name }) => name).sort()).toEqual(PACKAGES.map(({ name }) => name).sort());
  const versions = new Set(PACKAGES.map(({ name }) => packedManifest(name).version));
  expect(versions.size).toBe(1);
  const [version = ""] = versions;
  expect(readFileSync(join(folder, "packages/eslint-plugin/src/version.ts"), "utf8")).toContain(`VERSION = "${version}"`);
});

describe.each(PACKAGES)("$name", ({ name, directory, limit }) => {
  test("depends on its siblings of the same release, runs no script at its installation, and says where its source is", () => {
    const { version, dependencies = {}, scripts = {}, repository } = packedManifest(name);
    const siblings = Object.entries(dependencies).filter(([dependency]) => PACKAGES.some((each) => each.name === dependency));
    expect(siblings.map(([, range]) => range)).toEqual(siblings.map(() => `^${version}`));
    expect(Object.keys(scripts).filter((script) => /install|prepare/.test(script))).toEqual([]);
    // npm compares it with the workflow's repository before it takes a provenance.
    expect(repository).toEqual({ type: "git", url: "git+https://github.com/wx-domain/wx-domain.git", directory });
  });

  test("is no larger than it should be", () => {
    expect(statSync(tarballOf(name)).size / 1024).toBeLessThan(limit);
  });

  test("lets programs import what it did", async () => {
    const snapshot = `surface/${directory.replace("packages/", "")}.txt`;
    await expect(surfaceOf(join(workspace, directory))).toMatchFileSnapshot(snapshot);
  });
});

describe("npm install eslint eslint-plugin-wx-domain, in an empty folder", () => {
  const plugin = join(workspace, "packages", "eslint-plugin");
  const user = join(folder, "user");
  /** What ESLint does not bring, ours included; the folder of each. */
  let added: readonly string[] = [];

  beforeAll(() => {
    mkdirSync(user);
    writeFileSync(join(user, "package.json"), JSON.stringify({ name: "user", private: true }));
    const ours = ["@wx-domain/core", "@wx-domain/analyzer", "eslint-plugin-wx-domain"].map(tarballOf);
    const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
    execFileSync("npm", ["install", ...flags, "eslint", ...ours], { cwd: user, stdio: "pipe", shell: process.platform === "win32" });
    const eslint = join(user, "node_modules", "eslint");
    const ofESLint = installedWith(eslint);
    const lock = JSON.parse(readFileSync(join(user, "node_modules", ".package-lock.json"), "utf8")) as { readonly packages: object };
    added = Object.keys(lock.packages)
      .map((path) => join(user, path))
      .filter((path) => !ofESLint.has(path));
  });

  test("adds twelve packages at most, and no TypeScript", () => {
    expect(added.length).toBeLessThanOrEqual(12);
    expect(added.filter((path) => path.includes("typescript"))).toEqual([]);
  });

  test("adds what the README says", () => {
    const readme = readFileSync(join(plugin, "README.md"), "utf8");
    const [, count, megabytes] = /adds (\d+) packages and (\d+) MB/.exec(readme) ?? [];
    const bytes = added.reduce((sum, path) => sum + sizeOf(path), 0);
    expect({ count: Number(count), megabytes: Number(megabytes) }).toEqual({ count: added.length, megabytes: Math.round(bytes / 1e6) });
    expect(manifestIn(plugin).dependencies).toEqual({ "@wx-domain/analyzer": "workspace:^", "@wx-domain/core": "workspace:^" });
  });
});
