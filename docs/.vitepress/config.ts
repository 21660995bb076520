import { defineConfig } from "vitepress";
import { english, chinese } from "./locales.ts";

export default defineConfig({
  title: "wx-domain",
  base: "/wx-domain/",
  cacheDir: ".cache",
  cleanUrls: true,
  // Notes for who works on this repository.
  srcExclude: ["decisions/**"],
  locales: { root: english, zh: chinese },
  themeConfig: {
    socialLinks: [{ icon: "github", link: "https://github.com/wx-domain/wx-domain" }],
    search: { provider: "local" },
  },
});
