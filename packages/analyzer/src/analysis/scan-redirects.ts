import type { FileAccess } from "../files.ts";
import type { ModuleStore } from "../program/module-store.ts";
import type { Program } from "../program/program.ts";
import type { Project } from "../project/project.ts";
import { redirectCalls } from "./file-page.ts";
import { withModule, type OpenedPage } from "./scan-pages.ts";

/** Where WeChat's authorization leads back to, from the app's own pages. */
export function redirectPages(project: Project, files: FileAccess, store: ModuleStore, program: Program): OpenedPage[] {
  return project.sourceFiles().flatMap((path) => {
    const text = project.isVendored(path) ? "" : (files.read(path) ?? "");
    if (!text.includes("redirect_uri")) return [];
    const opened = withModule(path, store, program);
    if (opened.owner === undefined) return [];
    return redirectCalls(program.evaluator, opened.owner, text, opened.program).map((call) => ({ file: path, text, call }));
  });
}
