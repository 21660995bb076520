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
        { client: "android", name: "phone (Android)", passes: true, does: "lets it pass" },
        { client: "devtools", name: "DevTools", passes: true, does: "lets it pass" },
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

  test("says that the clients differ where that is all that is uncertain", () => {
    const odd = "https://ok.example.com:/v1";
    const { status, clients } = described("https://api_1.example.com/v1", ["https://api_1.example.com/v1"]);
    expect([status, clients.map(({ passes }) => passes)]).toEqual(["Uncertain", [true, true]]);
    expect(described(odd, ["https://ok.example.com"])).toMatchObject({ status: "Uncertain", clients: [{ passes: true }, { passes: true }] });
    const socket = ["wss://push.example.com:8443"];
    const lists = compileLists({ wsrequestdomain: socket });
    const verdict = lists.check("wss://push.example.com:9443", "connectSocket");
    expect(describeVerdict(verdict, "wss://push.example.com:9443", "connectSocket", "en")).toMatchObject({ status: "Clients differ", clients: [{ passes: true }, { passes: false }] });
    expect(describeVerdict(verdict, "wss://push.example.com:9443", "connectSocket", "zh-CN").status).toBe("两端不一致");
  });

  test.each([
    ["https://api.example.com/", "the entry that covers it", "命中的条目"],
    ["https://api.example.com:443/", "the entry in question", "相关条目"],
    ["https://www.example.com/", "the nearest entry", "最接近的条目"],
  ])("names the entry beside %s", (url, en, zh) => {
    expect(described(url, ["https://api.example.com"]).comparison?.label).toBe(en);
    expect(described(url, ["https://api.example.com"], "request", "zh-CN").comparison?.label).toBe(zh);
  });

  test.each<[string, Call, string, string]>([
    ["https://m.example.com:8443/", "js-sdk", "of the JS-SDK safe domain list (JS 接口安全域名) covers only the scheme's own port", "只允许协议的默认端口"],
    ["https://m.example.com:8443/", "oauth-redirect", "covers only the scheme's own port", "只允许协议的默认端口"],
    ["https://api.example.com:8443/", "request", "or use an origin that is listed with it", "或改用已配置该端口的域名"],
  ])("tells nobody to list a port where a list takes none: %s, %s", (url, call, en, zh) => {
    const lists = compileLists({ jsdomain: ["example.com"], oauthdomain: ["m.example.com"], requestdomain: ["https://api.example.com"] });
    const verdict = lists.check(url, call);
    expect(verdict.reason).toBe("port-not-listed");
    expect(describeVerdict(verdict, url, call, "en").explanation).toContain(en);
    expect(describeVerdict(verdict, url, call, "zh-CN").explanation).toContain(zh);
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
