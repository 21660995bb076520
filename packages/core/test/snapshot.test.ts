import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatSnapshot, LIST_NAMES, parseSnapshot, WxDomainError } from "../src/index.ts";

function faultOf(text: string): WxDomainError {
  try {
    parseSnapshot(text, "wx-domains.json");
  } catch (error) {
    if (error instanceof WxDomainError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const TEXT = `{
  "appid": "wx1234",
  "source": "https://api.weixin.qq.com/wxa/getwxadevinfo",
  "updatedAt": "2026-07-01T08:00:00.000Z",
  "requestdomain": [
    "https://a.example.com",
    "https://b.example.com"
  ],
  "bizdomain": []
}
`;

describe("formatSnapshot", () => {
  test("orders keys and entries, and keeps every entry", () => {
    const text = formatSnapshot({
      lists: { bizdomain: [], requestdomain: ["https://b.example.com", "https://a.example.com"] },
      updatedAt: "2026-07-01T08:00:00.000Z",
      source: "https://api.weixin.qq.com/wxa/getwxadevinfo",
      appid: "wx1234",
    });
    expect(text).toBe(TEXT);
    expect(formatSnapshot({ lists: { jsdomain: ["b", "B", "a", "a"] } })).toContain('"B",\n    "a",\n    "a",\n    "b"');
  });

  test("reads back to the same bytes", () => {
    expect(formatSnapshot(parseSnapshot(TEXT, "x"))).toBe(TEXT);
  });
});

describe("parseSnapshot", () => {
  test("skips a byte order mark and unknown keys", () => {
    expect(parseSnapshot('\uFEFF{"$schema":"s","errcode":0,"requestdomain":["x"]}', "x")).toEqual({ $schema: "s", lists: { requestdomain: ["x"] } });
  });

  test.each([
    ["", "1:1"],
    ["{", "1:2"],
    ["nope", "1:1"],
    ['{\n  "requestdomain": [\n    "a",\n  ]\n}', "4:3"],
    ['{\n  "requestdomain": [\n    "a"\n    "b"\n  ]\n}', "4:5"],
    ['{ "a": 1, }', "1:11"],
    ['{ "a" 1 }', "1:7"],
    ['{ "a": [1}', "1:10"],
    ["{ // lists\n}", "1:3"],
    ["{ 'a': 1 }", "1:3"],
    ['{ "a": "x\ny" }', "1:8"],
    ['{ "a": 01 }', "1:8"],
    ["{} {}", "1:4"],
    ['{\r\n "a": tru }', "2:7"],
    ["[1, 2", "1:6"],
  ])("%j breaks at %s", (text, place) => {
    const fault = faultOf(text);
    expect(fault.code).toBe("snapshot/bad-json");
    expect(fault.in("en")).toMatch(new RegExp(`^wx-domains\\.json:${place}: .*wx-domain pull`));
    expect(fault.in("zh-CN")).toContain(`wx-domains.json:${place}：`);
  });

  test.each([
    ["[]", "lists/not-an-object"],
    ['{"requestdomain":"a"}', "lists/not-an-array"],
    ['{"requestdomains":[],"reqdomain":[]}', "lists/unknown-list"],
    ['{"appid":1}', "snapshot/bad-field"],
    ['{"updatedAt":"yesterday"}', "snapshot/bad-field"],
    ['{"updatedAt":"2026-13-01T00:00:00Z"}', "snapshot/bad-field"],
    ['{"updatedAt":"2026-07-01T08:00:00+08:00"}', "snapshot/bad-field"],
  ])("%s is refused with %s and the file's name", (text, code) => {
    const fault = faultOf(text);
    expect(fault.code).toBe(code);
    expect(fault.in("en")).toMatch(/^wx-domains\.json: /);
    expect(fault.in("zh-CN")).toMatch(/^wx-domains\.json：.*[一-龥]/);
  });
});

test("the JSON Schema knows the lists and refuses what parseLists refuses", () => {
  const schema = JSON.parse(readFileSync(new URL("../schema/wx-domains.schema.json", import.meta.url), "utf8")) as {
    readonly properties: Record<string, unknown>;
    readonly patternProperties: Record<string, unknown>;
  };
  expect(Object.keys(schema.properties)).toEqual(["$schema", "appid", "source", "updatedAt", ...LIST_NAMES]);
  const [pattern = ""] = Object.keys(schema.patternProperties);
  for (const name of LIST_NAMES) expect(name).not.toMatch(new RegExp(pattern));
  for (const name of ["reqdomain", "requestDomain", "mydomain"]) expect(name).toMatch(new RegExp(pattern));
});
