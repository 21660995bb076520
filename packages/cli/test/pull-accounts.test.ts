import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PLATFORM, manyAccounts } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { BIN, temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

const ACCOUNTS = manyAccounts(12);
const PLATFORM = { WX_COMPONENT_APPID: DEMO_PLATFORM.appid, WX_COMPONENT_TOKEN: DEMO_PLATFORM.token };
/** One secret a variable, as a CI keeps them. */
const SECRETS = Object.fromEntries(ACCOUNTS.map(({ appid, secret }) => [`SECRET_${appid}`, secret]));
const APPS = ACCOUNTS.map(({ appid }) => ({ appid }));
const OF_APPS = { source: "app", variables: { WX_APPSECRET: "SECRET_{appid}" }, apps: APPS };
const OF_PLATFORM = { source: "component", apps: APPS };

let wechat: Emulator;
let folder: Folder;
beforeEach(async () => {
  [wechat, folder] = await Promise.all([startEmulator({ accounts: ACCOUNTS }), temporaryFolder()]);
});
afterEach(async () => {
  wechat.assertHarmless();
  await Promise.all([wechat.close(), folder.remove()]);
});

async function pull(accounts: unknown, env: Readonly<Record<string, string>>, words: readonly string[] = []): Promise<Run> {
  await folder.write("apps.json", typeof accounts === "string" ? accounts : JSON.stringify(accounts));
  return await wxDomain(["pull", "--accounts", "apps.json", "--endpoint", wechat.url, ...words], { cwd: folder.path, env });
}
const requestDomains = async (): Promise<(string | undefined)[]> => {
  const texts = await Promise.all(ACCOUNTS.map(({ appid }) => folder.read(`wx-domains/${appid}.json`)));
  return texts.map((text) => (text === undefined ? undefined : /https:\/\/app-\d+/.exec(text)?.[0]));
};
const EACH_ITS_OWN = ACCOUNTS.map((_, index) => `https://app-${String(index)}`);

describe("each app gets its own snapshot", () => {
  it("from its own secret", async () => {
    const run = await pull(OF_APPS, SECRETS);
    expect(run.code).toBe(0);
    expect(run.stdout).toBe("12  changed\n");
    expect(run.stderr).toContain("wx0000000000000003: requestdomain +1 -0, ");
    expect(run.stderr).toContain("12 of 12 apps\n");
    expect(await requestDomains()).toEqual(EACH_ITS_OWN);
  });

  it("from the platform's token, with one command for all", async () => {
    const { WX_COMPONENT_TOKEN: token, ...rest } = PLATFORM;
    const run = await pull(OF_PLATFORM, { ...rest, WX_COMPONENT_TOKEN_COMMAND: `echo run >> runs; echo ${token}` });
    expect(run).toMatchObject({ code: 0, stdout: "12  changed\n" });
    expect(await requestDomains()).toEqual(EACH_ITS_OWN);
    expect(await folder.read("runs")).toBe("run\n");
  });

  it("from refresh tokens in files, which are replaced", async () => {
    await Promise.all(ACCOUNTS.map(({ appid }) => folder.write(`tokens/${appid}`, `emulated-refresh-token-${appid}-0`)));
    const run = await pull({ source: "authorizer", refreshTokenFile: "tokens/{appid}", apps: APPS }, PLATFORM);
    expect(run).toMatchObject({ code: 0, stdout: "12  changed\n" });
    expect(await requestDomains()).toEqual(EACH_ITS_OWN);
    expect(await folder.read("tokens/wx0000000000000005")).toBe("emulated-refresh-token-wx0000000000000005-1\n");
  });

  it("by different ways, to different places", async () => {
    await folder.write("saved/a.json", '{"requestdomain":["https://saved.example.com"]}');
    const apps = [
      { appid: "wx0000000000000001", source: "file", from: "saved/a.json", out: "a/wx-domains.json" },
      { appid: "wx0000000000000002", source: "token", tokenCommand: "echo emulated-app-token-$WX_APPID-1", out: "b/wx-domains.json" },
      { appid: "wx0000000000000003", source: "app", variables: { WX_APPSECRET: "SECRET_wx0000000000000003" }, out: "c/wx-domains.json" },
    ];
    // So that there is a token for the command to print.
    await wxDomain(["pull", "--endpoint", wechat.url], { cwd: folder.path, env: { WX_APPID: "wx0000000000000002", WX_APPSECRET: ACCOUNTS[2]?.secret ?? "" } });
    expect(await pull({ apps }, SECRETS)).toMatchObject({ code: 0, stdout: "3  changed\n" });
    expect(await folder.read("a/wx-domains.json")).toContain("https://saved.example.com");
    expect(await folder.read("b/wx-domains.json")).toContain("https://app-2.example.com");
    expect(await folder.read("c/wx-domains.json")).toContain("https://app-3.example.com");
  });
});

it("a second run changes no byte", async () => {
  await pull(OF_PLATFORM, PLATFORM);
  const before = await folder.read("wx-domains/wx0000000000000004.json");
  const run = await pull(OF_PLATFORM, PLATFORM);
  expect(run).toMatchObject({ code: 0, stdout: "12  as they were\n" });
  expect(await folder.read("wx-domains/wx0000000000000004.json")).toBe(before);
});

it("--dry-run writes nothing", async () => {
  const run = await pull(OF_PLATFORM, PLATFORM, ["--dry-run"]);
  expect(run).toMatchObject({ code: 0, stdout: "12  would change\n" });
  expect([...(await folder.all()).keys()]).toEqual(["apps.json"]);
});

describe("goes on past failures", () => {
  it("groups them, and resumes with what is left", async () => {
    const { SECRET_wx0000000000000007: _seven, ...others } = SECRETS;
    const wrong = { ...others, SECRET_wx0000000000000002: "not-the-secret", SECRET_wx0000000000000003: "not-the-secret" };
    const run = await pull(OF_APPS, wrong);
    expect(run.code).toBe(3);
    expect(run.stdout).toMatch(/^ 9 {2}changed\n 3 {2}failed\n/);
    expect(run.stdout).toMatch(/loader\/40125 {2}2 apps: wx0000000000000002, wx0000000000000003\n {2}WeChat refused stable_token: the AppSecret is wrong/);
    expect(run.stdout).toMatch(/source\/no-wx-appsecret {2}1 apps: wx0000000000000007\n {2}The AppSecret is missing/);
    expect(run.stdout).toContain("--accounts apps.json --resume");
    const calls = wechat.calls.length;
    const second = await pull(OF_APPS, SECRETS, ["--resume"]);
    expect(second).toMatchObject({ code: 0, stdout: " 3  changed\n 9  done before\n" });
    expect(wechat.calls.length - calls).toBe(6);
    expect(await requestDomains()).toEqual(EACH_ITS_OWN);
    expect(await pull(OF_APPS, SECRETS)).toMatchObject({ stdout: "12  as they were\n" });
  });

  it("only settings at fault: exit 2", async () => {
    const { SECRET_wx0000000000000007: _seven, ...others } = SECRETS;
    expect(await pull(OF_APPS, others)).toMatchObject({ code: 2 });
  });

  it("a snapshot of another app, or one that can't be read, stays as it is", async () => {
    const foreign = '{"appid":"wxother","requestdomain":[]}';
    await folder.write("wx-domains/wx0000000000000001.json", foreign);
    await folder.write("wx-domains/wx0000000000000002.json", "{ <<<<");
    const run = await pull(OF_PLATFORM, PLATFORM);
    expect(run.code).toBe(2);
    expect(run.stdout).toMatch(/10 {2}changed\n 2 {2}failed/);
    expect(await folder.read("wx-domains/wx0000000000000001.json")).toBe(foreign);
    expect(await folder.read("wx-domains/wx0000000000000002.json")).toBe("{ <<<<");
  });

  it("a token that is set for one app answers for no other", async () => {
    const run = await pull({ source: "token", apps: APPS }, { WX_ACCESS_TOKEN: "emulated-app-token-wx0000000000000000-1", WX_TOKEN_COMMAND: "echo x" });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain("12  failed");
    expect(wechat.calls).toEqual([]);
  });
});

it("a run that is killed is resumed where it was", { timeout: 30_000 }, async () => {
  await folder.write("apps.json", JSON.stringify({ ...OF_PLATFORM, endpoint: wechat.url }));
  wechat.plan("api_get_authorizer_info", "ok", "ok", "ok", "ok", "ok", "hang-before-headers");
  const words = [BIN, "pull", "--accounts", "apps.json", "--concurrency", "1"];
  const victim = spawn(process.execPath, words, { cwd: folder.path, env: { PATH: process.env["PATH"], ...PLATFORM } });
  const ended = once(victim, "close");
  while (wechat.calls.length < 6) await new Promise((resolve) => setTimeout(resolve, 20));
  victim.kill("SIGKILL");
  await ended;
  const run = await wxDomain(["pull", "--accounts", "apps.json", "--resume", "--json"], { cwd: folder.path, env: PLATFORM });
  const { apps, skipped } = JSON.parse(run.stdout) as { apps: unknown[]; skipped: number };
  expect({ code: run.code, apps: apps.length, skipped }).toEqual({ code: 0, apps: 7, skipped: 5 });
  expect(await requestDomains()).toEqual(EACH_ITS_OWN);
});

describe("a file that is wrong: exit 2, the place, nothing sent", () => {
  it.each([
    { accounts: "{", says: /"apps\.json": it is not valid JSON/ },
    { accounts: {}, says: /"apps" must be Array|"apps" must be/ },
    { accounts: { apps: [] }, says: /"apps" must be/ },
    { accounts: { apps: [{}] }, says: /"apps\.0\.appid" must be/ },
    { accounts: { apps: [{ appid: "../../etc" }] }, says: /"apps\.0\.appid" must be/ },
    { accounts: { source: "vault", apps: APPS }, says: /"source" must be \("app" \| "token"/ },
    { accounts: { apps: [{ appid: "wx1", secret: "s3cr3t-of-wx1" }] }, says: /"apps\.0\.secret" looks like a secret\. Secrets stay in the environment/ },
    { accounts: { apps: [{ appid: "wx1", sorce: "app" }] }, says: /there is no setting "apps\.0\.sorce"/ },
    { accounts: { apps: [{ appid: "wx1" }, { appid: "wx1" }] }, says: /the app wx1 stands there twice/ },
    { accounts: { out: "wx-domains.json", apps: [{ appid: "wx1" }, { appid: "wx2" }] }, says: /wx1 and wx2 have the same "out"/ },
    { accounts: OF_PLATFORM, words: ["--out", "x.json"], says: /With --accounts each app says its own: write "out" into apps\.json/ },
    { accounts: OF_PLATFORM, words: ["--concurrency", "0"], says: /--concurrency is a whole number from 1 to 64/ },
    { accounts: OF_PLATFORM, words: ["--per-minute", "1"], says: /--per-minute is a whole number from 4/ },
  ])("$accounts $words: $says", async ({ accounts, words = [], says }) => {
    const run = await pull(accounts, PLATFORM, words);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(says);
    expect(run.stderr).not.toContain("s3cr3t");
    expect(wechat.calls).toEqual([]);
  });

  it.each([{ words: ["--resume"] }, { words: ["--per-minute", "10"] }])("$words alone", async ({ words }) => {
    expect((await wxDomain(["pull", ...words], { cwd: folder.path })).stderr).toMatch(/goes with --accounts/);
  });
});
