import { nodeEdges, withhold } from "@wx-domain/loader";
import { openJournal, parseAccounts, pullAccounts, type AccountResult } from "@wx-domain/loader/accounts";
import { resolve } from "node:path";
import type { CommandContext, Given } from "../command.ts";
import { requireText } from "../domain-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { readTimeout } from "../source/options.ts";
import { usageError } from "../usage-error.ts";
import { accountLines, summaryLines } from "./accounts-text.ts";
import { startProgress } from "./progress.ts";

const DEFAULT_CONCURRENCY = 8;
const MOST_AT_A_TIME = 64;
/** Below WeChat's 10 000 for one API, which the apps' own servers use too. */
const DEFAULT_PER_MINUTE = 6000;
const LEAST_PER_MINUTE = 4;

/** `pull --accounts`: the snapshots of many apps. */
export async function pullManyAccounts(file: string, context: CommandContext, given: Given): Promise<ExitCode> {
  const { cwd, environment, locale, terminal, redactor } = context;
  for (const option of ["appid", "out", "source", "from", "reads"]) {
    if (given.values.has(option)) {
      throw usageError("in-accounts", `With --accounts each app says its own: write "${option}" into ${file}.`, `使用 --accounts 时由各小程序自行指定：请在 ${file} 中写 "${option}"。`);
    }
  }
  const path = resolve(cwd, file);
  const { accounts, secretVariables } = parseAccounts(await requireText(file, cwd, NO_FILE), path, file, environment, given.values.get("endpoint"));
  withhold(process.env, secretVariables);
  const dryRun = given.switches.has("dry-run");
  const resume = given.switches.has("resume");
  const journal = dryRun ? undefined : await openJournal(path, resume);
  const left = accounts.filter((account) => !(resume && journal?.done.has(account.appid) === true));
  const asJson = given.switches.has("json");
  const results: AccountResult[] = [];
  const progress = startProgress(left.length, context);
  try {
    await pullAccounts(
      {
        accounts: left,
        concurrency: readCount(given, "concurrency", DEFAULT_CONCURRENCY, 1, MOST_AT_A_TIME),
        perMinute: readCount(given, "per-minute", DEFAULT_PER_MINUTE, LEAST_PER_MINUTE, 100_000),
        timeout: readTimeout(given),
        dryRun,
        onResult: async (result) => {
          results.push(result);
          if (result.outcome.kind === "pulled") await journal?.note(result.account.appid);
          progress.step(accountLines(result, locale));
        },
      },
      { edgesFor: nodeEdges, environment, redactor },
    );
  } finally {
    progress.stop();
  }
  const skipped = accounts.length - left.length;
  if (asJson) await terminal.print(JSON.stringify({ apps: results.map((result) => jsonOf(result, context)), skipped, written: !dryRun }));
  else for (const line of summaryLines(results, { skipped, dryRun, file }, context)) await terminal.print(line);
  return exitCodeOf(results);
}

const NO_FILE = { en: "check --accounts.", "zh-CN": "请检查 --accounts。" };

/** What WeChat refused weighs more than what is wrong in the file: it may be over by itself. */
function exitCodeOf(results: readonly AccountResult[]): ExitCode {
  const failed = results.flatMap(({ outcome }) => (outcome.kind === "failed" ? [outcome] : []));
  if (failed.length === 0) return EXIT.clean;
  return failed.some((outcome) => outcome.isFetch) ? EXIT.fetchFailed : EXIT.wrongInput;
}

function jsonOf({ account, outcome, warnings }: AccountResult, { locale }: CommandContext): object {
  return {
    appid: account.appid,
    out: account.snapshot.shown,
    ...(outcome.kind === "pulled" ? { changes: outcome.changes } : { error: { code: outcome.code, message: outcome.text[locale] } }),
    warnings: warnings.map((text) => text[locale]),
  };
}

function readCount({ values }: Given, option: string, normal: number, least: number, most: number): number {
  const text = values.get(option);
  if (text === undefined) return normal;
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw usageError(
    option,
    `--${option} is a whole number from ${String(least)} to ${String(most)}.`,
    `--${option} 应为 ${String(least)} 到 ${String(most)} 之间的整数。`,
  );
}
