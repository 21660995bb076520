import { parseArgs } from "node:util";
import type { Given, Option } from "./command.ts";
import { usageError } from "./usage-error.ts";

// node:util's parser: no dependency, nothing to load, and its tokens let the messages be ours.

/** Options that every command has. */
export const COMMON_OPTIONS: readonly Option[] = [
  {
    name: "locale",
    value: "en|zh-CN",
    help: { en: "language of the messages (default: the environment's)", "zh-CN": "输出语言（默认取自环境）" },
  },
  { name: "verbose", help: { en: "tell more: all of a list, bounds of the analysis, the stack trace of an error", "zh-CN": "输出更多细节：完整列表、分析上限、出错时的调用栈" } },
  { name: "help", help: { en: "show this text", "zh-CN": "显示本帮助" } },
];

/** Names that somebody who wants to hand over a secret would try. */
const SECRET_LIKE = /secret|token|passw|credential|refresh|ticket|api-?key/i;

/**
 * Reads the words after the subcommand's name.
 * @throws WxDomainError `usage/…`: an unknown option, a missing or a superfluous value, a secret in a flag. No value is
 * ever quoted: it may be a secret in the wrong place.
 */
export function parseArguments(words: readonly string[], options: readonly Option[]): Given {
  const known = new Map([...options, ...COMMON_OPTIONS].map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      [...known].map(([name, option]) => [name, { type: option.value === undefined ? "boolean" : "string" }] as const),
    ),
  });
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = known.get(token.name);
    if (option === undefined) throw unknownOption(token.rawName, known.keys());
    if (option.value === undefined) {
      if (token.value !== undefined) throw superfluousValue(token.rawName);
      switches.add(option.name);
    } else {
      // `--out --json` is a forgotten value; `--out=--json` is meant.
      if (token.value === undefined || token.value === "" || (!token.inlineValue && token.value.startsWith("--"))) {
        throw missingValue(token.rawName, option.value);
      }
      values.set(option.name, token.value);
    }
  }
  return { values, switches, positionals };
}

function unknownOption(flag: string, known: Iterable<string>): Error {
  if (SECRET_LIKE.test(flag)) {
    return usageError(
      "secret-in-flag",
      `${flag} is refused: a secret on a command line is seen by every process and kept in the shell's history. Set WX_APPID and WX_APPSECRET, WX_ACCESS_TOKEN, or WX_TOKEN_COMMAND in the environment.`,
      `拒绝 ${flag}：命令行中的密钥会被其他进程看到并留在命令历史中。请通过环境变量 WX_APPID 和 WX_APPSECRET、WX_ACCESS_TOKEN 或 WX_TOKEN_COMMAND 提供。`,
    );
  }
  const all = [...known].map((name) => `--${name}`).join(", ");
  return usageError(
    "unknown-option",
    `There is no option ${flag}; this command takes ${all}. See --help.`,
    `没有选项 ${flag}；此命令支持 ${all}。请查看 --help。`,
  );
}

function missingValue(flag: string, value: string): Error {
  return usageError(
    "missing-value",
    `${flag} needs a value: ${flag} ${value}.`,
    `${flag} 需要一个值：${flag} ${value}。`,
  );
}

function superfluousValue(flag: string): Error {
  return usageError("superfluous-value", `${flag} takes no value: write ${flag} alone.`, `${flag} 不带值：请只写 ${flag}。`);
}
