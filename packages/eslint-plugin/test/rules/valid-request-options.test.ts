import { validRequestOptions } from "../../src/rules/valid-request-options.ts";
import { runRule } from "../run-rule.ts";

const URL = '"https://api.example.com"';
const lower = (method: string): string => `The method "${method}" must be in upper case. Write "${method.toUpperCase()}".`;
const unknown = (method: string): string =>
  `wx.request knows no method "${method}". Use one of OPTIONS, GET, HEAD, POST, PUT, DELETE, TRACE, CONNECT, and let the server tell the rest by a header field or the path.`;
const REFERER =
  'A mini program can\'t set the header field "Referer": WeChat sends its own (https://servicewechat.com/{appid}/{version}/page-frame.html). Remove it, or use a field of another name.';

runRule("valid-request-options", validRequestOptions, {
  valid: [
    { name: "known methods", code: `wx.request({ url: ${URL} }); wx.request({ url: ${URL}, method: "GET" }); wx.request({ url: ${URL}, method: test ? "PUT" : "DELETE" });` },
    { name: "a method that callers hand in", code: `export const send = (method) => wx.request({ url: ${URL}, method });` },
    { name: "a method in upper case by code", code: `const method = "post".toUpperCase();\nwx.request({ url: ${URL}, method });` },
    { name: "a client's own options", code: 'import Request from "luch-request";\nnew Request().request({ url: "https://api.example.com", method: "get" });' },
    { name: "other header fields", code: `wx.request({ url: ${URL}, header: { "X-Referer": "a", "content-type": "json" } });` },
    { name: "a header that callers hand in", code: `export const send = (header) => wx.request({ url: ${URL}, header: { ...header } });` },
    { name: "a method of something else", code: 'http.send({ method: "patch", header: { Referer: "a" } });' },
    { name: "TLS on its own port", code: 'wx.connectSocket({ url: "wss://ws.example.com" }); wx.connectSocket({ url: "wss://ws.example.com:8080" });' },
    { name: "a port that sockets may use", code: 'wx.createTCPSocket().connect({ address: "tcp.example.com", port: 9000 });' },
    { name: "third-party code", file: "miniprogram_npm/kit/index.js", code: `wx.request({ url: ${URL}, method: "patch" });` },
  ],
  invalid: [
    {
      name: "a method in lower case",
      code: `wx.request({ url: ${URL}, method: "post" });`,
      reports: [{ at: "1:54-1:60", message: lower("post"), suggestions: [{ desc: 'Replace "post" by "POST".', output: `wx.request({ url: ${URL}, method: "POST" });` }] }],
    },
    { name: "a method that is chosen", code: `wx.request({ url: ${URL}, method: test ? "GET" : "put" });`, reports: [{ at: "1:54-1:74", message: lower("put"), suggestions: [] }] },
    { name: "a method that WeChat has not", code: `wx.request({ url: ${URL}, method: "PATCH" });`, reports: [{ at: "1:54-1:61", message: unknown("PATCH"), suggestions: [] }] },
    {
      name: "the Referer, in any case",
      code: `wx.request({ url: ${URL}, header: { "content-type": "json", referer: "https://a.com" } });`,
      reports: [{ at: "1:54-1:106", message: REFERER }],
    },
    {
      name: "the Referer beside what is handed in",
      code: `export function send(header) {\n  wx.request({ url: ${URL}, header: Object.assign({ Referer: "https://a.com" }, header) });\n}`,
      reports: [{ at: "2:56-2:107", message: REFERER }],
    },
    {
      name: "TLS on port 80",
      code: 'wx.connectSocket({ url: "wss://ws.example.com:80/chat" });',
      reports: [
        { at: "1:25-1:55", message: '"wss://ws.example.com:80" asks for TLS on port 80, where the handshake fails. Remove the port, or use the one that serves TLS.' },
      ],
    },
    {
      name: "a port that sockets may not use",
      code: 'const tcp = wx.createTCPSocket();\ntcp.connect({ address: "tcp.example.com", port: 3306 });',
      settings: { domains: { tcpdomain: ["tcp://tcp.example.com"] } },
      reports: [
        { at: "2:24-2:41", message: '"tcp://tcp.example.com:3306" has a port that TCPSocket.connect may not connect to. Let the server listen on another port.' },
      ],
    },
    {
      name: "a message in Chinese",
      code: `wx.request({ url: ${URL}, method: "post" });`,
      settings: { locale: "zh-CN" },
      reports: [
        {
          at: "1:54-1:60",
          message: "请求方法 “post” 必须大写。请写成 “POST”。",
          suggestions: [{ desc: "将 “post” 替换为 “POST”。", output: `wx.request({ url: ${URL}, method: "POST" });` }],
        },
      ],
    },
  ],
});
