/** What is not text of a page, in the language of the page. */
import { expect, test } from "vitest";
import { PATIENCE } from "../playground/chromium.ts";
import { describeInChromium } from "../playground/stage.ts";
import { BASE } from "./build.ts";

/** Runs in the page: names that only screen readers say, and titles; a brand is called the same in every language. */
const READ_NAMES = `[...document.querySelectorAll("[aria-label], [title], .visually-hidden")]
  .flatMap((element) => [element.getAttribute("aria-label"), element.getAttribute("title"), element.matches("span.visually-hidden") ? element.textContent : null])
  .filter((name) => name !== null && name.trim() !== "" && name !== "github")
  .map((name) => name.trim())`;

describeInChromium("names for screen readers", (stage) => {
  test("are Chinese on a Chinese page, and English again on the English one", async () => {
    const page = await stage.browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${stage.site.origin}${BASE}zh/errors/tls`);
    await page.waitForFunction(`document.querySelector("#sidebar-aria-label").textContent === "侧边栏导航"`);
    const names = await page.evaluate<readonly string[]>(READ_NAMES);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([]);
    await page.goto(`${stage.site.origin}${BASE}errors/tls`);
    await page.waitForFunction(`document.querySelector("#sidebar-aria-label").textContent === "Sidebar Navigation"`);
    await page.close();
  });
});
