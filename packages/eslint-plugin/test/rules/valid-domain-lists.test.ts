import json from "@eslint/json";
import { validDomainLists } from "../../src/rules/valid-domain-lists.ts";
import { runInLanguage } from "../run-rule.ts";

const file = "wx-domains.json";
const many = (count: number): string => JSON.stringify(Array.from({ length: count }, (_, index) => `h${String(index)}.example.com`));

runInLanguage("valid-domain-lists", validDomainLists, { name: "json", of: json }, {
  valid: [
    { name: "good entries of every kind", file, code: '{ "requestdomain": ["https://a.com", "https://a.com:8080"], "wsrequestdomain": ["wss://a.com"], "bizdomain": ["a.com", "https://b.com/"], "jsdomain": ["a.com/mp"] }' },
    { name: "no list", file, code: '{ "appid": "wx0123456789abcdef", "updatedAt": "2026-07-01T08:00:00Z" }' },
    { name: "an empty list", file, code: '{ "requestdomain": [] }' },
    { name: "another file", file: "data.json", code: '{ "requestdomain": ["a.com"] }' },
    { name: "the file when the settings name another", file, settings: { domains: "lists/prod.json" }, code: '{ "requestdomain": ["a.com"] }' },
    { name: "as many as the list takes", file, code: `{ "prefetchdnsdomain": ${many(5)} }` },
    { name: "as many as the list takes now", file, code: `{ "jsdomain": ${many(20)} }` },
  ],
  invalid: [
    {
      name: "an entry without scheme, in the file that the settings name",
      file: "lists/prod.json",
      settings: { domains: "lists/prod.json" },
      code: '{ "requestdomain": ["a.com"] }',
      reports: [
        {
          at: "1:21-1:28",
          message: 'The entry "a.com" of the request domain list (request 合法域名) has no scheme and matches nothing. Write it as "https://a.com".',
          suggestions: [{ desc: 'Replace "a.com" by "https://a.com".', output: '{ "requestdomain": ["https://a.com"] }' }],
        },
      ],
    },
    {
      name: "a wrong scheme and a path, each told",
      file,
      code: '{\n  "requestdomain": [\n    "http://a.com/v1"\n  ]\n}',
      reports: [
        {
          at: "3:5-3:22",
          message: 'The entry "http://a.com/v1" has a scheme that the request domain list (request 合法域名) does not take. Write it as "https://a.com".',
          suggestions: [{ desc: 'Replace "http://a.com/v1" by "https://a.com".', output: '{\n  "requestdomain": [\n    "https://a.com"\n  ]\n}' }],
        },
        {
          at: "3:5-3:22",
          message:
            'The entry "http://a.com/v1" of the request domain list (request 合法域名) has more than an origin. Remove what follows the host, as in "https://a.com".',
          suggestions: [{ desc: 'Replace "http://a.com/v1" by "https://a.com".', output: '{\n  "requestdomain": [\n    "https://a.com"\n  ]\n}' }],
        },
      ],
    },
    {
      name: "an entry twice",
      file,
      code: '{ "jsdomain": ["a.com", "b.com", "a.com"] }',
      reports: [
        {
          at: "1:34-1:41",
          message: 'The entry "a.com" stands in the JS-SDK safe domain list (JS 接口安全域名) before. Remove one.',
          suggestions: [{ desc: 'Remove this "a.com".', output: '{ "jsdomain": ["a.com", "b.com"] }' }],
        },
      ],
    },
    {
      name: "a scheme where bare hosts stand",
      file,
      code: '{ "oauthdomain": ["https://m.a.com"] }',
      reports: [
        {
          at: "1:19-1:36",
          message:
            'The entry "https://m.a.com" of the web authorization domain list (网页授权域名) has a scheme, but that list holds bare hosts. Write it as "m.a.com".',
          suggestions: [{ desc: 'Replace "https://m.a.com" by "m.a.com".', output: '{ "oauthdomain": ["m.a.com"] }' }],
        },
      ],
    },
    {
      name: "hosts that nobody can mend",
      file,
      code: '{ "requestdomain": ["https://api.weixin.qq.com"], "jsdomain": ["com.cn"] }',
      reports: [
        {
          at: "1:21-1:48",
          message:
            'The entry "https://api.weixin.qq.com" can\'t be in the request domain list (request 合法域名): its APIs are for servers only. Remove it, and call it from your own server.',
          suggestions: [],
        },
        {
          at: "1:64-1:72",
          message: 'The entry "com.cn" of the JS-SDK safe domain list (JS 接口安全域名) is a public suffix that belongs to nobody alone. Write a domain below it.',
          suggestions: [],
        },
      ],
    },
    {
      name: "more than the list takes",
      file,
      code: '{ "oauthdomain": ["a.com", "b.com", "c.com"] }',
      reports: [
        {
          at: "1:37-1:44",
          message: 'The entry "c.com" is beyond what the web authorization domain list (网页授权域名) takes: 2. Remove entries that nothing uses.',
        },
      ],
    },
    {
      name: "more than the list took",
      file,
      options: [{ limits: "former" }],
      code: '{ "jsdomain": ["a.com", "b.com", "c.com", "d.com", "e.com", "f.com"] }',
      reports: [{ at: "1:61-1:68", message: 'The entry "f.com" is beyond what the JS-SDK safe domain list (JS 接口安全域名) takes: 5. Remove entries that nothing uses.' }],
    },
    {
      name: "a name that no list has",
      file,
      code: '{ "requstdomain": [] }',
      reports: [
        {
          at: "1:3-1:17",
          message:
            '"requstdomain" is no domain list. Did you mean "requestdomain"? Known lists: requestdomain, wsrequestdomain, uploaddomain, downloaddomain, udpdomain, tcpdomain, bizdomain, prefetchdnsdomain, jsdomain, oauthdomain.',
        },
      ],
    },
    {
      name: "a list under a name of its own, which nothing reads",
      file,
      code: '{ "request": ["https://a.com"], "uploadFileDomains": [], "note": [] }',
      reports: [
        { at: "1:3-1:12", message: '"request" is no domain list and is ignored. Did you mean "requestdomain"?' },
        { at: "1:33-1:52", message: '"uploadFileDomains" is no domain list and is ignored. Did you mean "uploaddomain"?' },
      ],
    },
    {
      name: "values that are no lists",
      file,
      code: '{ "bizdomain": "a.com", "jsdomain": ["a.com", 1] }',
      reports: [
        {
          at: "1:16-1:23",
          message:
            '"bizdomain" must be an array of strings, but is of type string. Write "bizdomain": [] if nothing is allowed, or leave the key out if the list is unknown.',
        },
        { at: "1:47-1:48", message: '"jsdomain[1]" must be a string such as "https://api.example.com", but is of type number. Mend or remove that entry.' },
      ],
    },
    {
      name: "a message in Chinese",
      file,
      settings: { locale: "zh-CN" },
      code: '{ "wsrequestdomain": ["wss://a.com", "wss://a.com/"] }',
      reports: [
        {
          at: "1:38-1:52",
          message: "“socket 合法域名”中已有相同的 “wss://a.com/”。请删除其中一个。",
          suggestions: [{ desc: "删除此处的 “wss://a.com/”。", output: '{ "wsrequestdomain": ["wss://a.com"] }' }],
        },
      ],
    },
  ],
});
