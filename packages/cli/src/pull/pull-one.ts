import type { Localized } from "@wx-domain/core";
import { chooseSource, compare, deadlineIn, nodeEdges, pull as pullLists } from "@wx-domain/loader";
import { resolve } from "node:path";
import type { CommandContext, Given } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { findDomainFile } from "../found-domain-file.ts";
import { describeChange } from "../list-changes.ts";
import { readSourceOptions, readTimeout } from "../source/options.ts";
import { warningText } from "../warning.ts";

/** `pull` for one app: its snapshot, and what changed. */
export async function pullOne(context: CommandContext, given: Given): Promise<ExitCode> {
  const { cwd, locale, terminal, redactor, environment } = context;
  const edges = nodeEdges(environment);
  const deadline = deadlineIn(readTimeout(given), edges.now);
  const source = chooseSource(readSourceOptions(given, context));
  const out = given.values.get("out") ?? (await findDomainFile(context));
  const dryRun = given.switches.has("dry-run");
  const warnings: Localized[] = [];
  const request = {
    source,
    snapshot: { path: resolve(cwd, out), shown: out },
    warn: (text: Localized) => {
      warnings.push(text);
      terminal.note(warningText(text, locale));
    },
  };
  const { appid, changes, unknown } = await (dryRun ? compare : pullLists)(request, { edges, deadline, redactor });
  const written = !dryRun && changes.length > 0;
  if (given.switches.has("json")) {
    const texts = warnings.map((text) => text[locale]);
    await terminal.print(JSON.stringify({ out, appid: appid ?? null, written, changes, unknown, warnings: texts }));
    return EXIT.clean;
  }
  for (const change of changes) {
    for (const line of describeChange(change, locale, terminal.style)) await terminal.print(line);
  }
  await terminal.print(summary(changes.length, out, dryRun)[locale]);
  return EXIT.clean;
}

function summary(changes: number, out: string, dryRun: boolean): Localized {
  const n = String(changes);
  const lists = changes === 1 ? "1 list" : `${n} lists`;
  if (changes === 0) return { en: `No list changed; ${out} stands as it was.`, "zh-CN": `列表没有变化；${out} 保持原样。` };
  if (dryRun) return { en: `${lists} would change in ${out}; nothing was written (--dry-run).`, "zh-CN": `${out} 中将有 ${n} 个列表变化；未写入（--dry-run）。` };
  return { en: `Wrote ${out}: ${lists} changed.`, "zh-CN": `已写入 ${out}：${n} 个列表有变化。` };
}
