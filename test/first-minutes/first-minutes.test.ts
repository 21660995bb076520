/** Somebody who has never seen the project: from npx to the domains that the console lacks, by what each step says to do next. */
import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packAll } from "../../scripts/packed.js";
import { startEmulator, type Emulator } from "../emulator/server.js";
import { installedWith, manifestIn, type Manifest } from "../release/dependencies.ts";
import { startRegistry, type Published, type Registry } from "./registry.ts";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const windows = process.platform === "win32";
const place = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-first-")));

const ACCOUNT = {
  appid: "wx00000000000000aa",
  secret: "emulated-secret-of-the-first-minutes",
  lists: {
    requestdomain: ["https://api.example.com", "https://retired.example.com"],
    wsrequestdomain: [],
    uploaddomain: [],
    downloaddomain: [],
  },
};

let registry: Registry;
let wechat: Emulator;

beforeAll(async () => {
  execFileSync("pnpm", ["run", "build"], { cwd: workspace, stdio: "pipe", shell: windows });
  const own = packAll(place);
  const others = [...installedWith(join(workspace, "packages", "cli"))].filter((folder) => own.every((packed) => realpathSync(packed.folder) !== realpathSync(folder)));
  registry = await startRegistry([...own.map(({ tarball }) => ({ manifest: manifestOf(tarball), tarball })), ...others.map(published)]);
  wechat = await startEmulator({ account: ACCOUNT });
});

afterAll(async () => {
  await registry.close();
  await wechat.close();
  rmSync(place, { recursive: true, force: true });
});

function manifestOf(tarball: string): Manifest {
  return JSON.parse(execFileSync("tar", ["-xOzf", tarball, "package/package.json"], { encoding: "utf8" })) as Manifest;
}

/** A package that is installed here, as its author published it; npm looks past the name of the folder in a tarball. */
function published(folder: string): Published {
  const manifest = manifestIn(folder);
  const tarball = join(place, `${manifest.name.replace("/", "-")}-${manifest.version}.tgz`);
  execFileSync("tar", ["-czf", tarball, "-C", dirname(folder), basename(folder)]);
  return { manifest, tarball };
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npx wx-domain@latest …`, which takes nothing that lies in a folder above, on a machine that has never installed anything. */
function npx(folder: string, words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const npm = { npm_config_registry: registry.url, npm_config_cache: join(place, "cache"), npm_config_userconfig: join(place, "none"), npm_config_update_notifier: "false", npm_config_loglevel: "error" };
  const env = { PATH: process.env["PATH"], SystemRoot: process.env["SystemRoot"], HOME: place, LANG: "en_US.UTF-8", ...npm, ...environment };
  return new Promise((resolve) => {
    const child = execFile("npx", ["--yes", "wx-domain@latest", ...words], { cwd: folder, env, shell: windows }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (child.exitCode ?? 1), stdout, stderr });
    });
  });
}

interface Program {
  readonly kind: string;
  /** By list: what the console lacks. */
  readonly missing: Readonly<Record<string, readonly string[]>>;
  /** What there is to paste into the console's fields. */
  readonly pasted: readonly string[];
}

const PROGRAMS: readonly Program[] = [
  {
    kind: "native",
    missing: { requestdomain: ["https://pay.example.com"], uploaddomain: ["https://files.example.com"] },
    pasted: ["https://api.example.com;https://retired.example.com;https://pay.example.com", "https://files.example.com"],
  },
  {
    kind: "taro",
    missing: { requestdomain: ["https://member.example.com"], wsrequestdomain: ["wss://push.example.com"] },
    pasted: ["https://api.example.com;https://retired.example.com;https://member.example.com", "wss://push.example.com"],
  },
  {
    kind: "uni-app",
    missing: { requestdomain: ["https://shop.example.com", "https://test.example.com"], downloaddomain: ["https://cdn.example.com"] },
    pasted: ["https://api.example.com;https://retired.example.com;https://shop.example.com;https://test.example.com", "https://cdn.example.com"],
  },
];

describe.each(PROGRAMS)("on a program of the kind $kind", ({ kind, missing, pasted }) => {
  const folder = join(place, kind);
  beforeAll(() => {
    cpSync(fileURLToPath(new URL(`fixtures/${kind}`, import.meta.url)), folder, { recursive: true });
  });

  test("the first scan says what is used, and that a pull is next", async () => {
    const run = await npx(folder, ["scan"]);
    expect(run.code).toBe(0);
    expect(run.stdout.split("\n\n")[0]?.replaceAll("\n", " ")).toContain("then npx wx-domain pull");
    for (const origin of Object.values(missing).flat()) expect(run.stdout).toContain(origin);
  });

  test("a pull without credentials says where they belong", async () => {
    const run = await npx(folder, ["pull"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("WX_APPID");
  });

  test("with the lists in force the scan says what is missing, what isn't used, and what to paste", async () => {
    const credentials = { WX_APPID: ACCOUNT.appid, WX_APPSECRET: ACCOUNT.secret };
    expect(await npx(folder, ["pull", "--endpoint", wechat.url], credentials)).toMatchObject({ code: 0 });
    const run = await npx(folder, ["scan"]);
    expect(run).toMatchObject({ code: 1, stderr: "" });
    const rows = [...run.stdout.matchAll(/^ {2}✗ (\S+)\s+not in the list/gm)].map(([, origin = ""]) => origin);
    expect(rows.sort()).toEqual(Object.values(missing).flat().sort());
    expect(run.stdout).toContain("no known use: https://retired.example.com");
    expect(run.stdout.split("\n")).toEqual(expect.arrayContaining([...pasted]));

    const json = await npx(folder, ["scan", "--format", "json"]);
    const { lists } = JSON.parse(json.stdout) as { lists: Record<string, { missing: readonly string[] }> };
    expect(Object.fromEntries(Object.entries(lists).flatMap(([name, list]) => (list.missing.length === 0 ? [] : [[name, list.missing]])))).toEqual(missing);
  });
});

test("what ran came from the registry, and no secret is in what was written", () => {
  expect(existsSync(join(place, "cache", "_npx"))).toBe(true);
  for (const { kind } of PROGRAMS) expect(readFileSync(join(place, kind, "wx-domains.json"), "utf8")).not.toContain(ACCOUNT.secret);
});
