import { POOLS, type Localized } from "@wx-domain/core";
import { deadlineIn, nodeEdges, platformAccess, poolsSource, pullPools, type PoolDifference } from "@wx-domain/loader";
import { resolve } from "node:path";
import type { CommandContext, Given } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { readTimeout } from "../source/options.ts";
import { usageError } from "../usage-error.ts";
import { warningText } from "../warning.ts";
import { DEFAULT_POOL_FILE } from "./pool-file.ts";

/** `pull --source pools`: the third-party platform's pools, for `lists validate --pool`. */
export async function pullPlatformPools({ cwd, environment, locale, terminal, redactor }: CommandContext, given: Given): Promise<ExitCode> {
  for (const option of ["appid", "from", "reads"]) {
    if (given.values.has(option)) {
      throw usageError("not-of-pools", `The platform's pools belong to no app: leave out --${option}.`, `第三方平台的域名池不属于某个小程序：请去掉 --${option}。`);
    }
  }
  const edges = nodeEdges(environment);
  const deadline = deadlineIn(readTimeout(given), edges.now);
  const source = poolsSource(platformAccess(environment, given.values.get("endpoint")));
  const out = given.values.get("out") ?? DEFAULT_POOL_FILE;
  const dryRun = given.switches.has("dry-run");
  const warnings: Localized[] = [];
  const warn = (text: Localized): void => {
    warnings.push(text);
    terminal.note(warningText(text, locale));
  };
  const changes = await pullPools(source, { path: resolve(cwd, out), shown: out }, { dryRun, warn }, { edges, deadline, redactor });
  const written = !dryRun && changes.length > 0;
  if (given.switches.has("json")) {
    await terminal.print(JSON.stringify({ out, written, changes, warnings: warnings.map((text) => text[locale]) }));
    return EXIT.clean;
  }
  for (const { pool, version, added, removed } of changes) {
    await terminal.print(`${POOLS[pool].name[locale]}${VERSION[version][locale]}`);
    for (const host of added) await terminal.print(terminal.style.good(`  + ${host}`));
    for (const host of removed) await terminal.print(terminal.style.bad(`  - ${host}`));
  }
  await terminal.print(summary(changes.length, out, dryRun)[locale]);
  return EXIT.clean;
}

const VERSION: Readonly<Record<PoolDifference["version"], Localized>> = {
  published: { en: ", published version", "zh-CN": "，全网发布版" },
  testing: { en: ", testing version", "zh-CN": "，测试版" },
};

function summary(changes: number, out: string, dryRun: boolean): Localized {
  const n = String(changes);
  if (changes === 0) return { en: `The pools are as they were in ${out}.`, "zh-CN": `域名池没有变化；${out} 保持原样。` };
  if (dryRun) return { en: `${n} of the pools' versions would change in ${out}; nothing was written (--dry-run).`, "zh-CN": `${out} 中将有 ${n} 处变化；未写入（--dry-run）。` };
  return { en: `Wrote ${out}: ${n} of the pools' versions changed.`, "zh-CN": `已写入 ${out}：${n} 处有变化。` };
}
