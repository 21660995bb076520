import { webViewDomain } from "../../src/rules/web-view-domain.ts";
import plugin from "../../src/index.ts";
import { runInLanguage, runRule, type Case, type InvalidCase } from "../run-rule.ts";

const LIST = "business domain list (业务域名)";
const settings = { domains: { bizdomain: ["example.com", "https://www.shop.cn/"], requestdomain: ["https://api.other.com"] } };
const wxml = (each: Case): Case => ({ file: "pages/case.wxml", settings, ...each });
const wrong = (each: InvalidCase): InvalidCase => ({ file: "pages/case.wxml", settings, ...each });

runInLanguage("web-view-domain", webViewDomain, { name: "wxml", of: plugin }, {
  valid: [
    wxml({ name: "a listed domain and its subdomains", code: '<web-view src="https://example.com/a" /><web-view src="https://m.example.com"></web-view>' }),
    wxml({ name: "an entry with scheme and slash", code: '<web-view src="https://www.shop.cn/a?b=c" />' }),
    wxml({ name: "an article of WeChat's own", code: '<web-view src="https://mp.weixin.qq.com/s/x" />' }),
    wxml({ name: "a port: nobody says", code: '<web-view src="https://example.com:8443/" />' }),
    wxml({ name: "what the page is handed", code: '<web-view src="{{url}}" />' }),
    wxml({ name: "a commented element", code: '<!-- <web-view src="https://other.com" /> -->' }),
    wxml({ name: "elements that no list is bound to", code: '<image src="https://other.com/a.png" /><video src="https://other.com/a.mp4" /><live-player src="https://other.com/a.flv" />' }),
    { name: "an unknown list", file: "pages/case.wxml", settings: { domains: {} }, code: '<web-view src="https://other.com" />' },
    wxml({ name: "a disabled line", code: '<!-- eslint-disable-next-line language/web-view-domain, rule-to-test/web-view-domain -- the bank\'s page -->\n<web-view src="https://other.com" />' }),
    wxml({ name: "a disabled region", code: '<!-- eslint-disable -->\n<view>\n<web-view src="https://other.com" />\n</view>\n<!-- eslint-enable -->' }),
    wxml({ name: "http and addresses are other rules' business", code: '<web-view src="http://example.com" /><web-view src="https://127.0.0.1/" /><web-view src="/local.html" />' }),
  ],
  invalid: [
    wrong({
      name: "a domain that is not listed",
      code: '<view>\n  <web-view src="https://other.com/a" />\n</view>',
      reports: [{ at: "2:17-2:38", message: `"https://other.com/a" is not in the ${LIST}. Add its host "other.com" there, or use a listed one.` }],
    }),
    wrong({
      name: "a server's domain",
      code: '<web-view src="https://api.other.com/a" />',
      reports: [
        {
          at: "1:15-1:40",
          message: `"https://api.other.com/a" is in the request domain list (request 合法域名), but <web-view> asks the ${LIST}. Add its host "api.other.com" to that list, too.`,
        },
      ],
    }),
    wrong({
      name: "the parent of an entry, and what is nearest",
      code: '<web-view src="https://shop.cn/a" />',
      reports: [
        {
          at: "1:15-1:34",
          message: `"https://shop.cn/a" is the parent domain of the entry "https://www.shop.cn/": an entry of the ${LIST} does not cover its parent. Add this host itself.`,
          suggestions: [{ desc: "Replace https://shop.cn by the listed https://www.shop.cn, which is another host.", output: '<web-view src="https://www.shop.cn/a" />' }],
        },
      ],
    }),
    wrong({
      name: "a choice within braces",
      code: `<web-view src="{{test ? 'https://t.other.com' : 'https://example.com'}}/x" />`,
      reports: [{ at: "1:15-1:75", message: `"https://t.other.com/x" is not in the ${LIST}. Add its host "t.other.com" there, or use a listed one.` }],
    }),
    wrong({
      name: "the data of the page beside",
      file: "pages/help/help.wxml",
      code: '<web-view src="{{url}}"/>',
      reports: [
        { at: "1:15-1:24", message: `"https://help.other.com/x" is not in the ${LIST}. Add its host "help.other.com" there, or use a listed one. The text is written at config.js:5.` },
      ],
    }),
    wrong({
      name: "a message in Chinese",
      settings: { ...settings, locale: "zh-CN" },
      code: '<web-view src="https://other.com/a" />',
      reports: [{ at: "1:15-1:36", message: "“https://other.com/a” 不在“业务域名”中。请在该列表中添加其域名“other.com”，或改用已配置的域名。" }],
    }),
  ],
});

runRule("web-view-domain", webViewDomain, {
  valid: [
    { name: "Vue: a listed domain", file: "pages/case.vue", parsers: ["vue-eslint-parser"], settings, code: '<template><web-view src="https://m.example.com"/></template>' },
    {
      name: "Vue: what another platform shows",
      file: "pages/case.vue",
      parsers: ["vue-eslint-parser"],
      settings,
      code: '<template><view>\n<!-- #ifdef APP-PLUS -->\n<web-view src="/static/a.html"/>\n<!-- #endif -->\n</view></template>',
    },
    { name: "JSX: what a parent hands in", file: "pages/case.jsx", settings, code: "export default (props) => <WebView src={props.url} />;" },
    { name: "no web-view", settings, code: 'console.log("https://other.com");' },
  ],
  invalid: [
    {
      name: "Vue: a bound value",
      file: "pages/case.vue",
      parsers: ["vue-eslint-parser"],
      settings,
      code: '<template>\n<web-view :src="url"/>\n</template>\n<script>\nexport default { data: () => ({ url: "https://other.com/a" }) };\n</script>',
      reports: [{ at: "2:16-2:21", message: `"https://other.com/a" is not in the ${LIST}. Add its host "other.com" there, or use a listed one. The text is written at pages/case.vue:5.` }],
    },
    {
      name: "JSX: a constant",
      file: "pages/case.jsx",
      settings,
      code: 'import { WebView } from "@tarojs/components";\nconst PAGE = "https://other.com";\nexport default () => <WebView src={`${PAGE}/a`} />;',
      reports: [{ at: "3:35-3:48", message: `"https://other.com/a" is not in the ${LIST}. Add its host "other.com" there, or use a listed one. The text is written at pages/case.jsx:2.` }],
    },
    {
      name: "TSX: a literal",
      file: "pages/case.tsx",
      parsers: ["@typescript-eslint/parser"],
      settings,
      code: 'export const Page = (): JSX.Element => <WebView src="https://other.com/a" />;',
      reports: [{ at: "1:53-1:74", message: `"https://other.com/a" is not in the ${LIST}. Add its host "other.com" there, or use a listed one.` }],
    },
  ],
});
