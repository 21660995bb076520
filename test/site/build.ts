/** The site as it is published, built once before the tests that look at it. */
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../..", import.meta.url));

/** Where the built site lies. */
export const SITE = join(workspace, "docs/.vitepress/dist");

/** Below which path it is published. */
export const BASE = "/wx-domain/";

/** Vitest calls this before the project's first test. */
export function setup(): void {
  execFileSync("pnpm", ["--filter", "@wx-domain/docs", "run", "build"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
}

/** The file that is published at a path; undefined if there is none. */
export function publishedFile(path: string): string | undefined {
  if (!path.startsWith(BASE)) return undefined;
  const named = join(SITE, decodeURIComponent(path.slice(BASE.length)));
  return [named, `${named}.html`, join(named, "index.html")].find((file) => existsSync(file) && statSync(file).isFile());
}
