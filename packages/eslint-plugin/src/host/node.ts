import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import type { FileAccess } from "@wx-domain/analyzer";
import { localeFromTag } from "@wx-domain/core";
import type { AnalyzerModule, Host } from "./host.ts";

// Rules are synchronous, so what is loaded late is required, which Node allows for modules without top-level await.
const load: (name: string) => unknown = createRequire(import.meta.url);

export const host: Host = {
  analyzer() {
    const module = load("@wx-domain/analyzer");
    if (isAnalyzerModule(module)) return module;
    throw otherVersion("@wx-domain/analyzer");
  },
  files() {
    const module = load("@wx-domain/analyzer/node");
    if (isNodeModule(module)) return module.nodeFiles();
    throw otherVersion("@wx-domain/analyzer");
  },
  publicSuffixes() {
    const module = load("@wx-domain/core/public-suffix");
    if (isPublicSuffixModule(module)) return module.registrableDomain;
    throw otherVersion("@wx-domain/core");
  },
  versionOf(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? `${String(stats.mtimeMs)}:${String(stats.size)}` : undefined;
  },
  read: (path) => readFileSync(path, "utf8"),
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  /** By the precedence of POSIX. */
  locale() {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    return localeFromTag([LC_ALL, LC_MESSAGES, LANG].find(Boolean));
  },
};

function otherVersion(name: string): TypeError {
  return new TypeError(`${name} has another version than eslint-plugin-wx-domain: install both anew.`);
}

function isAnalyzerModule(value: unknown): value is AnalyzerModule {
  return ["createAnalyzer", "explainHole", "hasDecorators", "isVendoredPath", "judgeValue", "parseMarkup", "projectDigest", "removeDeadRegions"].every((name) => hasFunction(value, name));
}

function isNodeModule(value: unknown): value is { readonly nodeFiles: () => FileAccess } {
  return hasFunction(value, "nodeFiles");
}

function isPublicSuffixModule(value: unknown): value is { readonly registrableDomain: (host: string) => string | null } {
  return hasFunction(value, "registrableDomain");
}

function hasFunction(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, name) === "function";
}
