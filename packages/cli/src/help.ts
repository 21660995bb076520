import type { Locale, Localized } from "@wx-domain/core";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";

const TITLES: Record<"usage" | "commands" | "options" | "examples", Localized> = {
  usage: { en: "Usage:", "zh-CN": "用法：" },
  commands: { en: "Commands:", "zh-CN": "命令：" },
  options: { en: "Options:", "zh-CN": "选项：" },
  examples: { en: "Examples:", "zh-CN": "示例：" },
};

const EXIT_CODES: Localized = {
  en: "Exit codes: 0 clean, 1 findings, 2 wrong usage, input or configuration, 3 the lists could not be fetched or a server refused.",
  "zh-CN": "退出码：0 无问题；1 有问题；2 用法、输入或配置错误；3 无法获取列表或服务器拒绝。",
};

/** The text of `wx-domain --help`. */
export function programHelp(locale: Locale): string {
  return [
    `${TITLES.usage[locale]} wx-domain <command> [options]`,
    "",
    TITLES.commands[locale],
    ...table([...COMMANDS].map(([name, command]) => [name, command.summary[locale]])),
    "",
    TITLES.examples[locale],
    "  wx-domain <command> --help",
    "  wx-domain init",
    "  wx-domain scan",
    "  wx-domain pull",
    "  wx-domain check https://api.example.com/v1 --call request",
    "",
    EXIT_CODES[locale],
  ].join("\n");
}

/** The text of `wx-domain <command> --help`. */
export function commandHelp(command: Command, locale: Locale): string {
  return [
    `${TITLES.usage[locale]} wx-domain ${command.usage}`,
    "",
    command.summary[locale],
    "",
    TITLES.options[locale],
    ...table(
      [...command.options, ...COMMON_OPTIONS].map((option) => [
        option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`,
        option.help[locale],
      ]),
    ),
    ...(command.notes ?? []).flatMap((note) => ["", note[locale]]),
    "",
    TITLES.examples[locale],
    ...command.examples.flatMap((example) => [`  # ${example.help[locale]}`, `  ${example.line}`]),
    "",
    EXIT_CODES[locale],
  ].join("\n");
}

function table(rows: readonly (readonly [name: string, text: string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
