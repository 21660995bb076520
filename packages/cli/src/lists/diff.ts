import type { Localized } from "@wx-domain/core";
import { changesBetween } from "@wx-domain/loader";
import type { CommandContext, Given } from "../command.ts";
import { requireDomainFile } from "../domain-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { describeChange } from "../list-changes.ts";

/** `lists diff`: exit code 1 if a list differs, as diff has it. */
export async function diffLists(before: string, after: string, { cwd, locale, terminal }: CommandContext, { switches }: Given): Promise<ExitCode> {
  const changes = changesBetween(await requireDomainFile(before, cwd), await requireDomainFile(after, cwd));
  if (switches.has("json")) {
    await terminal.print(JSON.stringify({ changes }));
  } else {
    for (const change of changes) {
      for (const line of describeChange(change, locale, terminal.style)) await terminal.print(line);
    }
    if (changes.length === 0) await terminal.print(SAME[locale]);
  }
  return changes.length === 0 ? EXIT.clean : EXIT.findings;
}

const SAME: Localized = { en: "The lists are the same.", "zh-CN": "列表相同。" };
