/** Turborepo runs the example's lint: what it takes from a cache, its own or a remote one, is what a cold run says. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Monorepo } from "./monorepo.ts";
import { startRemoteCache, type RemoteCache } from "./remote-cache.ts";

// Many processes, one after the other: a busy machine takes its time.
vi.setConfig({ testTimeout: 600_000 });

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-turborepo-")));
let remote: RemoteCache;

beforeAll(async () => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
  remote = await startRemoteCache();
});

afterAll(async () => {
  await remote.close();
  rmSync(temporary, { recursive: true, force: true });
});

const PACKAGES = ["apps/admin", "apps/shop", "packages/hosts", "packages/http"];

/** What a run of all packages' lint said. */
interface Ran {
  /** The packages whose answer came from a cache. */
  readonly cached: readonly string[];
  /** `file:line rule`, sorted, as ESLint's own report of a cold run. */
  readonly reports: readonly string[];
}

function checkOut(name: string): Monorepo {
  const monorepo = new Monorepo(join(temporary, name));
  // Turborepo asks Git which files there are.
  const git = (...parameters: readonly string[]): Buffer =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", ...parameters], { cwd: monorepo.folder });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=example");
  return monorepo;
}

interface Summary {
  readonly tasks: readonly { readonly directory: string; readonly logFile: string; readonly cache: { readonly status: string } }[];
}

function turbo({ folder }: Monorepo, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const command = [join(folder, "node_modules", "turbo", "bin", "turbo"), "run", "lint", "--continue", "--summarize"];
  const own = { ...process.env, NODE_PATH: undefined, NO_COLOR: "1", FORCE_COLOR: undefined, CI: undefined, TURBO_TELEMETRY_DISABLED: "1", ...env };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: folder, env: own }, (_error, stdout, stderr) => {
      const summary = /Summary:\s+(\S+\.json)/.exec(stdout)?.[1];
      if (summary === undefined) reject(new Error(stdout + stderr));
      else resolve(ranIn(folder, JSON.parse(readFileSync(summary, "utf8")) as Summary));
    });
  });
}

function ranIn(folder: string, { tasks }: Summary): Ran {
  const ofLint = tasks.filter(({ directory }) => PACKAGES.includes(directory));
  const logs = ofLint.map(({ logFile }) => readFileSync(join(folder, logFile), "utf8"));
  return {
    cached: ofLint.flatMap(({ directory, cache }) => (cache.status === "HIT" ? [directory] : [])).sort(),
    reports: logs.flatMap((log) => reportsIn(log, folder)).sort(),
  };
}

/** Of ESLint's usual output: a line of the file's path, and below it one for each report. */
function reportsIn(log: string, folder: string): string[] {
  let file = "";
  return log.split("\n").flatMap((line) => {
    if (line.startsWith(folder)) file = relative(folder, line.trim()).replaceAll("\\", "/");
    const [, at, rule] = /^ +(\d+):\d+ .* wx-domain\/(\S+)$/.exec(line) ?? [];
    return at === undefined || rule === undefined ? [] : [`${file}:${at} ${rule}`];
  });
}

const HOSTS = "packages/hosts/src/index.js";
const LISTS = "apps/shop/wx-domains.json";

test("nothing edited is a hit; a shared module, a list and the configuration are seen, and their undoing", async () => {
  const monorepo = checkOut("edited");
  const expectColdAnswer = async (cached: readonly string[], reports: number): Promise<void> => {
    const ran = await turbo(monorepo);
    expect(ran).toEqual({ cached, reports: (await monorepo.lintCold()).reports });
    expect(ran.reports).toHaveLength(reports);
  };
  await expectColdAnswer([], 0);
  await expectColdAnswer(PACKAGES, 0);
  monorepo.edit(HOSTS, "api.example.com", "api.example.org");
  await expectColdAnswer([], 2);
  monorepo.edit(HOSTS, "api.example.org", "api.example.com");
  // The wrapper in packages/http, too, is judged by this app's lists.
  monorepo.edit(LISTS, "https://files.example.com", "https://photos.example.com");
  await expectColdAnswer([], 1);
  monorepo.edit(LISTS, "https://photos.example.com", "https://files.example.com");
  monorepo.edit("eslint.config.js", '"../apps/shop/wx-domains.json"', "{ requestdomain: [] }");
  await expectColdAnswer([], 1);
});

test("a file that Git ignores and the analysis reads is seen", async () => {
  const monorepo = checkOut("ignored");
  monorepo.edit("apps/admin/src/pages/home/home.js", "`${API}/users`", "`${process.env.VUE_APP_API}/users`");
  monorepo.edit(".gitignore", ".turbo", ".turbo\n.env");
  expect((await turbo(monorepo)).reports).toEqual([]);
  monorepo.write("apps/admin/.env", "VUE_APP_API=https://api.example.net\n");
  expect(await turbo(monorepo)).toEqual({ cached: ["apps/shop", "packages/hosts", "packages/http"], reports: ["apps/admin/src/pages/home/home.js:7 no-unlisted-domain"] });
});

test("another checkout takes answers from the remote cache, and none after an edit", async () => {
  expect((await turbo(checkOut("first"), remote.env)).cached).toEqual([]);
  const other = checkOut("second");
  expect(await turbo(other, remote.env)).toEqual({ cached: PACKAGES, reports: [] });
  other.edit(HOSTS, "files.example.com", "photos.example.com");
  const edited = await turbo(other, remote.env);
  expect(edited).toEqual({ cached: [], reports: (await other.lintCold()).reports });
  expect(edited.reports).toHaveLength(2);
});
