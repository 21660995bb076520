import { chmod, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEMO_ACCOUNT, DEMO_PLATFORM } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

const { appid } = DEMO_ACCOUNT;
const PLATFORM = { WX_APPID: appid, WX_COMPONENT_APPID: DEMO_PLATFORM.appid, WX_COMPONENT_TOKEN: DEMO_PLATFORM.token };
const REFRESH = `emulated-refresh-token-${appid}-0`;
const NEXT_REFRESH = `emulated-refresh-token-${appid}-1`;

let wechat: Emulator;
let folder: Folder;
beforeEach(async () => {
  [wechat, folder] = await Promise.all([startEmulator(), temporaryFolder()]);
});
afterEach(async () => {
  wechat.assertHarmless();
  await Promise.all([wechat.close(), folder.remove()]);
});

const pull = (words: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> =>
  wxDomain(["pull", "--endpoint", wechat.url, ...words], { cwd: folder.path, env: { HOME: folder.path, ...env } });
const snapshot = async (): Promise<unknown> => JSON.parse((await folder.read("wx-domains.json")) ?? "null");
const asked = (): string[] => wechat.calls.map((call) => call.endpoint);

describe("authorizer", () => {
  const authorizer = (env: Readonly<Record<string, string>>, words: readonly string[] = []) =>
    pull(["--source", "authorizer", ...words], { ...PLATFORM, ...env });

  it("reads the lists in force, never a union, and keeps the new refresh token in its file", async () => {
    await folder.write("secrets/refresh", `${REFRESH}\n`);
    await chmod(join(folder.path, "secrets/refresh"), 0o644);
    const run = await authorizer({ WX_REFRESH_TOKEN_FILE: "secrets/refresh" });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(asked()).toEqual(["api_authorizer_token", "get_effective_domain", "get_effective_webviewdomain", "get_prefetchdnsdomain"]);
    expect(await snapshot()).toMatchObject({
      appid,
      source: `${wechat.url}/wxa/get_effective_domain`,
      requestdomain: ["https://api.example.com", "https://login.example.com:8443"],
      tcpdomain: ["tcp://game.example.com"],
      bizdomain: ["https://www.example.com"],
      prefetchdnsdomain: ["cdn.example.com"],
    });
    expect(await folder.read("secrets/refresh")).toBe(`${NEXT_REFRESH}\n`);
    expect((await stat(join(folder.path, "secrets/refresh"))).mode & 0o777).toBe(0o600);
    expect(await authorizer({ WX_REFRESH_TOKEN_FILE: "secrets/refresh" })).toMatchObject({ code: 0 });
  });

  it("begins with the token of the environment; afterwards the file's is the newer one", async () => {
    const env = { WX_REFRESH_TOKEN: REFRESH, WX_REFRESH_TOKEN_FILE: "refresh" };
    expect(await authorizer(env)).toMatchObject({ code: 0 });
    expect(await folder.read("refresh")).toBe(`${NEXT_REFRESH}\n`);
    expect(await authorizer(env)).toMatchObject({ code: 0 });
  });

  it("hands the new refresh token to a command, by its stdin", async () => {
    const run = await authorizer({ WX_REFRESH_TOKEN: REFRESH, WX_REFRESH_TOKEN_COMMAND: "cat > kept" });
    expect(run).toMatchObject({ code: 0 });
    expect(await folder.read("kept")).toBe(`${NEXT_REFRESH}\n`);
  });

  it("a command that fails: the token is where its owner finds it, and the message says where", async () => {
    const run = await authorizer({ WX_REFRESH_TOKEN: REFRESH, WX_REFRESH_TOKEN_COMMAND: "exit 5" });
    expect(run).toMatchObject({ code: 3, stdout: "" });
    expect(run.stderr).toContain(`did not take the new refresh token (exit code 5). The new refresh token of ${appid} is in ~/.wx-domain/refresh-token-${appid}`);
    expect(await folder.read(`.wx-domain/refresh-token-${appid}`)).toBe(`${NEXT_REFRESH}\n`);
    expect(await folder.read("wx-domains.json")).toBeUndefined();
  });

  it.each([
    { env: { WX_REFRESH_TOKEN: REFRESH }, says: /nothing says where the new one goes: set WX_REFRESH_TOKEN_FILE/ },
    { env: {}, says: /refresh token is missing: set WX_REFRESH_TOKEN_FILE/ },
    { env: { WX_REFRESH_TOKEN_FILE: "none" }, says: /"none" holds no refresh token/ },
    { env: { WX_REFRESH_TOKEN: REFRESH, WX_REFRESH_TOKEN_FILE: "/dev/null/x" }, says: /file "\/dev\/null\/x" can't be used \(ENOTDIR\)/ },
    // Nobody can write there, and it shows before the call.
    { env: { WX_REFRESH_TOKEN: REFRESH, WX_REFRESH_TOKEN_FILE: "/proc/refresh-token" }, says: /file "\/proc\/refresh-token" can't be used \(\w+\)/ },
    { env: { WX_REFRESH_TOKEN_FILE: "f", WX_COMPONENT_TOKEN: "" }, says: /component_access_token is missing: set WX_COMPONENT_TOKEN/ },
    { env: { WX_REFRESH_TOKEN_FILE: "f", WX_COMPONENT_APPID: "" }, says: /The platform's AppID is missing: set WX_COMPONENT_APPID/ },
  ])("$env: nothing is sent, so that nothing is lost: $says", async ({ env, says }) => {
    const run = await authorizer(env);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(says);
    expect(asked()).toEqual([]);
  });

  it("an expired token: one more, with the newer refresh token", async () => {
    wechat.plan("get_effective_webviewdomain", "expire-token");
    await folder.write("refresh", REFRESH);
    expect(await authorizer({ WX_REFRESH_TOKEN_FILE: "refresh" })).toMatchObject({ code: 0, stderr: "" });
    expect(await folder.read("refresh")).toBe(`emulated-refresh-token-${appid}-2\n`);
    expect(asked().filter((name) => name === "api_authorizer_token")).toHaveLength(2);
  });

  it("a failure afterwards loses nothing", async () => {
    wechat.always("get_effective_domain", "errcode:61007");
    await folder.write("refresh", REFRESH);
    const run = await authorizer({ WX_REFRESH_TOKEN_FILE: "refresh" });
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain("permission set 18");
    expect(await folder.read("refresh")).toBe(`${NEXT_REFRESH}\n`);
  });

  it("several processes take turns with one refresh token", async () => {
    await folder.write("refresh", REFRESH);
    const runs = await Promise.all(["a", "b", "c", "d"].map((out) => authorizer({ WX_REFRESH_TOKEN_FILE: "refresh" }, ["--out", `${out}.json`])));
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(runs.map(() => ({ code: 0, stderr: "" })));
    expect(await folder.read("refresh")).toBe(`emulated-refresh-token-${appid}-4\n`);
  });

  it("an individual's account has no business domains: the other lists count", async () => {
    wechat.always("get_effective_webviewdomain", "errcode:89231");
    await folder.write("refresh", REFRESH);
    const run = await authorizer({ WX_REFRESH_TOKEN_FILE: "refresh" });
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^Warning: WeChat told no business domains \(errcode 89231\)/);
    expect(await snapshot()).not.toHaveProperty("bizdomain");
  });

  it("getwxadevinfo on request, with a finished token", async () => {
    wechat.tokens.accept("authorizer-token-of-our-own", "authorizer");
    const run = await authorizer({ WX_ACCESS_TOKEN: "authorizer-token-of-our-own" }, ["--reads", "getwxadevinfo"]);
    expect(run).toMatchObject({ code: 0 });
    expect(asked()).toEqual(["getwxadevinfo"]);
  });
});

describe("component", () => {
  it("reads what the platform sees of the app", async () => {
    const run = await pull(["--source", "component"], PLATFORM);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(asked()).toEqual(["api_get_authorizer_info"]);
    expect(await snapshot()).toMatchObject({ appid, udpdomain: ["udp://game.example.com"], tcpdomain: [], bizdomain: ["https://www.example.com"] });
  });

  it("with a command that prints the platform's token", async () => {
    const { WX_COMPONENT_TOKEN: token, ...rest } = PLATFORM;
    expect(await pull(["--source", "component"], { ...rest, WX_COMPONENT_TOKEN_COMMAND: `echo ${token}` })).toMatchObject({ code: 0 });
  });

  it("asks the command for another token when the first is refused", async () => {
    wechat.plan("api_get_authorizer_info", "errcode:42001");
    const { WX_COMPONENT_TOKEN: token, ...rest } = PLATFORM;
    const run = await pull(["--source", "component"], { ...rest, WX_COMPONENT_TOKEN_COMMAND: `echo x >> runs; echo ${token}` });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(await folder.read("runs")).toBe("x\nx\n");
  });

  it.each([
    { env: { WX_COMPONENT_TOKEN: "another-token" }, says: /component_access_token is invalid or has expired \(errcode 40001/ },
    { env: { WX_APPID: "wx-of-a-stranger" }, says: /the app is not authorised to this platform \(errcode 61003/ },
    { env: { WX_COMPONENT_APPID: "wx-of-a-stranger" }, says: /there is no such platform \(errcode 61011/ },
  ])("$env: $says", async ({ env, says }) => {
    const run = await pull(["--source", "component"], { ...PLATFORM, ...env });
    expect(run).toMatchObject({ code: 3, stdout: "" });
    expect(run.stderr).toMatch(says);
  });
});

describe("container", () => {
  it("needs no credential, and always names the app", async () => {
    const other = { ...DEMO_ACCOUNT, appid: "wx1111111111111111", lists: { requestdomain: ["https://other.example.com"] } };
    const cloud = await startEmulator({ container: true, accounts: [DEMO_ACCOUNT, other] });
    try {
      const run = await wxDomain(["pull", "--source", "container", "--appid", other.appid, "--endpoint", cloud.url], { cwd: folder.path });
      expect(run).toMatchObject({ code: 0, stderr: "" });
      expect(await snapshot()).toMatchObject({ appid: other.appid, source: `${cloud.url}/wxa/getwxadevinfo`, requestdomain: ["https://other.example.com"] });
    } finally {
      await cloud.close();
    }
  });

  it("says so where there is no container around it", async () => {
    const run = await pull(["--source", "container", "--appid", appid], {});
    expect(run).toMatchObject({ code: 3, stdout: "" });
    expect(run.stderr).toContain("no token was added to the call on its way (errcode 41001");
  });

  it("is refused without an AppID: a shared environment would answer for its owner's app", async () => {
    expect(await pull(["--source", "container"], {})).toMatchObject({ code: 2 });
    expect(asked()).toEqual([]);
  });
});

describe("cloud", () => {
  const LISTS = { requestdomain: ["https://api.example.com"], bizdomain: [] };
  it.each([
    { what: "the SDK's spelling", reply: { errCode: 0, errMsg: "openapi.operation.getDomainInfo:ok", ...LISTS } },
    { what: "the wire's spelling", reply: { errcode: 0, errmsg: "ok", ...LISTS } },
    { what: "as wx.cloud.callFunction hands it on", reply: { errMsg: "cloud.callFunction:ok", requestID: "x", result: { errCode: 0, ...LISTS } } },
    { what: "as invokecloudfunction hands it on", reply: { errcode: 0, errmsg: "ok", resp_data: JSON.stringify({ errCode: 0, ...LISTS }) } },
  ])("$what", async ({ reply }) => {
    await folder.write("reply.json", JSON.stringify(reply));
    const run = await wxDomain(["pull", "--source", "cloud", "--from", "reply.json", "--appid", appid], { cwd: folder.path });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(await snapshot()).toMatchObject({ appid, ...LISTS });
  });

  it.each([
    { reply: { errCode: -604101, errMsg: "system error: error code: -604101" }, says: /reply\.json: .*no permission for this API \(errcode -604101\)/ },
    { reply: { errMsg: "cloud.callFunction:ok", result: { errCode: -604100, errMsg: "" } }, says: /errcode -604100/ },
    { reply: { errcode: 0, resp_data: '{"errCode":-604104}' }, says: /errcode -604104/ },
    { reply: { errcode: 0, resp_data: "oops" }, says: /text that is not JSON/ },
    { reply: { errMsg: "cloud.callFunction:ok", result: null }, says: /no domain list at all/ },
  ])("$reply: $says", async ({ reply, says }) => {
    await folder.write("reply.json", JSON.stringify(reply));
    const run = await wxDomain(["pull", "--source", "cloud", "--from", "reply.json"], { cwd: folder.path });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(says);
  });
});

it("says when a reply lacks a list that the snapshot knows", async () => {
  await folder.write("wx-domains.json", '{"udpdomain":["udp://old.example.com"],"jsdomain":["a.cn"]}');
  wechat.always("getwxadevinfo", "without:udpdomain");
  const run = await pull([], { WX_APPID: appid, WX_APPSECRET: DEMO_ACCOUNT.secret });
  expect(run.code).toBe(0);
  expect(run.stderr).toBe("Warning: The reply does not hold the udp domain list (udp 合法域名); wx-domains.json keeps what it had. Compare with the console.\n");
  expect(await snapshot()).toMatchObject({ udpdomain: ["udp://old.example.com"] });
});

it("--json tells which lists stay unknown", async () => {
  const run = await pull(["--json"], { WX_APPID: appid, WX_APPSECRET: DEMO_ACCOUNT.secret });
  expect(JSON.parse(run.stdout)).toMatchObject({ unknown: ["tcpdomain", "prefetchdnsdomain", "jsdomain", "oauthdomain"] });
});
