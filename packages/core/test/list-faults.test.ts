import { describe, expect, test } from "vitest";
import { listFaults, type FaultCode, type ListName } from "../src/index.ts";
import { registrableDomain } from "../src/public-suffix.ts";

function codesOf(list: ListName, entries: readonly string[]): readonly FaultCode[] {
  return listFaults({ [list]: entries }, { registrableDomain }).map(({ fault }) => fault);
}

const ROWS: readonly (readonly [ListName, string, ...FaultCode[]])[] = [
  ["requestdomain", "https://api.example.com"],
  ["requestdomain", "https://api.example.com/"],
  ["requestdomain", "https://api.example.com:443"],
  ["requestdomain", "HTTPS://API.example.com"],
  ["requestdomain", "https://xn--fiq228c.com"],
  ["requestdomain", "", "empty"],
  ["requestdomain", " https://api.example.com", "blank"],
  ["requestdomain", "https://api.example.com\u200b", "blank"],
  ["requestdomain", "api.example.com", "missing-scheme"],
  ["requestdomain", "http://api.example.com", "wrong-scheme"],
  ["requestdomain", "wss://api.example.com", "wrong-scheme"],
  ["requestdomain", "https://https://api.example.com", "doubled-scheme"],
  ["requestdomain", "https://u@api.example.com", "userinfo"],
  ["requestdomain", "https://*.example.com", "wildcard"],
  ["requestdomain", "https://api.example.com/v1", "path"],
  ["requestdomain", "https://api.example.com?x", "path"],
  ["requestdomain", "https://api.example.com:08080", "bad-port"],
  ["requestdomain", "https://api.example.com:70000", "bad-port"],
  ["requestdomain", "https://api.example.com:", "bad-port"],
  ["requestdomain", "https://api.example.com:abc", "bad-host"],
  ["requestdomain", "https://localhost:3000", "local-address"],
  ["requestdomain", "https://127.1", "local-address"],
  ["requestdomain", "https://192.168.1.1", "ip-address"],
  ["requestdomain", "https://[2001:db8::1]", "ip-address"],
  ["requestdomain", "https://api.weixin.qq.com", "server-only-host"],
  ["requestdomain", "https://a_b.example.com", "underscore"],
  ["requestdomain", "https://中文.com", "not-ascii"],
  ["requestdomain", "https://api", "bad-host"],
  ["requestdomain", "https://api.example.com.", "bad-host"],
  ["requestdomain", "https://a..example.com", "bad-host"],
  ["requestdomain", "https://-a.example.com", "bad-host"],
  ["requestdomain", "https://", "bad-host"],
  ["requestdomain", "https://com.cn", "public-suffix"],
  ["requestdomain", "http://a_b.example.com/x", "wrong-scheme", "path", "underscore"],
  ["wsrequestdomain", "wss://ws.example.com"],
  ["wsrequestdomain", "wss://https://ws.example.com", "doubled-scheme"],
  ["wsrequestdomain", "https://ws.example.com", "wrong-scheme"],
  ["udpdomain", "udp://u.example.com"],
  ["tcpdomain", "tcp://t.example.com:9000"],
  ["bizdomain", "www.qq.com"],
  ["bizdomain", "https://www.qq.com/"],
  ["bizdomain", "http://www.qq.com", "wrong-scheme"],
  ["bizdomain", "https://www.qq.com:8080", "port-not-held"],
  ["bizdomain", "www.qq.com/a", "path"],
  ["jsdomain", "wx.qq.com/mp"],
  ["jsdomain", "wx.qq.com"],
  ["jsdomain", "https://wx.qq.com", "unexpected-scheme"],
  ["jsdomain", "wx.qq.com:8080", "port-not-held"],
  ["jsdomain", "wx.qq.com/mp?x", "path"],
  ["jsdomain", "com.cn", "public-suffix"],
  ["oauthdomain", "www.qq.com"],
  ["oauthdomain", "www.qq.com/a", "path"],
  ["prefetchdnsdomain", "https://a.example.com", "unexpected-scheme"],
];

