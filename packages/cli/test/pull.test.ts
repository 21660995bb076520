import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEMO_ACCOUNT } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

const CREDENTIALS = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret };

let wechat: Emulator;
let folder: Folder;
beforeEach(async () => {
  [wechat, folder] = await Promise.all([startEmulator(), temporaryFolder()]);
});
afterEach(async () => {
  wechat.assertHarmless();
  await Promise.all([wechat.close(), folder.remove()]);
});

const pull = (words: readonly string[] = [], env: Readonly<Record<string, string>> = CREDENTIALS): Promise<Run> =>
  wxDomain(["pull", "--endpoint", wechat.url, ...words], { cwd: folder.path, env });

const snapshot = async (name = "wx-domains.json"): Promise<unknown> => JSON.parse((await folder.read(name)) ?? "null");

it("writes the lists in force, and prints what changed per list", async () => {
  const run = await pull();
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(await snapshot()).toMatchObject({
    appid: DEMO_ACCOUNT.appid,
    source: `${wechat.url}/wxa/getwxadevinfo`,
    updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    requestdomain: ["https://api.example.com", "https://login.example.com:8443"],
    bizdomain: ["https://www.example.com"],
  });
  expect(run.stdout).toContain("requestdomain");
  expect(run.stdout).toContain("  + https://login.example.com:8443\n");
  expect(run.stdout).toContain("Wrote wx-domains.json: 6 lists changed.\n");
  expect([...(await folder.all()).keys()].sort()).toEqual([
    "node_modules/.cache/wx-domain/wx-domains.json.checked",
    "wx-domains.json",
  ]);
});

it("keeps a list unknown that the reply does not hold", async () => {
  await pull();
  expect(await snapshot()).not.toHaveProperty("tcpdomain");
});

it("a second pull changes no byte, and notes that it looked", async () => {
  await pull();
  const [text, checked] = await Promise.all([folder.read("wx-domains.json"), folder.read("node_modules/.cache/wx-domain/wx-domains.json.checked")]);
  const run = await pull();
  expect(run).toMatchObject({ code: 0, stdout: "No list changed; wx-domains.json stands as it was.\n" });
  expect(await folder.read("wx-domains.json")).toBe(text);
  expect(await folder.read("node_modules/.cache/wx-domain/wx-domains.json.checked")).not.toBe(checked);
});

it("keeps what the source can't know", async () => {
  await folder.write("wx-domains.json", '{"jsdomain":["pay.example.com"],"tcpdomain":["tcp://a.cn:9000"],"requestdomain":["https://old.example.com"]}');
  const run = await pull();
  expect(run.stdout).toContain("  - https://old.example.com\n");
  expect(await snapshot()).toMatchObject({
    jsdomain: ["pay.example.com"],
    tcpdomain: ["tcp://a.cn:9000"],
    requestdomain: ["https://api.example.com", "https://login.example.com:8443"],
  });
});

it("--dry-run writes nothing at all", async () => {
  const run = await pull(["--dry-run"]);
  expect(run).toMatchObject({ code: 0 });
  expect(run.stdout).toContain("6 lists would change in wx-domains.json; nothing was written (--dry-run).");
  expect((await folder.all()).size).toBe(0);
});

it("--json prints one object and nothing else", async () => {
  const run = await pull(["--json", "--out", "lists.json"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(run.stdout)).toMatchObject({
    out: "lists.json",
    appid: DEMO_ACCOUNT.appid,
    written: true,
    warnings: [],
    changes: expect.arrayContaining([
      { list: "udpdomain", wasKnown: false, isKnown: true, added: ["udp://game.example.com"], removed: [] },
    ]) as unknown,
  });
});

describe("what looks like a fault and is none", () => {
  it.each(["text-plain", "bom", "zero-as-text", "nested-key", "without:udpdomain"])("%s", async (fault) => {
    wechat.always("getwxadevinfo", fault);
    expect(await pull()).toMatchObject({ code: 0, stderr: "" });
    expect(await snapshot()).toMatchObject({ downloaddomain: ["https://cdn.example.com", "https://files.example.com"] });
  });

  it.each([
    { fault: "all-empty", says: /^Warning: All lists of getwxadevinfo are empty: the app may be unreleased/ },
    { fault: "also:coapdomain", says: /^Warning: The reply holds a list that wx-domain does not know, "coapdomain"/ },
  ])("$fault: a warning", async ({ fault, says }) => {
    wechat.always("getwxadevinfo", fault);
    const run = await pull();
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(says);
  });

  it("a busy system and an expired token on the way", async () => {
    wechat.plan("getwxadevinfo", "errcode:-1", "expire-token");
    expect(await pull()).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("other sources", () => {
  it("a finished token", async () => {
    expect(await pull([], { WX_ACCESS_TOKEN: wechat.tokens.stable() })).toMatchObject({ code: 0 });
    expect(wechat.calls.map((call) => call.endpoint)).toEqual(["getwxadevinfo"]);
    expect(await snapshot()).not.toHaveProperty("appid");
  });

  it("a command that prints a token", async () => {
    const env = { WX_TOKEN_COMMAND: `printf '%s\\n' ${wechat.tokens.stable()}`, WX_APPID: DEMO_ACCOUNT.appid };
    expect(await pull([], env)).toMatchObject({ code: 0 });
    expect(await snapshot()).toMatchObject({ appid: DEMO_ACCOUNT.appid });
  });

  it("a file in the wire form, or with lists that no API returns", async () => {
    await folder.write("in/lists.json", '\uFEFF{"errcode":0,"errmsg":"ok","appid":"wx1","bizdomain":["WWW.qq.com"],"jsdomain":["a.cn/mp"]}');
    const run = await wxDomain(["pull", "--from", "in/lists.json"], { cwd: folder.path });
    expect(run.code).toBe(0);
    expect(await snapshot()).toMatchObject({ appid: "wx1", source: "lists.json", bizdomain: ["www.qq.com"], jsdomain: ["a.cn/mp"] });
  });

  it("a file of another app is refused", async () => {
    await folder.write("lists.json", '{"appid":"wx1","bizdomain":[]}');
    const run = await wxDomain(["pull", "--from", "lists.json", "--appid", "wx2"], { cwd: folder.path });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('"lists.json" belongs to the app wx1, but the lists of wx2 were asked for');
  });
});

it("names an endpoint that is not WeChat's before anything is sent", async () => {
  const run = await wxDomain(["pull", "--endpoint", "https://proxy.invalid", "--timeout", "1"], { cwd: folder.path, env: CREDENTIALS });
  expect(run.code).toBe(3);
  expect(run.stderr).toMatch(/^Warning: "proxy\.invalid" is not an API host of WeChat/);
});

it("keeps an odd entry, with a warning", async () => {
  await folder.write("lists.json", '{"wsrequestdomain":["wss://https://c.example.com"]}');
  const run = await wxDomain(["pull", "--from", "lists.json"], { cwd: folder.path });
  expect(run).toMatchObject({ code: 0 });
  expect(run.stderr).toMatch(/^Warning: wsrequestdomain: "wss:\/\/https:\/\/c\.example\.com" is not an entry/);
  expect(await snapshot()).toMatchObject({ wsrequestdomain: ["wss://https://c.example.com"] });
});
