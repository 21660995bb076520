import type { ListName } from "@wx-domain/core";
import { LISTS_FILE, type Files } from "../engine/protocol.ts";

/** What a person works on, and what a link carries. */
export interface Program {
  readonly files: Files;
  /** The file in the editor; the lists have an editor of their own. */
  readonly open: string;
  /** Where H5 pages are served from. */
  readonly pageOrigins: readonly string[];
}

/** Where somebody begins who wants no example: the list is there, and nothing is in it. */
export const EMPTY_PROGRAM: Program = { files: { "index.js": "", [LISTS_FILE]: '{\n  "requestdomain": []\n}\n' }, open: "index.js", pageOrigins: [] };

/** More is no example, and a link with it would be too long for any chat. */
const MAX_FILES = 60;
const MAX_NAME = 120;

/** What is wrong with a file's name. */
export type NameFault = "empty" | "taken" | "malformed" | "full";

/** @param own the name that the file has now, if it is renamed. */
export function nameFault(name: string, files: Files, own?: string): NameFault | undefined {
  if (name === "") return "empty";
  if (name !== own && Object.hasOwn(files, name)) return "taken";
  if (own === undefined && Object.keys(files).length >= MAX_FILES) return "full";
  return isName(name) ? undefined : "malformed";
}

/** A path below the app's folder. No part is `.`, `..` or empty, and none is the beginning of an object's own workings. */
function isName(name: string): boolean {
  return name.length <= MAX_NAME && name !== "__proto__" && name.split("/").every((part) => /^[^\\:*?"<>|\p{Cc}]+$/u.test(part) && !/^\.{1,2}$/.test(part));
}

export function withFile({ files, ...rest }: Program, name: string, text: string): Program {
  return { ...rest, files: { ...files, [name]: text }, open: name };
}

export function withText(program: Program, name: string, text: string): Program {
  return { ...program, files: { ...program.files, [name]: text } };
}

/** The lists with one entry more; as they are, where they can't be read. */
export function withEntry(program: Program, list: ListName, entry: string): Program {
  let lists: unknown;
  try {
    lists = JSON.parse(program.files[LISTS_FILE] ?? "");
  } catch {
    return program;
  }
  if (!isRecord(lists)) return program;
  const entries: readonly unknown[] = Array.isArray(lists[list]) ? lists[list] : [];
  return withText(program, LISTS_FILE, `${JSON.stringify({ ...lists, [list]: [...entries, entry] }, null, 2)}\n`);
}

/** Where an entry stands in the file of lists. */
export function placeOfEntry({ files }: Program, list: ListName, entry: string): number {
  const text = files[LISTS_FILE] ?? "";
  return Math.max(0, text.indexOf(JSON.stringify(entry), text.indexOf(JSON.stringify(list))));
}

/** The file keeps its place among the others. */
export function renamed({ files, open, ...rest }: Program, from: string, to: string): Program {
  const entries = Object.entries(files).map(([name, text]): [string, string] => [name === from ? to : name, text]);
  return { ...rest, files: Object.fromEntries(entries), open: open === from ? to : open };
}

/** A deleted file is back where it was. */
export function restored(program: Program, name: string, before: Program): Program {
  const order = Object.keys(before.files);
  const place = (other: string): number => (order.includes(other) ? order.indexOf(other) : order.length);
  const { files, open, ...rest } = withFile(program, name, before.files[name] ?? "");
  return { ...rest, files: Object.fromEntries(Object.entries(files).sort(([one], [other]) => place(one) - place(other))), open };
}

/** The next file is opened in its place. */
export function withoutFile({ files, open, ...rest }: Program, name: string): Program {
  const names = sources(files);
  const at = names.indexOf(name);
  const next = names[at + 1] ?? names[at - 1] ?? "";
  return { ...rest, files: Object.fromEntries(Object.entries(files).filter(([other]) => other !== name)), open: open === name ? next : open };
}

/** The names of all files but the lists. */
export function sources(files: Files): readonly string[] {
  return Object.keys(files).filter((name) => name !== LISTS_FILE);
}

/**
 * A program from wherever: with names and texts as they may be, a file of lists, and an open file that exists. Line ends become
 * `\n`, which the editor's offsets count on. Undefined: it is none.
 */
export function asProgram(value: unknown): Program | undefined {
  if (!isRecord(value) || !isRecord(value["files"])) return undefined;
  const files: Record<string, string> = {};
  const entries = Object.entries(value["files"]);
  if (entries.length > MAX_FILES) return undefined;
  for (const [name, text] of entries) {
    if (typeof text !== "string" || !isName(name)) return undefined;
    files[name] = text.replace(/\r\n?/g, "\n");
  }
  files[LISTS_FILE] ??= "{}\n";
  const { open, pageOrigins } = value;
  const [first = ""] = sources(files);
  return {
    files,
    open: typeof open === "string" && sources(files).includes(open) ? open : first,
    pageOrigins: Array.isArray(pageOrigins) ? pageOrigins.filter((origin) => typeof origin === "string") : [],
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
