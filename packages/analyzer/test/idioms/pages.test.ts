import { testIdioms } from "./idiom.ts";

// Pages of WeChat's browser.
testIdioms([
  {
    name: "a share link",
    files: { "a.js": 'import wx from "weixin-js-sdk";\nwx.updateTimelineShareData({ link: "https://a.example.com/x" });' },
    calls: { "a.js:2": "https://a.example.com" },
  },
  {
    name: "the page's own address is no call that anybody has to look at",
    files: { "a.js": 'wx.onMenuShareTimeline({ link: location.href });\nwx.onMenuShareQQ({ link: `${location.origin}/x` });\nwx.onMenuShareQQ({ link: `${location.href}` });' },
    calls: {},
  },
  {
    name: "a copy of the SDK, and a link that is handed in",
    files: {
      "common/jweixin.js": "!function () {}();",
      "a.js": 'const sdk = require("./common/jweixin.js");\nconst share = (link) =>\n  sdk.updateAppMessageShareData({ title: "a", link });\nshare("https://a.example.com/x");',
    },
    calls: { "a.js:3": "https://a.example.com" },
  },
]);
