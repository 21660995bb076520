import type { FileAccess } from "@wx-domain/analyzer";
import type { Setup } from "./detect.ts";
import type { FileEdit } from "./file-edit.ts";

/**
 * A Git hook before each commit: husky's where there is husky, else Git's own. Undefined: there is neither, or another hook stands there.
 * @param line What it runs.
 */
export function hookEdit({ root, gitFolder }: Pick<Setup, "root" | "gitFolder">, line: string, files: FileAccess): FileEdit | undefined {
  const isHusky = files.list(`${root}/.husky`) !== undefined;
  const path = isHusky ? `${root}/.husky/pre-commit` : `${root}/.git/hooks/pre-commit`;
  const before = files.read(path);
  if (before?.includes("wx-domain") === true) return { path, before, after: before };
  if (isHusky) return { path, before, after: before === undefined ? `${line}\n` : `${before.replace(/\n*$/, "\n")}${line}\n`, executable: true };
  return gitFolder && before === undefined ? { path, before, after: `#!/bin/sh\n${line}\n`, executable: true } : undefined;
}
