import { describe, expect, it } from "vitest";
import { DOCUMENTED_CODES, refusal as emulated, RID } from "../../../../test/emulator/errors.js";
import { Redactor } from "../../src/redactor.ts";
import { errorCode, KNOWN_ERROR_CODES } from "../../src/wechat/error-codes.ts";
import { refusal } from "../../src/wechat/refusal.ts";

const API = { kind: "api", name: "getwxadevinfo" } as const;
const TOKEN = { kind: "token", name: "stable_token" } as const;

const refused = (code: number, call: typeof API | typeof TOKEN = API) =>
  refusal(code, emulated(code).errmsg, call, new Redactor());

const KINDS = ["api", "component", "container"] as const;

/** Table of §4 of the specification: every code with what is to be done. */
const SPECIFIED: readonly (readonly [codes: readonly number[], retry: string])[] = [
  [[-1, 85113], "backoff"],
  [[45011], "after-the-minute"],
  [[40001, 40014, 42001], "fresh-token"],
  [
    [
      40002, 40013, 40125, 41002, 41004, 40243, 50004, 50007, 40164, 61004, 43002, 44002, 47001, 45009, 48001, 61007, 85105, 61003, 61005, 61006,
      61011, 61023, 89503, 89506, 89507, 40234, 40235, 85107, 85112, 61028, 65316, 9410016, 40052, 40039, -604100, -604101, -604104, 89231, 85301,
    ],
    "never",
  ],
];

it.each(SPECIFIED)("%j: %s", (codes, retry) => {
  for (const code of codes) for (const kind of KINDS) expect(errorCode(code, kind)).toMatchObject({ retry });
});

describe("each documented code has a sentence of its own", () => {
  it.each(KNOWN_ERROR_CODES)("%i", (code) => {
    const error = refused(code);
    expect(error.code).toBe(`loader/${String(code)}`);
    expect(error.in("en")).toMatch(new RegExp(`^WeChat refused getwxadevinfo: .+ \\(errcode ${String(code)}, rid .+\\)\\. .+\\.$`));
    expect(error.in("zh-CN")).toMatch(new RegExp(`^微信拒绝了 getwxadevinfo：.+（errcode ${String(code)}，rid .+）。.+。$`));
    for (const locale of ["en", "zh-CN"] as const) {
      const others = KNOWN_ERROR_CODES.filter((other) => other !== code).map((other) => errorCode(other, "api")?.meaning[locale]);
      expect(others).not.toContain(errorCode(code, "api")?.meaning[locale]);
    }
  });

  it("and a text in the emulator", () => {
    expect(DOCUMENTED_CODES).toEqual(expect.arrayContaining([...KNOWN_ERROR_CODES]));
  });
});

it.each([
  { code: 40164, shows: ["Add 203.0.113.20 to the IP allow list", "IP 白名单", `rid ${RID}`] },
  { code: 61004, shows: ["Add 203.0.113.24 to the platform's allow list", "白名单 IP 地址列表"] },
  { code: 89231, shows: ["rid TDxIGa05044530"] },
  { code: 45009, shows: ["0:00 Beijing time"] },
  { code: 40234, shows: ["API signing"] },
  { code: 61007, shows: ["permission set 18"] },
  { code: 40164, shows: ["the committed snapshot", "--source cloud"] },
  { code: 9410016, shows: ["a host is invalid: invalid domain (errcode 9410016"] },
])("$code shows $shows", ({ code, shows }) => {
  for (const text of shows) expect(refused(code).in("en")).toContain(text);
});

it("reads the address of an IPv6 caller", () => {
  const error = refusal(40164, "invalid ip 2001:db8::7, not in whitelist rid: r-1", API, new Redactor());
  expect(error.in("en")).toContain("Add 2001:db8::7 to");
});

it("says so when 40164 names no address", () => {
  const error = refusal(40164, "", API, new Redactor());
  expect(error.in("en")).toContain("Add this machine's public address to");
  expect(error.in("en")).not.toContain("{ip}");
});

it.each([40001, 40014, 42001])("%i is a wrong secret on a token call, and never retried there", (code) => {
  expect(refused(code, TOKEN)).toMatchObject({ retry: "never" });
  expect(refused(code, TOKEN).in("en")).toContain("AppSecret does not belong");
  expect(refused(code, API)).toMatchObject({ retry: "fresh-token" });
});

it.each([
  { code: 40001, kind: "component", shows: "WX_COMPONENT_TOKEN" },
  { code: 42001, kind: "component", shows: "WX_COMPONENT_TOKEN" },
  { code: 41001, kind: "container", shows: "inside a WeChat cloud-run container" },
  { code: 41001, kind: "api", shows: "let it keep the query" },
] as const)("$code of a $kind call says $shows", ({ code, kind, shows }) => {
  expect(refusal(code, "", { kind, name: "x" }, new Redactor()).in("en")).toContain(shows);
});

it("shows a code that it does not know as it came, without the secret in it", () => {
  const error = refusal(99999, "odd thing about s3cr3t-value rid: r-2", API, new Redactor(["s3cr3t-value"]));
  expect(error.in("en")).toContain('errcode 99999 "odd thing about *** rid: r-2"');
});
