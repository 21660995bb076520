import { isOver } from "../bounds.ts";
import type { Folders } from "./folders.ts";
import { appKindAt } from "./layout.ts";
import { SOURCE_EXTENSION } from "./module-extensions.ts";
import { joinPath } from "./paths.ts";

/** Folders that hold nothing of the app, wherever they lie. */
const NEVER_SOURCE: ReadonlySet<string> = new Set([
  "node_modules",
  "unpackage", // uni-app's output
  ".git",
  "coverage",
  "__tests__",
  "__mocks__",
  "cloudfunctions", // run on Tencent's servers, where no list applies
  "cloudfunction",
  "uniCloud-aliyun",
  "uniCloud-tcb",
  "uniCloud-alipay",
]);

/** Outputs of a build, if they lie directly in the app's or the project's folder: deeper down the names are used for other things. */
const OUTPUTS: ReadonlySet<string> = new Set(["dist", "build", "output", "out"]);

export interface Walk {
  readonly files: readonly string[];
  /** Folders of apps that were met below the start, and not entered. */
  readonly apps: readonly string[];
}

/** The source files below a folder, without those of an app that lies in it; sorted by folder. Third-party code inside the app is included. */
export function walkSources(start: string, outputsOf: readonly string[], folders: Folders): Walk {
  const files: string[] = [];
  const apps: string[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const [name, kind] of [...folders.entries(folder)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const path = joinPath(folder, name);
      if (kind === "file") {
        if (!isSource(name)) continue;
        // A walk that finds more is in a place that is no program.
        if (isOver("source-files", files.length + 1, start)) return;
        files.push(path);
      } else if (isEntered(name, folder, outputsOf)) {
        if (isOver("folder-depth", depth + 1, path)) continue;
        if (appKindAt(path, folders) === undefined) visit(path, depth + 1);
        else apps.push(path);
      }
    }
  };
  visit(start, 0);
  return { files, apps };
}

function isSource(name: string): boolean {
  return SOURCE_EXTENSION.test(name) && !/\.d\.[mc]?ts$|\.(?:test|spec)\.\w+$/.test(name);
}

function isEntered(name: string, parent: string, outputsOf: readonly string[]): boolean {
  if (NEVER_SOURCE.has(name) || name.startsWith(".")) return false;
  return !(OUTPUTS.has(name) && outputsOf.includes(parent));
}
