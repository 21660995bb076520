import { expect, it } from "vitest";
import { parseContainerEndpoint, parseEndpoint } from "../src/endpoint.ts";

it.each([
  { text: "https://api.weixin.qq.com", warned: false },
  { text: "https://api2.weixin.qq.com", warned: false },
  { text: "http://127.0.0.1:8080", warned: false },
  { text: "http://localhost:8080/base", warned: false },
  { text: "http://[::1]:8080", warned: false },
  { text: "https://proxy.example.com", warned: true },
  { text: "https://api.weixin.qq.com.evil.example", warned: true },
  { text: "https://api.weixin.qq.com:8443", warned: true },
])("$text: warned $warned", ({ text, warned }) => {
  expect(parseEndpoint(text).warnings.length > 0).toBe(warned);
});

it.each([
  { text: "api.weixin.qq.com", code: "endpoint/not-a-url" },
  { text: "http://api.weixin.qq.com", code: "endpoint/not-https" },
  { text: "http://127.0.0.1.evil.example", code: "endpoint/not-https" },
  { text: "ftp://127.0.0.1", code: "endpoint/not-https" },
  { text: "https://u:p@proxy.example.com", code: "endpoint/credentials-in-url" },
  { text: "https://proxy.example.com/?key=1", code: "endpoint/not-a-base" },
])("$text is refused: $code", ({ text, code }) => {
  expect(() => parseEndpoint(text)).toThrow(expect.objectContaining({ code }));
});

it("is WeChat's own where nothing is said", () => {
  expect(parseEndpoint(undefined).base.href).toBe("https://api.weixin.qq.com/");
  expect(parseContainerEndpoint(undefined).base.href).toBe("http://api.weixin.qq.com/");
});

it.each([
  { text: "http://api.weixin.qq.com", refused: false },
  { text: "http://127.0.0.1:8081", refused: false },
  { text: "https://api.weixin.qq.com", refused: false },
  { text: "http://api.weixin.qq.com.evil.example", refused: true },
  { text: "http://api.weixin.qq.com:8080", refused: true },
])("from a container $text is refused: $refused", ({ text, refused }) => {
  const parse = () => parseContainerEndpoint(text);
  if (refused) expect(parse).toThrow(expect.objectContaining({ code: "endpoint/not-https" }));
  else expect(parse().warnings).toEqual([]);
});
