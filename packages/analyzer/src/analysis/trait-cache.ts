import type { FileAccess } from "../files.ts";
import type { TextTraits } from "../program/relevance.ts";

/** What texts show without being parsed, kept by file and version. */
export interface TraitCache {
  readonly of: (text: string) => TextTraits;
  readonly at: (path: string) => TextTraits;
}

/** Files whose traits are kept. */
const MAX_TRAITS = 20_000;

export function traitCache(files: FileAccess, read: (text: string) => TextTraits): TraitCache {
  const kept = new Map<string, { readonly version: string | undefined; readonly traits: TextTraits }>();
  return {
    of: read,
    at: (path) => {
      const version = files.version(path);
      const known = kept.get(path);
      if (known?.version === version && known !== undefined) return known.traits;
      if (kept.size >= MAX_TRAITS) kept.clear();
      const traits = read(files.read(path) ?? "");
      kept.set(path, { version, traits });
      return traits;
    },
  };
}
