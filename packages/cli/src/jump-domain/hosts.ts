import { POOLS, poolFaults, WxDomainError } from "@wx-domain/core";
import { registrableDomain } from "@wx-domain/core/public-suffix";
import { splitHosts } from "@wx-domain/loader";
import { usageError } from "../usage-error.ts";

const LIMIT = POOLS.jump.limits.current;

/**
 * The hosts that the command line names, each once: words, or lists with `;`, commas or blanks.
 * @throws WxDomainError `usage/no-hosts`
 */
export function readHosts(words: readonly string[]): readonly string[] {
  const hosts = [...new Set(words.flatMap(splitHosts))];
  if (hosts.length > 0) return hosts;
  throw usageError("no-hosts", "Name the hosts: wx-domain jump-domain add www.example.com.", "请给出域名：wx-domain jump-domain add www.example.com。");
}

/** @throws WxDomainError `jump-domain/bad-hosts` with a sentence for each host that no pool can hold. */
export function refuseBadHosts(hosts: readonly string[]): void {
  const faults = poolFaults("jump", hosts, { registrableDomain });
  if (faults.length === 0) return;
  throw new WxDomainError("jump-domain/bad-hosts", {
    en: `${faults.map((fault) => fault.text.en).join("\n")}\nNothing was changed.`,
    "zh-CN": `${faults.map((fault) => fault.text["zh-CN"]).join("\n")}\n未作修改。`,
  });
}

/** @throws WxDomainError `jump-domain/over-limit` */
export function refuseOverLimit(hosts: readonly string[]): void {
  if (hosts.length <= LIMIT) return;
  throw new WxDomainError("jump-domain/over-limit", {
    en: `The pool would hold ${String(hosts.length)} hosts, and it takes ${String(LIMIT)}: delete some first. Nothing was changed.`,
    "zh-CN": `修改后将有 ${String(hosts.length)} 个域名，超过上限 ${String(LIMIT)} 个：请先删除一些。未作修改。`,
  });
}
