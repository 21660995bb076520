import { jssdkPageDomain } from "../../src/rules/jssdk-page-domain.ts";
import { runRule } from "../run-rule.ts";

const LIST = "JS-SDK safe domain list (JS 接口安全域名)";
const domains = { jsdomain: ["example.com", "www.shop.cn/mp"] };
const CONFIG = "wx.config(options);";
const at = (pageOrigins: readonly string[]): { readonly domains: typeof domains; readonly pageOrigins: readonly string[] } => ({ domains, pageOrigins });

runRule("jssdk-page-domain", jssdkPageDomain, {
  valid: [
    { name: "a covered page", settings: at(["https://h5.example.com", "http://example.com", "https://www.shop.cn/mp/a"]), code: CONFIG },
    { name: "nobody says where the pages are", settings: { domains }, code: CONFIG },
    { name: "an unknown list", settings: { domains: {}, pageOrigins: ["https://h5.other.com"] }, code: CONFIG },
    { name: "no SDK", settings: at(["https://h5.other.com"]), code: "app.config({}); wx.request({ url: options.url });" },
    { name: "a parameter of that name", settings: at(["https://h5.other.com"]), code: "export const setUp = (wx) => wx.config({});" },
  ],
  invalid: [
    {
      name: "a page outside",
      settings: at(["https://example.com", "https://h5.other.com"]),
      code: `import wx from "weixin-js-sdk";\n${CONFIG}`,
      reports: [
        { at: "2:1-2:10", message: `"https://h5.other.com" is not in the ${LIST}. Add its host "h5.other.com" there, or use a listed one. wx.config fails there with "invalid url domain".` },
      ],
    },
    {
      name: "a page outside the registered path, of a required SDK",
      settings: at(["https://www.shop.cn/index"]),
      code: 'const jweixin = require("jweixin-module");\njweixin.config({ debug: false });',
      reports: [
        {
          at: "2:1-2:15",
          message: `"https://www.shop.cn/index" lies outside the path of the entry "www.shop.cn/mp" of the ${LIST}. Serve it below that path, or register the host without path. wx.config fails there with "invalid url domain".`,
        },
      ],
    },
    {
      name: "the global of a script tag, in a build for browsers",
      settings: { ...at(["https://h5.other.com"]), locale: "zh-CN" },
      code: "// #ifdef H5\nwindow.jWeixin.config(options);\n// #endif",
      reports: [
        {
          at: "2:1-2:22",
          message: "“https://h5.other.com” 不在“JS 接口安全域名”中。请在该列表中添加其域名“h5.other.com”，或改用已配置的域名。在该页面调用 wx.config 会得到 “invalid url domain”。",
        },
      ],
    },
  ],
});
