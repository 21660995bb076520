import { noDynamicUrl } from "../../src/rules/no-dynamic-url.ts";
import { runRule } from "../run-rule.ts";

function dynamic(callee: string, known: string): string {
  return `The domain that ${callee} sends to can't be determined, so it is not checked. Write the origin as a constant, or describe it in the settings "defines" or "helpers". ${known}`;
}

runRule("no-dynamic-url", noDynamicUrl, {
  valid: [
    { name: "a constant", code: 'wx.request({ url: "https://api.example.com/v1" });' },
    { name: "an unknown path", code: 'Page({ onLoad({ id }) { wx.request({ url: `https://api.example.com/${id}` }); } });' },
    { name: "a base of another file", code: 'import { BASE } from "../config";\nwx.request({ url: BASE + "/v1" });' },
    { name: "what another rule reports", code: 'Page({ onLoad({ name }) { wx.request({ url: `http://${name}.example.org/` }); } });' },
    { name: "a host that no entry can be", code: 'Page({ onLoad({ name }) { wx.request({ url: `https://${name}.example.org/` }); } });' },
    { name: "third-party code", file: "miniprogram_npm/kit/index.js", code: "wx.request({ url: getApp().url });" },
    { name: "a defined name", code: "wx.request({ url: process.env.API });", settings: { defines: { "process.env.API": "https://api.example.com" } } },
  ],
  invalid: [
    {
      name: "an option of the page",
      code: "Page({ onLoad(options) { wx.request({ url: options.url }); } });",
      reports: [{ at: "1:44-1:55", message: dynamic("wx.request", 'Known of it: "…" (unknown: what the platform hands in).') }],
    },
    {
      name: "a host of which an entry may be the rest",
      code: 'Page({ onLoad({ name }) { wx.request({ url: `https://${name}.example.com/` }); } });',
      reports: [{ at: "1:45-1:75", message: dynamic("wx.request", 'Known of it: "https://….example.com/" (unknown: what the platform hands in).') }],
    },
    {
      name: "the storage",
      code: 'wx.request({ url: wx.getStorageSync("base") + "/v1" });',
      reports: [{ at: "1:19-1:52", message: dynamic("wx.request", 'Known of it: "…/v1" (unknown: the storage, "wx.getStorageSync()").') }],
    },
    {
      name: "a message in Chinese",
      code: 'wx.request({ url: wx.getStorageSync("base") });',
      settings: { locale: "zh-CN" },
      reports: [
        {
          at: "1:19-1:44",
          message:
            "无法确定 wx.request 所请求的域名，因此未作检查。请将域名写成常量，或在设置 “defines” 或 “helpers” 中说明。已知部分：“…”（未知：本地缓存 “wx.getStorageSync()”）。",
        },
      ],
    },
  ],
});
