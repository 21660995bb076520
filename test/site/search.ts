import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openIndex } from "../../docs/.vitepress/search/find.ts";
import { BASE, SITE } from "./build.ts";

/** The pages that the site's search shows for what somebody types or pastes, best first: `errors/40164`, `zh/errors/40164`. */
export type Search = (text: string) => readonly string[];

/** VitePress's own name for a language's pages. */
type Language = "root" | "zh";

/** The search of the built site: its index, and the functions that the search box asks. */
export async function searchOf(language: Language): Promise<Search> {
  const search = openIndex(await indexOf(language));
  return (text) => search(text).pages.map(({ link }) => link.slice(BASE.length).replace(/#.*/, ""));
}

async function indexOf(language: Language): Promise<string> {
  const chunks = join(SITE, "assets/chunks");
  const name = readdirSync(chunks).find((file) => file.startsWith(`@localSearchIndex${language}.`));
  if (name === undefined) throw new Error(`The site has no search index of "${language}".`);
  const module = (await import(pathToFileURL(join(chunks, name)).href)) as { readonly default: string };
  return module.default;
}
