import { jssdkShareDomain } from "../../src/rules/jssdk-share-domain.ts";
import { runRule } from "../run-rule.ts";

const LIST = "JS-SDK safe domain list (JS 接口安全域名)";
const settings = { domains: { jsdomain: ["example.com"] } };
const outside = (url: string): string => `"${url}" is not in the ${LIST}. Add its host "${new URL(url).hostname}" there, or use a listed one.`;

runRule("jssdk-share-domain", jssdkShareDomain, {
  valid: [
    { name: "a covered link", settings, code: 'wx.updateAppMessageShareData({ link: "https://www.example.com/a", imgUrl: "https://img.other.com/a.png" });' },
    { name: "the page's own address", settings, code: 'wx.updateTimelineShareData({ link: location.href.split("#")[0] }); wx.onMenuShareTimeline({ link: `${window.location.origin}/a` });' },
    { name: "an address that the page resolves", settings, code: 'wx.updateTimelineShareData({ link: "/a" });' },
    { name: "no link", settings, code: 'wx.updateTimelineShareData({ title: "a" });' },
    { name: "a link of something else", settings, code: 'share.updateTimelineShareData({ link: "https://other.com" });' },
    { name: "what the mini program's build leaves out is none of a page's business", settings, code: '// #ifdef APP-PLUS\nwx.updateTimelineShareData({ link: "https://other.com" });\n// #endif' },
  ],
  invalid: [
    {
      name: "a link outside",
      settings,
      code: 'import wx from "weixin-js-sdk";\nwx.ready(() => {\n  wx.updateAppMessageShareData({ title: "a", link: "https://other.com/a" });\n});',
      reports: [{ at: "3:52-3:73", message: outside("https://other.com/a") }],
    },
    {
      name: "a link that is put together, in an object of its own",
      settings,
      code: 'const HOST = "https://other.com";\nconst data = { link: `${HOST}/a?id=${id}` };\nwx.updateTimelineShareData(data);\nwx.onMenuShareQQ(data);',
      reports: [
        { at: "3:28-3:32", message: `${outside("https://other.com/a?id=")} The text is written at pages/case.js:1.` },
        { at: "4:18-4:22", message: `${outside("https://other.com/a?id=")} The text is written at pages/case.js:1.` },
      ],
    },
    {
      name: "a link that is handed to a function",
      settings,
      code: 'function share(link) {\n  wx.updateTimelineShareData({ link });\n}\nshare("https://other.com/a");',
      reports: [{ at: "4:7-4:28", message: `${outside("https://other.com/a")} It is sent at pages/case.js:2.` }],
    },
    {
      name: "a port, over http",
      settings,
      code: 'jWeixin.onMenuShareAppMessage({ link: "http://www.example.com:8080/" });',
      reports: [
        {
          at: "1:39-1:69",
          message: `"http://www.example.com:8080/" has a port, but the entry "example.com" of the ${LIST} covers only the scheme's own port, and that list takes no ports. Serve the page on the default port.`,
          suggestions: [{ desc: "Replace http://www.example.com:8080 by the listed http://example.com, which is another host.", output: 'jWeixin.onMenuShareAppMessage({ link: "http://example.com/" });' }],
        },
      ],
    },
    {
      name: "uni-app, in its build for browsers",
      file: "pages/case.vue",
      parsers: ["vue-eslint-parser"],
      settings,
      code: '<script>\nexport default {\n  methods: {\n    share() {\n      // #ifdef H5\n      this.$wx.updateTimelineShareData({ link: "https://a" });\n      jweixin.updateTimelineShareData({ link: "https://other.com/a" });\n      // #endif\n    },\n  },\n};\n</script>',
      reports: [{ at: "7:47-7:68", message: outside("https://other.com/a") }],
    },
  ],
});
