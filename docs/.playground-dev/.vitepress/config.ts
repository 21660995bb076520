import { defineConfig } from "vitepress";
import { playground } from "../../playground/vite.ts";
export default defineConfig({
  title: "wx-domain", base: "/wx-domain/", cleanUrls: true, srcDir: "..", ignoreDeadLinks: true,
  srcExclude: ["!(playground).md","zh/!(playground).md", "rules/**","zh/rules/**","lists/**","zh/lists/**","api/**","decisions/**","guide/**","zh/guide/**","errors/**","zh/errors/**","command/**","zh/command/**","recipes/**","zh/recipes/**"],
  locales: { root: {label:"English",lang:"en"}, zh: {label:"简体中文",lang:"zh-CN"} },
  themeConfig: { search: { provider: "local" }, nav: [{text:"Guide",link:"/guide/"},{text:"Playground",link:"/playground"}] },
  vite: { plugins: [playground()] },
});
