/** Every example shows what its title says. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import wxDomain from "eslint-plugin-wx-domain";
import { expect, test } from "vitest";
import { CHINESE_COMMENTS } from "../../docs/playground/examples/comments.ts";
import { EXAMPLES as TITLES, isExample } from "../../docs/playground/examples/examples.ts";
import { BASE, publishedFile } from "../site/build.ts";
import { PATIENCE } from "./chromium.ts";
import { openPlayground } from "./open.ts";
import { describeInChromium } from "./stage.ts";

const folder = fileURLToPath(new URL("../../docs/playground/examples", import.meta.url));

const EXAMPLES: readonly (readonly [id: string, findings: readonly string[]])[] = [
  ["native", ["pages/index/index.js no-unlisted-domain", "pages/index/index.js no-unlisted-domain", "pages/index/index.wxml web-view-domain"]],
  ["uni-app", ["common/http.js no-unlisted-domain", "manifest.json no-check-bypass", "pages/index/index.vue no-insecure-protocol", "pages/index/index.vue no-insecure-protocol"]],
  ["taro", ["src/pages/index/index.tsx no-unlisted-domain", "src/pages/index/index.tsx web-view-domain"]],
  ["h5", ["src/login.js oauth-redirect-domain", "src/share.js jssdk-config", "src/share.js jssdk-config", "src/share.js jssdk-share-domain"]],
  ["not-in-list", ["index.js no-unlisted-domain"]],
  ["wrong-list", ["index.js no-unlisted-domain", "index.js no-unlisted-domain"]],
  ["socket", ["index.js no-insecure-protocol", "index.js no-unlisted-domain"]],
  ["http", ["index.js no-insecure-protocol"]],
  ["port", ["index.js no-unlisted-domain", "index.js no-unlisted-domain", "index.js no-unlisted-domain"]],
  ["parent-domain", ["index.js no-unlisted-domain", "index.js no-unlisted-domain"]],
  ["local-address", ["index.js no-local-address", "index.js no-local-address", "index.js no-local-address"]],
  ["web-view", ["index.wxml web-view-domain"]],
  ["invalid-url", ["index.js no-invalid-url", "index.js no-invalid-url", "index.js no-invalid-url"]],
  ["invalid-url-domain", ["src/share.js jssdk-page-domain"]],
  ["redirect-uri", ["src/login.js oauth-redirect-domain"]],
  ["server-api", ["index.js no-server-api"]],
  ["check-off", ["index.js no-check-bypass", "index.js no-unlisted-domain", "project.config.json no-check-bypass"]],
];

async function lintedInNode(id: string): Promise<readonly string[]> {
  const root = join(folder, id);
  const row = isExample(id) ? TITLES[id] : undefined;
  const pageOrigins = row !== undefined && "pageOrigins" in row ? row.pageOrigins : [];
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: wxDomain.project({ root, pageOrigins, locale: "en" }) });
  const results = await eslint.lintFiles(["."]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, message }) => `${relative(root, filePath).replaceAll("\\", "/")}:${String(line)}:${String(column)} ${message}`),
  );
}

test("the table has every example", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  expect(EXAMPLES.map(([id]) => id).sort()).toEqual(folders.sort());
  expect(Object.keys(TITLES).sort()).toEqual(folders.sort());
});

test("every comment in them is there in Chinese", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /[\\/].*\.(?:[jt]sx?|vue|wxml)$/.test(name));
  const comments = files.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/^\s*(?:\/\/|\/\*\*|<!--) (?!#)(.*?)(?: \*\/| -->)?$/gm)].map(([, comment = ""]) => comment));
  expect(comments.sort()).toEqual(Object.keys(CHINESE_COMMENTS).sort());
});

describeInChromium("the examples in Chromium", (stage) => {
  test.each(EXAMPLES)("%s", async (id, expected) => {
    const { page, expectFindings, faults } = await openPlayground(stage, { hash: `#example=${id}` });
    await expectFindings(expected);
    expect(await page.getByLabel("Example").inputValue()).toBe(id);
    const rulePages = await page.evaluate<readonly string[]>('[...document.querySelectorAll(".findings a")].map(({ pathname }) => pathname)');
    expect(rulePages.filter((path) => publishedFile(path) === undefined)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  // A component in Vue needs a parser that the documentation does not install.
  test.each(EXAMPLES.filter(([id]) => id !== "uni-app"))("%s: ESLint says the same in Node", async (id, expected) => {
    const { page, expectFindings } = await openPlayground(stage, { hash: `#example=${id}` });
    await expectFindings(expected);
    const shown = await page.evaluate<readonly string[]>('[...document.querySelectorAll(".findings li")].map((item) => item.querySelector("button").textContent + " " + item.querySelector("p").textContent)');
    expect([...shown].sort()).toEqual([...(await lintedInNode(id))].sort());
    await page.close();
  });

  test("a page on an error leads there", async () => {
    const page = await stage.browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${stage.site.origin}${BASE}zh/errors/http-not-allowed`);
    await page.locator(".vp-doc a[href*='#example=http']").click();
    await page.locator(".findings li", { hasText: "no-insecure-protocol" }).waitFor();
    expect(page.url()).toBe(`${stage.site.origin}${BASE}zh/playground#example=http`);
    await page.close();
  });
});
