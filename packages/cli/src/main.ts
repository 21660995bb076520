import { setFlagsFromString } from "node:v8";
import { localeFromTag, WxDomainError, type Locale, type Localized } from "@wx-domain/core";
import { FetchError, Redactor, secretsOf, withheldFrom } from "@wx-domain/loader/faults";
import { parseArguments } from "./arguments.ts";
import type { CommandContext, Option } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commandHelp, programHelp } from "./help.ts";
import { lateOptimizerFlag } from "./late-optimizer.ts";
import { terminalOn } from "./terminal.ts";
import { usageError } from "./usage-error.ts";
import { readVersion } from "./version.ts";

/** Runs the command that this process was started for. */
export async function runFromProcess(): Promise<void> {
  const flag = lateOptimizerFlag(process.versions.v8);
  if (flag !== undefined) setFlagsFromString(flag);
  // A reader that has seen enough (`| head`) is no fault: the command still finishes its work.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  process.exitCode = await run(process.argv.slice(2));
}

async function run(words: readonly string[]): Promise<ExitCode> {
  const environment = withheldFrom(process.env);
  const redactor = new Redactor(secretsOf(environment));
  const terminal = terminalOn(process, environment, redactor);
  const asked = askedLocale(words);
  const locale = readLocale(asked) ?? environmentLocale(environment);
  try {
    if (asked !== undefined && readLocale(asked) === undefined) throw unknownLocale();
    const command = dispatch(words, { environment, cwd: process.cwd(), locale, stdin: process.stdin, terminal, redactor });
    return await Promise.race([command, strayError()]);
  } catch (error) {
    return report(error, words.includes("--verbose"), locale, { terminal, redactor });
  }
}

/** Rejects with an error that nobody caught: Node would print it as it is, with whatever it quotes. */
function strayError(): Promise<never> {
  return new Promise((_resolve, reject) => {
    process.on("uncaughtException", reject);
  });
}

async function dispatch(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  // Options may stand before the command's name too; of those, only --locale has a value.
  const at = words.findIndex((word, index) => !word.startsWith("-") && words[index - 1] !== "--locale");
  const name = words[at];
  if (name === undefined) {
    const { switches } = parseArguments(words, [VERSION_OPTION]);
    await context.terminal.print(switches.has("version") ? await readVersion() : programHelp(context.locale));
    return switches.has("version") || switches.has("help") ? EXIT.clean : EXIT.wrongInput;
  }
  const entry = COMMANDS.get(name);
  if (entry === undefined) throw unknownCommand();
  const command = await entry.load();
  const given = parseArguments(words.toSpliced(at, 1), command.options);
  if (given.switches.has("help")) {
    await context.terminal.print(commandHelp(command, context.locale));
    return EXIT.clean;
  }
  return await command.run(context, given);
}

const VERSION_OPTION: Option = { name: "version", help: { en: "print the version", "zh-CN": "打印版本号" } };

/** One sentence for what the user can mend; a program fault says that it is one. */
function report(error: unknown, verbose: boolean, locale: Locale, { terminal, redactor }: Pick<CommandContext, "terminal" | "redactor">): ExitCode {
  if (error instanceof WxDomainError) {
    terminal.note(`wx-domain: ${error.in(locale)}`);
  } else {
    const detail = error instanceof Error ? redactor.redact(error.message) : "?";
    terminal.note(`wx-domain: ${INTERNAL_FAULT[locale].replace("{detail}", () => detail)}`);
  }
  if (verbose && error instanceof Error) terminal.note(redactor.redact(error.stack ?? ""));
  return error instanceof FetchError ? EXIT.fetchFailed : EXIT.wrongInput;
}

const INTERNAL_FAULT: Localized = {
  en: "something unforeseen happened ({detail}). Run it again with --verbose and report what it prints.",
  "zh-CN": "发生了意外错误（{detail}）。请加上 --verbose 重新运行，并报告其输出。",
};

function unknownCommand(): WxDomainError {
  const all = [...COMMANDS.keys()].join(", ");
  return usageError(
    "unknown-command",
    `There is no such command: wx-domain has ${all}. See wx-domain --help.`,
    `没有该命令：wx-domain 支持 ${all}。请查看 wx-domain --help。`,
  );
}

function askedLocale(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === "--locale" || word.startsWith("--locale="));
  const word = words[at];
  return word === "--locale" ? words[at + 1] : word?.slice("--locale=".length);
}

function readLocale(text: string | undefined): Locale | undefined {
  return text === "en" || text === "zh-CN" ? text : undefined;
}

function environmentLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const posix = [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].find(Boolean);
  // Windows sets none of them.
  return localeFromTag(posix ?? Intl.DateTimeFormat().resolvedOptions().locale);
}

function unknownLocale(): WxDomainError {
  return usageError("unknown-locale", "--locale is en or zh-CN: give one of them.", "--locale 只能是 en 或 zh-CN：请选择其一。");
}
