import { CALLS, compileLists, type Call, type DomainLists, type Localized } from "@wx-domain/core";
import { CALL_NAMES, isCall } from "../call-name.ts";
import { answerQuestions } from "../check-stream.ts";
import type { Command, CommandContext, Given } from "../command.ts";
import { DEFAULT_DOMAIN_FILE, readSnapshot, requireSnapshot } from "../domain-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { findDomainFile } from "../found-domain-file.ts";
import { noteOnLists } from "../lists-note.ts";
import { usageError } from "../usage-error.ts";
import { drawVerdict } from "../verdict-text.ts";

export const check: Command = {
  usage: "check URL --call CALL [options]  |  wx-domain check --stdin --json [options]",
  summary: {
    en: "Tell whether a call may reach a URL: which list, which entry, why, what each client does, and what to do.",
    "zh-CN": "判断一个调用能否访问某个 URL：依据哪个列表、哪个条目、为什么、各客户端如何表现，以及该怎么做。",
  },
  options: [
    { name: "call", value: "CALL", choices: Object.keys(CALLS), help: { en: `one of ${CALL_NAMES}`, "zh-CN": `以下之一：${CALL_NAMES}` } },
    {
      name: "domains",
      value: "FILE",
      help: { en: `the lists (default: ${DEFAULT_DOMAIN_FILE}, else the app folder's)`, "zh-CN": `域名列表文件（默认 ${DEFAULT_DOMAIN_FILE}，没有则取小程序目录中的）` },
    },
    {
      name: "stdin",
      help: {
        en: 'read questions, one JSON a line: {"url","call","domains"?}; needs --json',
        "zh-CN": '从标准输入逐行读取 JSON：{"url","call","domains"?}；需配合 --json',
      },
    },
    { name: "json", help: { en: "print the verdict as JSON", "zh-CN": "以 JSON 输出结论" } },
  ],
  examples: [
    {
      line: "wx-domain check https://api.example.com/v1 --call request",
      help: { en: "one URL against wx-domains.json", "zh-CN": "用 wx-domains.json 检查一个 URL" },
    },
    {
      line: "wx-domain check --stdin --json --domains lists.json < questions.ndjson",
      help: { en: "many, one verdict a line, in order", "zh-CN": "批量检查，逐行按序输出结论" },
    },
  ],

  run: async (context, given) => (given.switches.has("stdin") ? await checkStream(context, given) : await checkOne(context, given)),
};

async function checkOne(context: CommandContext, given: Given): Promise<ExitCode> {
  const [url, ...more] = given.positionals;
  if (url === undefined || more.length > 0) {
    throw usageError("one-url", "check takes one URL: wx-domain check https://api.example.com/ --call request.", "check 需要一个 URL：wx-domain check https://api.example.com/ --call request。");
  }
  const call = readCall(given.values.get("call"));
  const { locale, terminal } = context;
  const lists = await givenLists(context, given);
  if (lists === undefined) context.terminal.note(ALL_UNKNOWN[locale]);
  const verdict = compileLists(lists ?? {}).check(url, call);
  await terminal.print(
    given.switches.has("json") ? JSON.stringify(verdict) : drawVerdict(verdict, url, call, locale, terminal.style),
  );
  return verdict.status === "denied" ? EXIT.findings : EXIT.clean;
}

async function checkStream(context: CommandContext, given: Given): Promise<ExitCode> {
  if (!given.switches.has("json")) {
    throw usageError("stdin-json", "--stdin answers in JSON lines: add --json.", "--stdin 以 JSON 行输出：请加上 --json。");
  }
  if (given.positionals.length > 0 || given.values.has("call")) {
    throw usageError("stdin-alone", "With --stdin each line names its own URL and call: leave out the URL and --call.", "使用 --stdin 时，每行自带 url 和 call：请去掉 URL 和 --call。");
  }
  return await answerQuestions(await givenLists(context, given), ALL_UNKNOWN, context);
}

const ALL_UNKNOWN: Localized = {
  en: `There is no ${DEFAULT_DOMAIN_FILE} here, so every list is unknown: in the project's folder run npx wx-domain init first, then npx wx-domain pull, or give --domains FILE.`,
  "zh-CN": `此处没有 ${DEFAULT_DOMAIN_FILE}，所有列表均视为未知：请先在项目目录运行 npx wx-domain init，再运行 npx wx-domain pull，或使用 --domains FILE。`,
};

/** Undefined: none were named, and there is no default file. */
async function givenLists(context: CommandContext, given: Given): Promise<DomainLists | undefined> {
  const named = given.values.get("domains");
  const file = named ?? (await findDomainFile(context));
  const snapshot = named === undefined ? await readSnapshot(file, context.cwd) : await requireSnapshot(file, context.cwd);
  const note = snapshot === undefined ? undefined : noteOnLists(snapshot, file);
  if (note !== undefined) context.terminal.note(note[context.locale]);
  return snapshot?.lists;
}

function readCall(text: string | undefined): Call {
  if (isCall(text)) return text;
  throw usageError("call", `--call says which API reaches the URL: give one of ${CALL_NAMES}.`, `--call 表示由哪个接口访问该 URL：请给出 ${CALL_NAMES} 之一。`);
}
