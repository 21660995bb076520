import { stat } from "node:fs/promises";
import { usageError } from "./usage-error.ts";

/**
 * @param shown The path as the user wrote it.
 * @throws WxDomainError `usage/no-folder`
 */
export async function requireFolder(folder: string, shown: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) return;
  throw usageError("no-folder", `There is no folder "${shown}": give the folder of the mini program.`, `目录“${shown}”不存在：请给出小程序所在目录。`);
}
