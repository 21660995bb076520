/** The way of somebody who has an error message: pasted into the search, read, tried. */
import { expect, test } from "vitest";
import { PATIENCE } from "../playground/chromium.ts";
import { describeInChromium } from "../playground/stage.ts";
import { BASE } from "./build.ts";

describeInChromium("a person pastes an error", (stage) => {
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
    const page = await stage.browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${stage.site.origin}${BASE}${from}`);
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
