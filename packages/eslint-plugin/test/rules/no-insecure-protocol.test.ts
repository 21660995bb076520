import { noInsecureProtocol } from "../../src/rules/no-insecure-protocol.ts";
import plugin from "../../src/index.ts";
import { runInLanguage, runRule } from "../run-rule.ts";

function insecure(url: string): string {
  return `"${url}" begins with http://, but wx.request takes only https://. Use that scheme.`;
}

runRule("no-insecure-protocol", noInsecureProtocol, {
  valid: [
    { name: "https", code: 'wx.request({ url: "https://api.example.com/v1" });' },
    { name: "an unlisted domain over https", code: 'wx.request({ url: "https://old.example.org/v1" });' },
    { name: "wss", code: 'wx.connectSocket({ url: "wss://ws.example.com" });' },
    { name: "the local network, where http is allowed", code: 'wx.request({ url: "http://192.168.1.2/v1" });' },
    { name: "another scheme", code: 'wx.request({ url: "ftp://api.example.com/v1" });' },
    { name: "third-party code", file: "miniprogram_npm/kit/index.js", code: 'wx.request({ url: "http://api.example.com" });' },
  ],
  invalid: [
    {
      name: "http",
      code: 'wx.request({ url: "http://old.example.org/v1" });',
      reports: [
        {
          at: "1:19-1:46",
          message: insecure("http://old.example.org/v1"),
          suggestions: [{ desc: "Replace http:// by https://.", output: 'wx.request({ url: "https://old.example.org/v1" });' }],
        },
      ],
    },
    {
      name: "http in capitals",
      code: "wx.request({ url: 'HTTP://old.example.org' });",
      reports: [
        {
          at: "1:19-1:43",
          message: insecure("HTTP://old.example.org"),
          suggestions: [{ desc: "Replace HTTP:// by https://.", output: "wx.request({ url: 'https://old.example.org' });" }],
        },
      ],
    },
    {
      name: "http without lists: no list could allow it",
      code: 'wx.request({ url: "http://old.example.org" });',
      settings: { domains: {} },
      reports: [
        {
          at: "1:19-1:43",
          message: insecure("http://old.example.org"),
          suggestions: [{ desc: "Replace http:// by https://.", output: 'wx.request({ url: "https://old.example.org" });' }],
        },
      ],
    },
    {
      name: "ws",
      code: 'wx.connectSocket({ url: "ws://ws.example.com/chat" });',
      reports: [
        {
          at: "1:25-1:51",
          message:
            '"ws://ws.example.com/chat" begins with ws://, but wx.connectSocket takes only wss://. Use that scheme. The nearest entry is "wss://ws.example.com".',
          suggestions: [{ desc: "Replace ws:// by wss://.", output: 'wx.connectSocket({ url: "wss://ws.example.com/chat" });' }],
        },
      ],
    },
    {
      name: "http for a socket",
      code: 'wx.connectSocket({ url: "http://ws.example.com/chat" });',
      reports: [
        {
          at: "1:25-1:53",
          message:
            '"http://ws.example.com/chat" begins with http://, but wx.connectSocket takes only wss://. Use that scheme. The nearest entry is "wss://ws.example.com".',
          suggestions: [{ desc: "Replace http:// by wss://.", output: 'wx.connectSocket({ url: "wss://ws.example.com/chat" });' }],
        },
      ],
    },
    {
      name: "a base of another file: nothing here to replace",
      code: 'import { PLAIN_BASE } from "../config";\nwx.request({ url: `${PLAIN_BASE}/v1` });',
      reports: [
        {
          at: "2:19-2:37",
          message: `${insecure("http://api.example.com/v1")} The nearest entry is "https://api.example.com". The text is written at config.js:3.`,
          suggestions: [],
        },
      ],
    },
    {
      name: "a constant of this file is replaced where it stands",
      code: 'const BASE = "http://old.example.org";\nwx.request({ url: BASE + "/v1" });',
      reports: [
        {
          at: "2:19-2:31",
          message: `${insecure("http://old.example.org/v1")} The text is written at pages/case.js:1.`,
          suggestions: [
            {
              desc: "Replace http:// by https://.",
              output: 'const BASE = "https://old.example.org";\nwx.request({ url: BASE + "/v1" });',
            },
          ],
        },
      ],
    },
    {
      name: "a host with holes",
      code: 'Page({ onLoad({ name }) { wx.request({ url: `http://${name}.example.org/` }); } });',
      reports: [
        {
          at: "1:45-1:74",
          message: insecure("http://….example.org/"),
          suggestions: [
            {
              desc: "Replace http:// by https://.",
              output: 'Page({ onLoad({ name }) { wx.request({ url: `https://${name}.example.org/` }); } });',
            },
          ],
        },
      ],
    },
    {
      name: "a Vue component",
      file: "pages/case.vue",
      parsers: ["vue-eslint-parser"],
      code: '<script>\nexport default {\n  onLoad() {\n    uni.uploadFile({ url: "http://up.example.com/x" });\n  },\n};\n</script>\n',
      reports: [
        {
          at: "4:27-4:52",
          message:
            '"http://up.example.com/x" begins with http://, but uni.uploadFile takes only https://. Use that scheme. The nearest entry is "https://up.example.com".',
          suggestions: [
            {
              desc: "Replace http:// by https://.",
              output:
                '<script>\nexport default {\n  onLoad() {\n    uni.uploadFile({ url: "https://up.example.com/x" });\n  },\n};\n</script>\n',
            },
          ],
        },
      ],
    },
  ],
});

