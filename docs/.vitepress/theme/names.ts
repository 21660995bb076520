import { onContentUpdated, useData } from "vitepress";
import { onMounted } from "vue";

interface Named {
  readonly selector: string;
  readonly en: string;
  readonly zh: string;
}

/** What VitePress 1.6 tells screen readers in English whatever the page's language: it has no option for these. */
const HIDDEN_TEXTS: readonly Named[] = [
  { selector: "#main-nav-aria-label", en: "Main Navigation", zh: "主导航" },
  { selector: "#sidebar-aria-label", en: "Sidebar Navigation", zh: "侧边栏导航" },
  { selector: "#doc-footer-aria-label", en: "Pager", zh: "上一页与下一页" },
];

const LABELS: readonly Named[] = [
  { selector: ".VPNavBarExtra > button", en: "extra navigation", zh: "更多" },
  { selector: ".VPNavBarHamburger", en: "mobile navigation", zh: "菜单" },
  { selector: ".VPSidebarItem .caret", en: "toggle section", zh: "展开或收起" },
];

const TITLES: readonly Named[] = [{ selector: "button.copy", en: "Copy Code", zh: "复制代码" }];

/** Keeps those names in the language of the page. */
export function nameInPageLanguage(): void {
  const { lang } = useData();
  const apply = (): void => {
    const language = lang.value.startsWith("zh") ? "zh" : "en";
    const each = (rows: readonly Named[], set: (element: Element, name: string) => void): void => {
      for (const row of rows) for (const element of document.querySelectorAll(row.selector)) set(element, row[language]);
    };
    each(HIDDEN_TEXTS, (element, name) => (element.textContent = name));
    each(LABELS, (element, name) => element.setAttribute("aria-label", name));
    each(TITLES, (element, name) => element.setAttribute("title", name));
  };
  onMounted(apply);
  onContentUpdated(apply);
}
