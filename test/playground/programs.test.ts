/** No program of the reader's is lost while others are looked at. */
import { expect, test } from "vitest";
import { PATIENCE } from "./chromium.ts";
import { openPlayground, type Look, type Reader } from "./open.ts";
import { describeInChromium } from "./stage.ts";

const MINE = 'wx.request({ url: "https://mine.example.com/v1" });';

const chosen = ({ page }: Reader): Promise<string> => page.evaluate<string>('document.querySelector(".examples select").selectedOptions[0].textContent');

describeInChromium("programs", (stage) => {
  const open = (look?: Look) => openPlayground(stage, look);

  async function withMine(): Promise<Reader> {
    const reader = await open({ hash: "#example=http" });
    await reader.write(reader.source, MINE);
    await reader.expectFindings(["index.js no-unlisted-domain"]);
    return reader;
  }

  test("one's own is kept beside an example that is chosen, and chosen again", async () => {
    const reader = await withMine();
    expect(await chosen(reader)).toBe("Your own program");
    await reader.page.getByLabel("Example").selectOption("web-view");
    await reader.expectFindings(["index.wxml web-view-domain"]);
    await reader.page.getByLabel("Example").selectOption({ label: "Your own program" });
    await reader.expectFindings(["index.js no-unlisted-domain"]);
    expect(await reader.source.textContent()).toBe(MINE);
    await reader.page.close();
  });

  test("the browser's way back leads to it", async () => {
    const reader = await withMine();
    await reader.page.getByLabel("Example").selectOption("web-view");
    await reader.expectFindings(["index.wxml web-view-domain"]);
    await reader.page.goBack();
    await reader.expectFindings(["index.js no-unlisted-domain"]);
    expect([await reader.source.textContent(), await chosen(reader)]).toEqual([MINE, "Your own program"]);
    await reader.page.close();
  });

  test("whoever leaves the page comes back to it", async () => {
    const reader = await withMine();
    await reader.page.locator(".VPNavBarMenu a", { hasText: "Rules" }).first().click();
    await reader.page.waitForURL("**/rules/**");
    await reader.page.locator(".VPNavBarMenu a", { hasText: "Playground" }).first().click();
    await reader.expectFindings(["index.js no-unlisted-domain"]);
    expect([await reader.source.textContent(), await chosen(reader)]).toEqual([MINE, "Your own program"]);
    await reader.page.close();
  });

  test("a second one does not replace the first", async () => {
    const reader = await withMine();
    await reader.page.getByLabel("Example").selectOption({ label: "Empty program" });
    await reader.expectFindings([]);
    expect(await reader.source.textContent()).toBe("");
    await reader.write(reader.source, 'wx.request({ url: "http://second.example.com" });');
    await reader.expectFindings(["index.js no-insecure-protocol"]);
    await reader.page.getByLabel("Example").selectOption({ label: "Your own program before, 2" });
    await reader.expectFindings(["index.js no-unlisted-domain"]);
    expect([await reader.source.textContent(), await chosen(reader)]).toEqual([MINE, "Your own program"]);
    await reader.page.close();
  });

  test("a browser that stores nothing keeps it as long as the page is open", async () => {
    const reader = await open();
    await reader.page.addInitScript("Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('denied'); } })");
    await reader.page.goto(`${reader.page.url()}?#example=http`);
    await reader.expectFindings(["index.js no-insecure-protocol"]);
    await reader.write(reader.source, MINE);
    await reader.expectFindings(["index.js no-unlisted-domain"]);
    await reader.page.getByLabel("Example").selectOption("web-view");
    await reader.expectFindings(["index.wxml web-view-domain"]);
    await reader.page.getByLabel("Example").selectOption({ label: "Your own program" });
    await reader.expectFindings(["index.js no-unlisted-domain"]);
    await reader.page.close();
  });

  test("a program that came by a link is told from one's own", async () => {
    const reader = await withMine();
    await reader.page.getByRole("button", { name: "Copy link" }).click();
    await reader.page.getByText("Copied: the link holds all files.").waitFor({ timeout: PATIENCE });
    const other = await open({ hash: new URL(reader.page.url()).hash });
    expect(await chosen(other)).toBe("The program of the link");
    await other.page.close();
    await reader.page.close();
  });
});
