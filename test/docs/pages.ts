import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const workspace = fileURLToPath(new URL("../..", import.meta.url));

/** A page that people read: of the site, or a README. */
export interface Page {
  /** From the workspace's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** A page of the site without its language and ending: `errors/40164`; undefined for a README. */
  readonly name: string | undefined;
  readonly locale: "en" | "zh-CN";
}

/** What stands below docs/ and is no page of it: the API is written from the sources, decisions are notes, examples are programs. */
const NOT_PAGES = /(?:^|\/)(?:node_modules|\.vitepress|api|decisions|examples)\//;

const READMES = ["README.md", "README.zh-CN.md"];

function sitePages(): readonly string[] {
  const names = readdirSync(join(workspace, "docs"), { recursive: true, encoding: "utf8" }).map((name) => `docs/${name.replaceAll("\\", "/")}`);
  return names.filter((name) => name.endsWith(".md") && !NOT_PAGES.test(name)).sort();
}

/** Every page of the site, and the READMEs that show commands. */
export const PAGES: readonly Page[] = [...READMES, ...sitePages()].map((path) => ({
  path,
  text: readFileSync(join(workspace, path), "utf8"),
  name: /^docs\/(?:zh\/)?(.*)\.md$/.exec(path)?.[1],
  locale: path.includes("zh") ? "zh-CN" : "en",
}));