describe("faults of one entry", () => {
  test.each(ROWS.map(([list, entry, ...codes]) => ({ list, entry, codes })))("$list $entry: $codes", ({ list, entry, codes }) => {
    expect(codesOf(list, [entry])).toEqual(codes);
  });
});

describe("what is to be written instead", () => {
  test.each<readonly [ListName, entry: string, written: string]>([
    ["jsdomain", "https://a.com", "a.com"],
    ["jsdomain", "https://a.com/mp/", "a.com/mp"],
    ["jsdomain", "a.com:8080/mp", "a.com/mp"],
    ["oauthdomain", "https://M.a.com:443/cb", "m.a.com"],
    ["prefetchdnsdomain", "http://a.com", "a.com"],
    ["requestdomain", "api.a.com:8443", "https://api.a.com:8443"],
    ["requestdomain", "http://api.a.com/v1", "https://api.a.com"],
    ["wsrequestdomain", "wss://https://ws.a.com", "wss://ws.a.com"],
    ["bizdomain", "a.com/x", "a.com"],
    ["bizdomain", "http://a.com", "https://a.com"],
    ["jsdomain", "https://中文.com", "www.example.com"],
    ["requestdomain", "", "https://www.example.com"],
    ["requestdomain", "https://api", "https://www.example.com"],
  ])("%s %j: %s", (list, entry, written) => {
    const texts = listFaults({ [list]: [entry] }, { registrableDomain }).map(({ text }) => text);
    expect(texts[0]?.en).toContain(`"${written}"`);
    expect(texts[0]?.["zh-CN"]).toContain(`“${written}”`);
  });
});

describe("faults of a list", () => {
  test.each([
    ["requestdomain", ["https://a.example.com", "https://A.example.com/"]],
    ["bizdomain", ["www.qq.com", "https://www.qq.com/"]],
    ["jsdomain", ["wx.qq.com/mp", "wx.qq.com/mp/"]],
  ] as const)("%s %j: the second is a duplicate", (list, entries) => {
    expect(listFaults({ [list]: entries })).toMatchObject([{ list, index: 1, entry: entries[1], fault: "duplicate" }]);
  });

  test("another port or path is no duplicate", () => {
    expect(codesOf("requestdomain", ["https://a.example.com", "https://a.example.com:443"])).toEqual([]);
    expect(codesOf("jsdomain", ["wx.qq.com/mp", "wx.qq.com/MP"])).toEqual([]);
  });

  test.each([
    ["requestdomain", "current", 200],
    ["requestdomain", "former", 20],
    ["bizdomain", "current", 300],
    ["oauthdomain", "current", 2],
    ["prefetchdnsdomain", "current", 5],
  ] as const)("%s takes, by the %s text, %i entries", (list, limits, limit) => {
    const scheme = list === "requestdomain" ? "https://" : "";
    const entries = Array.from({ length: limit + 2 }, (_, i) => `${scheme}h${String(i)}.example.com`);
    expect(listFaults({ [list]: entries }, { limits })).toMatchObject([{ index: limit, fault: "over-limit" }]);
    expect(listFaults({ [list]: entries.slice(0, limit) }, { limits })).toEqual([]);
  });

  test("without the public suffix list, a bare suffix passes", () => {
    expect(listFaults({ jsdomain: ["com.cn"] })).toEqual([]);
  });

  test("every fault names entry and list in both languages", () => {
    for (const [list, entry] of ROWS) {
      for (const { text } of listFaults({ [list]: [entry, entry] }, { registrableDomain })) {
        expect(text.en).toMatch(/list|list \(/);
        expect(text.en).toMatch(/\.$/);
        expect(text["zh-CN"]).toMatch(/[一-龥].*。$/);
        if (entry !== "") expect(text.en).toContain(`"${entry}"`);
      }
    }
  });
});
