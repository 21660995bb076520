import { describe, expect, test } from "vitest";
import { compileLists, describeVerdict, type Call, type Locale, type VerdictDescription } from "../src/index.ts";

function described(url: string, entries: readonly string[] | undefined, call: Call = "request", locale: Locale = "en"): VerdictDescription {
  const lists = compileLists(entries === undefined ? {} : { requestdomain: entries });
  return describeVerdict(lists.check(url, call), url, call, locale);
}

describe("a verdict part by part", () => {
  test("says what each client does, in the reader's language", () => {
    const { status, list, clients } = described("https://API.example.com/v1", ["https://api.example.com"]);
    expect({ status, list, clients }).toEqual({
      status: "Allowed",
      list: "request domain list (request 合法域名)",
      clients: [
        { name: "phone (Android)", passes: true, does: "lets it pass" },
        { name: "DevTools", passes: true, does: "lets it pass" },
      ],
    });
    expect(described("https://api.example.com/v1", [], "request", "zh-CN")).toMatchObject({
      status: "拒绝",
      list: "request 合法域名",
      clients: [
        { name: "手机（Android）", does: "拒绝" },
        { name: "开发者工具", does: "拒绝" },
      ],
    });
  });

  test("says nothing of clients that nobody observed, and nothing of a list that is not", () => {
    expect(described("https://api.example.com/v1", undefined).clients).toEqual([]);
    expect(described("https://api.example.com/logo.png", undefined, "getImageInfo").comparison).toBeUndefined();
    expect(described("/v1", ["https://api.example.com"]).comparison).toBeUndefined();
  });

  test.each([
    ["the host", "https://www.example.com/", "https://api.example.com", [false, true, false]],
    ["the port", "https://api.example.com:8443/", "https://api.example.com", [false, false, true]],
    ["the scheme", "http://api.example.com/", "https://api.example.com", [true, false, false]],
    ["nothing where it passes", "https://API.example.com/", "https://api.example.com", [false, false, false]],
  ])("compares with the entry: %s", (_what, url, entry, refuses) => {
    expect(described(url, [entry]).comparison?.refuses).toEqual(refuses);
  });
});
