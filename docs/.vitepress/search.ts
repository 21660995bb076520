import type { DefaultTheme } from "vitepress";

/**
 * How the site's search reads its pages and what people paste into it. VitePress sends these functions to the browser as text, so that each
 * must stand alone: no import, no name from outside of it.
 */

/**
 * Words of letters and digits; of Chinese, which has no blanks, each pair of neighbours. DevTools ends its messages with the address of the
 * manual, whose words say nothing about the fault.
 */
function tokenize(text: string): string[] {
  const runs = text.replaceAll(/https?:\/\/developers\.weixin\.qq\.com[\w./-]*/g, "").match(/\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const pairs = [...run.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)].map(([first, second = ""]) => first + second);
    return pairs.length === 0 ? [run] : pairs;
  });
}

/** A misspelled word is still found; a number is that number, since 40163 is another error than 40164. */
function fuzzy(term: string): number | false {
  return /^\d+$/.test(term) ? false : 0.2;
}

/** A number names an error; words are shared by many. */
function boostTerm(term: string): number {
  return /^\d{4,}$/.test(term) ? 3 : 1;
}

/**
 * Who pastes an error wants its page, not one of those that mention it. The address of a page on an error holds the words that tell it from
 * others (`redirect-url-not-in-domain-list`, `40164`, `codes#_40002-invalid-grant-type`): they count the more the fewer the address has.
 */
function boostDocument(id: string, term: string): number {
  const address = /\/errors\/(?:codes#_?)?([\w-]+)/.exec(id)?.[1];
  if (address === undefined) return 1;
  const words = address.split("-");
  const isOfAddress = words.some((word) => term === word || (word.length > 5 && term.includes(word)));
  return isOfAddress ? 2 + 16 / words.length : 2;
}

type LocalSearch = NonNullable<Extract<DefaultTheme.Config["search"], { provider: "local" }>["options"]>;

export const localSearch: LocalSearch = {
  // The Chinese pages of the API are the English ones again.
  _render: (source, env, markdown) => {
    const html = markdown.render(source, env);
    return env.relativePath.startsWith("zh/api/") ? "" : html;
  },
  locales: {
    zh: {
      translations: {
        button: { buttonText: "搜索或粘贴报错", buttonAriaLabel: "搜索" },
        modal: {
          displayDetails: "显示详情",
          resetButtonTitle: "清空",
          backButtonTitle: "关闭",
          noResultsText: "没有找到：",
          footer: { selectText: "打开", navigateText: "切换", closeText: "关闭" },
        },
      },
    },
    root: { translations: { button: { buttonText: "Search, or paste an error", buttonAriaLabel: "Search" } } },
  },
  miniSearch: {
    options: { tokenize },
    searchOptions: { fuzzy, boostTerm, boostDocument },
  },
};
