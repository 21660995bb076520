import { joinPath } from "./paths.ts";

/** A rule that turns the beginning of a specifier into a folder. */
export interface Alias {
  /** What the specifier is, or begins with. */
  readonly match: string;
  /** Whether more may follow; it is appended to the target. */
  readonly isPrefix: boolean;
  /** Absolute, tried in order. */
  readonly targets: readonly string[];
}

/** Paths that an alias is replaced with, best first; empty if none applies. */
export function aliasedPaths(aliases: readonly Alias[], specifier: string): string[] {
  return aliases.flatMap(({ match, isPrefix, targets }) => {
    if (isPrefix ? !specifier.startsWith(match) : specifier !== match) return [];
    return targets.map((target) => joinPath(target, specifier.slice(match.length)));
  });
}

/** Longer matches first; of equal ones, the earlier source. */
export function byPrecedence(aliases: readonly Alias[]): Alias[] {
  return [...aliases].sort((a, b) => b.match.length - a.match.length);
}

/** `"@/*": ["/app/src/*"]`, the form of tsconfig and of app.json's resolveAlias; targets are absolute. */
export function starAlias(pattern: string, targets: readonly string[]): Alias {
  const isPrefix = pattern.endsWith("*");
  const strip = (text: string): string => (isPrefix ? text.replace(/\*.*$/, "") : text);
  return { match: strip(pattern), isPrefix, targets: targets.map(strip) };
}

/** `"@": "/app/src"`, the form of webpack and Vite: the name itself or the name and a slash; with a `$` only the name itself. */
export function nameAlias(name: string, targets: readonly string[]): Alias[] {
  if (name.endsWith("$")) return [{ match: name.slice(0, -1), isPrefix: false, targets }];
  if (name.endsWith("/")) return [{ match: name, isPrefix: true, targets }];
  return [
    { match: name, isPrefix: false, targets },
    { match: `${name}/`, isPrefix: true, targets },
  ];
}

/**
 * What `@` and `~` mean where nothing says so: uni-app's `@` is the app's folder, and the templates of mpx, wepy and Taro
 * map it to `src`.
 */
export function customaryAliases(appFolder: string, root: string): Alias[] {
  const targets = [...new Set([appFolder, joinPath(root, "src"), root])];
  return ["@/", "~@/", "~/"].map((match) => ({ match, isPrefix: true, targets }));
}
