import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isExample } from "../../docs/playground/examples/examples.ts";
import { BASE, publishedFile, SITE } from "./build.ts";

// VitePress itself refuses to build with a link to a page that does not exist; it does not look at what follows the #.

const pages = readdirSync(SITE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".html"))
  .map((name) => name.replaceAll("\\", "/"));

const htmlOf = new Map(pages.map((name) => [name, readFileSync(join(SITE, name), "utf8")]));

/** The targets of a page's links within the site, absolute. */
function linksOf(name: string): readonly URL[] {
  const here = new URL(`${BASE}${name.replace(/(?:index)?\.html$/, "")}`, "http://localhost");
  const links = [...(htmlOf.get(name) ?? "").matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, link = ""]) => new URL(link.replaceAll("&amp;", "&"), here));
  return links.filter(({ host }) => host === here.host);
}

/** What a link misses; undefined if it leads somewhere. */
function faultOf({ pathname, hash }: URL): string | undefined {
  const file = publishedFile(pathname);
  if (file === undefined) return `${pathname}: no such page`;
  const anchor = decodeURIComponent(hash.slice(1));
  if (anchor.startsWith("example=")) return isExample(anchor.slice("example=".length)) ? undefined : `${pathname}#${anchor}: no such example`;
  return anchor === "" || readFileSync(file, "utf8").includes(`id="${anchor}"`) ? undefined : `${pathname}#${anchor}: no such place`;
}

describe("links within the site lead somewhere", () => {
  test.each(pages)("%s", (name) => {
    expect([...new Set(linksOf(name).map(faultOf))].filter((fault) => fault !== undefined)).toEqual([]);
  });
});

test("each page is there in both languages", () => {
  const inEnglish = pages.filter((name) => !/^zh\/|^404/.test(name));
  expect(pages.filter((name) => name.startsWith("zh/")).map((name) => name.slice("zh/".length)).sort()).toEqual(inEnglish.sort());
});
