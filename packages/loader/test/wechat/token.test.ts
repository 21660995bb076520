import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEMO_ACCOUNT } from "../../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../../test/emulator/server.js";
import { parseEndpoint } from "../../src/endpoint.ts";
import { appSource } from "../../src/sources/app.ts";
import { domainInfoSource } from "../../src/sources/domain-info.ts";
import { commandToken, givenToken } from "../../src/wechat/token.ts";
import { testContext } from "../context.ts";

let wechat: Emulator;
beforeEach(async () => {
  wechat = await startEmulator();
});
afterEach(async () => {
  wechat.assertHarmless();
  await wechat.close();
});

const app = () => appSource({ appid: DEMO_ACCOUNT.appid, secret: DEMO_ACCOUNT.secret }, parseEndpoint(wechat.url));
const asked = () => wechat.calls.map((call) => call.endpoint);

const [ONE, TWO, THREE] = ["stable_token", "getwxadevinfo", "stable_token"];

describe("what each fault of the API call costs in calls", () => {
  it.each([
    { plan: [], calls: [ONE, TWO], pauses: [] },
    { plan: ["expire-token"], calls: [ONE, TWO, THREE, TWO], pauses: [] },
    { plan: ["errcode:40001"], calls: [ONE, TWO, THREE, TWO], pauses: [] },
    { plan: ["errcode:40014"], calls: [ONE, TWO, THREE, TWO], pauses: [] },
    { plan: ["errcode:-1", "errcode-text:-1"], calls: [ONE, TWO, TWO, TWO], pauses: [300, 600] },
    { plan: ["errcode:45011"], calls: [ONE, TWO, TWO], pauses: [63_000] },
    { plan: ["errcode:85113"], calls: [ONE, TWO, TWO], pauses: [300] },
    { plan: ["status:503", "reset", "cut-off"], calls: [ONE, TWO, TWO, TWO, TWO], pauses: [300, 600, 1200] },
    { plan: ["errcode:-1", "expire-token", "errcode:-1"], calls: [ONE, TWO, TWO, THREE, TWO, TWO], pauses: [300, 300] },
  ])("$plan", async ({ plan, calls, pauses }) => {
    wechat.plan("getwxadevinfo", ...plan);
    const context = testContext(100);
    const { lists } = await app().read(context);
    expect(lists.requestdomain).toEqual(DEMO_ACCOUNT.lists["requestdomain"]);
    expect(asked()).toEqual(calls);
    expect(context.pauses).toEqual(pauses);
  });

  it("one fresh token only", async () => {
    wechat.always("getwxadevinfo", "expire-token");
    await expect(app().read(testContext())).rejects.toMatchObject({ code: "loader/42001" });
    expect(asked()).toEqual([ONE, TWO, THREE, TWO]);
  });

  it.each([40001, 40013, 40125, 40164])("no second token call after %i on the first", async (code) => {
    wechat.always("stable_token", `errcode:${String(code)}`);
    await expect(app().read(testContext())).rejects.toMatchObject({ code: `loader/${String(code)}` });
    expect(asked()).toEqual([ONE]);
  });

  it("none after a given token has expired: there is no other", async () => {
    const token = wechat.tokens.stable();
    wechat.always("getwxadevinfo", "expire-token");
    const source = domainInfoSource(givenToken(token, "WX_ACCESS_TOKEN"), undefined, parseEndpoint(wechat.url));
    await expect(source.read(testContext())).rejects.toMatchObject({ code: "loader/42001" });
    expect(asked()).toEqual([TWO]);
  });
});

it("asks for a stable token without forcing a new one", async () => {
  await app().read(testContext());
  expect(JSON.parse(wechat.calls[0]?.body ?? "")).toEqual({
    grant_type: "client_credential",
    appid: DEMO_ACCOUNT.appid,
    secret: DEMO_ACCOUNT.secret,
    force_refresh: false,
  });
});

describe("a token command", () => {
  const command = (text: string) => domainInfoSource(commandToken(text, "WX_TOKEN_COMMAND"), undefined, parseEndpoint(wechat.url));

  it("is run anew for a fresh token", async () => {
    wechat.plan("getwxadevinfo", "errcode:40001");
    const { lists } = await command(`echo ${wechat.tokens.stable()}`).read(testContext());
    expect(lists.bizdomain).toEqual(["https://www.example.com"]);
    expect(asked()).toEqual([TWO, TWO]);
  });

  it("that can't be started", async () => {
    const context = testContext();
    const edges = { ...context.edges, runCommand: () => Promise.reject(Object.assign(new Error("spawn"), { code: "EAGAIN" })) };
    await expect(command("x").read({ ...context, edges })).rejects.toMatchObject({ code: "loader/token-command", message: expect.stringContaining("EAGAIN") as string });
  });

  it.each([
    { line: "exit 3", code: "loader/token-command", says: "exit code 3" },
    { line: "echo", code: "loader/no-token", says: "WX_TOKEN_COMMAND gave no token" },
    { line: "echo two words", code: "loader/no-token", says: "one line without blanks" },
    { line: "sleep 30 & sleep 30", code: "loader/token-command", says: "did not end in time", seconds: 0.1 },
    { line: "yes", code: "loader/token-command", says: "far more than a token" },
  ])("$line: $says", async ({ line, code, says, seconds }) => {
    await expect(command(line).read(testContext(seconds))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says) as string,
    });
    expect(asked()).toEqual([]);
  });
});
