import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { defineComponent, h } from "vue";
import "./code.css";
import "./home.css";
import { nameInPageLanguage } from "./names.ts";

const Layout = defineComponent(() => {
  nameInPageLanguage();
  return () => h(DefaultTheme.Layout);
});

const theme: Theme = { extends: DefaultTheme, Layout };

export default theme;