runRule("no-insecure-protocol", noInsecureProtocol, {
  valid: [{ name: "a port that is put together, over wss", code: 'export const open = (port) => wx.connectSocket({ url: "wss://ws.example.com:" + PORT });' }],
  invalid: [
    {
      name: "a port that is put together",
      code: 'wx.connectSocket({ url: "ws://ws.example.com:" + PORT + "/chat" });',
      reports: [
        {
          at: "1:25-1:64",
          message: '"ws://ws.example.com:…/chat" begins with ws://, but wx.connectSocket takes only wss://. Use that scheme.',
          suggestions: [{ desc: "Replace ws:// by wss://.", output: 'wx.connectSocket({ url: "wss://ws.example.com:" + PORT + "/chat" });' }],
        },
      ],
    },
  ],
});

const INSECURE = (url: string, element: string): string =>
  `"${url}" begins with http://: DevTools warns of it in <${element}>, and phones may refuse to load it. Serve it over https://.`;

const USE_HTTPS = "Replace http:// by https://.";

runInLanguage("no-insecure-protocol", noInsecureProtocol, { name: "wxml", of: plugin }, {
  valid: [
    { name: "https and files of the package", file: "pages/case.wxml", code: '<image src="https://any.com/a.png" /><image src="/images/a.png" /><image src="{{src}}" />' },
    { name: "streams come over http, too", file: "pages/case.wxml", code: '<live-player src="http://any.com/a.flv" /><live-player src="rtmp://any.com/a" />' },
    { name: "the device itself is another rule's business", file: "pages/case.wxml", code: '<image src="http://localhost/a.png" />' },
    { name: "data in the URL itself", file: "pages/case.wxml", code: '<image src="data:image/png;base64,AAAA" />' },
  ],
  invalid: [
    {
      name: "a picture and a poster",
      file: "pages/case.wxml",
      code: '<image src="http://any.com/a.png" />\n<video poster="http://any.com/p.png" src="https://any.com/v.mp4" />',
      reports: [
        {
          at: "1:12-1:34",
          message: INSECURE("http://any.com/a.png", "image"),
          suggestions: [
            { desc: USE_HTTPS, output: '<image src="https://any.com/a.png" />\n<video poster="http://any.com/p.png" src="https://any.com/v.mp4" />' },
          ],
        },
        {
          at: "2:15-2:37",
          message: INSECURE("http://any.com/p.png", "video"),
          suggestions: [
            { desc: USE_HTTPS, output: '<image src="http://any.com/a.png" />\n<video poster="https://any.com/p.png" src="https://any.com/v.mp4" />' },
          ],
        },
      ],
    },
    {
      name: "a web-view",
      file: "pages/case.wxml",
      code: '<web-view src="http://example.com/" />',
      reports: [
        {
          at: "1:15-1:36",
          message: '"http://example.com/" begins with http://, but <web-view> takes only https://. Use that scheme.',
          suggestions: [{ desc: USE_HTTPS, output: '<web-view src="https://example.com/" />' }],
        },
      ],
    },
    {
      name: "a host that is put together",
      file: "pages/case.wxml",
      code: '<image src="http://{{bucket}}.any.com/a.png" />',
      reports: [
        {
          at: "1:12-1:45",
          message: INSECURE("http://….any.com/a.png", "image"),
          suggestions: [{ desc: USE_HTTPS, output: '<image src="https://{{bucket}}.any.com/a.png" />' }],
        },
      ],
    },
  ],
});

runRule("no-insecure-protocol", noInsecureProtocol, {
  valid: [{ name: "Vue: https", file: "pages/case.vue", parsers: ["vue-eslint-parser"], code: '<template><image src="https://any.com/a.png"/></template>' }],
  invalid: [
    {
      name: "Vue: what the data holds",
      file: "pages/case.vue",
      parsers: ["vue-eslint-parser"],
      code: '<template>\n<image :src="logo"/>\n</template>\n<script>\nexport default { data: () => ({ logo: "http://any.com/a.png" }) };\n</script>',
      reports: [
        {
          at: "2:13-2:19",
          message: `${INSECURE("http://any.com/a.png", "image")} The text is written at pages/case.vue:5.`,
          suggestions: [
            {
              desc: USE_HTTPS,
              output: '<template>\n<image :src="logo"/>\n</template>\n<script>\nexport default { data: () => ({ logo: "https://any.com/a.png" }) };\n</script>',
            },
          ],
        },
      ],
    },
    {
      name: "JSX",
      file: "pages/case.jsx",
      code: 'export default () => <CoverImage src="http://any.com/a.png" />;',
      reports: [
        {
          at: "1:38-1:60",
          message: INSECURE("http://any.com/a.png", "cover-image"),
          suggestions: [{ desc: USE_HTTPS, output: 'export default () => <CoverImage src="https://any.com/a.png" />;' }],
        },
      ],
    },
  ],
});
