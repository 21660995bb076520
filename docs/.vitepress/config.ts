import { defineConfig } from "vitepress";
import { chinese, english } from "./locales.ts";
import { chineseLines } from "./chinese-lines.ts";
import { playground } from "../playground/vite.ts";
import { localSearch, searchBox } from "./search/vitepress.ts";

const REPOSITORY = "https://github.com/wx-domain/wx-domain";

export default defineConfig({
  title: "wx-domain",
  base: "/wx-domain/",
  cacheDir: ".cache",
  cleanUrls: true,
  // Notes for who works on this repository, and whole programs.
  srcExclude: ["decisions/**", "examples/**"],
  locales: { root: english, zh: chinese },
  markdown: { config: chineseLines },
  vite: { plugins: [playground(), searchBox()] },
  themeConfig: {
    outline: { level: [2, 3] },
    socialLinks: [{ icon: "github", link: REPOSITORY }],
    // The API's pages are written from the sources' docstrings.
    editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path` },
    search: { provider: "local", options: localSearch },
  },
});
