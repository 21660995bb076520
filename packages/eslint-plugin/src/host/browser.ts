import { createAnalyzer, explainHole, hasDecorators, isVendoredPath, judgeValue, memoryFiles, parseMarkup, projectDigest, removeDeadRegions, type FileAccess } from "@wx-domain/analyzer";
import { localeFromTag } from "@wx-domain/core";
import { registrableDomain } from "@wx-domain/core/public-suffix";
import type { Host } from "./host.ts";

let held: Readonly<Record<string, string>> = {};
let files: FileAccess = memoryFiles(held);

/** Longer than the analyzer takes a disk to stand still: what it remembers of the files ends with each change of them, and with nothing else. */
const NEXT_MOMENT = 10_000;
let time = 0;

/** The files that exist from now on: their texts by absolute path with forward slashes. */
export function holdFiles(texts: Readonly<Record<string, string>>): void {
  held = texts;
  files = memoryFiles(texts);
  time += NEXT_MOMENT;
}

export const host: Host = {
  analyzer: () => ({ createAnalyzer: (access) => createAnalyzer(access, () => time), explainHole, hasDecorators, isVendoredPath, judgeValue, parseMarkup, projectDigest, removeDeadRegions }),
  files: () => ({ read: (path) => files.read(path), list: (folder) => files.list(folder), version: (path) => files.version(path) }),
  publicSuffixes: () => registrableDomain,
  versionOf: (path) => textOf(path),
  read(path) {
    const text = textOf(path);
    if (text === undefined) throw new Error(`There is no file ${path}.`);
    return text;
  },
  isFolder: (path) => files.list(path) !== undefined,
  locale: () => localeFromTag(Intl.DateTimeFormat().resolvedOptions().locale),
};

function textOf(path: string): string | undefined {
  return Object.hasOwn(held, path) ? held[path] : undefined;
}
