import type { Locale } from "@wx-domain/core";
import type { AccountResult } from "@wx-domain/loader/accounts";
import type { CommandContext } from "../command.ts";
import { warningText } from "../warning.ts";

/** What is said of an app at once: its warnings, its changes, its failure. Nothing of one that is as it was. */
export function accountLines({ account, outcome, warnings }: AccountResult, locale: Locale): string[] {
  const { appid } = account;
  const told = warnings.map((text) => `${appid}: ${warningText(text, locale)}`);
  if (outcome.kind === "failed") return [...told, `${appid}: ${outcome.text[locale]}`];
  if (outcome.changes.length === 0) return told;
  const lists = outcome.changes.map(({ list, added, removed }) => `${list} +${String(added.length)} -${String(removed.length)}`).join(", ");
  return [...told, `${appid}: ${lists}`];
}

interface Terms {
  /** Done by the run that is resumed. */
  readonly skipped: number;
  readonly dryRun: boolean;
  /** The file of accounts, as the user wrote it. */
  readonly file: string;
}

/** The table at the end: how many of each kind, and each cause of failure once. */
export function summaryLines(results: readonly AccountResult[], { skipped, dryRun, file }: Terms, { locale, terminal: { style } }: CommandContext): string[] {
  const changed = results.filter(({ outcome }) => outcome.kind === "pulled" && outcome.changes.length > 0).length;
  const failures = failuresByCode(results);
  const failed = failures.reduce((sum, { appids }) => sum + appids.length, 0);
  const same = results.length - changed - failed;
  const say = (en: string, zh: string): string => ({ en, "zh-CN": zh })[locale];
  const counts = [
    [say(dryRun ? "would change" : "changed", dryRun ? "将变化" : "有变化"), changed, style.good],
    [say("as they were", "无变化"), same, (text: string) => text],
    [say("done before", "此前已完成"), skipped, (text: string) => text],
    [say("failed", "失败"), failed, style.bad],
  ] as const;
  const width = String(results.length + skipped).length;
  return [
    ...counts.filter(([, count]) => count > 0).map(([name, count, paint]) => paint(`${String(count).padStart(width)}  ${name}`)),
    ...failures.flatMap(({ code, appids, text }) => [
      "",
      style.bad(`${code}  ${say(`${String(appids.length)} apps`, `${String(appids.length)} 个小程序`)}: ${shortened(appids)}`),
      `  ${text[locale]}`,
    ]),
    ...(failed > 0 && !dryRun ? ["", say(`To pull only what is missing: wx-domain pull --accounts ${file} --resume`, `只拉取未完成的：wx-domain pull --accounts ${file} --resume`)] : []),
  ];
}

type Failure = AccountResult["outcome"] & { readonly kind: "failed" };

function failuresByCode(results: readonly AccountResult[]): (Pick<Failure, "code" | "text"> & { readonly appids: string[] })[] {
  const byCode = new Map<string, Pick<Failure, "code" | "text"> & { readonly appids: string[] }>();
  for (const { account, outcome } of results) {
    if (outcome.kind !== "failed") continue;
    const known = byCode.get(outcome.code) ?? { code: outcome.code, text: outcome.text, appids: [] };
    known.appids.push(account.appid);
    byCode.set(outcome.code, known);
  }
  return [...byCode.values()].sort((a, b) => b.appids.length - a.appids.length);
}

const MOST_NAMED = 5;

function shortened(appids: readonly string[]): string {
  const named = appids.slice(0, MOST_NAMED).join(", ");
  return appids.length > MOST_NAMED ? `${named}, …` : named;
}
