import { createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_ACCOUNT } from "../../../test/emulator/account.js";
import { startAuthority } from "../../../test/emulator/certificates.js";
import { startProxy } from "../../../test/emulator/proxy.js";
import { startEmulator, type Emulator, type EmulatorOptions } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

const CREDENTIALS = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret };
const SNAPSHOT = `{ "appid": "${DEMO_ACCOUNT.appid}",\n\n   "requestdomain": ["https://old.example.com"] }`;

/** A clock that is moved on by whoever waits: a minute passes at once. */
const CLOCK = `
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
const real = Date.now;
let skew = 0;
timers.setTimeout = async (milliseconds) => { skew += milliseconds; };
Date.now = () => real() + skew;
syncBuiltinESMExports();
`;

const authority = startAuthority();
let folder: Folder;
const running: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  await folder.write("ca.pem", authority.cert);
  await folder.write("clock.mjs", CLOCK);
});
afterAll(() => folder.remove());
beforeEach(() => folder.write("app/wx-domains.json", SNAPSHOT));
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function emulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const wechat = await startEmulator(options);
  running.push(wechat);
  return wechat;
}

const pull = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  wxDomain(["pull", ...words], { cwd: join(folder.path, "app"), env: { ...CREDENTIALS, ...env } });

async function expectRefused(run: Run, says: RegExp): Promise<void> {
  expect(run).toMatchObject({ code: 3, stdout: "" });
  expect(run.stderr).toMatch(says);
  expect(run.stderr).toMatch(/^(Warning: .+\n)?wx-domain: .+\n$/);
  expect(await folder.read("app/wx-domains.json")).toBe(SNAPSHOT);
}

const CA = (): Record<string, string> => ({ NODE_EXTRA_CA_CERTS: join(folder.path, "ca.pem") });

