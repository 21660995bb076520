/** Where the focus goes, and what the keys do. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPlayground, type Look } from "./open.ts";
import { describeInChromium } from "./stage.ts";

const focused = (page: Page): Promise<string> => page.evaluate<string>("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()");

describeInChromium("editing", (stage) => {
  const open = (look?: Look) => openPlayground(stage, look);

  test("after a suggestion the focus is where the text has changed, in its file: there it is undone", async () => {
    const { page, source, expectFindings } = await open({ hash: "#example=http" });
    await expectFindings(["index.js no-insecure-protocol"]);
    await page.getByRole("tab", { name: "app.js", exact: true }).click();
    await page.locator(".findings").getByRole("button", { name: "Replace http:// by https://." }).click();
    await expectFindings([]);
    expect(await focused(page)).toBe("Text of index.js");
    expect(await source.textContent()).toContain('"https://api.example.com');
    await page.keyboard.press("ControlOrMeta+z");
    await expectFindings(["index.js no-insecure-protocol"]);
    await page.close();
  });

  test("an entry is added from the finding, too, and undone where it stands", async () => {
    const { page, lists, expectFindings } = await open({ hash: "#example=not-in-list" });
    await expectFindings(["index.js no-unlisted-domain"]);
    const before = await lists.textContent();
    const buttons = page.locator(".findings .suggestion");
    expect(await buttons.allTextContents()).toEqual(["Add https://www.example.com to requestdomain", "Replace https://www.example.com by the listed https://api.example.com, which is another host."]);
    await buttons.first().click();
    await expectFindings([]);
    expect(await focused(page)).toBe("Text of wx-domains.json");
    expect(await page.evaluate("getSelection().toString()")).toBe('"https://www.example.com"');
    await page.keyboard.press("ControlOrMeta+z");
    await expectFindings(["index.js no-unlisted-domain"]);
    expect(await lists.textContent()).toBe(before);
    await page.close();
  });

  test("a port that the entry has not is taken away, and a default one is never listed", async () => {
    const { page, source, write, expectFindings } = await open({ hash: "#example=http" });
    await write(source, 'wx.request({ url: "https://api.example.com:443/v1" });');
    await expectFindings(["index.js no-unlisted-domain"]);
    expect(await page.locator(".suggestion").allTextContents()).toEqual(["Replace https://api.example.com:443 by the listed https://api.example.com."]);
    await write(source, 'wx.request({ url: "https://api.example.com:8443/v1" });');
    await expectFindings(["index.js no-unlisted-domain"]);
    expect(await page.locator(".findings .suggestion").allTextContents()).toEqual([
      "Replace https://api.example.com:8443 by the listed https://api.example.com.",
      "Add https://api.example.com:8443 to requestdomain",
    ]);
    await page.close();
  });

  test("F8 goes through the findings of all files, says each where it stands, and begins anew", async () => {
    const { page, expectFindings } = await open({ hash: "#example=check-off" });
    await expectFindings(["index.js no-check-bypass", "index.js no-unlisted-domain", "project.config.json no-check-bypass"]);
    await page.locator(".playground > .source .cm-content").focus();
    const seen: string[] = [];
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press("F8");
      const shown = page.locator(".finding-message");
      await shown.waitFor();
      seen.push(`${await focused(page)}: ${(await shown.locator(".cm-diagnostic").allTextContents()).map((text) => text.slice(0, 20)).join(" + ")}`);
    }
    const first = 'Text of index.js: "skip_domain_check=t + "https://www.example';
    expect(seen).toEqual([first, 'Text of project.config.json: "urlCheck": false tu', first]);
    await page.close();
  });

  test("the arrow keys go from file to file", async () => {
    const { page } = await open({ hash: "#example=native" });
    const names = await page.evaluate<readonly string[]>("[...document.querySelectorAll('[role=tab]')].map((tab) => tab.firstChild.textContent.trim())");
    const selected = (): Promise<string> => page.evaluate<string>("document.querySelector('[role=tab][aria-selected=true]').firstChild.textContent.trim()");
    await page.getByRole("tab", { selected: true }).focus();
    await page.keyboard.press("Home");
    expect(await selected()).toBe(names[0]);
    await page.keyboard.press("ArrowLeft");
    expect(await selected()).toBe(names.at(-1));
    await page.keyboard.press("ArrowRight");
    expect(await selected()).toBe(names[0]);
    expect(await page.evaluate("document.activeElement.role")).toBe("tab");
    await page.close();
  });

  test("a deleted file comes back to its place, and a file that nothing checks says so", async () => {
    const { page, expectFindings } = await open({ hash: "#example=http" });
    await expectFindings(["index.js no-insecure-protocol"]);
    const tabs = page.getByRole("tab");
    const before = await tabs.allTextContents();
    await page.getByRole("tab", { name: "app.js", exact: true }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await tabs.allTextContents()).toEqual(before);
    await page.getByRole("button", { name: "Add file" }).click();
    await page.keyboard.type("a.css");
    await page.keyboard.press("Enter");
    await expectFindings(["index.js no-insecure-protocol"]);
    expect(await tabs.filter({ hasText: "a.css" }).textContent()).toContain("not checked");
    await page.close();
  });
});
