import { WxDomainError, type Localized, type PoolVersions } from "@wx-domain/core";
import { changeJumpPool, differencesBetween, readPool, type Context, type PlatformAccess, type PoolChange, type PoolDifference } from "@wx-domain/loader";
import type { CommandContext, Given } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { printPool, VERSION_NAMES } from "./pool-text.ts";
import { readHosts, refuseBadHosts, refuseOverLimit } from "./hosts.ts";

/** `jump-domain set|add|delete`: shows what would change, then changes it. */
export async function changePool(
  action: PoolChange["action"],
  words: readonly string[],
  access: PlatformAccess,
  context: Context,
  { locale, terminal }: CommandContext,
  { switches }: Given,
): Promise<ExitCode> {
  const change: PoolChange = { action, hosts: readHosts(words), publish: switches.has("publish") };
  // What stands in the pool can be deleted, however odd it is.
  if (action !== "delete") refuseBadHosts(change.hosts);
  const before = await readPool("jump", access, context);
  if (action === "delete") refuseBadHosts(change.hosts.filter((host) => before.testing?.includes(host) !== true && before.published?.includes(host) !== true));
  const planned = plan(change, before);
  Object.values(planned).forEach(refuseOverLimit);
  const differences = differencesBetween({ jump: before }, { jump: { ...before, ...planned } });
  const isKnown = before.testing !== undefined && (before.published !== undefined || !change.publish);
  const asJson = switches.has("json");
  if (!asJson) for (const line of describe(differences)) await terminal.print(line);
  // What WeChat did not tell can't be compared: then the change is made, and its answer shows what came of it.
  if (isKnown && differences.length === 0) {
    await say(asJson, { ...before, invalid: [], written: false }, NOTHING);
    return EXIT.clean;
  }
  if (switches.has("dry-run")) {
    await say(asJson, { ...before, planned, invalid: [], written: false }, DRY_RUN);
    return EXIT.clean;
  }
  if (action === "set" && !switches.has("yes")) refuseRemoval(differences, isKnown);

  const after = await changeJumpPool(change, access, context);
  await say(asJson, { ...after, written: true });
  if (!asJson) await printPool(after, locale, terminal);
  if (after.invalid.length === 0) return EXIT.clean;
  terminal.note(`wx-domain: ${notTaken(after.invalid)[locale]}`);
  return EXIT.findings;

  async function say(json: boolean, result: object, text?: Localized): Promise<void> {
    if (json) await terminal.print(JSON.stringify({ action, ...result }));
    else if (text !== undefined) await terminal.print(text[locale]);
  }

  function describe(changes: readonly PoolDifference[]): string[] {
    return changes.flatMap(({ version, added, removed }) => [
      terminal.style.strong(VERSION_NAMES[version][locale]),
      ...added.map((host) => terminal.style.good(`  + ${host}`)),
      ...removed.map((host) => terminal.style.bad(`  - ${host}`)),
    ]);
  }
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

function notTaken(hosts: readonly string[]): Localized {
  return {
    en: `WeChat did not take ${hosts.join(", ")}. Most often the verification file is not served there, or the domain has no ICP filing: see wx-domain jump-domain confirm-file ${hosts.join(" ")}`,
    "zh-CN": `微信未接受 ${hosts.join("、")}。通常是无法访问校验文件，或域名未备案：请运行 wx-domain jump-domain confirm-file ${hosts.join(" ")}`,
  };
}

const NOTHING: Localized = { en: "The pool is like that already; nothing was sent.", "zh-CN": "域名池已是如此；未发出修改。" };
const DRY_RUN: Localized = { en: "Nothing was changed (--dry-run).", "zh-CN": "未作修改（--dry-run）。" };
