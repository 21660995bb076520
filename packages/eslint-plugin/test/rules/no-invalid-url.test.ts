import { noInvalidUrl } from "../../src/rules/no-invalid-url.ts";
import { runRule } from "../run-rule.ts";

function relative(url: string, schemes = "https://"): string {
  return `"${url}" has no scheme and host, and there is no page to resolve it against. Write the full URL, beginning with ${schemes}.`;
}

function invalid(url: string): string {
  return `"${url}" is no valid URL: the call fails with "invalid url". Write https://host without blanks around it and with a numeric port, if any.`;
}

runRule("no-invalid-url", noInvalidUrl, {
  valid: [
    { name: "a full URL", code: 'wx.request({ url: "https://api.example.com/v1" });' },
    { name: "an unlisted one", code: 'wx.request({ url: "https://old.example.org" });' },
    { name: "http", code: 'wx.request({ url: "http://api.example.com" });' },
    { name: "a relative path through a wrapper with a base", code: 'import { request } from "../utils/request";\nrequest("/v1");' },
    { name: "an image of the package", code: 'wx.getImageInfo({ src: "/images/a.png" });' },
  ],
  invalid: [
    { name: "a path", code: 'wx.request({ url: "/v1/users" });', reports: [{ at: "1:19-1:30", message: relative("/v1/users") }] },
    {
      name: "a protocol-relative URL",
      code: 'wx.request({ url: "//api.example.com/v1" });',
      reports: [{ at: "1:19-1:41", message: relative("//api.example.com/v1") }],
    },
    {
      name: "a path for a socket",
      code: 'wx.connectSocket({ url: "/chat" });',
      reports: [{ at: "1:25-1:32", message: relative("/chat", "wss://") }],
    },
    {
      name: "a blank at the beginning",
      code: 'wx.request({ url: " https://api.example.com" });',
      reports: [{ at: "1:19-1:45", message: invalid(" https://api.example.com") }],
    },
    {
      name: "a scheme that is neither http nor ws",
      code: 'wx.request({ url: "ftp://api.example.com/v1" });',
      reports: [
        {
          at: "1:19-1:45",
          message:
            '"ftp://api.example.com/v1" begins with ftp://, but wx.request takes only https://. Use that scheme. The nearest entry is "https://api.example.com".',
        },
      ],
    },
    {
      name: "a host behind userinfo",
      code: 'wx.request({ url: "https://me@api.example.com/x" });',
      reports: [
        {
          at: "1:19-1:49",
          message:
            '"https://me@api.example.com/x" names its host in a way that clients read differently (userinfo, a backslash or an empty port); the phone reads "api.example.com". Write the plain host. It works on the phone, but fails in DevTools.',
        },
      ],
    },
  ],
});
