import type { FileAccess } from "../files.ts";
import { cachedFolders } from "./folders.ts";
import { appKindAt } from "./layout.ts";
import { normalizePath } from "./paths.ts";
import { openProject, type Project, type ProjectSettings } from "./project.ts";
import { walkSources } from "./source-files.ts";

/**
 * Every app below a folder as a project, sorted by path; then, if source files lie outside all of them, one for the folder itself.
 * So each source file belongs to exactly one of the projects' `sourceFiles`.
 */
export function findProjects(folder: string, files: FileAccess, settings: ProjectSettings = {}): Project[] {
  const start = normalizePath(folder);
  const folders = cachedFolders(files);
  const isApp = appKindAt(start, folders) !== undefined;
  const outside = walkSources(start, [start], folders);
  const apps = isApp ? [start] : [];
  // An app may lie in another one's folder: a demo, a second app that is built from the first.
  for (let pending = outside.apps; pending.length > 0; ) {
    apps.push(...pending);
    pending = pending.flatMap((app) => walkSources(app, [app], folders).apps);
  }
  const projects = apps.sort().map((app) => openProject(app, files, settings));
  if (isApp || (projects.length > 0 && outside.files.length === 0)) return projects;
  return [...projects, openProject(start, files, settings, "plain")];
}
