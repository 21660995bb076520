import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEMO_ACCOUNT, DEMO_PLATFORM } from "../../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../../test/emulator/server.js";
import { liveDomains } from "@wx-domain/loader";
import type { LiveWorld } from "../../src/live/live-domains.ts";
import type { LiveSettings } from "../../src/live/live-settings.ts";
import { testContext } from "../context.ts";

const HOUR = 3_600_000;
const CREDENTIALS = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret };
const OLD = `{ "appid": "${DEMO_ACCOUNT.appid}", "updatedAt": "2026-06-29T00:00:00Z", "requestdomain": ["https://old.example.com"] }`;

let wechat: Emulator;
let folder: string;
let now: number;
let said: string[];
/** Whether the clock moves while something waits: not where it waits for real work, which takes as long as it takes. */
let sleepPasses: boolean;
beforeEach(async () => {
  [wechat, folder] = await Promise.all([startEmulator(), mkdtemp(join(tmpdir(), "wx-domain-"))]);
  now = Date.UTC(2026, 6, 1);
  said = [];
  sleepPasses = true;
});
afterEach(async () => {
  wechat.assertHarmless();
  await Promise.all([wechat.close(), rm(folder, { recursive: true, force: true })]);
});

const snapshot = (): Promise<string | undefined> => readFile(join(folder, "wx-domains.json"), "utf8").catch(() => undefined);
const note = join("node_modules", ".cache", "wx-domain", "wx-domains.json.checked");
const write = async (name: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
};
const asked = (): number => wechat.calls.length;

function world(environment: Readonly<Record<string, string>> = CREDENTIALS): LiveWorld {
  const { edges } = testContext();
  return {
    environment: { LANG: "en_US.UTF-8", ...environment },
    cwd: folder,
    edges: {
      ...edges,
      now: () => now,
      sleep: (milliseconds) => {
        if (sleepPasses) now += milliseconds;
        return new Promise((resolve) => setTimeout(resolve, 2));
      },
    },
    say: (line) => said.push(line),
  };
}

const live = (settings: Partial<LiveSettings> = {}, environment?: Readonly<Record<string, string>>) =>
  liveDomains({ snapshot: "wx-domains.json", endpoint: wechat.url, ...settings }, world(environment));

describe("a snapshot that was checked a short while ago", () => {
  it("answers without network, and needs no credential", async () => {
    const first = await live();
    expect(first.requestdomain).toEqual(["https://api.example.com", "https://login.example.com:8443"]);
    const calls = asked();
    now += HOUR;
    expect((await live({}, {})).requestdomain).toEqual(first.requestdomain);
    expect(asked()).toBe(calls);
    expect(said).toEqual([]);
  });

  it.each<{ what: string; later: number; settings?: Partial<LiveSettings>; before?: () => Promise<void> }>([
    { what: "an hour and a bit later", later: HOUR + 1 },
    { what: "after maxAge", later: 11_000, settings: { maxAge: 10 } },
    { what: "at once with maxAge 0", later: 1, settings: { maxAge: 0 } },
    { what: "when its time lies ahead", later: -5 * HOUR },
    { what: "when the snapshot is another one", later: 1, before: () => write("wx-domains.json", OLD) },
    { what: "when the note can't be read", later: 1, before: () => write(note, "{") },
  ])("is asked about again: $what", async ({ later, settings = {}, before }) => {
    await live();
    const calls = asked();
    await before?.();
    now += later;
    const lists = await live(settings);
    expect(asked()).toBeGreaterThan(calls);
    expect(lists.requestdomain).toEqual(["https://api.example.com", "https://login.example.com:8443"]);
  });

  it("gives the same lists in the same order, fetched or read", async () => {
    const fetched = await live();
    expect(JSON.stringify(await live())).toBe(JSON.stringify(fetched));
    await write("wx-domains.json", '{"udpdomain":["udp://b.cn","udp://a.cn"],"requestdomain":[]}');
    wechat.always("stable_token", "errcode:40125");
    expect(JSON.stringify(await live())).toBe('{"requestdomain":[],"udpdomain":["udp://a.cn","udp://b.cn"]}');
  });

  it("a refresh that finds no change changes no byte, and is noted", async () => {
    await live();
    const text = await snapshot();
    now += 2 * HOUR;
    await live();
    expect(await snapshot()).toBe(text);
    const calls = asked();
    await live();
    expect(asked()).toBe(calls);
  });
});

