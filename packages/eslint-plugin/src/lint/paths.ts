import { relative, resolve, sep } from "node:path";

/** A path in the form that the analyzer takes: absolute, with forward slashes. */
export function analyzerPath(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** A path as a message shows it: seen from the app's folder, with forward slashes. */
export function shownPath(path: string, root: string): string {
  return analyzerPath(relative(root, path));
}

/** Whether a path is the folder or lies below it; both absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path));
}
