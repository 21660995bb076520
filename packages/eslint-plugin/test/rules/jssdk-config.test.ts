import { jssdkConfig } from "../../src/rules/jssdk-config.ts";
import { runRule } from "../run-rule.ts";

const FIELDS = "appId: a, timestamp: b, nonceStr: c, signature: d";
const DEBUG = "debug: true shows users an alert for the result of every call. Remove it, or set it by the build's mode.";
const SIGNED =
  "This makes the signature of wx.config in the page, so that everybody can read the jsapi_ticket. Make it on your server, and hand the page the signature only.";

runRule("jssdk-config", jssdkConfig, {
  valid: [
    { name: "all that is needed", code: `wx.config({ debug: false, ${FIELDS}, jsApiList: ["chooseImage", "checkJsApi"], openTagList: ["wx-open-launch-weapp"] });` },
    { name: "what the server hands in", code: "wx.config(res.data);" },
    { name: "what the server hands in, with more", code: 'wx.config({ ...res.data, jsApiList: ["scanQRCode"] }); wx.config(Object.assign({}, options, { debug: isDevelopment }));' },
    { name: "names that nobody can tell", code: `wx.config({ ${FIELDS}, jsApiList: names, debug: import.meta.env.DEV });` },
    { name: "WeCom's SDK has more", code: `wx.config({ beta: true, ${FIELDS}, jsApiList: ["selectExternalContact"] });` },
    { name: "config of something else", code: "router.config({ debug: true });" },
    { name: "a server that signs", code: 'const crypto = require("crypto");\nconst text = `jsapi_ticket=${ticket}&noncestr=${nonce}`;' },
  ],
  invalid: [
    {
      name: "fields that are missing",
      code: 'wx.config({ appId: "a", jsApiList: [] });',
      reports: [{ at: "1:1-1:41", message: "wx.config fails without timestamp, nonceStr, signature. Hand in what your server has signed." }],
    },
    { name: "debug", code: `import wx from "weixin-js-sdk";\nwx.config({ debug: true, ${FIELDS}, jsApiList: [] });`, reports: [
        { at: "2:20-2:24", message: DEBUG, suggestions: [{ desc: "Replace true by false.", output: `import wx from "weixin-js-sdk";\nwx.config({ debug: false, ${FIELDS}, jsApiList: [] });` }] },
      ],
    },
    { name: "debug by a constant, beside what is handed in", code: "const debug = true;\nwx.config({ ...options, debug });", reports: [{ at: "2:25-2:30", message: DEBUG }] },
    {
      name: "a retired name",
      code: `wx.config({ ${FIELDS}, jsApiList: ["onMenuShareTimeline"] });`,
      reports: [
        {
          at: "1:76-1:97",
          message: '"onMenuShareTimeline" is to be retired. Use "updateTimelineShareData".',
          suggestions: [{ desc: 'Replace "onMenuShareTimeline" by "updateTimelineShareData".', output: `wx.config({ ${FIELDS}, jsApiList: ["updateTimelineShareData"] });` }],
        },
      ],
    },
    {
      name: "a retired name beside its successor: one more of the same helps nobody",
      code: `wx.config({ ${FIELDS}, jsApiList: ["updateTimelineShareData", "onMenuShareTimeline"] });`,
      reports: [
        {
          at: "1:103-1:124",
          message: '"onMenuShareTimeline" is to be retired, and its successor "updateTimelineShareData" is listed already. Remove "onMenuShareTimeline" and its calls.',
          suggestions: [],
        },
      ],
    },
    {
      name: "unknown names, in a list of their own",
      code: `const names = ["chooseWxPay", "teleport"];\nwx.config({ ${FIELDS}, jsApiList: names });`,
      reports: [
        { at: "2:75-2:80", message: 'The JS-SDK has no function "chooseWxPay". Write "chooseWXPay".', suggestions: [] },
        { at: "2:75-2:80", message: 'The JS-SDK has no function "teleport". Remove it from jsApiList.', suggestions: [] },
      ],
    },
    {
      name: "an unknown tag",
      code: `wx.config({ ${FIELDS}, jsApiList: [], openTagList: ["wx-open-launch-weixin"] });`,
      reports: [
        {
          at: "1:93-1:116",
          message:
            'There is no open tag "wx-open-launch-weixin". openTagList takes wx-open-launch-weapp, wx-open-launch-app, wx-open-subscribe, wx-open-audio.',
          suggestions: [],
        },
      ],
    },
    {
      name: "a page that signs",
      code: 'import sha1 from "js-sha1";\nexport const sign = (ticket, url) => sha1(`jsapi_ticket=${ticket}&noncestr=a&timestamp=1&url=${url}`);',
      reports: [{ at: "2:43-2:59", message: SIGNED }],
      parsers: ["espree"],
    },
    {
      name: "the signed text behind an escaped line break",
      code: String.raw`const lines = "\njsapi_ticket=" + ticket;`,
      reports: [{ at: "1:15-1:32", message: SIGNED }],
    },
    {
      name: "a message in Chinese",
      settings: { locale: "zh-CN" },
      code: 'const text = "jsapi_ticket=" + ticket;\nwx.config({ timestamp: 1, nonceStr: "a", signature: "b", jsApiList: [] });',
      reports: [
        { at: "1:14-1:29", message: "此处在页面中生成 wx.config 的签名，任何人都能读到 jsapi_ticket。请在服务器上签名，只将签名交给页面。" },
        { at: "2:1-2:74", message: "wx.config 缺少 appId，调用会失败。请传入由服务器签名的参数。" },
      ],
    },
  ],
});
