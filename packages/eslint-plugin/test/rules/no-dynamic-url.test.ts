import { noDynamicUrl } from "../../src/rules/no-dynamic-url.ts";
import { runRule } from "../run-rule.ts";

function dynamic(callee: string, why: string, known?: string): string {
  const message = `The domain that ${callee} sends to can't be determined, so it is not checked: ${why}. Write the origin as a constant, or describe it in the settings "defines" or "helpers".`;
  return known === undefined ? message : `${message} Known of it: ${known}.`;
}

const OPENED_BY = "it comes with the link or the scene that the page is opened by";
const STORED = "it is read from storage";

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
      reports: [{ at: "1:44-1:55", message: dynamic("wx.request", OPENED_BY) }],
    },
    {
      name: "a host of which an entry may be the rest",
      code: 'Page({ onLoad({ name }) { wx.request({ url: `https://${name}.example.com/` }); } });',
      reports: [{ at: "1:45-1:75", message: dynamic("wx.request", OPENED_BY, '"https://….example.com/"') }],
    },
    {
      name: "the storage",
      code: 'wx.request({ url: wx.getStorageSync("base") + "/v1" });',
      reports: [{ at: "1:19-1:52", message: dynamic("wx.request", STORED, '"…/v1"') }],
    },
    {
      name: "a cause that names what to look for",
      code: "wx.request({ url: API_BASE });",
      reports: [{ at: "1:19-1:27", message: dynamic("wx.request", 'nothing in the program declares "API_BASE"') }],
    },
    {
      name: "no URL",
      code: "wx.request({ method: 'POST' });",
      reports: [{ at: "1:12-1:30", message: dynamic("wx.request", "the call is given no URL") }],
    },
    {
      name: "a part that is undefined",
      code: 'const api = { list: "https://api.example.com/list" };\nwx.request({ url: api.root + "/login" });',
      reports: [{ at: "2:19-2:38", message: dynamic("wx.request", "a part of it is undefined", '"…/login"') }],
    },
    {
      name: "a path that is unknown for another reason than the domain",
      code: 'Page({ onLoad({ id }) { wx.request({ url: `${wx.getStorageSync("base")}/v1/${id}` }); } });',
      reports: [{ at: "1:43-1:82", message: dynamic("wx.request", STORED, '"…/v1/…"') }],
    },
    {
      name: "two unknown parts of one host",
      code: 'Page({ onLoad({ name }) { wx.request({ url: `https://${name}.${wx.getStorageSync("zone")}.com/` }); } });',
      reports: [{ at: "1:45-1:96", message: dynamic("wx.request", `${OPENED_BY}; ${STORED}`, '"https://….….com/"') }],
    },
    {
      name: "an unknown scheme and an unknown host",
      code: 'Page({ onLoad({ scheme }) { wx.request({ url: `${scheme}://${wx.getStorageSync("host")}/v1` }); } });',
      reports: [{ at: "1:47-1:92", message: dynamic("wx.request", `${OPENED_BY}; ${STORED}`, '"…://…/v1"') }],
    },
    {
      name: "values that are unknown for different reasons",
      code: 'Page({ onLoad({ url }) { wx.request({ url: url || wx.getStorageSync("base") + "/v1" }); } });',
      reports: [{ at: "1:44-1:84", message: dynamic("wx.request", `${OPENED_BY}; ${STORED}`, '"…/v1"') }],
    },
    {
      name: "values that are unknown for one reason",
      code: 'const base = wx.getStorageSync("base");\nwx.request({ url: staging ? base + "/staging" : base });',
      reports: [{ at: "2:19-2:53", message: dynamic("wx.request", STORED, '"…/staging"') }],
    },
    {
      name: "more values than are told",
      code: 'wx.request({ url: k ? A + "/a" : l ? B + "/b" : m ? C + "/c" : D + "/d" });',
      reports: [
        {
          at: "1:19-1:72",
          message: dynamic(
            "wx.request",
            ["A", "B", "C"].map((name) => `nothing in the program declares "${name}"`).join("; "),
            '"…/a", "…/b", "…/c"',
          ),
        },
      ],
    },
    {
      name: "a URL that is handed to a wrapper",
      code: 'import { request } from "../utils/request";\nrequest(wx.getStorageSync("base") + "/v1");',
      reports: [{ at: "2:9-2:42", message: dynamic("request", STORED, '"…/v1"') }],
    },
    {
      name: "a message in Chinese",
      code: 'wx.request({ url: wx.getStorageSync("base") });',
      settings: { locale: "zh-CN" },
      reports: [
        {
          at: "1:19-1:44",
          message:
            "无法确定 wx.request 所请求的域名（原因：从本地缓存读取），因此未作检查。请将域名写成常量，或在设置 “defines” 或 “helpers” 中说明。",
        },
      ],
    },
    {
      name: "several causes in Chinese",
      code: 'Page({ onLoad({ url }) { wx.request({ url: url || wx.getStorageSync("base") + "/v1" }); } });',
      settings: { locale: "zh-CN" },
      reports: [
        {
          at: "1:44-1:84",
          message:
            "无法确定 wx.request 所请求的域名（原因：来自打开页面时的参数或场景；从本地缓存读取），因此未作检查。请将域名写成常量，或在设置 “defines” 或 “helpers” 中说明。已知部分：“…/v1”。",
        },
      ],
    },
  ],
});
