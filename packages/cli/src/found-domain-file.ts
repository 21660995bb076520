import { readFile, stat } from "node:fs/promises";
import { join, normalize } from "node:path/posix";
import { resolve } from "node:path";
import type { CommandContext } from "./command.ts";
import { DEFAULT_DOMAIN_FILE } from "./domain-file.ts";

/** Where `init` puts the lists beside the folder itself, unless project.config.json names another. */
const APP_FOLDERS = ["src", "miniprogram"];

/**
 * The file of lists that a command takes where none is named: the one in the folder; else the only one in a folder where apps lie,
 * which is said on stderr. Where there is none, or more than one, it is the default: nothing is guessed.
 */
export async function findDomainFile({ cwd, terminal, locale }: CommandContext): Promise<string> {
  if (await isFile(resolve(cwd, DEFAULT_DOMAIN_FILE))) return DEFAULT_DOMAIN_FILE;
  const folders = new Set([...APP_FOLDERS, ...(await namedFolders(cwd))]);
  const files = [...folders].map((folder) => join(folder, DEFAULT_DOMAIN_FILE));
  const there = await Promise.all(files.map((file) => isFile(resolve(cwd, file))));
  const [only, ...more] = files.filter((_file, at) => there[at]);
  if (only === undefined || more.length > 0) return DEFAULT_DOMAIN_FILE;
  terminal.note({ en: `There is no ${DEFAULT_DOMAIN_FILE} here: ${only} is used.`, "zh-CN": `此处没有 ${DEFAULT_DOMAIN_FILE}：使用 ${only}。` }[locale]);
  return only;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

/** The app's folder as project.config.json names it; none that lies outside. Source: D project.config.json, `miniprogramRoot`. */
async function namedFolders(cwd: string): Promise<readonly string[]> {
  const text = await readFile(resolve(cwd, "project.config.json"), "utf8").catch(() => "{}");
  let settings: unknown;
  try {
    settings = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return [];
  }
  if (typeof settings !== "object" || settings === null) return [];
  const named = "miniprogramRoot" in settings ? settings.miniprogramRoot : "srcMiniprogramRoot" in settings ? settings.srcMiniprogramRoot : undefined;
  if (typeof named !== "string") return [];
  // Without the slash at the end that DevTools writes.
  const folder = normalize(`./${named.replaceAll("\\", "/")}`).replace(/\/$/, "");
  return folder.startsWith("..") ? [] : [folder];
}
