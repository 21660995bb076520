import type { DefaultTheme, LocaleSpecificConfig } from "vitepress";
import { apiSidebar, sidebarOf } from "./sidebar.ts";

type Locale = LocaleSpecificConfig<DefaultTheme.Config> & { readonly label: string };

export const english: Locale = {
  label: "English",
  lang: "en",
  description: "Lints a WeChat mini program's network calls against its domain lists.",
  themeConfig: {
    nav: [
      { text: "Guide", link: "/guide/" },
      { text: "Errors", link: "/errors/" },
      { text: "Rules", link: "/rules/" },
      { text: "Command", link: "/command/" },
      { text: "API", link: "/api/" },
      { text: "Playground", link: "/playground" },
    ],
    sidebar: {
      "/api/": apiSidebar("api/"),
      "/": sidebarOf("", {
        guide: "Guide",
        recipes: "Recipes",
        lists: "Where the lists come from",
        errors: "Errors",
        rules: "Rules",
        command: "Command",
      }),
    },
  },
};

export const chinese: Locale = {
  label: "简体中文",
  lang: "zh-CN",
  description: "对照后台配置的域名列表，检查微信小程序的每一处网络调用。",
  themeConfig: {
    nav: [
      { text: "指南", link: "/zh/guide/" },
      { text: "报错排查", link: "/zh/errors/" },
      { text: "规则", link: "/zh/rules/" },
      { text: "命令", link: "/zh/command/" },
      { text: "API（英文）", link: "/zh/api/" },
      { text: "在线试用", link: "/zh/playground" },
    ],
    sidebar: {
      "/zh/api/": apiSidebar("zh/api/"),
      "/zh/": sidebarOf("zh/", {
        guide: "指南",
        recipes: "按项目类型",
        lists: "域名列表从哪里来",
        errors: "报错排查",
        rules: "规则",
        command: "命令",
      }),
    },
    outline: { label: "本页目录", level: [2, 3] },
    docFooter: { prev: "上一页", next: "下一页" },
    editLink: { pattern: "https://github.com/wx-domain/wx-domain/edit/main/docs/:path", text: "在 GitHub 上修改本页" },
    darkModeSwitchLabel: "深色模式",
    lightModeSwitchTitle: "切换到浅色模式",
    darkModeSwitchTitle: "切换到深色模式",
    sidebarMenuLabel: "菜单",
    returnToTopLabel: "回到顶部",
    langMenuLabel: "切换语言",
    skipToContentLabel: "跳到正文",
    notFound: {
      title: "没有这个页面",
      quote: "可以把报错信息粘贴到上方的搜索框。",
      linkText: "回到首页",
    },
  },
};
