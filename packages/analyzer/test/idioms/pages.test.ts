import { testIdioms } from "./idiom.ts";

const UNI = { "manifest.json": "{}", "pages.json": "{}", "package.json": `{"dependencies":{"@dcloudio/uni-app":"1"}}` };
const AUTHORIZE = "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1";

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
  {
    name: "a redirect",
    files: { "a.js": `location.href = "${AUTHORIZE}&redirect_uri=" + encodeURIComponent("https://a.example.com/back");` },
    calls: { "a.js:1": "https://a.example.com" },
  },
  {
    name: "uni-app: a redirect and a share link that only its build for browsers has, with that build's host",
    files: {
      ...UNI,
      "config.js": '// #ifdef H5\nexport const HOST = "https://h5.example.com";\n// #endif\n// #ifndef H5\nexport const HOST = "https://api.example.com";\n// #endif',
      "share.js": 'import wx from "weixin-js-sdk";\nexport function share(link) {\n  // #ifdef H5\n  wx.updateTimelineShareData({ link });\n  // #endif\n}',
      "a.vue": `<script>\nimport { HOST } from "./config";\nimport { share } from "./share";\nexport default { onLoad() {\n  // #ifdef H5\n  share(HOST + "/x");\n  location.href = "${AUTHORIZE}&redirect_uri=" + encodeURIComponent(HOST + "/back");\n  // #endif\n  uni.request({ url: HOST + "/v1" });\n} };\n</script>`,
    },
    calls: { "a.vue:7": "https://h5.example.com", "a.vue:9": "https://api.example.com", "share.js:4": "https://h5.example.com" },
  },
  {
    name: "uni-app: what only the build for WeChat has is no page of a browser",
    files: {
      ...UNI,
      "a.js": `// #ifdef MP-WEIXIN\nconst url = "${AUTHORIZE}&redirect_uri=https://a.example.com";\n// #endif\n// #ifdef H5\nconst url = "";\n// #endif`,
    },
    calls: {},
  },
  {
    name: "a web-view's URL that the page assigns, in a program that sends nothing",
    files: { ...UNI, "a.vue": '<template>\n<web-view :src="url"/>\n</template>\n<script setup>\nimport { ref } from "vue";\nimport { onLoad } from "@dcloudio/uni-app";\nconst url = ref("");\nonLoad(() => {\n  url.value = "https://a.example.com/x";\n});\n</script>' },
    calls: { "a.vue:2": "https://a.example.com" },
  },
  {
    name: "the same by options",
    files: { ...UNI, "a.vue": '<template>\n<web-view :src="url"/>\n</template>\n<script>\nexport default { data() { return { url: "" } }, onLoad() { this.url = "https://a.example.com/x" } }\n</script>' },
    calls: { "a.vue:2": "https://a.example.com" },
  },
  {
    name: "the same in a native page",
    files: { "p.wxml": '<web-view src="{{url}}"/>', "p.js": 'Page({ data: { url: "" }, onLoad() { this.setData({ url: "https://a.example.com/x" }) } })' },
    calls: { "p.wxml:1": "https://a.example.com" },
  },
  {
    name: "a web-view's URL that comes with the link",
    files: { "p.wxml": '<web-view src="{{url}}"/>', "p.js": 'Page({ data: { url: "" }, onLoad(options) { this.setData({ url: options.url }) } })' },
    calls: { "p.wxml:1": "dynamic" },
  },
  { name: "data that keeps its value unless the page is opened with another", files: { "pages/a.js": `Page({\n  data: { url: "https://a.example.com" },\n  onLoad(options) {\n    this.data.url = options.url || this.data.url;\n    wx.downloadFile({ url: this.data.url });\n  }\n});` }, calls: { "pages/a.js:5": "https://a.example.com dynamic" } },
  { name: "members with a default that is set when they have none", files: { "a.js": `const config = {};\nfunction init(host) {\n  config.base = config.base || "https://a.example.com";\n  config.other = host ? "https://b.example.com" : config.other;\n}\nfunction send() {\n  wx.request({ url: config.base + "/x" });\n  wx.request({ url: config.other + "/x" });\n}\ninit(1);\nsend();` }, calls: { "a.js:7": "https://a.example.com", "a.js:8": "https://b.example.com" } },
]);
