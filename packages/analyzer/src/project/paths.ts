// Paths are absolute with forward slashes, as FileAccess wants them; node:path is not there in a browser.

/** The folder that a path lies in; a root is its own folder. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash < 0) return path;
  const isRoot = slash === 0 || (slash === 2 && path[1] === ":");
  return path.slice(0, isRoot ? slash + 1 : slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `relative` as seen from `folder`, without `.`, `..` and doubled slashes. `..` stops at the root. */
export function joinPath(folder: string, relative: string): string {
  // Most are joined as they stand.
  const joined = `${folder}/${relative}`;
  if (IS_ABSOLUTE.test(joined) && !NEEDS_WORK.test(joined)) return joined;
  const root = /^(?:[A-Za-z]:)?\/?/.exec(folder)?.[0] ?? "";
  const parts: string[] = [];
  for (const part of `${folder.slice(root.length)}/${relative}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return root + parts.join("/");
}

const IS_ABSOLUTE = /^(?:[A-Za-z]:)?\//;
/** A segment that is empty, `.` or `..`. */
const NEEDS_WORK = /\/(?:\.\.?)?(?:\/|$)/;

/** Whether a path is the folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** A path as seen from a folder that it lies in. */
export function relativeTo(folder: string, path: string): string {
  return path.slice(folder.endsWith("/") ? folder.length : folder.length + 1);
}

/** A path as a program of any system writes it, in the form that FileAccess takes. */
export function normalizePath(path: string): string {
  return joinPath(path.replaceAll("\\", "/"), "");
}

/** The folder and the folders above it, nearest first; at most 40. */
export function* foldersUpward(folder: string): Generator<string> {
  let at = folder;
  for (let depth = 0; depth < 40; depth++) {
    yield at;
    const above = folderOf(at);
    if (above === at) return;
    at = above;
  }
}
