import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder, wxDomain, type Folder } from "../harness.ts";

const require = createRequire(import.meta.url);
const AXE = require.resolve("axe-core/axe.min.js");

let folder: Folder;
let browser: Browser;

/** The text that a person sees, controls included. */
const SHOWN = "document.body.innerText + [...document.querySelectorAll('option')].map((one) => one.textContent).join(' ')";

const HOSTILE = "https://x.example.org/</script><img src=x onerror=alert(1)>";

// The browser of the npm registry is one for Linux.
describe.runIf(process.platform === "linux" && process.arch === "x64")("the page in Chromium", () => {
  beforeAll(async () => {
    folder = await temporaryFolder();
    await folder.write("app.json", '{"pages":["index"]}');
    await folder.write("wx-domains.json", '{"requestdomain":["https://api.example.com","https://old.example.com"]}');
    await folder.write("request.js", "export const send = (path) => wx.request({ url: path });\n");
    await folder.write(
      "index.js",
      `import { send } from "./request";\nPage({ onLoad() {\n  send("https://api.example.com/v1");\n  send("https://new.example.org/v1");\n  send(${JSON.stringify(HOSTILE)});\n  wx.uploadFile({ url: "http://up.example.com/" });\n  wx.connectSocket({ url: wx.getStorageSync("push") });\n} });\n`,
    );
    await wxDomain(["scan", "--format", "json", "--out", "before.json"], { cwd: folder.path });
    await folder.write("before.json", ((await folder.read("before.json")) ?? "").replaceAll("new.example.org", "older.example.org"));
    for (const locale of ["en", "zh-CN"]) await wxDomain(["scan", "--format", "html", "--out", `${locale}.html`, "--locale", locale], { cwd: folder.path });
    await wxDomain(["scan", "--format", "html", "--out", "aged.html", "--baseline", "before.json"], { cwd: folder.path });
    browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--no-zygote"] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await folder.remove();
  });

  interface Look {
    readonly locale?: "en" | "zh-CN";
    readonly colorScheme?: "light" | "dark";
    readonly width?: number;
    readonly file?: string;
  }

  /** Opens the page, and collects what it must not do. */
  async function open({ locale = "en", colorScheme = "light", width = 1280, file = locale }: Look = {}): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("dialog", (dialog) => {
      faults.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!request.url().startsWith("file:") || request.resourceType() !== "document") faults.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder.path, `${file}.html`)).href);
    return { page, faults };
  }

  it("shows findings with their way and source, loads nothing, and runs nothing of the program", async () => {
    const { page, faults } = await open();
    expect(await page.locator(".finding").count()).toBe(4);
    const missing = page.locator(".finding", { has: page.locator("h3", { hasText: "new.example.org/v1" }) });
    expect(await missing.locator(".way > li > code").allTextContents()).toEqual(["request.js:1", "index.js:4"]);
    expect(await missing.locator("mark").last().textContent()).toContain('send("https://new.example.org/v1");');
    expect(await page.locator("svg text", { hasText: "✗ https://new.example.org" }).count()).toBe(1);
    expect(await page.locator("img").count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("filters by text, list and state, by keyboard", async () => {
    const { page } = await open();
    const visible = (): Promise<number> => page.locator(".finding:visible").count();
    await page.getByLabel("Show only what holds this text").focus();
    await page.keyboard.type("new.example");
    expect(await visible()).toBe(1);
    expect(await page.locator("#shown").textContent()).toBe("1 of 4 findings shown");
    await page.getByLabel("Show only what holds this text").fill("");
    await page.locator("#state").selectOption("dynamic");
    expect(await visible()).toBe(1);
    await page.locator("#state").selectOption("");
    await page.locator("#list").selectOption("uploaddomain");
    expect(await visible()).toBe(1);
    await page.close();
  });

  it("has the text of each console field to copy", async () => {
    const { page } = await open();
    expect(await page.locator("textarea").first().inputValue()).toBe("https://api.example.com;https://old.example.com;https://new.example.org;https://x.example.org");
    await page.getByRole("button", { name: "Copy" }).first().click();
    await page.getByText("Copied", { exact: true }).first().waitFor();
    await page.close();
  });

  it("is in the other language at a click, by keyboard too, and all of it", async () => {
    const { page, faults } = await open();
    expect(await page.evaluate(SHOWN)).toContain("Lists and needs");
    await page.getByRole("button", { name: "中文" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.title()).toBe("小程序域名报告");
    expect(await page.getByRole("button", { name: "中文" }).getAttribute("aria-pressed")).toBe("true");
    expect(await page.getByRole("group", { name: "语言" }).count()).toBe(1);
    expect(await page.locator("#shown").textContent()).toBe("显示 4 / 4 个问题");
    const { page: other } = await open({ locale: "zh-CN" });
    expect(await page.evaluate(SHOWN)).toBe(await other.evaluate(SHOWN));
    // What a person sees of English is what the program and the platform call things.
    expect(await page.evaluate(SHOWN)).not.toMatch(/\b(?:the|is|can't|not|missing)\b/);
    await page.getByLabel("仅显示包含此文本的内容").fill("missing");
    expect(await page.locator(".finding:visible").count()).toBe(0);
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator(".finding:visible").count()).toBe(2);
    expect(faults).toEqual([]);
    await Promise.all([page.close(), other.close()]);
  });

  it("says which findings the baseline has, and shows only the new ones when asked", async () => {
    const { page } = await open({ file: "aged" });
    expect(await page.locator(".counts li", { hasText: "in the baseline" }).textContent()).toContain("3");
    const fresh = page.locator('.finding[data-age="new"]');
    expect(await fresh.locator("h3").textContent()).toContain("https://new.example.org/v1");
    expect(await page.locator(".finding .old").count()).toBe(3);
    await page.getByLabel("Baseline").selectOption("new");
    expect(await page.locator(".finding:visible").count()).toBe(1);
    await page.close();
    const { page: without } = await open();
    expect(await without.locator("#age").count()).toBe(0);
    await without.close();
  });

  it("all of it is reached by the Tab key, in the order in which it stands", async () => {
    const { page } = await open();
    const reached: string[] = [];
    await page.keyboard.press("Tab");
    for (let last = ""; last !== "BODY"; last = await page.evaluate("document.activeElement.tagName")) {
      reached.push(await page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.textContent.trim().slice(0, 12)"));
      await page.keyboard.press("Tab");
    }
    expect(reached.slice(0, 4)).toEqual(["skip", "English", "中文", "field-0-requestdomain-0"]);
    expect(reached).toEqual(expect.arrayContaining(["drawing", "text", "list", "state"]));
    await page.close();
  });

  it.each<Look>([
    { locale: "en", colorScheme: "light", width: 1280 },
    { locale: "zh-CN", colorScheme: "light", width: 1280 },
    { locale: "en", colorScheme: "dark", width: 400 },
    { locale: "zh-CN", colorScheme: "dark", width: 400 },
    { locale: "en", colorScheme: "dark", width: 1280, file: "aged" },
  ])("axe finds nothing, and nothing is wider than the window: $locale, $colorScheme, $width", async (look) => {
    const { page } = await open(look);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(await page.locator("html").getAttribute("lang")).toBe(look.locale);
    await page.addScriptTag({ path: AXE });
    const violations = await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))");
    expect(violations).toEqual([]);
    await page.close();
  });
});
