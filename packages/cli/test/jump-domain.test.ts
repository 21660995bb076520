import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PLATFORM } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

let wechat: Emulator;
let folder: Folder;
beforeEach(async () => {
  [wechat, folder] = await Promise.all([startEmulator(), temporaryFolder()]);
});
afterEach(async () => {
  wechat.assertHarmless();
  await Promise.all([wechat.close(), folder.remove()]);
});

const ENV = { WX_COMPONENT_TOKEN: DEMO_PLATFORM.token };
const jumpDomain = (words: readonly string[], env: Readonly<Record<string, string>> = ENV): Promise<Run> =>
  wxDomain(["jump-domain", ...words, "--endpoint", wechat.url], { cwd: folder.path, env });
/** What was asked for beyond looking. */
const writes = (): unknown[] => wechat.calls.map((call): unknown => JSON.parse(call.body)).filter((body) => JSON.stringify(body) !== '{"action":"get"}');

describe("get", () => {
  it("shows both versions", async () => {
    expect(await jumpDomain(["get"])).toEqual({
      code: 0,
      stdout: "testing version:\n  new.example.com\n  www.example.com\npublished version:\n  www.example.com\n",
      stderr: "",
    });
  });

  it.each([
    { platform: { testing: [], published: null }, says: /testing version:\n {2}empty\npublished version:\n {2}not told by WeChat: the platform may not be published/ },
  ])("$platform", async ({ platform, says }) => {
    Object.assign(wechat.platform.jumpPool, platform);
    expect((await jumpDomain(["get"])).stdout).toMatch(says);
  });

  it("as JSON", async () => {
    const run = await jumpDomain(["get", "--json"]);
    expect(JSON.parse(run.stdout)).toEqual({ published: ["www.example.com"], testing: ["new.example.com", "www.example.com"] });
  });

  it.each([{ env: { WX_COMPONENT_TOKEN_COMMAND: `echo ${DEMO_PLATFORM.token}` } }, { env: { WX_TOKEN_COMMAND: `echo ${DEMO_PLATFORM.token}` } }])(
    "with $env",
    async ({ env }) => {
      expect(await jumpDomain(["get"], env)).toMatchObject({ code: 0, stderr: "" });
    },
  );
});

