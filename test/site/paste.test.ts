/** The way of somebody who has an error message: pasted into the search, read, tried. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PATIENCE, startBrowser } from "../playground/open.ts";
import { serve, type Site } from "../playground/serve.ts";
import { BASE } from "./build.ts";

let site: Site;
let browser: Browser;

// The browser of the npm registry is one for Linux.
describe.runIf(process.platform === "linux" && process.arch === "x64")("a person pastes an error", { timeout: 3 * PATIENCE }, () => {
  beforeAll(async () => {
    site = await serve();
    browser = await startBrowser();
  }, 10 * PATIENCE);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test.each([
    {
      from: "",
      pasted: '{"errno":600002,"errMsg":"request:fail url not in domain list"}',
      page: "errors/url-not-in-domain-list",
      says: "What it means",
      link: "Try it in the playground",
      finding: "index.js",
    },
    {
      from: "zh/",
      pasted: "https://mall.huohua.cn 不在以下 request 合法域名列表中，请参考文档：https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html",
      page: "zh/errors/url-not-in-domain-list",
      says: "含义",
      link: "在线试一试",
      finding: "index.js",
    },
    { from: "zh/", pasted: "不支持打开非业务域名 https://m.huohua.cn，请重新配置", page: "zh/errors/web-view-business-domain", says: "含义", link: "在线试一试", finding: "index.wxml" },
  ])("$pasted", async ({ from, pasted, page: found, says, link, finding }) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${site.origin}${BASE}${from}`);
    await page.locator("#local-search button").click();
    await page.locator(".search-input").fill(pasted);
    await page.locator(".result").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/${found}*`);
    await page.getByRole("heading", { level: 2, name: says }).waitFor();
    await page.getByRole("link", { name: link }).click();
    await page.locator(".playground[data-current=true]").waitFor();
    expect(await page.locator(".findings li").first().textContent()).toContain(finding);
    await page.close();
  });
});
