import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SITE } from "./build.ts";

const pages = readdirSync(join(SITE, "zh"), { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  // The API's pages are the English ones.
  .filter((name) => name.endsWith(".html") && !name.startsWith("api/"));

/** What is read on a page, a line for each paragraph, item and cell; code in blocks is no prose. */
function proseOf(name: string): readonly string[] {
  const html = readFileSync(join(SITE, "zh", name), "utf8");
  const main = /<main\b[^]*<\/main>/.exec(html)?.[0] ?? "";
  const blocks = main.replaceAll(/<pre\b[^]*?<\/pre>/g, "\0").replaceAll(/<\/?(?:p|li|ul|ol|td|th|tr|h\d|div|br|button|option|label|table|nav|footer)\b[^>]*>/g, "\0");
  return blocks.replaceAll(/<[^>]*>|\u200B/g, "").split("\0").map((text) => text.trim());
}

const STRAY = /[、。；：，）」》？！][ \n]+\S+|\S+[ \n]+[、。；：，（）「」《》？！]/g;

test.each(pages)("no blank beside a full-width sign: %s", (name) => {
  expect(proseOf(name).flatMap((text) => text.match(STRAY) ?? [])).toEqual([]);
});
