import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";
import { asItIs } from "./page-program.ts";
import { PAGES, workspace, type Page } from "./pages.ts";

const WITH_COMMANDS = PAGES.filter(({ text }) => blocksOf(text).some(({ language }) => language === "console"));

// `pnpm vitest run --project whole test/docs -u` writes what is printed now.
describe.runIf(process.platform !== "win32").concurrent("what commands print", () => {
  beforeAll(() => {
    execFileSync(process.execPath, [join(workspace, "node_modules/typescript/bin/tsc"), "-b", "packages/cli", "packages/eslint-plugin"], { cwd: workspace });
  });

  test.for(WITH_COMMANDS)("$path", async (page, { expect }) => {
    await expect(await asItIs(page)).toMatchFileSnapshot(join(workspace, page.path));
  });
});

/** What people read in code is in their language. */
const WORDING = [["Domain lists as they are in force", "更新域名列表快照"]] as const;

/** Code without its comments, and commands without their output: what both languages share. */
function codeOf({ text }: Page): readonly string[] {
  const inOneWording = WORDING.reduce((before, [english, chinese]) => before.replaceAll(chinese, english), text);
  return blocksOf(inOneWording).map(({ language, file = "", body }) => {
    const code = language === "console" ? body.replace(/\n[^]*/, "") : body.replaceAll(/ *(?:\/\/|#) .*$/gm, "");
    return `${language} ${file}\n${code}`;
  });
}

const inEnglish = new Map(PAGES.filter(({ locale }) => locale === "en").map((page) => [page.name, page]));

describe("both languages have the same pages with the same code", () => {
  test("pages", () => {
    const namesIn = (locale: Page["locale"]): readonly (string | undefined)[] => PAGES.filter((page) => page.locale === locale).map(({ name }) => name);
    expect(namesIn("zh-CN")).toEqual(namesIn("en"));
  });

  test.each(PAGES.filter(({ locale }) => locale === "zh-CN"))("$path", (page) => {
    const original = inEnglish.get(page.name);
    expect(original && codeOf(page)).toEqual(original && codeOf(original));
  });
});
