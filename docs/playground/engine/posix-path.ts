/** The part of `node:path` that ESLint and the rules ask of it, for paths with forward slashes: a bundler puts it in its place. */

export const sep = "/";

function normalParts(path: string): readonly string[] {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts;
}

/** The last absolute path counts, and what follows it; there is no working folder but `/`. */
export function resolve(...paths: readonly string[]): string {
  const from = Math.max(0, paths.findLastIndex(isAbsolute));
  return `/${normalParts(paths.slice(from).join("/")).join("/")}`;
}

export function join(...paths: readonly string[]): string {
  const joined = paths.join("/");
  const parts = normalParts(joined).join("/");
  return isAbsolute(joined) ? `/${parts}` : parts || ".";
}

export function relative(from: string, to: string): string {
  const below = normalParts(from);
  const above = normalParts(to);
  const shared = below.findIndex((part, at) => part !== above[at]);
  const common = shared < 0 ? below.length : shared;
  return [...below.slice(common).map(() => ".."), ...above.slice(common)].join("/");
}

export function isAbsolute(path: string): boolean {
  return path.startsWith("/");
}

export function dirname(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash < 0) return ".";
  return slash === 0 ? "/" : path.slice(0, slash);
}

export function basename(path: string, ending = ""): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name !== ending && name.endsWith(ending) ? name.slice(0, name.length - ending.length) : name;
}

export function extname(path: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 || name === ".." ? "" : name.slice(dot);
}

// ESLint is CommonJS, and takes the module as one object.
export default { sep, resolve, join, relative, isAbsolute, dirname, basename, extname };
