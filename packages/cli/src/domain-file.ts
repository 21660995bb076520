import { parseSnapshot, WxDomainError, type DomainLists, type Localized, type Snapshot } from "@wx-domain/core";
import { systemCode } from "@wx-domain/loader/faults";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/** Where the lists stand unless the user says otherwise. */
export const DEFAULT_DOMAIN_FILE = "wx-domains.json";

/** What a person types to fetch the lists into a file. */
export function pullCommand(file: string): string {
  return `npx wx-domain pull${file === DEFAULT_DOMAIN_FILE ? "" : ` --out ${/\s/.test(file) ? JSON.stringify(file) : file}`}`;
}

/**
 * The lists of a domain file.
 * @throws WxDomainError also if there is no such file.
 */
export async function requireDomainFile(shown: string, cwd: string): Promise<DomainLists> {
  return (await requireSnapshot(shown, cwd)).lists;
}

/**
 * The whole of a domain file; undefined if there is no such file.
 * @param shown The path as the user wrote it.
 * @throws WxDomainError with the file and the place if it can't be read.
 */
export async function readSnapshot(shown: string, cwd: string): Promise<Snapshot | undefined> {
  const text = await readText(shown, cwd);
  return text === undefined ? undefined : parseSnapshot(text, shown);
}

/** @throws WxDomainError also if there is no such file. */
export async function requireSnapshot(shown: string, cwd: string): Promise<Snapshot> {
  return parseSnapshot(await requireText(shown, cwd, NO_FILE), shown);
}

const NO_FILE: Localized = {
  en: "check the path, or run wx-domain pull to make one.",
  "zh-CN": "请检查路径，或运行 wx-domain pull 生成。",
};

/** @param remedy What to do if there is no such file. */
export async function requireText(shown: string, cwd: string, remedy: Localized): Promise<string> {
  const text = await readText(shown, cwd);
  if (text !== undefined) return text;
  throw new WxDomainError("lists/no-file", {
    en: `There is no file "${shown}": ${remedy.en}`,
    "zh-CN": `文件“${shown}”不存在：${remedy["zh-CN"]}`,
  });
}

async function readText(shown: string, cwd: string): Promise<string | undefined> {
  try {
    return await readFile(resolve(cwd, shown), "utf8");
  } catch (error) {
    const code = systemCode(error) ?? "?";
    if (code === "ENOENT") return undefined;
    throw new WxDomainError("lists/unreadable", {
      en: `"${shown}" can't be read (${code}): give the path of a file with domain lists.`,
      "zh-CN": `无法读取“${shown}”（${code}）：请给出域名列表文件的路径。`,
    });
  }
}