describe("when the lists can't be had", () => {
  it("the last snapshot serves and says its age", async () => {
    await write("wx-domains.json", OLD);
    wechat.always("getwxadevinfo", "errcode:40164");
    expect(await live()).toEqual({ requestdomain: ["https://old.example.com"] });
    expect(said).toEqual([
      expect.stringMatching(/^wx-domain: "wx-domains\.json", last changed 2 days ago, is used as it is: the lists could not be refreshed\. WeChat refused .*Add 203\.0\.113\.20/),
    ]);
    expect(await snapshot()).toBe(OLD);
  });

  it("the age since the last check, where that is known", async () => {
    await live();
    now += 3 * HOUR;
    wechat.always("stable_token", "errcode:-1");
    await live();
    expect(said[0]).toContain("last checked 3 hours ago");
  });

  it.each([
    { fault: "hang-before-headers", says: "did not answer in time", timeout: 0.3 },
    { fault: "drip", says: "did not answer in time", timeout: 0.3 },
    { fault: "html", says: "an HTML page" },
    { fault: "lists-beside-error", says: "errcode 85301" },
    { fault: "duplicate-keys", says: 'JSON that has "requestdomain" twice' },
  ])("$fault: $says", async ({ fault, says, timeout = 20 }) => {
    await write("wx-domains.json", OLD);
    wechat.always("getwxadevinfo", fault);
    expect(await live({ timeout })).toEqual({ requestdomain: ["https://old.example.com"] });
    expect(said.join("\n")).toContain(says);
    expect(await snapshot()).toBe(OLD);
  });

  it("nobody tries again for half a minute", async () => {
    await write("wx-domains.json", OLD);
    wechat.always("stable_token", "errcode:40125");
    await live();
    const calls = asked();
    now += 20_000;
    await live();
    expect(asked()).toBe(calls);
    expect(said[1]).toContain("the AppSecret is wrong");
    now += 11_000;
    await live();
    expect(asked()).toBeGreaterThan(calls);
  });

  it("no credentials: the last snapshot serves, and says which are missing", async () => {
    await write("wx-domains.json", OLD);
    expect(await live({}, {})).toEqual({ requestdomain: ["https://old.example.com"] });
    expect(said[0]).toMatch(/last changed 2 days ago.*Nothing says where the lists come from/);
    expect(asked()).toBe(0);
  });

  it("without a snapshot it fails with the remedy", async () => {
    wechat.always("stable_token", "errcode:40125");
    await expect(live()).rejects.toMatchObject({
      code: "live/no-snapshot",
      message: expect.stringMatching(/There is no "wx-domains\.json".*the AppSecret is wrong.*Run "wx-domain pull".*commit the file/) as string,
    });
    await expect(live({}, {})).rejects.toMatchObject({ code: "live/no-snapshot" });
  });

  it.each([
    { require: "fresh", env: {}, fails: true },
    { require: "fresh-in-ci", env: { CI: "true" }, fails: true },
    { require: "fresh-in-ci", env: { CI: "false" }, fails: false },
    { require: "fresh-in-ci", env: {}, fails: false },
    { require: "any", env: { CI: "true" }, fails: false },
  ] as const)("require: $require with $env fails: $fails", async ({ require, env, fails }) => {
    await write("wx-domains.json", OLD);
    wechat.always("stable_token", "errcode:40125");
    const lists = live({ require }, { ...CREDENTIALS, ...env });
    if (fails) await expect(lists).rejects.toMatchObject({ code: "live/not-fresh", message: expect.stringContaining("the AppSecret is wrong") as string });
    else expect(await lists).toEqual({ requestdomain: ["https://old.example.com"] });
  });
});

