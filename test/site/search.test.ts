import { describe, expect, test } from "vitest";
import { KNOWN_ERROR_CODES } from "../../packages/loader/src/wechat/error-codes.ts";
import { blocksOf } from "../docs/blocks.ts";
import { PAGES, type Page } from "../docs/pages.ts";
import { refusal, RID } from "../emulator/errors.js";
import { searchOf } from "./search.ts";

const LANGUAGES = [
  { language: "root", locale: "en", folder: "" },
  { language: "zh", locale: "zh-CN", folder: "zh/" },
] as const;

/** Pages on errors that are no page of one error. */
const OVERVIEWS = ["errors/index", "errors/codes"];

const ERRORS = PAGES.filter(({ name }) => name?.startsWith("errors/") === true && !OVERVIEWS.includes(name));

/** What people paste: each line of a page's block of texts, with a host of their own. */
function pastedOf({ text }: Page): readonly string[] {
  return blocksOf(text)
    .filter(({ language }) => language === "text")
    .flatMap(({ body }) => body.trim().split("\n"))
    .map((line) => line.replaceAll(/[\w-]+\.example\.(?:com|org|net)/g, "mall-test.huohua.cn"));
}

describe.each(LANGUAGES)("the search of the $locale pages", async ({ language, locale, folder }) => {
  const search = await searchOf(language);

  const rows = ERRORS.filter((page) => page.locale === locale).flatMap((page) => pastedOf(page).map((pasted) => ({ pasted, page: `${folder}${String(page.name)}` })));
  test.each(rows)("$pasted", ({ pasted, page }) => {
    expect(search(pasted)[0]).toBe(page);
  });

  test.each(KNOWN_ERROR_CODES)("errcode %i leads to a page that tells what it means", (code) => {
    const found = PAGES.find(({ path }) => path === `docs/${search(JSON.stringify(refusal(code)).replace(RID, "66f0aa11-2b3c4d5e-0f1e2d3c"))[0] ?? ""}.md`);
    expect(found?.name).toMatch(/^errors\//);
    expect(found?.text).toMatch(new RegExp(`(?<![\\w.-])${code}(?![\\w.])`));
  });

  test("each page of an error shows what is pasted", () => {
    expect(ERRORS.filter((page) => pastedOf(page).length === 0).map(({ path }) => path)).toEqual([]);
  });
});

/** In the words of people: no text of an error, and half of a word is enough. */
test.each([
  { language: "zh", typed: "合法域名", page: "zh/errors/url-not-in-domain-list" },
  { language: "zh", typed: "业务域名", page: "zh/errors/web-view-business-domain" },
  { language: "zh", typed: "网页授权域名", page: "zh/errors/redirect-uri-10003" },
  { language: "zh", typed: "JS接口安全域名", page: "zh/errors/invalid-url-domain" },
  { language: "zh", typed: "白名单", page: "zh/errors/40164" },
  { language: "zh", typed: "顶级域名", page: "zh/guide/older-write-ups" },
  { language: "zh", typed: "错误码 400", page: "zh/guide/older-write-ups" },
  { language: "zh", typed: "wss 端口", page: "zh/errors/socket-url-not-in-domain-list" },
  { language: "root", typed: "600009", page: "errors/invalid-url" },
  { language: "root", typed: "40164", page: "errors/40164" },
  { language: "root", typed: "no-unlisted-dom", page: "rules/no-unlisted-domain" },
] as const)("$typed leads to $page", async ({ language, typed, page }) => {
  expect((await searchOf(language))(typed)).toContain(page);
});

const LOG = "2025-11-18 10:23:11 [ERROR] getAccessToken failed at TokenService.refresh (/srv/app/services/token.js:42)";

/** What readers typed and pasted, and the page that they meant. */
test.each([
  { language: "root", typed: "600002", page: "errors/url-not-in-domain-list" },
  { language: "root", typed: "errno 600002", page: "errors/url-not-in-domain-list" },
  { language: "zh", typed: "600002", page: "zh/errors/url-not-in-domain-list" },
  { language: "zh", typed: "errno 600002", page: "zh/errors/url-not-in-domain-list" },
  { language: "root", typed: "wss with a port", page: "errors/socket-url-not-in-domain-list" },
  { language: "root", typed: "wss port", page: "errors/socket-url-not-in-domain-list" },
  { language: "root", typed: "websocket port", page: "errors/socket-url-not-in-domain-list" },
  { language: "zh", typed: "websocket", page: "zh/errors/socket-url-not-in-domain-list" },
  { language: "zh", typed: "长连接 合法域名", page: "zh/errors/socket-url-not-in-domain-list" },
  { language: "zh", typed: "下载文件 合法域名", page: "zh/errors/download-url-not-in-domain-list" },
  { language: "zh", typed: "上传文件 合法域名", page: "zh/errors/upload-url-not-in-domain-list" },
  { language: "zh", typed: "上传图片 合法域名", page: "zh/errors/upload-url-not-in-domain-list" },
  { language: "root", typed: "download domain list", page: "errors/download-url-not-in-domain-list" },
  { language: "zh", typed: "http://api.foo.com 不在以下 request 合法域名列表中", page: "zh/errors/http-not-allowed" },
  { language: "root", typed: "http://api.foo.com 不在以下 request 合法域名列表中，请参考文档：https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html", page: "errors/http-not-allowed" },
  { language: "zh", typed: "http://localhost:3000 不在以下 request 合法域名列表中", page: "zh/errors/local-address" },
  { language: "zh", typed: "asdebug.js:1 wss://push.huohua.cn:443/.ws/?v=1 不在以下合法域名列表中，请参考文档：https://mp.weixin.qq.com/debug/wxadoc/dev/api/network-request.html", page: "zh/errors/socket-url-not-in-domain-list" },
  { language: "zh", typed: "不校验合法域名", page: "zh/errors/works-in-devtools" },
  { language: "root", typed: "invalid ip 1.2.3.4", page: "errors/40164" },
  { language: "zh", typed: "体验版 开发版 正常 正式版 请求失败", page: "zh/errors/works-in-devtools" },
  { language: "zh", typed: `${LOG} {"errcode":40164,"errmsg":"invalid ip 1.2.3.4"}`, page: "zh/errors/40164" },
  { language: "root", typed: `${LOG} {"errcode":40164,"errmsg":"invalid ip 1.2.3.4"}`, page: "errors/40164" },
  { language: "root", typed: `${LOG} "{\\"errcode\\":40125,\\"errmsg\\":\\"invalid appsecret\\"}"`, page: "errors/40125" },
  {
    language: "root",
    typed: 'Uncaught (in promise) MiniProgramError at app-service.js:1234 onLoad {"errMsg":"uploadFile:fail url not in domain list"}',
    page: "errors/upload-url-not-in-domain-list",
  },
  {
    language: "zh",
    typed: "2025-11-18 10:23:11 [上报] 页面 pages/index/index 用户 oAbc1234567890 机型 HUAWEI Mate 60 errMsg: connectSocket:fail url not in domain list",
    page: "zh/errors/socket-url-not-in-domain-list",
  },
  {
    language: "zh",
    typed: `${"at Object.onLoad (WAServiceMainContext.js:1) ".repeat(60)}downloadFile:fail url not in domain list`,
    page: "zh/errors/download-url-not-in-domain-list",
  },
  { language: "zh", typed: `${LOG} 登录失败 redirect_uri域名与后台配置不一致，错误码:10003`, page: "zh/errors/redirect-uri-10003" },
] as const)("$typed leads to $page first", async ({ language, typed, page }) => {
  expect((await searchOf(language))(typed)[0]).toBe(page);
});
