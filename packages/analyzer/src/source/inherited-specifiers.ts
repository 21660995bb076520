import { ownText } from "./own-text.ts";

/**
 * The specifiers of what a component may take for its own by `mixins` or `extends`, by regular expressions: any imported name that follows such a
 * word closely. More may be listed than is inherited, and nothing that is is left out, but for what is put together elsewhere.
 */
export function inheritedSpecifiers(text: string): ReadonlySet<string> {
  const names = new Set([...text.matchAll(INHERITING)].flatMap(([, list = ""]) => list.match(NAME) ?? []));
  const specifiers = new Set<string>();
  if (names.size === 0) return specifiers;
  for (const [, clause = "", specifier = ""] of text.matchAll(NAMED_IMPORT)) {
    if (clause.match(NAME)?.some((name) => names.has(name)) === true) specifiers.add(ownText(specifier));
  }
  return specifiers;
}

/** A list of mixins has no semicolon, brace or closing bracket in it; 300 characters are more than any has. */
const INHERITING = /\b(?:[mM]ixins|extends)\b([^;{}\]]{0,300})/g;
const NAME = /[\w$]+/g;
const NAMED_IMPORT = /\b(?:import|const|let|var)\s([^;'"()=]{1,300}?)(?:\sfrom\s|=\s{0,20}require\s{0,20}\()\s{0,20}["']([^"'\s]{1,300})["']/g;
