import json from "@eslint/json";
import { noCheckBypass } from "../../src/rules/no-check-bypass.ts";
import { runInLanguage, runRule } from "../run-rule.ts";

const OPTION =
  'The undocumented option "__skipDomainCheck__" turns the domain check off and hides what fails once WeChat ignores it. Remove it, and add the domain to its list.';
const QUERY =
  '"skip_domain_check=true" in a URL turns the domain check off in DevTools only: it works in DevTools, but fails on the phone. Remove it, and add the domain to its list.';

runRule("no-check-bypass", noCheckBypass, {
  valid: [
    { name: "no bypass", code: 'wx.request({ url: "https://api.example.com" });' },
    { name: "a bypass that is off", code: 'wx.request({ url: "https://api.example.com", __skipDomainCheck__: false });' },
    { name: "a query that is off", code: 'wx.request({ url: "https://api.example.com?skip_domain_check=false" });' },
    { name: "a query of another value", code: 'wx.request({ url: "https://api.example.com?skip_domain_check=trueish" });' },
    { name: "a parameter that only ends so", code: 'wx.request({ url: "https://api.example.com?dont_skip_domain_check=true" });' },
    { name: "the option taken out of an object", code: "const { __skipDomainCheck__: skip, ...rest } = options;" },
    { name: "the text where no call sends it", code: 'console.log("https://api.example.com?skip_domain_check=true", "__skipDomainCheck__");' },
    { name: "third-party code", file: "miniprogram_npm/kit/index.js", code: "wx.request({ __skipDomainCheck__: true });" },
  ],
  invalid: [
    {
      name: "the option",
      code: 'wx.request({ url: "https://api.example.com", __skipDomainCheck__: true });',
      reports: [{ at: "1:46-1:71", message: OPTION }],
    },
    {
      name: "the option in quotes, for a wrapper",
      code: 'http.get("/v1", { "__skipDomainCheck__": !0 });',
      reports: [{ at: "1:19-1:44", message: OPTION }],
    },
    { name: "the option by a condition", code: "const options = { __skipDomainCheck__: isTest };", reports: [{ at: "1:19-1:46", message: OPTION }] },
    { name: "an assignment", code: "options.__skipDomainCheck__ = true;", reports: [{ at: "1:1-1:35", message: OPTION }] },
    {
      name: "the query",
      code: 'wx.request({ url: "https://api.example.com/v1?skip_domain_check=true" });',
      reports: [{ at: "1:19-1:70", message: QUERY }],
    },
    {
      name: "the query behind another parameter, put together",
      code: 'const FLAG = "skip_domain_check=true";\nwx.request({ url: "https://api.example.com/v1?a=1&" + FLAG });',
      reports: [{ at: "2:19-2:59", message: QUERY }],
    },
    {
      name: "a message in Chinese",
      code: "options.__skipDomainCheck__ = true;",
      settings: { locale: "zh-CN" },
      reports: [
        {
          at: "1:1-1:35",
          message: "未公开的选项 “__skipDomainCheck__” 会跳过域名校验，一旦微信不再支持即会失败。请删除它，并将域名添加到对应的列表。",
        },
      ],
    },
  ],
});

const URL_CHECK =
  '"urlCheck": false turns the check of domains and certificates off in DevTools and on phones in debug mode, but never for users: what works here fails for them. Set it to true, and add the domains to their lists.';
const TURN_ON = "Replace false by true.";

runInLanguage("no-check-bypass", noCheckBypass, { name: "jsonc", of: json }, {
  valid: [
    { name: "the check on", file: "project.config.json", code: '{ "setting": { "urlCheck": true } }' },
    { name: "nothing said", file: "project.config.json", code: '{ "appid": "wx0123456789abcdef" }' },
    { name: "a private file that is on, whatever the other says", file: "project.private.config.json", code: '{ "setting": { "urlCheck": true } }' },
    { name: "a setting of another name", file: "project.config.json", code: '{ "setting": { "es6": false }, "urlCheck": false }' },
    { name: "a settled repetition", file: "project.config.json", code: '{ "setting": { "urlCheck": false, "urlCheck": true } }' },
    { name: "the manifest's setting for another platform", file: "manifest.json", code: '{ "mp-toutiao": { "setting": { "urlCheck": false } } }' },
    { name: "a file that is no project's", file: "pages/index.json", code: '{ "setting": { "urlCheck": false } }' },
    { name: "a plugin's manifest", file: "uni_modules/kit/manifest.json", code: '{ "mp-weixin": { "setting": { "urlCheck": false } } }' },
    { name: "a list", file: "project.config.json", code: "[]" },
  ],
  invalid: [
    {
      name: "the check off",
      file: "project.config.json",
      code: '{ "setting": { "urlCheck": false } }',
      reports: [{ at: "1:28-1:33", message: URL_CHECK, suggestions: [{ desc: TURN_ON, output: '{ "setting": { "urlCheck": true } }' }] }],
    },
    {
      name: "the check off for one person",
      file: "project.private.config.json",
      code: '{\n  "setting": {\n    "urlCheck": false\n  }\n}',
      reports: [{ at: "3:17-3:22", message: URL_CHECK, suggestions: [{ desc: TURN_ON, output: '{\n  "setting": {\n    "urlCheck": true\n  }\n}' }] }],
    },
    {
      name: "a manifest of uni-app, a file with comments",
      file: "manifest.json",
      code: '{\n  /* 小程序特有相关 */\n  "mp-weixin": { "setting": { "urlCheck": false } } // 测试\n}',
      reports: [
        {
          at: "3:43-3:48",
          message: URL_CHECK,
          suggestions: [{ desc: TURN_ON, output: '{\n  /* 小程序特有相关 */\n  "mp-weixin": { "setting": { "urlCheck": true } } // 测试\n}' }],
        },
      ],
    },
    {
      name: "a message in Chinese",
      file: "project.config.json",
      code: '{ "setting": { "urlCheck": false } }',
      settings: { locale: "zh-CN" },
      reports: [
        {
          at: "1:28-1:33",
          message: "“urlCheck”: false 会在开发者工具和手机的调试模式中跳过域名与证书校验，而正式版始终校验：此处可用的请求，用户那里会失败。请设为 true，并将域名添加到对应的列表。",
          suggestions: [{ desc: "将 false 替换为 true。", output: '{ "setting": { "urlCheck": true } }' }],
        },
      ],
    },
  ],
});
