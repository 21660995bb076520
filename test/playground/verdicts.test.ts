/** What the page says of calls whose lists are unknown, faulty or of another kind. */
import { expect, test } from "vitest";
import { openPlayground, type Look } from "./open.ts";
import { describeInChromium } from "./stage.ts";

describeInChromium("verdicts", (stage) => {
  const open = (look?: Look) => openPlayground(stage, look);

  test("a list that the file has not is said to be missing, and is added", async () => {
    const { page, source, lists, write, expectFindings } = await open({ hash: "#example=http" });
    await write(source, 'uni.uploadFile({ url: "https://up.example.com/v1" });');
    await expectFindings([]);
    const verdict = page.locator(".verdict");
    expect(await verdict.textContent()).toContain('wx-domains.json has no list "uploaddomain", so nobody can tell. A missing list is unknown; an empty one, [], allows nothing.');
    expect(await verdict.textContent()).not.toContain("Not tried on clients");
    await page.getByRole("button", { name: "Add a list uploaddomain with https://up.example.com" }).click();
    await expectFindings([]);
    expect(await lists.textContent()).toContain('"uploaddomain": [    "https://up.example.com"  ]');
    expect(await verdict.locator("strong").textContent()).toBe("Allowed");
    await page.close();
  });

  test.each([
    ["http://up.example.com/v1", "no-insecure-protocol"],
    ["http://localhost:3000/", "no-local-address"],
    ["https://1.2.3.4/", "no-local-address"],
  ])("%s is denied whatever an unknown list holds", async (url, rule) => {
    const { page, source, write, expectFindings } = await open({ hash: "#example=http" });
    await write(source, `wx.uploadFile({ url: "${url}" });`);
    await expectFindings([`index.js ${rule}`]);
    expect(await page.locator(".verdict strong").textContent()).toBe("Denied");
    expect(await page.locator(".verdict dd.refuses").count()).toBe(2);
    expect(await page.locator(".verdict").textContent()).not.toContain("Not tried on clients");
    await page.close();
  });

  test("an address of the local network is no list's affair", async () => {
    const { page, source, write, expectFindings } = await open({ hash: "#example=http" });
    await write(source, 'wx.request({ url: "https://192.168.1.5/" });');
    await expectFindings(["index.js no-local-address"]);
    expect(await page.locator(".verdict").textContent()).not.toContain("Not tried on clients");
    await page.close();
  });

  test("a faulty list leaves the others known", async () => {
    const { page, source, lists, write, expectFindings } = await open({ hash: "#example=http" });
    await write(lists, '{ "requestdomain": ["https://api.example.com"], "uploaddomain": "https://up.example.com" }');
    await write(source, 'wx.request({ url: "https://www.example.com/" });\nwx.uploadFile({ url: "https://up.example.com/" });');
    await expectFindings(["index.js no-unlisted-domain", "wx-domains.json valid-domain-lists"]);
    expect(await page.locator(".verdict").last().textContent()).toContain("This list can't be read: mend wx-domains.json first.");
    await page.close();
  });

  test("where only the clients differ, both are told, and why no rule reports it", async () => {
    const { page, source, lists, write, expectFindings } = await open({ hash: "#example=socket" });
    await write(lists, '{ "wsrequestdomain": ["wss://push.example.com:8443"] }');
    await write(source, 'wx.connectSocket({ url: "wss://push.example.com:9443/" });');
    await expectFindings([]);
    expect(await page.locator(".verdict strong").textContent()).toBe("Clients differ");
    expect(await page.locator(".verdict").textContent()).toContain("What is uncertain is no error: no rule reports it.");
    await page.close();
  });

  test("the page that calls wx.config has its verdict, as its address is typed", async () => {
    const { page, lists, expectFindings } = await open({ hash: "#example=invalid-url-domain" });
    await expectFindings(["src/share.js jssdk-page-domain"]);
    expect(await page.locator(".verdicts h3").first().textContent()).toContain("wx.config");
    const field = page.getByLabel("H5 pages are served from");
    await field.fill("www.example.org");
    await expectFindings([]);
    expect(await page.locator(".fault", { hasText: "Write it with its scheme" }).count()).toBe(1);
    expect(await page.locator(".verdicts").textContent()).toContain("Nobody knows where this page is served.");
    await field.fill("https://www.example.org");
    await expectFindings(["src/share.js jssdk-page-domain"]);
    expect(await page.locator(".fault", { hasText: "Write it with its scheme" }).count()).toBe(0);
    await page.locator(".findings").getByRole("button", { name: "Add www.example.org to jsdomain" }).click();
    await expectFindings([]);
    expect(await lists.textContent()).toContain('"www.example.org"');
    expect(await page.locator(".verdict").first().textContent()).toContain("Not tried on clients");
    await page.close();
  });

  test.each([
    ["bare hosts, which the console shows", "[]", "m.example.org"],
    ["origins, where the list has them", '["https://www.example.com"]', "https://m.example.org"],
  ])("a business domain is added as the list has them: %s", async (_what, entries, entry) => {
    const { page, source, lists, write, expectFindings } = await open({ hash: "#example=web-view" });
    await write(lists, `{ "bizdomain": ${entries} }`);
    await write(source, '<web-view src="https://m.example.org/a" />');
    await expectFindings(["index.wxml web-view-domain"]);
    await page.locator(".findings").getByRole("button", { name: `Add ${entry} to bizdomain`, exact: true }).click();
    await expectFindings([]);
    await page.close();
  });

  test("a place that is told leads there, from the verdict and from the finding", async () => {
    const { page, expectFindings } = await open({ hash: "#example=local-address" });
    await expectFindings(["index.js no-local-address", "index.js no-local-address", "index.js no-local-address"]);
    const selected = page.getByRole("tab", { selected: true });
    await page.locator(".verdict").getByRole("button", { name: /^config\.js:\d+$/ }).first().click();
    expect(await selected.textContent()).toContain("config.js");
    await page.locator(".findings").getByRole("button", { name: /^index\.js:/ }).first().click();
    expect(await selected.textContent()).toContain("index.js");
    await page.locator(".findings").getByRole("button", { name: /^config\.js:\d+$/ }).first().click();
    expect(await selected.textContent()).toContain("config.js");
    await page.close();
  });
});
