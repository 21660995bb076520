import { noLocalAddress } from "../../src/rules/no-local-address.ts";
import plugin from "../../src/index.ts";
import { runInLanguage, runRule } from "../run-rule.ts";

function local(url: string, host: string): string {
  return `"${url}" points to the device itself ("${host}"): no list can hold it, and a phone finds nothing there. Use the address of a server.`;
}

function lan(url: string, host: string): string {
  return `"${url}" works only while the phone is in the same local network as "${host}". Use a listed domain for the released app.`;
}

runRule("no-local-address", noLocalAddress, {
  valid: [
    { name: "a domain", code: 'wx.request({ url: "https://api.example.com/v1" });' },
    { name: "an unlisted domain", code: 'wx.request({ url: "https://old.example.org/v1" });' },
    { name: "the local network where it is allowed", code: 'wx.request({ url: "http://192.168.1.2:3000" });', options: [{ allowLan: true }] },
    { name: "third-party code", file: "miniprogram_npm/kit/index.js", code: 'wx.request({ url: "http://localhost" });' },
  ],
  invalid: [
    {
      name: "localhost",
      code: 'wx.request({ url: "http://localhost:3000/v1" });',
      reports: [{ at: "1:19-1:45", message: local("http://localhost:3000/v1", "localhost") }],
    },
    {
      name: "a number that is the device",
      code: 'wx.request({ url: "http://0x7f.1/v1" });',
      reports: [{ at: "1:19-1:37", message: local("http://0x7f.1/v1", "0x7f.1") }],
    },
    {
      name: "a base of another file, and without lists",
      code: 'import { DEV_BASE } from "../config";\nwx.request({ url: DEV_BASE });',
      settings: { domains: {} },
      reports: [{ at: "2:19-2:27", message: `${local("http://127.0.0.1:3000", "127.0.0.1")} The text is written at config.js:4.` }],
    },
    {
      name: "the local network",
      code: 'wx.request({ url: "http://192.168.1.2:3000/v1" });',
      reports: [{ at: "1:19-1:47", message: lan("http://192.168.1.2:3000/v1", "192.168.1.2") }],
    },
    {
      name: "the local network where options say nothing of it",
      code: 'wx.request({ url: "http://10.0.0.2" });',
      options: [{}],
      reports: [{ at: "1:19-1:36", message: lan("http://10.0.0.2", "10.0.0.2") }],
    },
    {
      name: "the device where the local network is allowed",
      code: 'wx.request({ url: debug ? "http://127.0.0.1" : "http://10.0.0.2" });',
      options: [{ allowLan: true }],
      reports: [{ at: "1:19-1:65", message: local("http://127.0.0.1", "127.0.0.1") }],
    },
    {
      name: "a public address",
      code: 'wx.request({ url: "https://93.184.216.34/v1" });',
      reports: [
        {
          at: "1:19-1:45",
          message:
            '"https://93.184.216.34/v1" uses the IP address "93.184.216.34", which the request domain list (request 合法域名) can\'t hold. Use a domain name.',
        },
      ],
    },
  ],
});

runInLanguage("no-local-address", noLocalAddress, { name: "wxml", of: plugin }, {
  valid: [
    { name: "a public address: no list forbids it", file: "pages/case.wxml", code: '<image src="https://93.184.216.34/a.png" />' },
    { name: "a device at home", file: "pages/case.wxml", options: [{ allowLan: true }], code: '<live-player src="http://192.168.1.9/a.flv" />' },
  ],
  invalid: [
    {
      name: "the device itself",
      file: "pages/case.wxml",
      code: '<image src="http://localhost:3000/a.png" />',
      reports: [
        { at: "1:12-1:41", message: '"http://localhost:3000/a.png" points to the device itself, and on a phone <image> finds nothing there. Use the address of a server.' },
      ],
    },
    {
      name: "a local network",
      file: "pages/case.wxml",
      code: '<live-player src="http://192.168.1.9/a.flv" />',
      reports: [
        {
          at: "1:18-1:44",
          message: '<live-player> loads "http://192.168.1.9/a.flv" only while the phone is in that local network. Use the address of a server for the released app.',
        },
      ],
    },
    {
      name: "a web-view",
      file: "pages/case.wxml",
      settings: { domains: { bizdomain: [] } },
      code: '<web-view src="https://127.0.0.1/a" />',
      reports: [
        {
          at: "1:15-1:36",
          message:
            '"https://127.0.0.1/a" points to the device itself ("127.0.0.1"): no list can hold it, and a phone finds nothing there. Use the address of a server.',
        },
      ],
    },
    {
      name: "a message in Chinese",
      file: "pages/case.wxml",
      settings: { locale: "zh-CN" },
      code: '<video src="http://127.0.0.1/a.mp4" />',
      reports: [{ at: "1:12-1:36", message: "“http://127.0.0.1/a.mp4” 指向设备本机，手机上的 <video> 无法加载。请改用服务器的地址。" }],
    },
  ],
});
