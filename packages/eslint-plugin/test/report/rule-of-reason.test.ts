import type { Judgement } from "@wx-domain/analyzer";
import type { Call, Reason } from "@wx-domain/core";
import { describe, expect, test } from "vitest";
import { ruleOf } from "../../src/report/rule-of-reason.ts";

function verdict(reason: Reason, url = "https://h.example.com/"): Judgement {
  return { kind: "verdict", url, assumed: false, verdict: { status: "denied", reason, list: null, clients: { android: null, devtools: null } } };
}

/** The contract's table of rules. */
const REASONS: Readonly<Record<string, readonly Reason[]>> = {
  "no-unlisted-domain": [
    "not-listed",
    "port-not-listed",
    "port-missing",
    "port-mismatch",
    "subdomain-not-covered",
    "parent-not-covered",
    "path-not-covered",
    "listed-for-another-call",
  ],
  "no-local-address": ["local-address", "ip-address", "lan-address"],
  "no-invalid-url": ["invalid-url", "relative-url", "ambiguous-authority"],
  "no-server-api": ["server-only-host"],
  "valid-request-options": ["forbidden-port"],
};

describe.each(Object.entries(REASONS))("%s", (rule, reasons) => {
  test.each(reasons)("reports %s", (reason) => {
    expect(ruleOf(verdict(reason), "request")).toBe(rule);
  });
});

test.each<Reason>(["listed", "no-list-needed", "unknown-list", "local-file", "unusual-entry", "clients-disagree", "undocumented"])(
  "no rule of these reports %s",
  (reason) => {
    expect(ruleOf(verdict(reason), "request")).toBeNull();
  },
);

test.each([
  { url: "http://h.example.com/", rule: "no-insecure-protocol" },
  { url: "WS://h.example.com/", rule: "no-insecure-protocol" },
  { url: "ws://h.example.com:…/", rule: "no-insecure-protocol" },
  { url: "ftp://h.example.com/", rule: "no-invalid-url" },
  { url: "data:text/plain,x", rule: "no-invalid-url" },
])("a wrong protocol in $url belongs to $rule", ({ url, rule }) => {
  expect(ruleOf(verdict("wrong-protocol", url), "request")).toBe(rule);
});

test("what is known in part belongs to the rule of what it can be", () => {
  expect(ruleOf({ kind: "impossible", url: "https://….example.org/" }, "request")).toBe("no-unlisted-domain");
  expect(ruleOf({ kind: "unknown" }, "request")).toBe("no-dynamic-url");
});

test("what a web-view shows has a rule of its own for its list, and is no riddle", () => {
  expect(ruleOf(verdict("not-listed"), "web-view")).toBe("web-view-domain");
  expect(ruleOf(verdict("local-address"), "web-view")).toBe("no-local-address");
  expect(ruleOf(verdict("wrong-protocol", "http://h.example.com/"), "web-view")).toBe("no-insecure-protocol");
  expect(ruleOf({ kind: "unknown" }, "web-view")).toBeNull();
});

test.each<[Call, string]>([
  ["share-link", "jssdk-share-domain"],
  ["oauth-redirect", "oauth-redirect-domain"],
])("%s has one rule, whatever the reason: %s", (call, rule) => {
  for (const reason of ["not-listed", "wrong-protocol", "local-address", "path-not-covered"] as const) expect(ruleOf(verdict(reason), call)).toBe(rule);
  expect(ruleOf({ kind: "impossible", url: "https://….example.org/" }, call)).toBe(rule);
  expect(ruleOf(verdict("relative-url"), call)).toBeNull();
  expect(ruleOf({ kind: "unknown" }, call)).toBeNull();
});
