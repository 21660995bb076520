import { expect, it } from "vitest";
import { parseReply } from "../../src/wechat/reply.ts";

it.each([
  { body: '{"access_token":"t","expires_in":345}', kind: "success" },
  { body: '{"errcode":0,"errmsg":"ok","requestdomain":[]}', kind: "success" },
  { body: '{"errcode":"0","requestdomain":[]}', kind: "success" },
  { body: '\uFEFF {"errcode":0}\n', kind: "success" },
  { body: '{"errcode":40013,"errmsg":"invalid appid"}', kind: "refused", errcode: 40013 },
  { body: '{"errcode":"40013"}', kind: "refused", errcode: 40013 },
  { body: '{"errcode":"-1"}', kind: "refused", errcode: -1 },
  { body: '{"errcode":85301,"requestdomain":["https://a.cn"]}', kind: "refused", errcode: 85301 },
  { body: '{"errCode":0,"errMsg":"openapi.operation.getDomainInfo:ok"}', kind: "success" },
  { body: '{"errCode":-604101,"errMsg":"system error: error code: -604101"}', kind: "refused", errcode: -604101, errmsg: "system error: error code: -604101" },
  { body: '{"errcode":0,"errCode":-604101}', kind: "refused", errcode: -604101 },
  { body: '{"requestdomain":["https://a.cn"],"requestdomain":[]}', kind: "not-a-reply", what: { en: 'JSON that has "requestdomain" twice' } },
  { body: '{"a":{"x":1},"b":{"x":"\\"x\\":"},"c":[{"x":1},{"x":1}]}', kind: "success" },
  { body: '{"b":[{"x":1,"\\u0078":2}]}', kind: "not-a-reply", what: { en: 'JSON that has "x" twice' } },
  { body: "", kind: "not-a-reply" },
  { body: "<html>", kind: "not-a-reply" },
  { body: '{"requestdomain":["https://a', kind: "not-a-reply" },
  { body: "[]", kind: "not-a-reply" },
  { body: "null", kind: "not-a-reply" },
  { body: '{"errcode":null}', kind: "not-a-reply" },
  { body: '{"errcode":1.5}', kind: "not-a-reply" },
])("$body is $kind", ({ body, ...expected }) => {
  expect(parseReply(body)).toMatchObject(expected);
});

it("keeps no list that stands next to an error", () => {
  expect(parseReply('{"errcode":85301,"requestdomain":["https://a.cn"]}')).not.toHaveProperty("fields");
});