it("a program keeps the refresh token of an authorizer itself", async () => {
  let kept = `emulated-refresh-token-${DEMO_ACCOUNT.appid}-0`;
  const refreshToken = { read: () => kept, save: (token: string) => void (kept = token) };
  const platform = { WX_APPID: DEMO_ACCOUNT.appid, WX_COMPONENT_APPID: DEMO_PLATFORM.appid, WX_COMPONENT_TOKEN: DEMO_PLATFORM.token };
  for (const number of [1, 2]) {
    expect((await live({ source: "authorizer", refreshToken, maxAge: 0 }, platform)).tcpdomain).toEqual(["tcp://game.example.com"]);
    expect(kept).toBe(`emulated-refresh-token-${DEMO_ACCOUNT.appid}-${String(number)}`);
    now += 1000;
  }
});

describe("settings and files that are wrong are errors, whatever there is to fall back to", () => {
  it.each([
    { settings: { snapshot: "" }, says: /snapshot must be the path/ },
    { settings: { maxAge: -1 }, says: /maxAge must be a number of seconds/ },
    { settings: { maxAge: Number.NaN }, says: /maxAge/ },
    { settings: { timeout: 0 }, says: /timeout must be a number of seconds above 0/ },
    { settings: { endpoint: "http://api.weixin.qq.com" }, says: /must be https/ },
    { settings: { appid: "wxother" }, says: /belongs to the app wx0123456789abcdef, but the lists of wxother/ },
    { settings: { source: "file" as const }, says: /add --from/ },
    { settings: { snapshot: "none/wx-domains.json" }, says: /there is no folder for "none\/wx-domains\.json"/ },
  ])("$settings", async ({ settings, says }) => {
    await write("wx-domains.json", OLD);
    await expect(live(settings, { WX_APPSECRET: "x" })).rejects.toThrow(says);
    expect(asked()).toBe(0);
  });

  it("a snapshot with a merge conflict", async () => {
    await write("wx-domains.json", "{ <<<<<<< HEAD");
    await expect(live()).rejects.toMatchObject({ code: "snapshot/bad-json" });
    expect(asked()).toBe(0);
  });
});

describe("a lock", () => {
  const lock = join("node_modules", ".cache", "wx-domain", "wx-domains.json.lock");

  it("of a process that was killed is no obstacle", async () => {
    const { hostname } = await import("node:os");
    await write(lock, `999999999 ${hostname()} x\n`);
    expect((await live()).requestdomain).toContain("https://api.example.com");
    expect(await readdir(join(folder, dirname(lock)))).toEqual(["wx-domains.json.checked"]);
  });

  it("of a process that was killed before it wrote its name is no obstacle either", async () => {
    await write(lock, "");
    await utimes(join(folder, lock), new Date(0), new Date(0));
    expect((await live()).requestdomain).toContain("https://api.example.com");
  });

  it("of a process that lives is waited for, not longer than the deadline", async () => {
    const { hostname } = await import("node:os");
    await write("wx-domains.json", OLD);
    await write(lock, `${String(process.ppid)} ${hostname()} x\n`);
    expect(await live()).toEqual({ requestdomain: ["https://old.example.com"] });
    expect(said[0]).toContain("Another process is fetching them");
    expect(asked()).toBe(0);
    expect(await readFile(join(folder, lock), "utf8")).toContain(String(process.ppid));
  });

  it("makes many calls at once ask once", async () => {
    sleepPasses = false;
    const all = await Promise.all(Array.from({ length: 12 }, () => live()));
    expect(new Set(all.map((lists) => JSON.stringify(lists))).size).toBe(1);
    expect(wechat.calls.map((call) => call.endpoint)).toEqual(["stable_token", "getwxadevinfo"]);
  });

  it("makes many calls at once fail once", async () => {
    sleepPasses = false;
    await write("wx-domains.json", OLD);
    wechat.always("stable_token", "errcode:40125");
    await Promise.all(Array.from({ length: 12 }, () => live()));
    expect(wechat.calls).toHaveLength(1);
  });
});

it.skipIf(process.getuid?.() === 0)("works without a lock in a folder that is read-only", async () => {
  await write("wx-domains.json", OLD);
  await chmod(folder, 0o555);
  expect((await live()).requestdomain).toContain("https://api.example.com");
  await chmod(folder, 0o755);
});
