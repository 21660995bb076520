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

/** The pages of a folder, its overview first. */
function pagesIn(folder: string, group: string): string[] {
  const names = readdirSync(`${docs}${folder}${group}`).map((name) => name.replace(/\.md$/, ""));
  return ["index", ...names.filter((name) => name !== "index").sort()].map((name) => `${group}/${name}`);
}

function headingOf(page: string): string {
  const heading = /^# (.+)$/m.exec(readFileSync(`${docs}${page}.md`, "utf8"))?.[1] ?? page;
  return heading.replace(/^wx-domain\//, "").replace(/ ?[(（].*[)）]$/, "").replaceAll("`", "");
}
