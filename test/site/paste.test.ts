/** The way of somebody who has an error message: pasted into the search, read, tried. */
import type { Page } from "playwright-core";
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

  const openSearch = async (folder: string): Promise<Page> => {
    const context = await stage.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${stage.site.origin}${BASE}${folder}`);
    await page.locator("#local-search button").click();
    return page;
  };

  const linksOf = async (page: Page, links: string): Promise<readonly (string | null)[]> =>
    await Promise.all((await page.locator(links).all()).map((link) => link.getAttribute("href")));

  test("a log of many lines is searched for the error in it", async () => {
    const page = await openSearch("zh/");
    const log = `${"at onLoad (app-service.js:1234)\n".repeat(100)}errMsg: connectSocket:fail url not in domain list\nWAServiceMainContext.js:1`;
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(log)})`);
    await page.locator(".search-input").press("ControlOrMeta+v");
    await page.locator(".asked", { hasText: "connectSocket:fail url not in domain list" }).waitFor();
    expect(await page.locator(".search-input").inputValue()).toBe(log.replaceAll("\n", " "));
    expect(await page.locator(".result").first().getAttribute("href")).toBe(`${BASE}zh/errors/socket-url-not-in-domain-list`);
    await page.context().close();
  });

  test("each page is one row, chosen by keyboard", async () => {
    const page = await openSearch("");
    await page.locator(".search-input").fill("domain list");
    await page.locator(".result").first().waitFor();
    const links = (await linksOf(page, ".result")).map((link) => link?.replace(/#.*/, ""));
    expect(links.length).toBeGreaterThan(2);
    expect(new Set(links).size).toBe(links.length);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${String(links[1])}*`);
    expect(await page.locator("dialog.search-box").count()).toBe(0);
    await page.context().close();
  });

  test("a code that no page has is said to be unknown", async () => {
    const page = await openSearch("zh/");
    await page.locator(".search-input").fill('{"errcode":40029,"errmsg":"invalid code"}');
    await page.locator(".asked", { hasText: "没有关于这个错误码的页面：40029" }).waitFor();
    await page.context().close();
  });

  test("where nothing is found, the box leads on", async () => {
    const page = await openSearch("zh/");
    await page.locator(".search-input").fill("xyzzyq");
    await page.locator(".elsewhere", { hasText: "没有找到" }).waitFor();
    expect(await linksOf(page, ".elsewhere a")).toEqual([`${BASE}zh/errors/`, `${BASE}zh/playground`]);
    await page.context().close();
  });
});
