import { describe, expect, test } from "vitest";
import { checkUrl, compileLists, explainVerdict } from "../src/index.ts";
import { REASON_TEXTS } from "../src/text/reason-texts.ts";
import { ROWS } from "./verdict-rows.ts";

describe("verdicts", () => {
  for (const [url, call, lists, status, reason, android, devtools] of ROWS) {
    test(`${url} by ${call} against ${JSON.stringify(lists)}: ${status}, ${reason}`, () => {
      const verdict = checkUrl(url, call, lists);
      expect(verdict).toMatchObject({ status, reason });
      if (android !== undefined) expect(verdict.clients.android).toBe(android);
      if (devtools !== undefined) expect(verdict.clients.devtools).toBe(devtools);
      const en = explainVerdict(verdict, url, call, "en");
      expect(en).toContain(`"${url}"`);
      expect(en).toMatch(/[.]$/);
      expect(en).not.toContain("undefined");
      expect(explainVerdict(verdict, url, call, "zh-CN")).toMatch(/[一-龥].*。$/);
    });
  }

  test("every reason has a row", () => {
    expect([...new Set(ROWS.map(([, , , , reason]) => reason))].toSorted()).toEqual(Object.keys(REASON_TEXTS).toSorted());
  });
});

describe("what a verdict carries", () => {
  const own = "https://api.example.com";
  test.each([
    ["the entry that decided", own, { requestdomain: [own] }, { entry: own, list: "requestdomain" }],
    ["the same host with another port", `${own}:1`, { requestdomain: [own] }, { entry: own, nearest: own }],
    ["a typo", "https://api.exmaple.com", { requestdomain: ["https://other.cn", own] }, { nearest: own }],
    ["a missing letter", "https://api.exampl.com", { requestdomain: [own] }, { nearest: own }],
    ["a sibling", "https://cdn.example.com", { requestdomain: ["https://other.cn", own] }, { nearest: own }],
    ["a bare host", own, { requestdomain: ["api.example.com"] }, { nearest: "api.example.com" }],
    ["https for http", "http://api.example.com", { requestdomain: [own] }, { nearest: own }],
    ["other lists", own, { requestdomain: [], uploaddomain: [own], downloaddomain: [own] }, { listedIn: ["uploaddomain", "downloaddomain"] }],
  ])("%s", (_, url, lists, expected) => {
    expect(checkUrl(url, "request", lists)).toMatchObject(expected);
  });

  test.each(["https://shop.com.cn", "https://example.org", "https://xyz.co.uk"])("no stranger is nearest to %s", (url) => {
    const lists = { requestdomain: ["https://bank.com.cn", "https://wikipedia.org", "https://bbc.co.uk"] };
    expect(checkUrl(url, "request", lists)).not.toHaveProperty("nearest");
  });

  test("a call without list has none", () => {
    expect(checkUrl("udp://h:1", "udp", {}).list).toBeNull();
    expect(checkUrl("/a.png", "getImageInfo", { downloaddomain: [] }).list).toBeNull();
  });

  test("compiled lists answer many questions and keep the lists", () => {
    const lists = { requestdomain: [own], uploaddomain: [] };
    const compiled = compileLists(lists);
    expect(compiled.lists).toBe(lists);
    expect(compiled.check(own, "request").status).toBe("allowed");
    expect(compiled.check(own, "uploadFile")).toMatchObject({ reason: "listed-for-another-call", listedIn: ["requestdomain"] });
  });
});

describe("sentences", () => {
  const lists = { requestdomain: ["https://api.example.com"] };
  test.each([
    ["https://cdn.example.com/x", "en", '"https://cdn.example.com/x" is not in the request domain list (request 合法域名). Add its origin there, or use a listed one. The nearest entry is "https://api.example.com".'],
    ["https://other.cn/?skip_domain_check=true", "en", '"https://other.cn/?skip_domain_check=true" is not in the request domain list (request 合法域名). Add its origin there, or use a listed one. It works in DevTools, but fails on the phone.'],
    ["https://other.cn/", "zh-CN", "“https://other.cn/” 不在“request 合法域名”中。请在该列表中添加其域名，或改用已配置的域名。"],
  ] as const)("%s in %s", (url, locale, text) => {
    expect(explainVerdict(checkUrl(url, "request", lists), url, "request", locale)).toBe(text);
  });

  test.each([
    ["request", "en", "its origin there"],
    ["request", "zh-CN", "添加其域名，"],
    ["js-sdk", "en", 'its host "m.example.cn" there'],
    ["share-link", "zh-CN", "添加其域名“m.example.cn”，"],
    ["oauth-redirect", "en", 'its host "m.example.cn" there'],
    ["web-view", "en", 'its host "m.example.cn" there'],
  ] as const)("what to add for %s in %s: %s", (call, locale, text) => {
    const url = "https://m.example.cn/x";
    const none = { requestdomain: [], bizdomain: [], jsdomain: [], oauthdomain: [] };
    expect(explainVerdict(checkUrl(url, call, none), url, call, locale)).toContain(text);
  });

  test.each([
    ["web-view", "en", { requestdomain: ["https://m.example.cn"], bizdomain: [] }, 'Add its host "m.example.cn" to that list, too.'],
    ["web-view", "zh-CN", { requestdomain: ["https://m.example.cn"], bizdomain: [] }, "请同时将其域名“m.example.cn”添加到“业务域名”。"],
    ["uploadFile", "en", { requestdomain: ["https://m.example.cn"], uploaddomain: [] }, "Add its origin to that list, too."],
  ] as const)("what to add for %s in %s, where another list holds it", (call, locale, held, text) => {
    const url = "https://m.example.cn/x";
    expect(explainVerdict(checkUrl(url, call, held), url, call, locale)).toContain(text);
  });

  test.each([
    [undefined, "but wx.uploadFile takes only https://"],
    ["uni.uploadFile", "but uni.uploadFile takes only https://"],
    ["Taro.uploadFile", "but Taro.uploadFile takes only https://"],
    ["http.upload", "but wx.uploadFile takes only https://"],
  ])("the call is called %s: %s", (callee, text) => {
    const url = "http://m.example.cn/x";
    expect(explainVerdict(checkUrl(url, "uploadFile", { uploaddomain: [] }), url, "uploadFile", "en", callee)).toContain(text);
  });

  test("a long URL is shortened", () => {
    const url = `https://other.cn/${"x".repeat(5000)}`;
    expect(explainVerdict(checkUrl(url, "request", lists), url, "request", "en").length).toBeLessThan(500);
  });
});
