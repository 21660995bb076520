import type { DefaultTheme } from "vitepress";

/**
 * How the site's search reads its pages and what people paste into it. VitePress sends these functions to the browser as text, so that each
 * must stand alone: no import, no name from outside of it.
 */

/** Words of letters and digits; of Chinese, which has no blanks, each pair of neighbours. */
function tokenize(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+/gu) ?? [];
  return runs.flatMap((run) => {
    if (!/^\p{Script=Han}{2}/u.test(run)) return [run];
    const characters = [...run];
    return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
  });
}

/** A misspelled word is still found; a number is that number, since 40163 is another error than 40164. */
function fuzzy(term: string): number | false {
  return /^\d+$/.test(term) ? false : 0.2;
}

/** Who pastes an error wants its page, not one of those that mention it. */
function boostDocument(id: string): number {
  return /\/errors\/./.test(id) ? 2 : 1;
}

type LocalSearch = NonNullable<Extract<DefaultTheme.Config["search"], { provider: "local" }>["options"]>;

export const localSearch: LocalSearch = {
  miniSearch: {
    options: { tokenize },
    searchOptions: { fuzzy, boostDocument },
  },
};
