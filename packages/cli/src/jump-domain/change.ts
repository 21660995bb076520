import { WxDomainError, type Localized, type PoolVersions } from "@wx-domain/core";
import { changeJumpPool, differencesBetween, readPool, type Context, type PlatformAccess, type PoolChange, type PoolDifference } from "@wx-domain/loader";
import type { CommandContext, Given, Terminal } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { readHosts, refuseBadHosts, refuseOverLimit } from "./hosts.ts";
import { printPool, VERSION_NAMES } from "./pool-text.ts";

/** `jump-domain set|add|delete`: shows what would change, then changes it. */
export async function changePool(
  action: PoolChange["action"],
  words: readonly string[],
  access: PlatformAccess,
  api: Context,
  context: CommandContext,
  { switches }: Given,
): Promise<ExitCode> {
  const { locale, terminal } = context;
  const change: PoolChange = { action, hosts: readHosts(words), publish: switches.has("publish") };
  // What stands in the pool can be deleted, however odd it is.
  if (action !== "delete") refuseBadHosts(change.hosts);
  const before = await readPool("jump", access, api);
  if (action === "delete") refuseBadHosts(change.hosts.filter((host) => !holds(before, host)));
  const planned = plan(change, before);
  Object.values(planned).forEach(refuseOverLimit);
  const differences = differencesBetween({ jump: before }, { jump: { ...before, ...planned } });
  // What WeChat did not tell can't be compared: then the change is made, and its answer shows what came of it.
  const isKnown = before.testing !== undefined && (before.published !== undefined || !change.publish);

  const report = switches.has("json") ? jsonReport(action, terminal) : textReport(context);
  await report.differences(differences);
  if (isKnown && differences.length === 0) {
    await report.unchanged(before, NOTHING);
    return EXIT.clean;
  }
  if (switches.has("dry-run")) {
    await report.unchanged({ ...before, planned }, DRY_RUN);
    return EXIT.clean;
  }
  if (action === "set" && !switches.has("yes")) refuseRemoval(differences, isKnown);

  const after = await changeJumpPool(change, access, api);
  await report.changed(after);
  if (after.invalid.length === 0) return EXIT.clean;
  terminal.note(`wx-domain: ${notTaken(after.invalid)[locale]}`);
  return EXIT.findings;
}

function holds({ testing = [], published = [] }: PoolVersions, host: string): boolean {
  return testing.includes(host) || published.includes(host);
}

/** The hosts of each version that changes, afterwards. */
function plan({ action, hosts, publish }: PoolChange, before: PoolVersions): PoolVersions {
  const apply = (old: readonly string[] = []): readonly string[] => {
    switch (action) {
      case "set":
        return hosts;
      case "add":
        return [...new Set([...old, ...hosts])];
      case "delete":
        return old.filter((host) => !hosts.includes(host));
    }
  };
  return { testing: apply(before.testing), ...(publish ? { published: apply(before.published) } : {}) };
}

function refuseRemoval(differences: readonly PoolDifference[], isKnown: boolean): void {
  const removed = [...new Set(differences.flatMap((difference) => difference.removed))];
  if (isKnown && removed.length === 0) return;
  const what = isKnown
    ? { en: `would remove ${removed.join(", ")}`, "zh-CN": `将删除 ${removed.join("、")}` }
    : { en: "replaces a pool whose hosts WeChat did not tell", "zh-CN": "将替换微信未返回内容的域名池" };
  throw new WxDomainError("jump-domain/would-remove", {
    en: `set ${what.en}: nothing was changed. Add --yes if that is meant, or use add.`,
    "zh-CN": `set ${what["zh-CN"]}：未作修改。确认无误请加上 --yes，或改用 add。`,
  });
}

/** How a change is told. */
interface Report {
  differences(changes: readonly PoolDifference[]): Promise<void>;
  /** `planned`: what a change would have made of it. */
  unchanged(pool: PoolVersions & { readonly planned?: PoolVersions }, why: Localized): Promise<void>;
  changed(pool: PoolVersions): Promise<void>;
}

/** One object, when all is known. */
function jsonReport(action: PoolChange["action"], terminal: Terminal): Report {
  return {
    differences: () => Promise.resolve(),
    unchanged: (pool) => terminal.print(JSON.stringify({ action, ...pool, invalid: [], written: false })),
    changed: (pool) => terminal.print(JSON.stringify({ action, ...pool, written: true })),
  };
}

function textReport({ locale, terminal }: CommandContext): Report {
  return {
    differences: async (changes) => {
      for (const { version, added, removed } of changes) {
        await terminal.print(terminal.style.strong(VERSION_NAMES[version][locale]));
        for (const host of added) await terminal.print(terminal.style.good(`  + ${host}`));
        for (const host of removed) await terminal.print(terminal.style.bad(`  - ${host}`));
      }
    },
    unchanged: (_pool, why) => terminal.print(why[locale]),
    changed: (pool) => printPool(pool, locale, terminal),
  };
}

function notTaken(hosts: readonly string[]): Localized {
  return {
    en: `WeChat did not take ${hosts.join(", ")}. Most often the verification file is not served there, or the domain has no ICP filing: see wx-domain jump-domain confirm-file ${hosts.join(" ")}`,
    "zh-CN": `微信未接受 ${hosts.join("、")}。通常是无法访问校验文件，或域名未备案：请运行 wx-domain jump-domain confirm-file ${hosts.join(" ")}`,
  };
}

const NOTHING: Localized = { en: "The pool is like that already; nothing was sent.", "zh-CN": "域名池已是如此；未发出修改。" };
const DRY_RUN: Localized = { en: "Nothing was changed (--dry-run).", "zh-CN": "未作修改（--dry-run）。" };
