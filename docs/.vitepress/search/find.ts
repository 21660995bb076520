import MiniSearch, { type SearchResult } from "minisearch";
import { errorIn } from "./paste.ts";
import { tokenize } from "./words.ts";

/** A page that the search shows. */
export interface Found {
  /** With the site's base: `/wx-domain/errors/40164`. */
  readonly link: string;
  readonly title: string;
  /** The headings above the place of the page that fits best; none for its beginning. */
  readonly section: readonly string[];
}

export interface Answer {
  /** What of the text was searched for. */
  readonly asked: string;
  /** One row a page, the best first. */
  readonly pages: readonly Found[];
  /** The words that were found. */
  readonly words: ReadonlySet<string>;
  /** Codes in the text that no page has: what is shown is found by its other words. */
  readonly unknownCodes: readonly string[];
}

export type Search = (text: string) => Answer;

/** What VitePress stores of a section: its heading, and those above it, as HTML. */
interface Section {
  readonly title: string;
  readonly titles: readonly string[];
}

const MOST_PAGES = 12;

/** Of the best page's score: what has less shares a common word with the text, and no more. */
const LEAST_SCORE = 0.05;

/** Opens the index that VitePress has written for a language. */
export function openIndex(json: string): Search {
  const index = MiniSearch.loadJSON<Section>(json, { fields: ["title", "titles", "text"], storeFields: ["title", "titles"], tokenize });
  const placesOf = (word: string): number => index.search(word, { prefix: false, fuzzy: false }).length;
  const isKnown = (word: string): boolean => placesOf(word) > 0;
  return (text) => {
    const asked = errorIn(text);
    const hits = index.search(asked, {
      boost: { title: 4, text: 2, titles: 1 },
      // A number names an error, the more so the fewer places have it; words are shared by many.
      boostTerm: (term) => (isCode(term) ? Math.max(2, 24 / placesOf(term)) : 1),
      boostDocument: (id, term, section) => weightOf(String(id), term) * (isSaidBy(section?.["title"], asked) ? 3 : 1),
      prefix: (term, place, terms) => (term.length > 3 || place === terms.length - 1) && !(isCode(term) && isKnown(term)),
      // A word that some page has is not misspelt; a number is that number, since 40163 is another error than 40164; short words resemble too many.
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) && !isKnown(term) ? 0.2 : false),
    });
    const good = hits.filter(({ score }) => score >= LEAST_SCORE * (hits[0]?.score ?? 0));
    return { asked, pages: pagesOf(good).slice(0, MOST_PAGES), words: new Set(good.flatMap(({ terms }) => terms)), unknownCodes: tokenize(asked).filter((word) => /^\d{5,}$/.test(word) && !isKnown(word)) };
  };
}

/** The pages of the sections that were found. Whoever finds a page by its beginning, too, reads it from there. */
function pagesOf(hits: readonly SearchResult[]): readonly Found[] {
  const pages = new Map<string, Found>();
  for (const hit of hits) {
    const section = String(hit.id);
    const page = section.replace(/#.*/, "");
    const [title = "", ...path] = headingsOf(hit);
    const known = pages.get(page);
    if (path.length === 0) pages.set(page, { link: page, title, section: [] });
    else if (known === undefined) pages.set(page, { link: section, title, section: path });
  }
  return [...pages.values()];
}

/** MiniSearch does not type what it was told to store. */
function headingsOf({ title, titles }: SearchResult): readonly string[] {
  const above: readonly unknown[] = Array.isArray(titles) ? titles : [];
  return [...above, title].map((heading) => plain(String(heading)));
}

function isCode(term: string): boolean {
  return /^\d{4,}$/.test(term);
}

/**
 * Who pastes an error wants its page, not one of those that mention it. The address of a page on an error holds the words that tell it from
 * others (`redirect-url-not-in-domain-list`, `40164`, `codes#_40002-invalid-grant-type`): they count the more the fewer the address has.
 */
function weightOf(id: string, term: string): number {
  const address = /\/errors\/(?:codes#_?)?([\w-]+)/.exec(id)?.[1];
  if (address === undefined) return id.includes("/api/") ? 0.5 : 1;
  const words = address.split("-");
  const isOfAddress = words.some((word) => term === word || (word.length > 5 && term.includes(word)));
  return isOfAddress ? 2 + 16 / words.length : 2;
}

/** Whether a heading has what was searched for, word by word. */
function isSaidBy(heading: unknown, asked: string): boolean {
  const [all, some] = [String(heading), asked].map((text) => ` ${tokenize(text.toLowerCase()).join(" ")} `);
  return all !== undefined && some !== undefined && some.trim().includes(" ") && all.includes(some);
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };

function plain(html: string): string {
  return html.replaceAll(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity).replaceAll("\u200B", "");
}