describe("a certificate", () => {
  it.each([
    { what: "of a stranger", identity: authority.issue("127.0.0.1"), env: () => ({}), says: /from an issuer that this machine does not trust \(\w+\)\. Nothing was sent\. .*NODE_EXTRA_CA_CERTS/ },
    { what: "of a stranger, where the program at large trusts anybody", identity: authority.issue("127.0.0.1"), env: () => ({ NODE_TLS_REJECT_UNAUTHORIZED: "0", NODE_NO_WARNINGS: "1" }), says: /does not trust/ },
    { what: "of another host", identity: authority.issue("other.example.com"), env: CA, says: /its certificate is for another host \(ERR_TLS_CERT_ALTNAME_INVALID\)/ },
    { what: "that has expired", identity: authority.issue("127.0.0.1", { expired: true }), env: CA, says: /its certificate has expired or is not valid yet \(CERT_HAS_EXPIRED\)/ },
  ])("$what: nothing is sent", async ({ identity, env, says }) => {
    const wechat = await emulator({ tls: identity });
    await expectRefused(await pull(["--endpoint", wechat.url], env()), says);
    expect(wechat.calls).toEqual([]);
  });

  it("none at all", async () => {
    const wechat = await emulator();
    await expectRefused(await pull(["--endpoint", wechat.url.replace("http:", "https:")]), /speaks no TLS that this machine accepts/);
  });

  it("of a company's own authority is good where NODE_EXTRA_CA_CERTS names it", async () => {
    const wechat = await emulator({ tls: authority.issue("127.0.0.1") });
    expect(await pull(["--endpoint", wechat.url], CA())).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("a proxy", () => {
  const WECHAT = "api.weixin.qq.com";

  async function proxied(user?: string) {
    const wechat = await emulator({ tls: authority.issue(WECHAT) });
    const proxy = await startProxy({ [`${WECHAT}:443`]: wechat.port }, user === undefined ? {} : { user });
    running.push(proxy);
    return { wechat, proxy };
  }

  it.each([
    { variable: "HTTPS_PROXY", user: undefined },
    { variable: "https_proxy", user: undefined },
    { variable: "HTTPS_PROXY", user: "me:p%40ssw0rd" },
  ])("of $variable, as $user, is asked for a tunnel to WeChat", async ({ variable, user }) => {
    const { wechat, proxy } = await proxied(user === undefined ? undefined : decodeURIComponent(user));
    const url = user === undefined ? proxy.url : `http://${user}@${new URL(proxy.url).host}`;
    expect(await pull([], { ...CA(), [variable]: url })).toMatchObject({ code: 0, stderr: "" });
    expect(proxy.asked).toEqual([`${WECHAT}:443`, `${WECHAT}:443`]);
    expect(wechat.calls.map((call) => call.endpoint)).toEqual(["stable_token", "getwxadevinfo"]);
  });

  it("that wants another password", async () => {
    const { wechat, proxy } = await proxied("me:right-password");
    const run = await pull(["--verbose"], { ...CA(), HTTPS_PROXY: `http://me:wrong-password@${new URL(proxy.url).host}` });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/The proxy let no connection to api\.weixin\.qq\.com through \(HTTP 407\)\. Check HTTPS_PROXY and its user name and password/);
    expect(run.stderr).not.toContain("wrong-password");
    expect(wechat.calls).toEqual([]);
    expect(await folder.read("app/wx-domains.json")).toBe(SNAPSHOT);
  });

  it("that can't reach WeChat", async () => {
    const proxy = await startProxy({});
    running.push(proxy);
    await expectRefused(await pull([], { HTTPS_PROXY: proxy.url }), /The proxy let no connection .* \(HTTP 502\)/);
  });

  it("that is not there", async () => {
    const proxy = await startProxy({});
    await proxy.close();
    await expectRefused(await pull([], { HTTPS_PROXY: proxy.url }), /ECONNREFUSED/);
  });

  it("that is silent; and what was half open does not keep the command alive beyond this test's patience", async () => {
    const silent = createTcpServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const address = silent.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await expectRefused(await pull(["--timeout", "1"], { HTTPS_PROXY: `http://127.0.0.1:${String(port)}` }), /did not answer in time/);
    silent.close();
  });

  it("that shows another certificate than WeChat's: nothing is sent", async () => {
    const wechat = await emulator({ tls: authority.issue("proxy.example.com") });
    const proxy = await startProxy({ [`${WECHAT}:443`]: wechat.port });
    running.push(proxy);
    await expectRefused(await pull([], { ...CA(), HTTPS_PROXY: proxy.url }), /its certificate is for another host/);
    expect(wechat.calls).toEqual([]);
  });

  it("is not asked for a host of NO_PROXY", async () => {
    const { proxy } = await proxied();
    const run = await pull(["--endpoint", "https://wx.invalid", "--timeout", "2"], { HTTPS_PROXY: proxy.url, NO_PROXY: "a.example.com,.invalid" });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/The connection to wx\.invalid failed|did not answer in time/);
    expect(proxy.asked).toEqual([]);
  });

  it("is not asked for this machine, which it could not reach", async () => {
    const { proxy } = await proxied();
    const wechat = await emulator();
    expect(await pull(["--endpoint", wechat.url], { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url })).toMatchObject({ code: 0 });
    expect(proxy.asked).toEqual([]);
  });
});

describe("the minute's limit", () => {
  const quick = (): Record<string, string> => ({ NODE_OPTIONS: `--import=${pathToFileURL(join(folder.path, "clock.mjs")).href}` });

  it("45011, then success: waited for where --timeout allows it", async () => {
    const wechat = await emulator();
    wechat.plan("getwxadevinfo", "errcode:45011");
    expect(await pull(["--endpoint", wechat.url, "--timeout", "120"], quick())).toMatchObject({ code: 0, stderr: "" });
    expect(wechat.calls.map((call) => call.endpoint)).toEqual(["stable_token", "getwxadevinfo", "getwxadevinfo"]);
  });

  it("45011 where it does not", async () => {
    const wechat = await emulator();
    wechat.plan("getwxadevinfo", "errcode:45011");
    await expectRefused(await pull(["--endpoint", wechat.url], quick()), /raise --timeout above 70/);
  });

  it("used up on every call", async () => {
    const wechat = await emulator({ perMinute: 0 });
    await expectRefused(await pull(["--endpoint", wechat.url]), /too many calls in this minute/);
  });
});
