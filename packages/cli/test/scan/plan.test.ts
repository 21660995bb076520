import type { Call, DomainLists } from "@wx-domain/core";
import { compileLists } from "@wx-domain/core";
import { memoryFiles, scan } from "@wx-domain/analyzer";
import { expect, it } from "vitest";
import { takeInventory } from "../../src/scan/inventory.ts";
import { listUses } from "../../src/scan/list-use.ts";
import { planChanges } from "../../src/scan/plan.ts";

const WRITTEN: Readonly<Partial<Record<Call, (url: string) => string>>> = {
  request: (url) => `wx.request({ url: ${url} });`,
  connectSocket: (url) => `wx.connectSocket({ url: ${url} });`,
  "web-view": (url) => `const page = <WebView src={${url}} />;`,
  uploadFile: (url) => `wx.uploadFile({ url: ${url} });`,
};

/** Each step in a line: when, and of each field what comes and goes. */
function plan(calls: readonly (readonly [Call, string])[], lists: DomainLists): string[] {
  const code = calls.map(([call, url]) => WRITTEN[call]?.(url) ?? "").join("\n");
  const files = memoryFiles({ "/app/app.json": '{"pages":["index"]}', "/app/index.js": `Page({ onLoad() {\n${code}\n} });` });
  const inventory = takeInventory(scan("/app", files), "/app", compileLists(lists));
  const steps = planChanges(inventory, listUses(inventory, lists), lists);
  return steps.map(({ when, fields }) =>
    [when, ...fields.map(({ list, isWhole, add, remove, entries }) => `${list}${isWhole ? "=" : "+="}${entries.join(";")} +${String(add.length)} -${String(remove.length)}`)].join(" | "),
  );
}

const A = "https://a.example.com";

it.each<{ name: string; calls: (readonly [Call, string])[]; lists: DomainLists; steps: string[] }>([
  { name: "all is listed", calls: [["request", `"${A}/x"`]], lists: { requestdomain: [A] }, steps: [] },
  {
    name: "all fields of the server page in one save",
    calls: [["request", `"${A}/x"`], ["uploadFile", `"${A}/y"`], ["connectSocket", '"wss://s.example.com:9443/"']],
    lists: { requestdomain: ["https://b.example.org"], wsrequestdomain: [], uploaddomain: [] },
    steps: [
      `now | requestdomain=https://b.example.org;${A} +1 -0 | wsrequestdomain=wss://s.example.com +1 -0 | uploaddomain=${A} +1 -0`,
      `after-release | requestdomain=${A} +0 -1`,
    ],
  },
  { name: "of an unknown list all that is used", calls: [["request", `"${A}/x"`]], lists: {}, steps: [`now | requestdomain+=${A} +1 -0`] },
  { name: "an article of WeChat's own needs no entry that anybody could make", calls: [["web-view", '"https://mp.weixin.qq.com/s/x"'], ["web-view", '"https://www.example.com/"']], lists: {}, steps: ["now | bizdomain+=www.example.com +1 -0"] },
  { name: "a port that is no default one is part of the entry", calls: [["request", `"${A}:8443/x"`]], lists: { requestdomain: [] }, steps: [`now | requestdomain=${A}:8443 +1 -0`] },
  { name: ":443 is to be mended in the code", calls: [["request", `"${A}:443/x"`]], lists: { requestdomain: [] }, steps: [] },
  { name: "http is to be mended in the code", calls: [["request", '"http://a.example.com/x"']], lists: {}, steps: [] },
  { name: "nothing goes while a call may need it", calls: [["request", 'wx.getStorageSync("u")']], lists: { requestdomain: [A] }, steps: [] },
])("$name", ({ calls, lists, steps }) => {
  expect(plan(calls, lists)).toEqual(steps);
});
