import { noUnlistedDomain } from "../../src/rules/no-unlisted-domain.ts";
import { runRule } from "../run-rule.ts";

const LIST = "request domain list (request 合法域名)";

function notListed(url: string, list = LIST): string {
  return `"${url}" is not in the ${list}. Add its origin there, or use a listed one.`;
}

const NEAREST = 'The nearest entry is "https://api.example.com".';

runRule("no-unlisted-domain", noUnlistedDomain, {
  valid: [
    { name: "a listed domain", code: 'wx.request({ url: "https://api.example.com/v1" });' },
    { name: "a listed domain in capitals", code: 'wx.request({ url: "HTTPS://API.example.com/v1" });' },
    { name: "a socket on any port of an entry without one", code: 'wx.connectSocket({ url: "wss://ws.example.com:9000" });' },
    { name: "a list that is unknown", code: 'wx.request({ url: "https://other.example.org" });', settings: { domains: {} } },
    { name: "a listed base of another file", code: 'import { BASE } from "../config";\nwx.request({ url: BASE + "/v1" });' },
    { name: "a path through a wrapper", code: 'import { request } from "../utils/request";\nrequest("/v1");' },
    { name: "what another rule reports", code: 'wx.request({ url: "http://api.example.com" }); wx.request({ url: "https://10.0.0.1/" });' },
    { name: "what nobody knows", code: "Page({ onLoad(options) { wx.request({ url: options.url }); } });" },
    { name: "a host of which some entry may be the rest", code: 'Page({ onLoad({ name }) { wx.request({ url: `https://${name}.example.com/` }); } });' },
    { name: "no network call", code: 'console.log("https://other.example.org");' },
    { name: "another object's request", code: 'other.request({ url: "https://other.example.org" });' },
    { name: "third-party code", file: "miniprogram_npm/kit/index.js", code: 'wx.request({ url: "https://other.example.org" });' },
    { name: "a large file without anything that looks like a call", code: `// ${"-".repeat(1_600_000)}` },
    { name: "a build-time value", code: "wx.request({ url: process.env.API });", settings: { defines: { "process.env.API": "https://api.example.com" } } },
  ],
  invalid: [
    {
      name: "a domain that resembles an entry",
      code: 'wx.request({ url: "https://apl.example.com/v1" });',
      reports: [
        {
          at: "1:19-1:47",
          message: `${notListed("https://apl.example.com/v1")} ${NEAREST}`,
          suggestions: [
            {
              desc: "Replace https://apl.example.com by the listed https://api.example.com, which is another host.",
              output: 'wx.request({ url: "https://api.example.com/v1" });',
            },
          ],
        },
      ],
    },
    {
      name: "a port that the entry has not, with the default port, too",
      code: "wx.request({ url: 'https://api.example.com:443/v1' });",
      reports: [
        {
          at: "1:19-1:51",
          message: `"https://api.example.com:443/v1" has a port that the entry "https://api.example.com" of the ${LIST} has not. Remove the port from the URL, even a default one such as 443, or use an origin that is listed with it.`,
          suggestions: [
            {
              desc: "Replace https://api.example.com:443 by the listed https://api.example.com.",
              output: "wx.request({ url: 'https://api.example.com/v1' });",
            },
          ],
        },
      ],
    },
    {
      name: "a template with the host in its first part",
      code: "wx.request({ url: `https://apl.example.com/${path}` });",
      reports: [
        {
          at: "1:19-1:52",
          message: `${notListed("https://apl.example.com/")} ${NEAREST}`,
          suggestions: [
            {
              desc: "Replace https://apl.example.com by the listed https://api.example.com, which is another host.",
              output: "wx.request({ url: `https://api.example.com/${path}` });",
            },
          ],
        },
      ],
    },
    {
      name: "a subdomain",
      code: 'wx.request({ url: "https://sub.api.example.com" });',
      reports: [
        {
          at: "1:19-1:48",
          message: `"https://sub.api.example.com" is a subdomain of the entry "https://api.example.com", but the ${LIST} does not cover subdomains. Add this host itself.`,
          suggestions: [
            {
              desc: "Replace https://sub.api.example.com by the listed https://api.example.com, which is another host.",
              output: 'wx.request({ url: "https://api.example.com" });',
            },
          ],
        },
      ],
    },
    {
      name: "a domain of another list",
      code: 'wx.request({ url: "https://up.example.com/v1" });',
      reports: [
        {
          at: "1:19-1:46",
          message: `"https://up.example.com/v1" is in the uploadFile domain list (uploadFile 合法域名), but wx.request asks the ${LIST}. Add its origin to that list, too.`,
          suggestions: [],
        },
      ],
    },
    {
      name: "an empty list",
      code: 'const file = "https://api.example.com";\nwx.downloadFile({\n  url: file + "/x",\n});',
      reports: [
        {
          at: "3:8-3:19",
          message:
            '"https://api.example.com/x" is in the request domain list (request 合法域名), but wx.downloadFile asks the downloadFile domain list (downloadFile 合法域名). Add its origin to that list, too. The text is written at pages/case.js:1.',
          suggestions: [],
        },
      ],
    },
    {
      name: "a host whose end is open",
      code: 'Page({ onLoad(options) { wx.request({ url: "https://old.example.org" + options.path }); } });',
      reports: [
        {
          at: "1:44-1:84",
          message: `${notListed("https://old.example.org/")} What is appended to "https://old.example.org" is unknown; it is taken to begin with "/".`,
          suggestions: [],
        },
      ],
    },
    {
      name: "a host of which no entry can be the rest",
      code: 'Page({ onLoad({ name }) { wx.request({ url: `https://${name}.example.org/` }); } });',
      reports: [
        {
          at: "1:45-1:75",
          message: `"https://….example.org/" can match no entry of the ${LIST}, whatever its unknown parts (…) are. Add the origins that it can have there, or use a listed one.`,
          suggestions: [],
        },
      ],
    },
    {
      name: "a base of another file",
      code: 'import { OLD_BASE } from "../config";\nwx.request({ url: OLD_BASE + "/v1" });',
      reports: [{ at: "2:19-2:35", message: `${notListed("https://old.example.org/v1")} The text is written at config.js:2.`, suggestions: [] }],
    },
    {
      name: "a URL that is handed to a wrapper",
      code: 'import { request } from "../utils/request";\nrequest("/v1");\nrequest("https://old.example.org/v1");',
      reports: [{ at: "3:9-3:37", message: `${notListed("https://old.example.org/v1")} It is sent at utils/request.js:5.`, suggestions: [] }],
    },
    {
      name: "a wrong base inside a wrapper, whoever calls it",
      code: 'const BASE = "https://old.example.org";\nfunction get(path) {\n  wx.request({ url: BASE + path });\n}\nget("/a");\nget("/b");',
      reports: [
        {
          at: "3:21-3:32",
          message: `${notListed("https://old.example.org/")} The text is written at pages/case.js:1.`,
          suggestions: [],
        },
      ],
    },
    {
      name: "both values of a choice in one report",
      code: 'wx.request({ url: isTest ? "https://a.example.org" : "https://b.example.org" });',
      reports: [{ at: "1:19-1:77", message: `${notListed("https://a.example.org")} ${notListed("https://b.example.org")}`, suggestions: [] }],
    },
    {
      name: "URLs of one origin in one sentence, with the places of all",
      code: 'const A = "https://old.example.org/a";\nconst B = "https://old.example.org/b";\nwx.request({ url: isTest ? A : B });',
      reports: [
        {
          at: "3:19-3:33",
          message: `${notListed("https://old.example.org/a")} The text is written at pages/case.js:1, pages/case.js:2.`,
          suggestions: [],
        },
      ],
    },
    {
      name: "a call of one of two wrappers: each origin once",
      code: [
        'const api = {',
        '  get: (url) => wx.request({ url: `${url}?all` }),',
        '  post: (url) => wx.request({ url, method: "POST" }),',
        '};',
        'api[isNew ? "post" : "get"]("https://old.example.org/list");',
      ].join("\n"),
      reports: [{ at: "5:29-5:59", message: `${notListed("https://old.example.org/list")} It is sent at pages/case.js:3.`, suggestions: [] }],
    },
    {
      name: "so many values that not all are told",
      code: 'const HOSTS = { a: "a", b: "b", c: "c", d: "d", e: "e", f: "f", g: "g" };\nwx.request({ url: `https://${HOSTS[key]}.example.org/` });',
      reports: [
        {
          at: "2:19-2:55",
          message: `${["a", "b", "c", "d", "e"].map((name) => `${notListed(`https://${name}.example.org/`)} The text is written at pages/case.js:1.`).join(" ")} And 2 more.`,
          suggestions: [],
        },
      ],
    },
    {
      name: "a message in Chinese",
      code: 'wx.request({ url: "https://old.example.org" });',
      settings: { locale: "zh-CN" },
      reports: [
        {
          at: "1:19-1:44",
          message: "“https://old.example.org” 不在“request 合法域名”中。请在该列表中添加其域名，或改用已配置的域名。",
          suggestions: [],
        },
      ],
    },
    {
      name: "TypeScript",
      file: "pages/case.ts",
      parsers: ["@typescript-eslint/parser"],
      code: 'const url = "https://old.example.org" as const;\nwx.request<{ id: number }>({ url } satisfies Options);',
      reports: [{ at: "2:30-2:33", message: `${notListed("https://old.example.org")} The text is written at pages/case.ts:1.`, suggestions: [] }],
    },
    {
      name: "a Vue component",
      file: "pages/case.vue",
      parsers: ["vue-eslint-parser"],
      code: '<template>\n  <view />\n</template>\n<script setup lang="ts">\nconst id: number = 1;\nuni.request({ url: `https://old.example.org/${id}` });\n</script>',
      reports: [{ at: "6:20-6:51", message: notListed("https://old.example.org/1"), suggestions: [] }],
    },
    {
      name: "the script of a component without its tags, as oxlint hands it out",
      file: "pages/case.vue",
      parsers: ["espree", "@typescript-eslint/parser"],
      code: 'import { OLD_BASE } from "../config";\nuni.request({ url: OLD_BASE });',
      reports: [{ at: "2:20-2:28", message: `${notListed("https://old.example.org")} The text is written at config.js:2.`, suggestions: [] }],
    },
    {
      name: "a component that begins with a comment",
      file: "pages/case.vue",
      parsers: ["vue-eslint-parser"],
      code: '/* eslint-disable vue/valid-v-for */\n<template>\n  <view />\n</template>\n<script>\nuni.request({ url: "https://old.example.org" });\n</script>',
      reports: [{ at: "6:20-6:45", message: notListed("https://old.example.org"), suggestions: [] }],
    },
    {
      name: "JSX",
      file: "pages/case.jsx",
      code: 'const page = <Button onClick={() => Taro.request({ url: "https://old.example.org" })} />;',
      reports: [{ at: "1:57-1:82", message: notListed("https://old.example.org"), suggestions: [] }],
    },
    {
      name: "a file that is too large to look into",
      code: `wx.request({ url: "https://old.example.org" });\n// ${"-".repeat(1_600_000)}`,
      reports: [
        {
          at: "1:1",
          message:
            "The network calls of this file are not checked, because it is too large (1600051 characters). Mend or split it, or turn this rule off for the file.",
          suggestions: [],
        },
      ],
    },
    {
      name: "a text after a byte order mark",
      code: '\uFEFFwx.request({ url: "https://old.example.org" });',
      reports: [{ at: "1:19-1:44", message: notListed("https://old.example.org"), suggestions: [] }],
    },
  ],
});
