import { oauthRedirectDomain } from "../../src/rules/oauth-redirect-domain.ts";
import { runRule } from "../run-rule.ts";

const LIST = "web authorization domain list (网页授权域名)";
const settings = { domains: { oauthdomain: ["m.example.com"] } };
const AUTHORIZE = "https://open.weixin.qq.com/connect/oauth2/authorize";
const outside = (url: string): string => `"${url}" is not in the ${LIST}. Add its host "${new URL(url).hostname}" there, or use a listed one.`;

runRule("oauth-redirect-domain", oauthRedirectDomain, {
  valid: [
    { name: "the registered host", settings, code: `location.href = "${AUTHORIZE}?appid=" + appid + "&redirect_uri=" + encodeURIComponent("https://m.example.com/cb?a=1") + "&response_type=code";` },
    { name: "an encoded literal", settings, code: `const url = "${AUTHORIZE}?redirect_uri=https%3A%2F%2Fm.example.com%2Fcb&scope=snsapi_base";` },
    { name: "the page's own address", settings, code: `const url = \`${AUTHORIZE}?redirect_uri=\${encodeURIComponent(location.href)}&scope=snsapi_base\`;` },
    { name: "a parameter of another page", settings, code: 'const url = "https://login.other.com/authorize?redirect_uri=https://other.com";' },
    { name: "the page's own address, for somebody else", settings, code: `const a = "${AUTHORIZE}";\nconst url = "https://login.other.com/?redirect_uri=" + location.href;` },
    { name: "the authorization page without a redirect", settings, code: `const url = "${AUTHORIZE}?appid=a&scope=b";` },
    { name: "an unknown list", settings: { domains: {} }, code: `const url = "${AUTHORIZE}?redirect_uri=https%3A%2F%2Fother.com";` },
    { name: "URLSearchParams", settings, code: `const url = \`${AUTHORIZE}?\${new URLSearchParams({ appid, redirect_uri: "https://m.example.com/cb" })}\`;` },
  ],
  invalid: [
    {
      name: "another host, encoded by code",
      settings,
      code: `const HOST = "https://www.other.com";\nlocation.href = "${AUTHORIZE}?appid=" + appid + "&redirect_uri=" + encodeURIComponent(HOST + "/cb?id=" + id) + "&response_type=code";`,
      reports: [{ at: "2:88-2:104", message: `${outside("https://www.other.com/cb?id=")} The text is written at pages/case.js:1.` }],
    },
    {
      name: "a subdomain of the registered host",
      settings,
      code: `const url = \`${AUTHORIZE}?redirect_uri=\${encodeURIComponent("https://a.m.example.com/cb")}&scope=b#wechat_redirect\`;`,
      reports: [
        {
          at: "1:14-1:79",
          message: `"https://a.m.example.com/cb" is a subdomain of the entry "m.example.com", but the ${LIST} does not cover subdomains. Add this host itself.`,
        },
      ],
    },
    {
      name: "an address that is not encoded",
      settings,
      code: `const url = "${AUTHORIZE}?appid=a&redirect_uri=https://m.example.com/cb&scope=b";`,
      reports: [
        {
          at: "1:13-1:120",
          message: '"https://m.example.com/cb" stands in redirect_uri as it is: what follows its own "?" or "&" is lost. Encode it with encodeURIComponent.',
        },
      ],
    },
    {
      name: "the page's own address, not encoded",
      settings,
      code: `const { href } = window.location;\nlocation.href = \`${AUTHORIZE}?appid=\${appid}&redirect_uri=\${href}&scope=b\`;`,
      reports: [
        {
          at: "2:83-2:97",
          message: '"location.href" stands in redirect_uri as it is: what follows its own "?" or "&" is lost. Encode it with encodeURIComponent.',
        },
      ],
    },
    {
      name: "URLSearchParams of an object",
      settings,
      code: `const query = new URLSearchParams({ appid, redirect_uri: "https://www.other.com/cb" });\nlocation.href = \`${AUTHORIZE}?\${query}\`;`,
      reports: [{ at: "1:58-1:84", message: outside("https://www.other.com/cb") }],
    },
    {
      name: "searchParams.set on the QR code page",
      settings,
      code: 'const url = new URL("https://open.weixin.qq.com/connect/qrconnect");\nurl.searchParams.set("redirect_uri", "https://www.other.com/cb");',
      reports: [{ at: "2:38-2:64", message: outside("https://www.other.com/cb") }],
    },
    {
      name: "uni-app, in its build for browsers; a message in Chinese",
      settings: { ...settings, locale: "zh-CN" },
      code: `// #ifdef H5\nlocation.href = "${AUTHORIZE}?redirect_uri=" + encodeURIComponent("https://www.other.com/cb");\n// #endif`,
      reports: [{ at: "2:17-2:84", message: "“https://www.other.com/cb” 不在“网页授权域名”中。请在该列表中添加其域名“www.other.com”，或改用已配置的域名。" }],
    },
  ],
});
