import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import MiniSearch from "minisearch";
import { localSearch } from "../../docs/.vitepress/search.ts";
import { BASE, SITE } from "./build.ts";

/** The pages that the site's search shows for what somebody types or pastes, best first: `errors/40164`, `zh/errors/40164`. */
export type Search = (text: string) => readonly string[];

/** VitePress's own name for a language's pages. */
type Language = "root" | "zh";

/** The search of the built site: its index, read and asked as VPLocalSearchBox.vue of VitePress 1.6 does. */
export async function searchOf(language: Language): Promise<Search> {
  const { miniSearch } = localSearch;
  const index = MiniSearch.loadJSON(await indexOf(language), {
    fields: ["title", "titles", "text"],
    storeFields: ["title", "titles"],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 }, ...miniSearch?.searchOptions },
    ...miniSearch?.options,
  });
  return (text) => [...new Set(index.search(text).slice(0, 16).map(({ id }) => pageOf(String(id))))];
}

async function indexOf(language: Language): Promise<string> {
  const chunks = join(SITE, "assets/chunks");
  const name = readdirSync(chunks).find((file) => file.startsWith(`@localSearchIndex${language}.`));
  if (name === undefined) throw new Error(`The site has no search index of "${language}".`);
  const module = (await import(pathToFileURL(join(chunks, name)).href)) as { readonly default: string };
  return module.default;
}

function pageOf(id: string): string {
  return id.slice(BASE.length).replace(/#.*/, "");
}
