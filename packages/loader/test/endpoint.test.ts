import { expect, it } from "vitest";
import { parseEndpoint } from "../src/endpoint.ts";

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
  expect(parseEndpoint(text).warning !== undefined).toBe(warned);
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
