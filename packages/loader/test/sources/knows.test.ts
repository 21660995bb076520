import { LIST_NAMES, type ListName } from "@wx-domain/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_ACCOUNT, DEMO_PLATFORM } from "../../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../../test/emulator/server.js";
import { chooseSource, type SourceName } from "@wx-domain/loader";
import { testContext } from "../context.ts";

let wechat: Emulator;
beforeAll(async () => {
  wechat = await startEmulator({ container: true });
  wechat.tokens.accept("token-of-our-own", "authorizer");
});
afterAll(() => wechat.close());

const SERVER: ListName[] = ["requestdomain", "wsrequestdomain", "uploaddomain", "downloaddomain", "udpdomain"];

it.each<{ source: SourceName; knows: ListName[]; reads?: "getwxadevinfo"; env?: Record<string, string> }>([
  { source: "app", knows: [...SERVER, "bizdomain"] },
  { source: "token", knows: [...SERVER, "bizdomain"], env: { WX_ACCESS_TOKEN: "token-of-our-own" } },
  { source: "container", knows: [...SERVER, "bizdomain"] },
  { source: "component", knows: [...SERVER, "tcpdomain", "bizdomain", "prefetchdnsdomain"] },
  { source: "authorizer", knows: [...SERVER, "tcpdomain", "bizdomain", "prefetchdnsdomain"], env: { WX_ACCESS_TOKEN: "token-of-our-own" } },
  { source: "authorizer", reads: "getwxadevinfo", knows: [...SERVER, "bizdomain"], env: { WX_ACCESS_TOKEN: "token-of-our-own" } },
])("$source $reads says which lists it can know, and the others stay unknown", async ({ source, reads, knows, env }) => {
  const made = chooseSource({
    source,
    reads,
    endpoint: wechat.url,
    cwd: "/",
    environment: {
      WX_APPID: DEMO_ACCOUNT.appid,
      WX_APPSECRET: DEMO_ACCOUNT.secret,
      WX_COMPONENT_APPID: DEMO_PLATFORM.appid,
      WX_COMPONENT_TOKEN: DEMO_PLATFORM.token,
      ...env,
    },
  });
  expect(made.knows).toEqual(knows);
  const { lists } = await made.read(testContext());
  expect(LIST_NAMES.filter((list) => lists[list] !== undefined)).toEqual(knows);
});

it.each<{ source: SourceName; knows: readonly ListName[] }>([
  { source: "file", knows: LIST_NAMES },
  { source: "cloud", knows: [...SERVER, "bizdomain"] },
])("$source", ({ source, knows }) => {
  expect(chooseSource({ source, from: "lists.json", cwd: "/", environment: {} }).knows).toEqual(knows);
});
