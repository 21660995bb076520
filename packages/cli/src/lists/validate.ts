import { listFaults, LISTS, poolGaps, POOLS, type Localized, type PoolGap } from "@wx-domain/core";
import { registrableDomain } from "@wx-domain/core/public-suffix";
import type { CommandContext, Given } from "../command.ts";
import { requireDomainFile } from "../domain-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { requirePoolFile } from "../pull/pool-file.ts";

/** `lists validate`: exit code 1 if an entry has a fault, or lies outside the platform's pool. */
export async function validateLists(file: string, { cwd, locale, terminal }: CommandContext, { values, switches }: Given): Promise<ExitCode> {
  const lists = await requireDomainFile(file, cwd);
  const pool = values.get("pool");
  const faults = listFaults(lists, { registrableDomain });
  const gaps = pool === undefined ? [] : poolGaps(lists, await requirePoolFile(pool, cwd));
  const outside = gaps.filter((gap) => gap.kind === "outside");
  const findings = faults.length + outside.length;
  if (switches.has("json")) {
    const faultRows = faults.map(({ list, index, entry, fault, text }) => ({ list, index, entry, fault, message: text[locale] }));
    await terminal.print(JSON.stringify({ faults: faultRows, pool: gaps.map((gap) => ({ ...gap, message: GAP_TEXTS[gap.kind](gap)[locale] })) }));
  } else {
    for (const { text } of faults) await terminal.print(`${terminal.style.bad("✗")} ${text[locale]}`);
    for (const gap of gaps) {
      const mark = gap.kind === "outside" ? terminal.style.bad("✗") : terminal.style.doubtful("?");
      await terminal.print(`${mark} ${GAP_TEXTS[gap.kind](gap)[locale]}`);
    }
    await terminal.print(summary(findings, file)[locale]);
  }
  return findings === 0 ? EXIT.clean : EXIT.findings;
}

const GAP_TEXTS: Readonly<Record<PoolGap["kind"], (gap: PoolGap) => Localized>> = {
  outside: ({ list, entry, pool }) => ({
    en: `The entry "${entry}" of the ${LISTS[list].name.en} is not in the ${POOLS[pool].name.en}. Add its host there first, or remove it.`,
    "zh-CN": `“${LISTS[list].name["zh-CN"]}”中的“${entry}”不在${POOLS[pool].name["zh-CN"]}中。请先在平台添加其域名，或删除该条目。`,
  }),
  "testing-only": ({ list, entry, pool }) => ({
    en: `The entry "${entry}" of the ${LISTS[list].name.en} is only in the testing version of the ${POOLS[pool].name.en}. Publish it before the app is released.`,
    "zh-CN": `“${LISTS[list].name["zh-CN"]}”中的“${entry}”仅在${POOLS[pool].name["zh-CN"]}的测试版中。请在小程序发布前同步到全网发布版。`,
  }),
  "parent-only": ({ list, entry, pool }) => ({
    en: `For the entry "${entry}" of the ${LISTS[list].name.en} the ${POOLS[pool].name.en} holds a parent domain only, of which no document says whether it suffices. Add the host itself.`,
    "zh-CN": `“${LISTS[list].name["zh-CN"]}”中的“${entry}”，${POOLS[pool].name["zh-CN"]}只有其父域名，官方文档未说明是否足够。请添加该域名本身。`,
  }),
};

function summary(findings: number, file: string): Localized {
  if (findings === 0) return { en: `No fault in ${file}.`, "zh-CN": `${file} 没有问题。` };
  const n = String(findings);
  return { en: `${findings === 1 ? "1 fault" : `${n} faults`} in ${file}.`, "zh-CN": `${file} 中有 ${n} 个问题。` };
}
