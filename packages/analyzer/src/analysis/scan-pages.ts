import type { FileAccess } from "../files.ts";
import type { Callers } from "../program/callers.ts";
import type { ModuleStore } from "../program/module-store.ts";
import type { Program } from "../program/program.ts";
import type { Project } from "../project/project.ts";
import type { FileCall } from "./file-analysis.ts";
import { jsxElements, markupElements, type MarkupProgram } from "./file-elements.ts";

/** A page that a file opens. */
export interface OpenedPage {
  readonly file: string;
  readonly text: string;
  readonly call: FileCall;
}

const MAY_OPEN = /<web-?view\b/i;

/** False only if a source file neither opens a page in `<web-view>`, in its own text or the markup beside it, nor sends anybody for authorization. */
export function mayOpenPage(path: string, text: string, files: FileAccess): boolean {
  if (MAY_OPEN.test(text) || text.includes("redirect_uri")) return true;
  const markup = markupBeside(path, files);
  return markup !== undefined && MAY_OPEN.test(files.read(markup) ?? "");
}

function markupBeside(path: string, files: FileAccess): string | undefined {
  const markup = path.replace(/\.[jt]s$/, ".wxml");
  return markup !== path && files.version(markup) !== undefined ? markup : undefined;
}

/** The pages that a program opens in `<web-view>`. */
export function openedPages(project: Project, files: FileAccess, store: ModuleStore, program: Program, callers: Callers): OpenedPage[] {
  const pages: OpenedPage[] = [];
  const markupSeen = new Set<string>();
  const openedBy = (path: string): MarkupProgram => withModule(path, store, program);
  for (const path of project.sourceFiles()) {
    if (project.isVendored(path)) continue;
    const markup = markupBeside(path, files);
    if (markup !== undefined && !markupSeen.has(markup)) {
      markupSeen.add(markup);
      const text = files.read(markup) ?? "";
      if (MAY_OPEN.test(text)) add(markup, text, markupElements(markup, text, (read) => read(openedBy(path))).calls);
    }
    const text = files.read(path) ?? "";
    if (!MAY_OPEN.test(text)) continue;
    const opened = openedBy(path);
    if (opened.owner === undefined) continue;
    add(path, text, [...markupElements(path, text, (read) => read(opened)).calls, ...jsxElements(opened.program, callers, opened.owner, text).calls]);
  }

  function add(file: string, text: string, calls: readonly FileCall[]): void {
    for (const call of calls) pages.push({ file, text, call });
  }

  return pages;
}

/** The program with a module that may have nothing to do with the network. */
export function withModule(path: string, store: ModuleStore, program: Program): MarkupProgram {
  const loaded = store.load(path, false);
  const owner = loaded.kind === "module" && !loaded.module.vendored ? loaded.module : undefined;
  return { program: { evaluator: program.evaluator, moduleAt: (file) => (file === owner?.path ? owner : program.moduleAt(file)) }, owner };
}
