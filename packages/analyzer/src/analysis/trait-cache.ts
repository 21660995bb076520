import type { FileAccess } from "../files.ts";
import type { TextTraits } from "../program/relevance.ts";
import { textHash } from "../source/text-hash.ts";

/** What texts show without being parsed, kept by file and version. */
export interface TraitCache {
  /** Those of a text that a linter holds: mostly the one that was read when another file imported it. */
  readonly of: (path: string, text: string) => TextTraits;
  readonly at: (path: string) => TextTraits;
}

/** Files whose traits are kept. */
const MAX_TRAITS = 20_000;

export function traitCache(files: FileAccess, read: (text: string) => TextTraits): TraitCache {
  const kept = new Map<string, { version: string | undefined; readonly content: string; readonly traits: TextTraits }>();

  function traitsOf(path: string, text: string, version: string | undefined): TextTraits {
    const known = kept.get(path);
    const content = textHash(text);
    if (known?.content === content) {
      known.version = version ?? known.version;
      return known.traits;
    }
    if (kept.size >= MAX_TRAITS) kept.clear();
    const traits = read(text);
    kept.set(path, { version, content, traits });
    return traits;
  }

  return {
    of: (path, text) => traitsOf(path, text, undefined),
    at: (path) => {
      const version = files.version(path);
      const known = kept.get(path);
      return known !== undefined && known.version === version ? known.traits : traitsOf(path, files.read(path) ?? "", version);
    },
  };
}
