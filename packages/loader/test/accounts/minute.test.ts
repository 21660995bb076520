import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DEMO_PLATFORM, manyAccounts } from "../../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../../test/emulator/server.js";
import { Redactor } from "@wx-domain/loader/faults";
import { parseAccounts, pullAccounts, type AccountResult } from "../../src/accounts/index.ts";
import { testContext } from "../context.ts";

const ACCOUNTS = manyAccounts(9);
const ENVIRONMENT = { WX_COMPONENT_APPID: DEMO_PLATFORM.appid, WX_COMPONENT_TOKEN: DEMO_PLATFORM.token };

let wechat: Emulator;
let folder: string;
beforeEach(async () => {
  [wechat, folder] = await Promise.all([startEmulator({ accounts: ACCOUNTS }), mkdtemp(join(tmpdir(), "wx-domain-"))]);
});
afterEach(() => Promise.all([wechat.close(), rm(folder, { recursive: true, force: true })]));

async function run(concurrency: number): Promise<{ results: AccountResult[]; pauses: readonly number[] }> {
  const file = JSON.stringify({ source: "component", apps: ACCOUNTS.map(({ appid }) => ({ appid })) });
  const { accounts } = parseAccounts(file, join(folder, "apps.json"), "apps.json", ENVIRONMENT, wechat.url);
  const { edges, pauses } = testContext();
  const results: AccountResult[] = [];
  const onResult = (result: AccountResult): void => {
    results.push(result);
  };
  const world = { edgesFor: () => edges, environment: ENVIRONMENT, redactor: new Redactor() };
  await pullAccounts({ accounts, concurrency, perMinute: 6000, timeout: 3600, dryRun: true, onResult }, world);
  return { results, pauses };
}

it("when the minute's calls are used up everybody waits for the next one, and nobody fails", async () => {
  wechat.plan("api_get_authorizer_info", "ok", "ok", "errcode:45011");
  const { results, pauses } = await run(1);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(ACCOUNTS.map(() => "pulled"));
  expect(pauses).toEqual([63_000]);
  expect(wechat.calls).toHaveLength(10);
});

it("with several at a time too: those that were refused together wait together", async () => {
  wechat.plan("api_get_authorizer_info", "ok", "errcode:45011", "errcode:45011", "errcode:45011");
  const { results, pauses } = await run(3);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(ACCOUNTS.map(() => "pulled"));
  expect(wechat.calls).toHaveLength(12);
  expect(Math.max(...pauses)).toBe(63_000);
});

it("an app that is refused minute after minute fails in the end", async () => {
  wechat.always("api_get_authorizer_info", "errcode:45011");
  const { results, pauses } = await run(1);
  expect(results.map(({ outcome }) => (outcome.kind === "failed" ? outcome.code : ""))).toEqual(ACCOUNTS.map(() => "loader/45011"));
  expect(pauses).toHaveLength(5 * ACCOUNTS.length);
});
