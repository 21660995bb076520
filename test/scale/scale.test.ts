/** A repository with several apps and the packages that they share: no cache, thread or link changes what a cold run says. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Monorepo, type PackageManager } from "./monorepo.ts";

// Many processes, one after the other: a busy machine takes its time.
vi.setConfig({ testTimeout: 600_000 });

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-scale-")));

beforeAll(() => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

test.each(["large-projects.md", "zh/large-projects.md"])("%s shows the configurations that are tested here", (page) => {
  for (const file of ["eslint.config.js", "turbo.json"]) {
    expect(readFileSync(join(workspace, "docs", page), "utf8")).toContain(readFileSync(join(workspace, "docs/examples/monorepo", file), "utf8"));
  }
});

const HOSTS = "packages/hosts/src/index.js";
const HOME = "apps/shop/pages/home/home.js";
const LISTS = "apps/admin/wx-domains.json";
const LISTED = /"downloaddomain": \[[^\]]*\]/;

const AT_REST = ["apps/admin/src/pages/home/home.js:8 no-unlisted-domain", "apps/shop/pages/home/home.js:6 no-unlisted-domain"];

/** The shared host is another one: where each app sends it, and in the shared wrapper. */
const HOST_CHANGED = [
  "apps/admin/src/pages/home/home.js:7 no-unlisted-domain",
  ...AT_REST,
  "packages/http/src/index.js:4 no-unlisted-domain",
];

/** The example, in which an app calls a host that no list has, and the other's list lacks one. */
function faulty(name: string, manager: PackageManager = "pnpm"): Monorepo {
  const monorepo = new Monorepo(join(temporary, name), manager);
  monorepo.edit(HOME, 'get("/goods");', 'get("/goods");\n    get("https://ads.example.net/banner");');
  monorepo.edit(LISTS, LISTED.exec(monorepo.text(LISTS))?.[0] ?? "", '"downloaddomain": []');
  return monorepo;
}

test("the example passes as it is", async () => {
  expect(await new Monorepo(join(temporary, "example")).lint()).toEqual({ code: 0, reports: [], suppressed: 0 });
});

test.each([
  { manager: "pnpm", strategy: "metadata" },
  { manager: "pnpm", strategy: "content" },
  { manager: "npm", strategy: "metadata" },
  { manager: "yarn", strategy: "content" },
] as const)("linked by $manager, cache strategy $strategy: an edit of a shared package, and of one app's lists, is seen", async ({ manager, strategy }) => {
  const monorepo = faulty(`${manager}-${strategy}`, manager);
  const cached = async (): Promise<readonly string[]> => (await monorepo.lint("--cache", "--cache-strategy", strategy)).reports;
  const cold = async (): Promise<readonly string[]> => (await monorepo.lintCold()).reports;
  expect(await cached()).toEqual(AT_REST);
  expect(await cached()).toEqual(AT_REST);
  monorepo.edit(HOSTS, "api.example.com", "api.example.org");
  expect(await cached()).toEqual(HOST_CHANGED);
  expect(await cold()).toEqual(HOST_CHANGED);
  monorepo.edit(HOSTS, "api.example.org", "api.example.com");
  monorepo.edit(LISTS, '"downloaddomain": []', '"downloaddomain": ["https://files.example.com"]');
  expect(await cached()).toEqual(AT_REST.slice(1));
  expect(await cold()).toEqual(AT_REST.slice(1));
});

test("two threads say what one says, with and without a cache, and leave no half-written file", async () => {
  const monorepo = faulty("threads");
  expect((await monorepo.lint("--concurrency", "2")).reports).toEqual(AT_REST);
  expect((await monorepo.lint("--concurrency", "2", "--cache")).reports).toEqual(AT_REST);
  monorepo.edit(HOSTS, "api.example.com", "api.example.org");
  expect((await monorepo.lint("--concurrency", "2", "--cache")).reports).toEqual(HOST_CHANGED);
  expect(monorepo.remembered()).toEqual(Array(3).fill(expect.stringMatching(/^facts-[^.]+\.json$/)));
});

test("bulk suppressions: what is there passes, what is new fails, what is mended is pruned", async () => {
  const monorepo = faulty("suppressions");
  expect(await monorepo.lint("--suppress-all")).toEqual({ code: 0, reports: [], suppressed: 2 });
  expect(await monorepo.lint()).toEqual({ code: 0, reports: [], suppressed: 2 });
  monorepo.edit(HOME, 'get("/goods")', 'get("https://new.example.net/goods")');
  expect(await monorepo.lint()).toMatchObject({ code: 1, reports: [`${HOME}:5 no-unlisted-domain`, `${HOME}:6 no-unlisted-domain`] });
  monorepo.edit(HOME, "https://new.example.net/goods", "/goods");
  monorepo.edit(HOME, "https://ads.example.net/banner", "/banner");
  // A suppression that is no longer needed fails, until it is taken out.
  expect(await monorepo.lint("--prune-suppressions")).toMatchObject({ code: 0, reports: [] });
  expect(monorepo.text("eslint-suppressions.json")).not.toContain("shop");
  expect(await monorepo.lint()).toEqual({ code: 0, reports: [], suppressed: 1 });
});
