/** A repository with several apps and the packages that they share: no cache, thread or link changes what a cold run says. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Monorepo } from "./monorepo.ts";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-scale-")));

beforeAll(() => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

test.each(["large-projects.md", "zh/large-projects.md"])("%s shows the configuration that is tested here", (page) => {
  const configuration = readFileSync(new URL("fixtures/monorepo/eslint.config.js", import.meta.url), "utf8");
  expect(readFileSync(join(workspace, "docs", page), "utf8")).toContain(configuration);
});

const HOSTS = "packages/hosts/src/index.js";

const AT_REST = ["apps/admin/src/pages/home/home.js:8 no-unlisted-domain", "apps/shop/pages/home/home.js:6 no-unlisted-domain"];

/** The shared host is another one: where each app sends it, and in the shared wrapper. */
const HOST_CHANGED = [
  "apps/admin/src/pages/home/home.js:7 no-unlisted-domain",
  ...AT_REST,
  "packages/http/src/index.js:4 no-unlisted-domain",
];

describe.each(["pnpm", "npm"] as const)("linked by %s", (manager) => {
  test.each(["metadata", "content"])("cache strategy %s: an edit of a shared package, and of one app's lists, is seen", async (strategy) => {
    const monorepo = new Monorepo(join(temporary, `${manager}-${strategy}`), manager);
    const cached = async (): Promise<readonly string[]> => (await monorepo.lint("--cache", "--cache-strategy", strategy)).reports;
    expect(await cached()).toEqual(AT_REST);
    expect(await cached()).toEqual(AT_REST);
    monorepo.edit(HOSTS, "api.example.com", "api.example.org");
    expect(await cached()).toEqual(HOST_CHANGED);
    monorepo.edit(HOSTS, "api.example.org", "api.example.com");
    monorepo.edit("apps/admin/wx-domains.json", '"downloaddomain": []', '"downloaddomain": ["https://files.example.com"]');
    expect(await cached()).toEqual(AT_REST.slice(1));
  });
});

test("two threads say what one says, with and without a cache, and leave no half-written file", async () => {
  const monorepo = new Monorepo(join(temporary, "threads"));
  expect((await monorepo.lint("--concurrency", "2")).reports).toEqual(AT_REST);
  expect((await monorepo.lint("--concurrency", "2", "--cache")).reports).toEqual(AT_REST);
  monorepo.edit(HOSTS, "api.example.com", "api.example.org");
  expect((await monorepo.lint("--concurrency", "2", "--cache")).reports).toEqual(HOST_CHANGED);
  expect(monorepo.remembered()).toEqual(Array(3).fill(expect.stringMatching(/^facts-[^.]+\.json$/)));
});

test("bulk suppressions: what is there passes, what is new fails, what is mended is pruned", async () => {
  const monorepo = new Monorepo(join(temporary, "suppressions"));
  expect(await monorepo.lint("--suppress-all")).toEqual({ code: 0, reports: [], suppressed: 2 });
  expect(await monorepo.lint()).toEqual({ code: 0, reports: [], suppressed: 2 });
  const home = "apps/shop/pages/home/home.js";
  monorepo.edit(home, 'get("/goods")', 'get("https://new.example.net/goods")');
  expect(await monorepo.lint()).toMatchObject({ code: 1, reports: [`${home}:5 no-unlisted-domain`, `${home}:6 no-unlisted-domain`] });
  monorepo.edit(home, "https://new.example.net/goods", "/goods");
  monorepo.edit(home, "https://ads.example.net/banner", "/banner");
  // A suppression that is no longer needed fails, until it is taken out.
  expect(await monorepo.lint("--prune-suppressions")).toMatchObject({ code: 0, reports: [] });
  expect(monorepo.text("eslint-suppressions.json")).not.toContain("shop");
  expect(await monorepo.lint()).toEqual({ code: 0, reports: [], suppressed: 1 });
});
