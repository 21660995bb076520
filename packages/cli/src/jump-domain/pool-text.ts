import type { Locale, Localized, PoolVersions } from "@wx-domain/core";
import type { Terminal } from "../command.ts";

export const VERSION_NAMES: Readonly<Record<keyof PoolVersions, Localized>> = {
  published: { en: "published version", "zh-CN": "全网发布版" },
  testing: { en: "testing version", "zh-CN": "测试版" },
};

const UNKNOWN: Readonly<Record<keyof PoolVersions, Localized>> = {
  published: { en: "  not told by WeChat: the platform may not be published", "zh-CN": "  微信未返回：平台可能尚未全网发布" },
  testing: { en: "  not told by WeChat", "zh-CN": "  微信未返回" },
};

const EMPTY: Localized = { en: "  empty", "zh-CN": "  空" };

/** Both versions of the pool, a host a line. */
export async function printPool(versions: PoolVersions, locale: Locale, terminal: Terminal): Promise<void> {
  for (const version of ["testing", "published"] as const) {
    await terminal.print(terminal.style.strong(`${VERSION_NAMES[version][locale]}${locale === "en" ? ":" : "："}`));
    const hosts = versions[version];
    if (hosts === undefined) await terminal.print(UNKNOWN[version][locale]);
    else if (hosts.length === 0) await terminal.print(EMPTY[locale]);
    for (const host of hosts ?? []) await terminal.print(`  ${host}`);
  }
}
