import type { FileAccess, FolderEntry } from "./files.ts";

/**
 * Files that exist only in memory: for tests and for a browser. Keys are absolute paths with forward slashes. The object
 * is read at each call, so a change to it (a new key, a deleted one, another text) is seen like a change on a disk.
 */
export function memoryFiles(texts: Readonly<Record<string, string>>): FileAccess {
  const list = (folder: string): readonly FolderEntry[] | undefined => {
    const prefix = folder.endsWith("/") ? folder : `${folder}/`;
    const kinds = new Map<string, FolderEntry["kind"]>();
    for (const path of Object.keys(texts)) {
      if (!path.startsWith(prefix)) continue;
      const rest = path.slice(prefix.length);
      const slash = rest.indexOf("/");
      if (slash < 0) kinds.set(rest, "file");
      else kinds.set(rest.slice(0, slash), "folder");
    }
    return kinds.size === 0 ? undefined : [...kinds].map(([name, kind]) => ({ name, kind }));
  };
  return {
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    list,
    version: (path) => {
      if (Object.hasOwn(texts, path)) return texts[path];
      return list(path)
        ?.map(({ name, kind }) => `${kind}:${name}`)
        .join("\n");
    },
  };
}
