import { fileURLToPath } from "node:url";
import { WxDomainError } from "@wx-domain/core";
import { describe, expect, test } from "vitest";
import { checkSettings, localeOf } from "../../src/settings/check-settings.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));

function faultOf(raw: unknown): WxDomainError {
  try {
    checkSettings(raw, "settings", FIXTURES);
  } catch (error) {
    if (error instanceof WxDomainError) return error;
    throw error;
  }
  throw new Error("The settings have no fault.");
}

describe("good settings", () => {
  test("nothing at all", () => {
    expect(checkSettings(undefined, "settings", FIXTURES)).toMatchObject({ domains: { kind: "file", path: undefined }, root: undefined, analysis: {} });
  });

  test("all of them", () => {
    const analysis = {
      globals: ["wx"],
      defines: { "process.env.API": "", DEV: ["a", "b"] },
      helpers: [{ callee: "$http.get", url: { arg: 0, key: "url" }, call: "request", base: "https://api.example.com" }],
      alias: { "@": "src" },
    };
    const raw = { ...analysis, domains: { requestdomain: [] }, root: "app", pageOrigins: ["https://m.example.com"], locale: "zh-CN", digest: "x" };
    expect(checkSettings(raw, "settings", FIXTURES)).toMatchObject({
      domains: { kind: "lists", lists: { lists: { requestdomain: [] } } },
      root: `${FIXTURES}/app`,
      analysis,
      locale: "zh-CN",
    });
  });

  test("a path of a snapshot stays as it was set", () => {
    expect(checkSettings({ domains: "lists.json" }, "settings", FIXTURES).domains).toEqual({ kind: "file", path: "lists.json" });
  });
});

describe("a faulty setting is named with what to do", () => {
  test.each([
    { raw: [], code: "settings/not-an-object", message: 'settings must be an object such as { "domains": "wx-domains.json" }.' },
    {
      raw: { domans: {} },
      code: "settings/unknown-key",
      message:
        'settings has the unknown key "domans". Known keys: domains, root, globals, defines, helpers, alias, pageOrigins, locale, digest. Mend or remove it.',
    },
    { raw: { globals: "wx" }, code: "settings/bad-value", message: 'settings: "globals" must be an array of strings. Mend or remove it.' },
    { raw: { globals: [1] }, code: "settings/bad-value", message: 'settings: "globals" must be an array of strings. Mend or remove it.' },
    { raw: { locale: "fr" }, code: "settings/bad-value", message: 'settings: "locale" must be "en" or "zh-CN". Mend or remove it.' },
    { raw: { root: "" }, code: "settings/bad-value", message: 'settings: "root" must be a string. Mend or remove it.' },
    {
      raw: { defines: { API: 1 } },
      code: "settings/bad-value",
      message: 'settings: "defines" must be an object such as { "name": "text" } or { "name": ["one", "other"] }. Mend or remove it.',
    },
    {
      raw: { helpers: [{ callee: "get", url: { arg: 0 }, call: "fetch" }] },
      code: "settings/bad-value",
      message:
        'settings: "helpers" must be an array of helpers such as { callee: "$http.get", url: { arg: 0 }, call: "request" }, where call is one of request, uploadFile, downloadFile, getImageInfo, connectSocket, tcp, udp, web-view, js-sdk, share-link, oauth-redirect. Mend or remove it.',
    },
    { raw: { helpers: [{ callee: "get", url: { arg: -1 }, call: "request" }] }, code: "settings/bad-value", message: expect.stringContaining('"helpers" must be') as unknown },
    { raw: { helpers: [{ callee: "get", call: "request" }] }, code: "settings/bad-value", message: expect.stringContaining('"helpers" must be') as unknown },
    {
      raw: { root: "nowhere" },
      code: "settings/no-root",
      message: `settings: "root" must be the app's folder, but there is no folder ${FIXTURES}/nowhere. Mend the path, or leave "root" out to take the nearest app of each file.`,
    },
    {
      raw: { domains: { requestsdomain: [] } },
      code: "lists/unknown-list",
      message: expect.stringMatching(/^settings\.domains: "requestsdomain" is no domain list\. Did you mean "requestdomain"\?/) as unknown,
    },
    { raw: { domains: { requestdomain: "x" } }, code: "lists/not-an-array", message: expect.stringMatching(/^settings\.domains: "requestdomain" must be an array/) as unknown },
    { raw: { domains: 1 }, code: "lists/not-an-object", message: expect.stringMatching(/^settings\.domains: Domain lists must be an object/) as unknown },
  ])("$raw", ({ raw, code, message }) => {
    const fault = faultOf(raw);
    expect(fault).toMatchObject({ code, message });
    expect(fault.in("zh-CN")).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("the language of messages about settings", () => {
  test.each([
    { raw: { locale: "zh-CN", domans: 1 }, locale: "zh-CN" },
    { raw: { locale: "en" }, locale: "en" },
  ])("$raw", ({ raw, locale }) => {
    expect(localeOf(raw)).toBe(locale);
  });
});
