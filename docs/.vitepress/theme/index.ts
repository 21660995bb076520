import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import "./code.css";
import "./home.css";
import { nameInPageLanguage } from "./names.ts";

const theme: Theme = { extends: DefaultTheme, setup: nameInPageLanguage };

export default theme;
