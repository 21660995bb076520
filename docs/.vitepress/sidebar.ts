import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DefaultTheme } from "vitepress";

const docs = fileURLToPath(new URL("..", import.meta.url));

/** The groups of the sidebar, in their order: its pages are named, or a whole folder is. */
const GROUPS = [
  { id: "guide", pages: ["guide/index", "guide/settings", "guide/older-write-ups", "editors", "oxlint", "ci", "large-projects"] },
  { id: "recipes", pages: ["recipes/native", "recipes/uni-app", "recipes/taro", "recipes/h5", "recipes/platform"] },
  { id: "lists", pages: ["lists/index", "lists/laptop", "lists/ci-fixed-address", "lists/hosted-ci", "lists/many-apps"] },
  { id: "errors", folder: "errors" },
  { id: "rules", folder: "rules" },
  { id: "command", folder: "command" },
] as const;

export type GroupTitles = Readonly<Record<(typeof GROUPS)[number]["id"], string>>;

/** The sidebar of the language whose pages are below a folder: `""` or `"zh/"`. A page is called as its heading says, without what stands there for the search in brackets. */
export function sidebarOf(folder: "" | "zh/", titles: GroupTitles): DefaultTheme.SidebarItem[] {
  return GROUPS.map((group) => ({
    text: titles[group.id],
    collapsed: group.id !== "guide",
    items: ("pages" in group ? group.pages : pagesIn(folder, group.folder)).map((page) => ({
      text: headingOf(`${folder}${page}`),
      link: `/${folder}${page.replace(/index$/, "")}`,
    })),
  }));
}

/** The API's entry points, as typedoc has written them. */
export function apiSidebar(folder: "api/" | "zh/api/"): DefaultTheme.SidebarItem[] {
  const links = readFileSync(`${docs}${folder}index.md`, "utf8").matchAll(/^- \[(.+)\]\((.+)\.md\)$/gm);
  return [...links].map(([, text = "", page = ""]) => ({ text, link: `/${folder}${page}` }));
}

/**
 * The pages of a folder, in the order in which its overview links to them.
 *
 * @throws {Error} if the overview forgets one
 */
function pagesIn(folder: string, group: string): string[] {
  const overview = readFileSync(`${docs}${folder}${group}/index.md`, "utf8");
  const linked = [...overview.matchAll(/\]\(([\w-]+)\.md\)/g)].map(([, name = ""]) => name);
  const names = ["index", ...new Set(linked)];
  const forgotten = readdirSync(`${docs}${folder}${group}`).filter((file) => !names.includes(file.replace(/\.md$/, "")));
  if (forgotten.length > 0) throw new Error(`${folder}${group}/index.md does not link to ${forgotten.join(", ")}.`);
  return names.map((name) => `${group}/${name}`);
}

function headingOf(page: string): string {
  const heading = /^# (.+)$/m.exec(readFileSync(`${docs}${page}.md`, "utf8"))?.[1] ?? page;
  return heading.replace(/^wx-domain\//, "").replace(/ ?[(（].*[)）]$/, "").replaceAll("`", "");
}
