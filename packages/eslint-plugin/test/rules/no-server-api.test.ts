import { noServerApi } from "../../src/rules/no-server-api.ts";
import { runRule } from "../run-rule.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const MESSAGE =
  "This looks like an AppSecret. Whoever opens the app's package can read it: reset it in the console, keep the new one on your server, and let the server call WeChat.";

function serverOnly(url: string): string {
  return `"${url}" calls "api.weixin.qq.com", whose APIs are for servers only and can be in no list. Call it from your own server and ask that.`;
}

const TOKEN = "An access_token is for servers: let yours fetch and keep it, and offer the app what it does with it.";
const LOGIN = "Call wx.login in the app, send its code to your server, and let the server call code2Session.";

runRule("no-server-api", noServerApi, {
  valid: [
    { name: "an own server", code: 'wx.request({ url: "https://api.example.com/login" });' },
    { name: "a hash that is no secret", code: `const checksum = "${SECRET}";` },
    { name: "a secret of another form", code: 'const secret = "none of your business";' },
    { name: "a longer number", code: `const secret = "${SECRET}00";` },
    { name: "a name in a comment", code: `// secret = "${SECRET}"` },
    { name: "a key", code: `const map = { "${SECRET}": secret };` },
    { name: "a function that runs on a server", file: "cloudfunctions/login/index.js", code: `const secret = "${SECRET}";` },
    { name: "a server beside the app", file: "server/login.js", code: `const express = require("express");\nconst secret = "${SECRET}";` },
    { name: "third-party code", file: "miniprogram_npm/kit/index.js", code: `const secret = "${SECRET}"; wx.request({ url: "https://api.weixin.qq.com" });` },
  ],
  invalid: [
    { name: "a secret in a file without a call, in any case", code: `export const WX_SECRET = "${SECRET}";`, reports: [{ at: "1:26-1:60", message: MESSAGE }] },
    {
      name: "a server API",
      code: 'wx.request({ url: "https://api.weixin.qq.com/cgi-bin/token" });',
      reports: [{ at: "1:19-1:60", message: `${serverOnly("https://api.weixin.qq.com/cgi-bin/token")} ${TOKEN}` }],
    },
    {
      name: "a server API without lists",
      code: 'wx.request({ url: "https://api.weixin.qq.com/cgi-bin/token" });',
      settings: { domains: {} },
      reports: [{ at: "1:19-1:60", message: `${serverOnly("https://api.weixin.qq.com/cgi-bin/token")} ${TOKEN}` }],
    },
    {
      name: "a secret in the query, which no message repeats",
      code: `wx.request({ url: "https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=${SECRET}&js_code=" + code });`,
      reports: [
        { at: "1:19-1:131", message: `${serverOnly("https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=***&js_code=")} ${LOGIN}` },
        { at: "1:19-1:124", message: MESSAGE },
      ],
    },
    {
      name: "a server API that nothing is known of",
      code: 'wx.request({ url: "https://api.weixin.qq.com/datacube/x" });',
      reports: [{ at: "1:19-1:57", message: serverOnly("https://api.weixin.qq.com/datacube/x") }],
    },
    {
      name: "what to call instead, in Chinese",
      settings: { locale: "zh-CN" },
      code: "wx.request({ url: `https://api.weixin.qq.com/wxa/getwxacodeunlimit?access_token=${token}` });",
      reports: [
        {
          at: "1:19-1:90",
          message:
            "“https://api.weixin.qq.com/wxa/getwxacodeunlimit?access_token=” 调用了“api.weixin.qq.com”，其接口只能由服务器调用，不能配置到域名列表。请由自己的服务器调用，小程序再请求该服务器。请由自己的服务器生成小程序码或链接，再将结果交给小程序。",
        },
      ],
    },
    {
      name: "a secret in a template",
      code: `const query = \`appid=\${appid}&secret=${SECRET}\`;`,
      reports: [{ at: "1:29-1:71", message: MESSAGE }],
    },
    { name: "a property", code: `App({ globalData: { appSecret: "${SECRET}" } });`, reports: [{ at: "1:32-1:66", message: MESSAGE }] },
    { name: "a quoted property", code: `post({ "secret": '${SECRET}' });`, reports: [{ at: "1:18-1:52", message: MESSAGE }] },
    { name: "a variable", code: `const APP_SECRET = "${SECRET}";`, reports: [{ at: "1:20-1:54", message: MESSAGE }] },
    { name: "an assignment", code: `config.secret = "${SECRET}";`, reports: [{ at: "1:17-1:51", message: MESSAGE }] },
    { name: "a class member", code: `class Wechat { static secret = "${SECRET}"; }`, reports: [{ at: "1:32-1:66", message: MESSAGE }] },
    {
      name: "a typed variable",
      file: "pages/case.ts",
      parsers: ["@typescript-eslint/parser"],
      code: `const secret: string = "${SECRET}";`,
      reports: [{ at: "1:24-1:58", message: MESSAGE }],
    },
    {
      name: "a Vue component",
      file: "pages/case.vue",
      parsers: ["vue-eslint-parser"],
      code: `<script setup>\nconst secret = "${SECRET}";\n</script>`,
      reports: [{ at: "2:16-2:50", message: MESSAGE }],
    },
  ],
});
