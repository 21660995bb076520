import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { BASE } from "../site/build.ts";
import { PATIENCE } from "./chromium.ts";
import { openPlayground, type Look } from "./open.ts";
import { describeInChromium } from "./stage.ts";

const require = createRequire(import.meta.url);
const AXE = require.resolve("axe-core/axe.min.js");

/** What the issue allows for all scripts of the page, compressed. */
const BUDGET = 1_000_000;

/** The button of a file. */
const file = (page: Page, name: string): Locator => page.locator(".file-bar li button", { hasText: new RegExp(`^\\s*${name.replaceAll(".", "\\.")}(?!\\w)`) });

describeInChromium("the playground in Chromium", (stage) => {
  const open = (look?: Look) => openPlayground(stage, look);

  test("all its scripts together are smaller than the budget, compressed", async () => {
    stage.site.takeServed();
    const { page } = await open();
    const scripts = [...stage.site.takeServed()].filter(([name]) => name.endsWith(".js"));
    const sizes = scripts.map(([name, content]) => ({ name, size: gzipSync(content, { level: 9 }).length }));
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    console.log(`playground: ${String(Math.round(total / 1000))} kB of compressed script: ${sizes.map(({ name, size }) => `${name.replace(/^.*\//, "").replace(/[.-][\w-]{8}\.js$/, "")} ${String(Math.round(size / 1000))}`).join(", ")}`);
    expect(sizes.some(({ name }) => name.includes("worker"))).toBe(true);
    expect(total).toBeLessThan(BUDGET);
    await page.close();
  });

  test("what is typed is checked, in the editor and in the list, and nothing leaves the page", async () => {
    const { page, source, write, expectFindings, faults } = await open({ hash: "#example=http" });
    await expectFindings(["index.js no-insecure-protocol"]);
    await write(source, 'wx.request({ url: "https://api.example.com/v1" });');
    await expectFindings([]);
    stage.site.takeServed();
    await page.keyboard.press("End");
    await page.keyboard.type('\nwx.request({ url: "https://new.example.com/v1" })', { delay: 0 });
    await expectFindings(["index.js no-unlisted-domain"]);
    expect(await page.locator(".cm-lintRange-error").first().textContent()).toContain("new.example.com");
    expect(await page.locator(".findings li p").textContent()).toContain('"https://new.example.com/v1" is not in the request domain list');
    expect([...stage.site.takeServed().keys()]).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("a suggestion is applied from the list, also to a file that is not open, and can be undone", async () => {
    const { page, source, expectFindings } = await open({ hash: "#example=port" });
    await expectFindings(["index.js no-unlisted-domain", "index.js no-unlisted-domain", "index.js no-unlisted-domain"]);
    await page.getByRole("button", { name: "Replace https://api.example.com:443 by the listed https://api.example.com." }).click();
    await expectFindings(["index.js no-unlisted-domain", "index.js no-unlisted-domain"]);
    expect(await source.textContent()).toContain('"https://api.example.com/v1/goods"');
    await source.focus();
    await page.keyboard.press("ControlOrMeta+z");
    await expectFindings(["index.js no-unlisted-domain", "index.js no-unlisted-domain", "index.js no-unlisted-domain"]);
    await file(page, "app.js").click();
    await page.getByRole("button", { name: /^Replace https:\/\/pay\.example\.com by/ }).click();
    await expectFindings(["index.js no-unlisted-domain", "index.js no-unlisted-domain"]);
    await page.close();
  });

  test("a suggestion is applied where the finding stands", async () => {
    const { page, source, expectFindings } = await open({ hash: "#example=http" });
    await page.locator(".cm-lintRange-error").first().hover();
    await page.locator(".cm-tooltip .cm-diagnosticAction", { hasText: "Replace http:// by https://" }).click();
    await expectFindings([]);
    expect(await source.textContent()).toContain('"https://api.example.com/v1/goods"');
    await page.close();
  });

  test("an edit of the lists is heard, and lists that can't be read are said to be", async () => {
    const { page, lists, write, expectFindings } = await open({ hash: "#example=not-in-list" });
    await expectFindings(["index.js no-unlisted-domain"]);
    await write(lists, '{ "requestdomain": ["https://api.example.com", "https://www.example.com"] }');
    await expectFindings([]);
    await write(lists, '{ "requestdomain": ["https://api.example.com" "https://www.example.com"] }');
    await expectFindings(["wx-domains.json "]);
    expect(await page.locator(".findings li p").textContent()).toMatch(/^This is not valid JSON/);
    await write(lists, '{ "requestdomain": ["https://www.example.com", "api.example.com"] }');
    await expectFindings(["index.js no-unlisted-domain", "wx-domains.json valid-domain-lists"]);
    await page.close();
  });

  test("files are added, imported, renamed and deleted", async () => {
    const { page, source, write, expectFindings } = await open({ hash: "#example=http" });
    await page.getByRole("button", { name: "Add file" }).click();
    await page.keyboard.type("index.js");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toBe("There is a file of this name. Type another one.");
    await page.getByLabel("Name of the new file").fill("lib/base.ts");
    await page.keyboard.press("Enter");
    await write(source, 'export const BASE: string = "https://base.example.com";');
    await file(page, "index.js").click();
    await write(source, 'import { BASE } from "./lib/base";\nwx.request({ url: BASE + "/v1" });');
    await expectFindings(["index.js no-unlisted-domain"]);
    expect(await page.locator(".findings li p").textContent()).toContain("The text is written at lib/base.ts:1.");

    await file(page, "lib/base.ts").click();
    await page.getByRole("button", { name: "Rename" }).click();
    await page.keyboard.insertText("lib/hosts.ts");
    await page.keyboard.press("Enter");
    await expectFindings(["index.js no-dynamic-url"]);
    await page.getByRole("button", { name: "Rename" }).click();
    await page.keyboard.insertText("lib/base.ts");
    await page.keyboard.press("Enter");
    await expectFindings(["index.js no-unlisted-domain"]);

    await page.getByRole("button", { name: "Delete" }).click();
    await expectFindings(["index.js no-dynamic-url"]);
    expect(await file(page, "lib/base.ts").count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expectFindings(["index.js no-unlisted-domain"]);
    await page.close();
  });

  test("the verdict of a call says what each client does", async () => {
    const { page, expectFindings } = await open({ hash: "#example=check-off" });
    await expectFindings(["index.js no-check-bypass", "index.js no-unlisted-domain", "project.config.json no-check-bypass"]);
    const verdict = page.locator(".verdict");
    expect(await verdict.locator("dd").allTextContents().then((all) => all.map((text) => text.trim().replace(/\s+/g, " ")))).toEqual([
      "request domain list (request 合法域名), requestdomain",
      "✗ refuses it",
      "✓ lets it pass",
    ]);
    expect(await verdict.locator("dt").allTextContents()).toEqual(["List", "phone (Android)", "DevTools (with the check on)"]);
    expect(await verdict.locator("mark").allTextContents()).toEqual(["www.example.com", "api.example.com"]);
    expect(await verdict.textContent()).toContain("It works in DevTools, but fails on the phone.");
    await page.close();
  });

  test("what a list lacks is added to it from the verdict, and what no list can hold is not offered", async () => {
    const { page, lists, expectFindings } = await open({ hash: "#example=wrong-list" });
    await expectFindings(["index.js no-unlisted-domain", "index.js no-unlisted-domain"]);
    await page.locator(".verdict").getByRole("button", { name: "Add https://api.example.com to uploaddomain" }).click();
    await expectFindings(["index.js no-unlisted-domain"]);
    await page.locator(".verdict").getByRole("button", { name: "Add https://api.example.com to downloaddomain" }).click();
    await expectFindings([]);
    expect(await lists.textContent()).toContain('"downloaddomain": [    "https://cdn.example.com",    "https://api.example.com"  ]');
    await page.getByLabel("Example").selectOption("local-address");
    await expectFindings(["index.js no-local-address", "index.js no-local-address", "index.js no-local-address"]);
    expect(await page.locator(".verdict .suggestion").count()).toBe(0);
    await page.close();
  });

  test("the link holds every file, the open one and the settings", async () => {
    const { page, source, write, expectFindings } = await open({ hash: "#example=invalid-url-domain" });
    await expectFindings(["src/share.js jssdk-page-domain"]);
    await page.getByLabel("H5 pages are served from").fill("https://m.example.com https://shop.example.org");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Add file" }).click();
    await page.keyboard.type("src/域名.js");
    await page.keyboard.press("Enter");
    await write(source, '// 中文\nwx.request({ url: "ftp://x" });');
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Copied: the link holds all files.").waitFor();
    const link = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(link).toBe(page.url());
    expect(link).toContain(`${BASE}playground#state=`);

    const other = await open({ hash: new URL(link).hash });
    await other.expectFindings(["src/share.js jssdk-page-domain", "src/域名.js no-invalid-url"]);
    expect(await other.source.textContent()).toContain("// 中文");
    expect(await other.page.getByLabel("H5 pages are served from").inputValue()).toBe("https://m.example.com https://shop.example.org");
    expect(await file(other.page, "src/域名.js").getAttribute("aria-selected")).toBe("true");
    await other.page.close();
    await page.close();
  });

  test.each(["#state=", "#state=xyz", "#state=%%%", "#state=q1YqSyzKTFWyUlBKzs8r", "#example=nothing"])("%s is said to be no link, and an example is shown", async (hash) => {
    const { page, findings, faults } = await open({ hash });
    expect(await page.locator(".notice").textContent()).toMatch(hash.startsWith("#state") ? /^This link is damaged/ : /^There is no example/);
    expect(await findings()).toHaveLength(3);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("a deleted file does not come back into another program", async () => {
    const { page, expectFindings } = await open({ hash: "#example=local-address" });
    await file(page, "config.js").click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.getByLabel("Example").selectOption("http");
    await expectFindings(["index.js no-insecure-protocol"]);
    expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
    await page.close();
  });

  test("a checker that can't be loaded is said to have failed", async () => {
    const page = await stage.browser.newPage();
    stage.site.withhold(/\/worker-/);
    await page.goto(`${stage.site.origin}${BASE}playground`);
    await page.getByText("The checker failed, so no findings are shown").waitFor({ timeout: PATIENCE });
    stage.site.withhold(undefined);
    expect(await page.locator(".findings li").count()).toBe(0);
    await page.close();
  });

  test("a link in the page itself opens its example", async () => {
    const { page, expectFindings } = await open();
    await page.evaluate("location.hash = '#example=web-view'");
    await expectFindings(["index.wxml web-view-domain"]);
    expect(await page.getByLabel("Example").inputValue()).toBe("web-view");
    await page.getByLabel("Example").selectOption("http");
    await expectFindings(["index.js no-insecure-protocol"]);
    expect(new URL(page.url()).hash).toBe("#example=http");
    await page.close();
  });

  test("everything is done by keyboard: the editor is left by Escape and Tab", async () => {
    const { page, source, isInSource, expectFindings } = await open({ hash: "#example=http" });
    const focused = (): Promise<string> => page.evaluate<string>("(document.activeElement?.textContent ?? '').trim().slice(0, 40) || (document.activeElement?.tagName ?? '')");
    // Escape, since Tab alone stays in an editor.
    const leave = async (): Promise<void> => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
    };
    const tabTo = async (text: string): Promise<void> => {
      for (let steps = 0; steps < 40 && !(await focused()).startsWith(text); steps++) await leave();
      expect(await focused()).toContain(text);
    };
    await page.getByLabel("Example").focus();
    await tabTo("index.js");
    await tabTo("Delete");
    await page.keyboard.press("Tab");
    expect(await isInSource()).toBe(true);
    expect(await source.getAttribute("aria-label")).toBe("Text of index.js");
    expect(await page.locator(`#${(await source.getAttribute("aria-describedby")) ?? ""}`).textContent()).toContain("press Esc, then Tab");

    const before = await source.textContent();
    await page.keyboard.press("Tab");
    expect(await source.textContent()).not.toBe(before);
    await page.keyboard.press("F8");
    await expect.poll(() => page.evaluate<string>("getSelection().toString()"), { timeout: PATIENCE }).toBe('"http://api.example.com/v1/goods"');
    expect(await isInSource()).toBe(true);
    await leave();
    expect(await isInSource()).toBe(false);
    await tabTo("index.js:3:");
    await page.keyboard.press("Enter");
    expect(await isInSource()).toBe(true);
    await tabTo("Replace http:// by https://.");
    await page.keyboard.press("Enter");
    await expectFindings([]);
    await page.close();
  });

  test("Chinese, and the other language by the site's menu with the same program", async () => {
    const { page, source, write, expectFindings, faults } = await open({ locale: "zh-CN", hash: "#example=http" });
    await expectFindings(["index.js no-insecure-protocol"]);
    expect(await page.locator(".findings li p").textContent()).toContain("请改用该协议");
    await page.getByLabel("示例").selectOption("not-in-list");
    await expectFindings(["index.js no-unlisted-domain"]);
    expect(await source.textContent()).toContain("// 不在列表中：");
    await page.getByLabel("示例").selectOption("http");
    await expectFindings(["index.js no-insecure-protocol"]);
    expect(await page.locator(".verdict dt").allTextContents()).toEqual(["列表", "手机（Android）", "开发者工具"]);
    await write(source, 'wx.request({ url: "https://www.example.com/v1" });');
    await expectFindings(["index.js no-unlisted-domain"]);
    await page.getByRole("button", { name: "复制链接" }).click();
    await page.getByText("已复制：链接中包含全部文件。").waitFor();
    const english = page.locator(".VPNavBarTranslations a", { hasText: "English" });
    await page.locator(".VPNavBarTranslations button").hover();
    await english.click();
    await page.getByRole("heading", { name: "Findings" }).waitFor();
    await expectFindings(["index.js no-unlisted-domain"]);
    expect(await source.textContent()).toContain("www.example.com/v1");
    expect(faults).toEqual([]);
    await page.close();
  });

  test.each<Look>([
    { locale: "en", colorScheme: "light", width: 1280 },
    { locale: "zh-CN", colorScheme: "dark", width: 1280 },
    { locale: "zh-CN", colorScheme: "light", width: 390 },
    { locale: "en", colorScheme: "dark", width: 390 },
  ])("axe finds nothing, and nothing is wider than the window: $locale, $colorScheme, $width", async (look) => {
    const { page } = await open({ ...look, hash: "#example=uni-app" });
    await page.locator(".file-bar [data-action=delete]").click();
    await page.locator(".file-bar [data-action=undo]").click();
    await page.locator(".file-bar [data-action=add]").click();
    await page.keyboard.press("Enter");
    await page.locator(".cm-lintRange-error").first().hover();
    await page.locator(".cm-diagnosticAction").first().waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.addScriptTag({ path: AXE });
    const violations = await page.evaluate("axe.run('.playground-page').then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))");
    expect(violations).toEqual([]);
    await page.close();
  });
});
