import { basename, resolve } from "node:path";
import { compileLists, parseLists, WxDomainError, type Locale } from "@wx-domain/core";
import { host } from "#host";
import type { CheckedSettings, DomainSource, PluginSettings } from "./settings.ts";
import { DEFAULT_FILE } from "./domain-file.ts";
import { HELPERS, LOCALE, TEXT, TEXTS, TEXTS_BY_NAME, type Shape } from "./shapes.ts";

const KEYS: Readonly<Record<keyof PluginSettings, true>> = {
  domains: true,
  root: true,
  globals: true,
  defines: true,
  helpers: true,
  alias: true,
  pageOrigins: true,
  locale: true,
  digest: true,
};

/** The language of messages about settings that may be faulty themselves. */
export function localeOf(raw: unknown): Locale {
  const locale: unknown = typeof raw === "object" && raw !== null && "locale" in raw ? raw.locale : undefined;
  return LOCALE.is(locale) ? locale : host.locale();
}

/** What the file with the domain lists is called, by settings that may be faulty themselves. */
export function domainFileName(raw: unknown): string {
  const domains: unknown = typeof raw === "object" && raw !== null && "domains" in raw ? raw.domains : undefined;
  return TEXT.is(domains) ? basename(domains) : DEFAULT_FILE;
}

/**
 * Settings as a person wrote them.
 *
 * @param place where they stand, for messages: `settings["wx-domain"]`.
 * @param cwd what a relative `root` is seen from.
 * @throws WxDomainError `settings/not-an-object`, `settings/unknown-key`, `settings/bad-value`, `settings/no-root`, and the
 *   codes of core's `parseLists`; each message begins with the place.
 */
export function checkSettings(raw: unknown, place: string, cwd: string): CheckedSettings {
  const given = knownKeys(raw, place);
  const read = <T>(key: keyof PluginSettings, shape: Shape<T>): T | undefined => checked(given.get(key), key, shape, place);
  const root = read("root", TEXT);
  const globals = read("globals", TEXTS);
  const defines = read("defines", TEXTS_BY_NAME);
  const helpers = read("helpers", HELPERS);
  const alias = read("alias", TEXTS_BY_NAME);
  read("digest", TEXT);
  return {
    domains: domainSource(given.get("domains"), place),
    root: root === undefined ? undefined : existingFolder(resolve(cwd, root), place),
    analysis: {
      ...(globals === undefined ? {} : { globals }),
      ...(defines === undefined ? {} : { defines }),
      ...(helpers === undefined ? {} : { helpers }),
      ...(alias === undefined ? {} : { alias }),
    },
    pageOrigins: read("pageOrigins", TEXTS) ?? [],
    locale: read("locale", LOCALE) ?? host.locale(),
  };
}

function knownKeys(raw: unknown, place: string): ReadonlyMap<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(asObject(raw ?? {}, place)));
  const unknown = [...given.keys()].find((key) => !Object.hasOwn(KEYS, key));
  if (unknown === undefined) return given;
  const known = Object.keys(KEYS).join(", ");
  throw new WxDomainError("settings/unknown-key", {
    en: `${place} has the unknown key "${unknown}". Known keys: ${known}. Mend or remove it.`,
    "zh-CN": `${place} 中有未知的键 “${unknown}”。已知的键：${known}。请改正或删除。`,
  });
}

function checked<T>(value: unknown, key: string, shape: Shape<T>, place: string): T | undefined {
  if (value === undefined || shape.is(value)) return value;
  throw new WxDomainError("settings/bad-value", {
    en: `${place}: "${key}" must be ${shape.words.en}. Mend or remove it.`,
    "zh-CN": `${place}：“${key}” 必须是${shape.words["zh-CN"]}。请改正或删除。`,
  });
}

function asObject(raw: unknown, place: string): object {
  if (typeof raw === "object" && raw !== null && !Array.isArray(raw)) return raw;
  throw new WxDomainError("settings/not-an-object", {
    en: `${place} must be an object such as { "domains": "wx-domains.json" }.`,
    "zh-CN": `${place} 必须是对象，例如 { "domains": "wx-domains.json" }。`,
  });
}

function domainSource(value: unknown, place: string): DomainSource {
  if (value === undefined || TEXT.is(value)) return { kind: "file", path: value };
  try {
    return { kind: "lists", lists: compileLists(parseLists(value)) };
  } catch (error) {
    if (!(error instanceof WxDomainError)) throw error;
    const text = { en: `${place}.domains: ${error.text.en}`, "zh-CN": `${place}.domains：${error.text["zh-CN"]}` };
    throw new WxDomainError(error.code, text, { cause: error });
  }
}

function existingFolder(folder: string, place: string): string {
  if (host.isFolder(folder)) return folder;
  throw new WxDomainError("settings/no-root", {
    en: `${place}: "root" must be the app's folder, but there is no folder ${folder}. Mend the path, or leave "root" out to take the nearest app of each file.`,
    "zh-CN": `${place}：“root” 必须是应用所在的目录，但目录 ${folder} 不存在。请改正路径；省略时取每个文件最近的应用目录。`,
  });
}
