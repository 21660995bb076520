import { parseSnapshot, WxDomainError, type DomainLists } from "@wx-domain/core";
import { systemCode } from "@wx-domain/loader";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/** Where the lists stand unless the user says otherwise. */
export const DEFAULT_DOMAIN_FILE = "wx-domains.json";

/**
 * The lists of a domain file; undefined if there is no such file.
 * @param shown The path as the user wrote it.
 * @throws WxDomainError with the file and the place if it can't be read.
 */
export async function readDomainFile(shown: string, cwd: string): Promise<DomainLists | undefined> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, shown), "utf8");
  } catch (error) {
    const code = systemCode(error) ?? "?";
    if (code === "ENOENT") return undefined;
    throw new WxDomainError("lists/unreadable", {
      en: `"${shown}" can't be read (${code}): give the path of a file with domain lists.`,
      "zh-CN": `无法读取“${shown}”（${code}）：请给出域名列表文件的路径。`,
    });
  }
  return parseSnapshot(text, shown).lists;
}

/** @throws WxDomainError also if there is no such file. */
export async function requireDomainFile(shown: string, cwd: string): Promise<DomainLists> {
  const lists = await readDomainFile(shown, cwd);
  if (lists !== undefined) return lists;
  throw new WxDomainError("lists/no-file", {
    en: `There is no file "${shown}": check the path, or run wx-domain pull to make one.`,
    "zh-CN": `文件“${shown}”不存在：请检查路径，或运行 wx-domain pull 生成。`,
  });
}
