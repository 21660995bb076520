import { describe, expect, test } from "vitest";
import { LIST_NAMES, meantList, parseLists, WxDomainError } from "../src/index.ts";

function faultOf(value: unknown): WxDomainError {
  try {
    parseLists(value);
  } catch (error) {
    if (error instanceof WxDomainError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("parseLists", () => {
  test("takes a reply of the API as it is, and ignores what is no list", () => {
    const reply = { errcode: 0, errmsg: "ok", appid: "wx1", requestdomain: ["https://a.com", ""], bizdomain: [] };
    expect(parseLists(reply)).toEqual({ requestdomain: ["https://a.com", ""], bizdomain: [] });
  });

  test("a missing or undefined list is unknown", () => {
    expect(parseLists({ requestdomain: undefined })).toEqual({});
  });

  test.each(LIST_NAMES)("knows %s", (name) => {
    expect(parseLists({ [name]: ["x"] })).toEqual({ [name]: ["x"] });
  });

  test.each([
    [null, "lists/not-an-object", "null"],
    [undefined, "lists/not-an-object", "undefined"],
    ["x", "lists/not-an-object", "string"],
    [[], "lists/not-an-object", "array"],
    [{ requestdomain: "https://a.com" }, "lists/not-an-array", "requestdomain"],
    [{ requestdomain: null }, "lists/not-an-array", "null"],
    [{ requestdomain: ["https://a.com", 1] }, "lists/not-a-string", "requestdomain[1]"],
    [{ requestDomain: [] }, "lists/unknown-list", '"requestdomain"'],
    [{ reqestdomain: [] }, "lists/unknown-list", 'mean "requestdomain"'],
    [{ wsreqdomain: [] }, "lists/unknown-list", '"wsrequestdomain"'],
    [{ business_domain: [] }, "lists/unknown-list", 'mean "bizdomain"'],
    [{ socketdomain: [] }, "lists/unknown-list", 'mean "wsrequestdomain"'],
    [{ uploadFileDomain: [] }, "lists/unknown-list", 'mean "uploaddomain"'],
  ])("%j is refused", (value, code, words) => {
    const fault = faultOf(value);
    expect(fault.code).toBe(code);
    expect(fault.in("en")).toContain(words);
    expect(fault.in("zh-CN")).toMatch(/[一-龥]/);
  });
});

describe("the list that a key was meant to be", () => {
  test.each([
    ["request", "requestdomain"],
    ["socket", "wsrequestdomain"],
    ["wss", "wsrequestdomain"],
    ["upload", "uploaddomain"],
    ["uploadFile", "uploaddomain"],
    ["downloadFile", "downloaddomain"],
    ["requestDomains", "requestdomain"],
    ["web-view", "bizdomain"],
    ["business", "bizdomain"],
    ["udp", "udpdomain"],
    ["jsdomain", undefined],
    ["errcode", undefined],
    ["constructor", undefined],
    ["domain", undefined],
  ])("%s", (key, list) => {
    expect(meantList(key)).toBe(list);
  });
});
