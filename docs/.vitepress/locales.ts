import type { DefaultTheme, LocaleSpecificConfig } from "vitepress";

type Locale = LocaleSpecificConfig<DefaultTheme.Config> & { readonly label: string };

export const english: Locale = {
  label: "English",
  lang: "en",
  description: "Lints a WeChat mini program's network calls against its domain lists.",
  themeConfig: {
    nav: [
      { text: "Guide", link: "/guide/" },
      { text: "Playground", link: "/playground" },
    ],
  },
};

export const chinese: Locale = {
  label: "简体中文",
  lang: "zh-CN",
  description: "对照合法域名列表检查微信小程序的网络调用。",
  themeConfig: {
    nav: [
      { text: "指南", link: "/zh/guide/" },
      { text: "在线试用", link: "/zh/playground" },
    ],
  },
};
