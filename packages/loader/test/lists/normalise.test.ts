import type { ListName } from "@wx-domain/core";
import { expect, it } from "vitest";
import { normaliseList } from "../../src/lists/normalise.ts";

it.each<{ list: ListName; raw: string; entry: string }>([
  { list: "requestdomain", raw: "https://a.cn", entry: "https://a.cn" },
  { list: "requestdomain", raw: "HTTPS://API.Example.CN", entry: "https://api.example.cn" },
  { list: "requestdomain", raw: " https://a.cn ", entry: "https://a.cn" },
  { list: "requestdomain", raw: "https://a.cn/", entry: "https://a.cn" },
  { list: "requestdomain", raw: "https://a.cn:8080", entry: "https://a.cn:8080" },
  { list: "requestdomain", raw: "https://a.cn:443", entry: "https://a.cn:443" },
  { list: "requestdomain", raw: "https://中文.CN", entry: "https://中文.cn" },
  { list: "udpdomain", raw: "udp://a.cn", entry: "udp://a.cn" },
  { list: "bizdomain", raw: "https://www.qq.com/", entry: "https://www.qq.com" },
  { list: "bizdomain", raw: "WWW.qq.com", entry: "www.qq.com" },
  { list: "prefetchdnsdomain", raw: "a.cn", entry: "a.cn" },
])("$list: $raw becomes $entry, silently", ({ list, raw, entry }) => {
  expect(normaliseList(list, [raw])).toEqual({ entries: [entry], warnings: [] });
});

it.each<{ list: ListName; raw: string; why: string }>([
  { list: "wsrequestdomain", raw: "wss://https://c.example.com", why: "a double prefix" },
  { list: "requestdomain", raw: "a.cn", why: "a bare host in a server list" },
  { list: "requestdomain", raw: "https://a.cn//", why: "two slashes" },
  { list: "requestdomain", raw: "https://A.cn/v1", why: "a path" },
  { list: "requestdomain", raw: "https://a.cn?x", why: "a query" },
  { list: "requestdomain", raw: "https://u@a.cn", why: "userinfo" },
  { list: "requestdomain", raw: "https://a .cn", why: "a blank inside" },
])("$list keeps $raw as it came and reports it: $why", ({ list, raw }) => {
  const { entries, warnings } = normaliseList(list, [raw]);
  expect(entries).toEqual([raw]);
  expect(warnings.map((text) => text.en)).toEqual([expect.stringContaining(`${list}: "${raw}"`)]);
});

it("reports what it leaves out or puts together", () => {
  const { entries, warnings } = normaliseList("requestdomain", ["", "https://a.cn", "https://a.cn/"]);
  expect(entries).toEqual(["https://a.cn"]);
  expect(warnings.map((text) => text.en)).toEqual([
    expect.stringContaining("an empty entry"),
    expect.stringContaining('"https://a.cn" more than once'),
  ]);
});
