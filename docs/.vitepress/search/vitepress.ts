import { fileURLToPath } from "node:url";
import type { DefaultTheme } from "vitepress";
import type { Plugin } from "vite";
import { tokenize } from "./words.ts";

type LocalSearch = NonNullable<Extract<DefaultTheme.Config["search"], { provider: "local" }>["options"]>;

/** What VitePress puts into the index, and the words on the button that opens the search. */
export const localSearch: LocalSearch = {
  // The Chinese pages of the API are the English ones again.
  _render: (source, env, markdown) => {
    const html = markdown.render(source, env);
    return env.relativePath.startsWith("zh/api/") ? "" : html;
  },
  locales: {
    zh: { translations: { button: { buttonText: "搜索或粘贴报错", buttonAriaLabel: "搜索" } } },
    root: { translations: { button: { buttonText: "Search, or paste an error", buttonAriaLabel: "Search" } } },
  },
  miniSearch: { options: { tokenize } },
};

/**
 * Puts our search box in the place of VitePress's, which cuts what is pasted to 64 characters and gives a page a row for each of its sections.
 * VitePress documents this way of replacing a component of its theme.
 */
export function searchBox(): Plugin {
  return {
    name: "wx-domain:search-box",
    config: () => ({ resolve: { alias: [{ find: /^.*\/VPLocalSearchBox\.vue$/, replacement: fileURLToPath(new URL("SearchBox.vue", import.meta.url)) }] } }),
  };
}
