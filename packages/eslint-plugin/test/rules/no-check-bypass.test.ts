import { noCheckBypass } from "../../src/rules/no-check-bypass.ts";
import { runRule } from "../run-rule.ts";

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