describe("a change", () => {
  it.each([
    {
      words: ["add", "m.example.com"],
      sent: { action: "add", wxa_jump_h5_domain: "m.example.com", is_modify_published_together: false },
      testing: ["new.example.com", "www.example.com", "m.example.com"],
      published: ["www.example.com"],
      says: "testing version\n  + m.example.com\n",
    },
    {
      words: ["add", "M.Example.com;n.example.com", "o.example.com", "--publish"],
      sent: { action: "add", wxa_jump_h5_domain: "m.example.com;n.example.com;o.example.com", is_modify_published_together: true },
      testing: ["new.example.com", "www.example.com", "m.example.com", "n.example.com", "o.example.com"],
      published: ["www.example.com", "m.example.com", "n.example.com", "o.example.com"],
      says: "published version\n  + m.example.com\n",
    },
    {
      words: ["delete", "new.example.com"],
      sent: { action: "delete", wxa_jump_h5_domain: "new.example.com", is_modify_published_together: false },
      testing: ["www.example.com"],
      published: ["www.example.com"],
      says: "testing version\n  - new.example.com\n",
    },
    {
      words: ["set", "new.example.com", "www.example.com", "m.example.com"],
      sent: { action: "set", wxa_jump_h5_domain: "new.example.com;www.example.com;m.example.com", is_modify_published_together: false },
      testing: ["new.example.com", "www.example.com", "m.example.com"],
      published: ["www.example.com"],
      says: "testing version\n  + m.example.com\n",
    },
    {
      words: ["set", "m.example.com", "--yes"],
      sent: { action: "set", wxa_jump_h5_domain: "m.example.com", is_modify_published_together: false },
      testing: ["m.example.com"],
      published: ["www.example.com"],
      says: "  - www.example.com\n",
    },
  ])("$words: the difference, then the call, then what WeChat has now", async ({ words, sent, testing, published, says }) => {
    const run = await jumpDomain(words);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(says);
    expect(run.stdout).toMatch(/testing version:\n[^]*published version:\n/);
    expect(writes()).toEqual([sent]);
    expect(wechat.platform.jumpPool).toEqual({ testing, published });
  });

  it.each([
    { words: ["add", "m.example.com", "--dry-run"], code: 0, says: /\+ m\.example\.com\nNothing was changed \(--dry-run\)/ },
    { words: ["set", "m.example.com", "--dry-run"], code: 0, says: /- www\.example\.com[^]*Nothing was changed/ },
    { words: ["add", "www.example.com"], code: 0, says: /The pool is like that already; nothing was sent/ },
    { words: ["delete", "gone.example.com"], code: 0, says: /The pool is like that already/ },
    { words: ["set", "m.example.com"], code: 2, says: /set would remove new\.example\.com, www\.example\.com: nothing was changed\. Add --yes/ },
    { words: ["set", "www.example.com", "new.example.com", "--publish"], code: 0, says: /\+ new\.example\.com/, sent: 1 },
    { words: ["add", "https://m.example.com"], code: 2, says: /has a scheme, but that list holds bare hosts\. Write it as "m\.example\.com"\.\nNothing was changed/ },
    { words: ["add", "m.example.com:8443"], code: 2, says: /has a port, which the platform's pool of business domains .* does not hold/ },
    { words: ["add", "m.example.com/a"], code: 2, says: /more than an origin/ },
    { words: ["add", "10.1.1.1", "localhost"], code: 2, says: /is an IP address[^]*is the device itself/ },
    { words: ["add", "com.cn"], code: 2, says: /public suffix/ },
    { words: ["add"], code: 2, says: /Name the hosts/ },
    { words: ["add", ";"], code: 2, says: /Name the hosts/ },
    { words: ["add", ...Array.from({ length: 201 }, (_, index) => `h${String(index)}.cn`)], code: 2, says: /takes: 200/ },
    { words: ["add", ...Array.from({ length: 199 }, (_, index) => `h${String(index)}.cn`)], code: 2, says: /would hold 201 hosts, and it takes 200/ },
    { words: ["sett", "a.cn"], code: 2, says: /needs to know what to do: get, set, add, delete, confirm-file/ },
    { words: ["get", "a.cn"], code: 2, says: /takes no host/ },
    { words: ["get", "--component-token", "x"], code: 2, says: /--component-token is refused/ },
  ])("$words: exit $code, and nothing is changed", async ({ words, code, says, sent = 0 }) => {
    const before = structuredClone(wechat.platform.jumpPool);
    const run = await jumpDomain(words);
    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr).toMatch(says);
    expect(writes()).toHaveLength(sent);
    if (sent === 0) expect(wechat.platform.jumpPool).toEqual(before);
  });

  it("what is odd and stands in the pool can be deleted; what is odd and doesn't is a mistake", async () => {
    Object.assign(wechat.platform.jumpPool, { testing: ["10.0.0.1", "www.example.com"] });
    expect(await jumpDomain(["delete", "10.0.0.1"])).toMatchObject({ code: 0 });
    expect(wechat.platform.jumpPool.testing).toEqual(["www.example.com"]);
    expect(await jumpDomain(["delete", "10.0.0.2"])).toMatchObject({ code: 2 });
  });

  it("reports what WeChat did not take, and why it may be", async () => {
    const run = await jumpDomain(["add", "m.example.com", "refused.example.com"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("  m.example.com\n");
    expect(run.stderr).toMatch(/WeChat did not take refused\.example\.com\. .*verification file.*confirm-file refused\.example\.com/);
  });

  it("as JSON, with the three lists", async () => {
    const run = await jumpDomain(["add", "m.example.com", "refused.example.com", "--json"]);
    expect(JSON.parse(run.stdout)).toEqual({
      action: "add",
      written: true,
      published: ["www.example.com"],
      testing: ["new.example.com", "www.example.com", "m.example.com"],
      invalid: ["refused.example.com"],
    });
  });

  it.each([
    { plan: ["ok", "errcode:61028"], says: /the platform is not published \(errcode 61028.*Leave out --publish/ },
    { plan: ["ok", "errcode:65316"], says: /the pool can hold no more hosts \(errcode 65316/ },
    { plan: ["ok", "errcode:9410016"], says: /a host is invalid: invalid domain \(errcode 9410016.*confirm-file/ },
    { plan: ["ok", "errcode:61004"], says: /Add 203\.0\.113\.24 to the platform's allow list/ },
    { plan: ["ok", "errcode:40001"], says: /component_access_token is invalid or has expired/ },
    { plan: ["ok", "errcode:-1", "errcode:-1", "errcode:-1", "errcode:-1"], says: /the system is busy/ },
    { plan: ["ok", "reset"], says: /Whether modify_wxa_jump_domain changed anything is not known: look before you repeat it/ },
    { plan: ["ok", "hang-before-headers"], says: /did not answer in time .* is not known/ },
    { plan: ["ok", "status:502"], says: /HTTP 502.* is not known/ },
    { plan: ["errcode:61011"], says: /there is no such platform/ },
    { plan: ["html"], says: /an HTML page/ },
  ])("$plan: exit 3", async ({ plan, says }) => {
    wechat.plan("modify_wxa_jump_domain", ...plan);
    const run = await jumpDomain(["add", "m.example.com", "--timeout", plan.includes("hang-before-headers") ? "5" : "20"]);
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(says);
  });

  it("a write whose answer is lost is not sent twice", async () => {
    wechat.plan("modify_wxa_jump_domain", "ok", "cut-off");
    expect(await jumpDomain(["add", "m.example.com"])).toMatchObject({ code: 3 });
    expect(writes()).toHaveLength(1);
  });

  it("a busy platform is asked again", async () => {
    wechat.plan("modify_wxa_jump_domain", "ok", "errcode:-1");
    expect(await jumpDomain(["add", "m.example.com"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("in Chinese", async () => {
    const run = await jumpDomain(["set", "m.example.com", "--locale", "zh-CN"]);
    expect(run.stdout).toContain("测试版\n  + m.example.com\n");
    expect(run.stderr).toContain("set 将删除 new.example.com、www.example.com：未作修改。");
  });
});
