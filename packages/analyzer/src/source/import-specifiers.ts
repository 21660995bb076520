import { ownText } from "./own-text.ts";

/**
 * What a text imports, by regular expression: `import … from`, `export … from`, `import "x"`, `import("x")`, `require("x")`, and a script's `src`. Without
 * parsing, so a specifier in a comment or a string is listed too, and one that is computed is not. In order, each once.
 */
export function importSpecifiers(text: string): ImportSpecifiers {
  const all = new Set<string>();
  const atOnce = new Set<string>();
  for (const match of text.matchAll(SPECIFIER)) {
    const specifier = match[1] ?? match[2] ?? match[3];
    if (specifier === undefined) continue;
    all.add(specifier);
    if (match[2] === undefined || !match[0].startsWith("import")) atOnce.add(specifier);
  }
  return { all: [...all].map(ownText), lazy: [...all].filter((one) => !atOnce.has(one)).map(ownText) };
}

export interface ImportSpecifiers {
  readonly all: readonly string[];
  /** Those that only `import("…")` names. */
  readonly lazy: readonly string[];
}

/** A specifier holds no line break and no space at its ends; 300 characters are more than any has. */
const SPECIFIER =
  /\b(?:from|import)\s{0,20}["']([^"'\s]{1,300})["']|\b(?:require(?:\.async)?|import)\s{0,20}\(\s{0,80}["'`]([^"'`\s$]{1,300})["'`]|<script\b[^>]{0,300}?\ssrc=["']([^"'\s]{1,300})["']/g;
