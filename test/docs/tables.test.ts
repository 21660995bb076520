/** Tables of pages that say again what stands elsewhere. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorCode, KNOWN_ERROR_CODES } from "../../packages/loader/src/wechat/error-codes.ts";
import { refusal } from "../emulator/errors.js";
import { blocksOf } from "./blocks.ts";
import { PAGES, workspace, type Page } from "./pages.ts";

/** The documented texts without what changes with every reply. */
function errmsgOf(code: number): string {
  return refusal(code).errmsg.replace(/,? (?:rid|hint|requestIP|could get|more details|ipv6)\b.*$/, "");
}

/** The texts of the pages that are about one error. */
const PASTED = PAGES.filter(({ name }) => name?.startsWith("errors/") === true)
  .flatMap(({ text }) => blocksOf(text).filter(({ language }) => language === "text"))
  .map(({ body }) => body)
  .join("\n");

/** The codes without a page of their own, with a heading each, so that the search leads to the code itself. */
function codesIn(locale: Page["locale"]): string {
  const byNumber = KNOWN_ERROR_CODES.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  return byNumber
    .filter((code) => !new RegExp(`(?<![\\w.-])${code}(?![\\w.])`).test(PASTED))
    .map((code) => {
      const row = errorCode(code, "api");
      if (row === undefined) throw new Error(`No row tells what ${code} means.`);
      const [meaning, remedy] = [row.meaning[locale], row.remedy[locale]].map((text) => text.replaceAll(/ ?\{(?:ip|reason)\} ?/g, locale === "en" ? " … " : "……").trim());
      return `### ${code} ${errmsgOf(code)}\n\n${locale === "en" ? `WeChat: ${meaning}. ${remedy}` : `微信：${meaning}。${remedy}`}`;
    })
    .join("\n\n");
}

// `pnpm vitest run --project whole test/docs -u` writes them.
test.each(PAGES.filter(({ name }) => name === "errors/codes"))("$path has the codes that the loader knows and no other page has", async ({ path, text, locale }) => {
  const asItIs = text.replace(/(<!-- begin codes -->\n)[^]*(<!-- end codes -->)/, (_all, begin: string, end: string) => `${begin}\n${codesIn(locale)}\n\n${end}`);
  await expect(asItIs).toMatchFileSnapshot(join(workspace, path));
});

/** The rows on rules of a README or of the rules' overview, each without its links. */
function rulesIn(path: string): readonly string[] {
  const { text = "" } = PAGES.find((page) => page.path === path) ?? {};
  return [...text.matchAll(/^\| \[`?(?:wx-domain\/)?([\w-]+)`?\]\((?:docs\/rules\/)?[\w-]+\.md\) (\|.*)$/gm)].map(([, rule = "", rest = ""]) => `${rule} ${rest}`);
}

describe("the overview of the rules says what the README says", () => {
  test.each([
    { overview: "docs/rules/index.md", readme: "README.md" },
    { overview: "docs/zh/rules/index.md", readme: "README.zh-CN.md" },
  ])("$overview", ({ overview, readme }) => {
    expect(rulesIn(overview)).not.toEqual([]);
    expect(rulesIn(overview)).toEqual(rulesIn(readme));
  });
});
