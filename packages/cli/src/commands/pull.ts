import { LISTS, type Locale, type Localized } from "@wx-domain/core";
import { chooseSource, deadlineIn, nodeEdges, pull as pullLists, SOURCE_NAMES, type ListChange, type SourceName } from "@wx-domain/loader";
import { resolve } from "node:path";
import type { Command, Style } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { usageError } from "../usage-error.ts";

const DEFAULT_OUT = "wx-domains.json";
const DEFAULT_TIMEOUT = 20;
const LONGEST_TIMEOUT = 3600;

export const pull: Command = {
  usage: "pull [options]",
  summary: {
    en: "Fetch the domain lists that are in force and write them to a snapshot for your repository.",
    "zh-CN": "拉取当前生效的域名列表，并写入可提交到仓库的快照。",
  },
  options: [
    { name: "appid", value: "ID", help: { en: "the app (default: WX_APPID)", "zh-CN": "小程序 AppID（默认取 WX_APPID）" } },
    { name: "out", value: "FILE", help: { en: `the snapshot (default: ${DEFAULT_OUT})`, "zh-CN": `快照文件（默认 ${DEFAULT_OUT}）` } },
    {
      name: "source",
      value: SOURCE_NAMES.join("|"),
      help: {
        en: "where the lists come from (default: what the environment has)",
        "zh-CN": "列表来源（默认由环境变量决定）",
      },
    },
    {
      name: "from",
      value: "FILE|URL",
      help: { en: "lists that somebody else fetched, in the wire form", "zh-CN": "他处获取的列表（接口原样格式）" },
    },
    {
      name: "endpoint",
      value: "URL",
      help: { en: "base of the API (default: https://api.weixin.qq.com)", "zh-CN": "接口基地址（默认 https://api.weixin.qq.com）" },
    },
    {
      name: "timeout",
      value: "SECONDS",
      help: { en: `for the whole command (default: ${String(DEFAULT_TIMEOUT)})`, "zh-CN": `整个命令的时限（默认 ${String(DEFAULT_TIMEOUT)}）` },
    },
    { name: "dry-run", help: { en: "show what would change, write nothing", "zh-CN": "只显示变化，不写入" } },
    { name: "json", help: { en: "print the changes as JSON", "zh-CN": "以 JSON 输出变化" } },
  ],
  notes: [
    {
      en: [
        "Credentials come from the environment only; the first that is set is used:",
        "  WX_ACCESS_TOKEN            a finished access token",
        "  WX_TOKEN_COMMAND           a shell command that prints one",
        "  WX_APPID and WX_APPSECRET  a stable token is fetched; no token that is in use elsewhere is cut off",
      ].join("\n"),
      "zh-CN": [
        "凭证只从环境变量读取，按以下顺序取第一个已设置的：",
        "  WX_ACCESS_TOKEN            现成的 access_token",
        "  WX_TOKEN_COMMAND           能输出 token 的命令",
        "  WX_APPID 和 WX_APPSECRET   获取稳定版 token，不会使他处正在使用的 token 失效",
      ].join("\n"),
    },
  ],
  examples: [
    { line: "WX_APPID=wx… WX_APPSECRET=… wx-domain pull", help: { en: "fetch and write wx-domains.json", "zh-CN": "拉取并写入 wx-domains.json" } },
    { line: 'WX_TOKEN_COMMAND="vault read -field=token wx" wx-domain pull --dry-run', help: { en: "with a token of your own service, only looking", "zh-CN": "使用自有服务的 token，仅查看变化" } },
    { line: "wx-domain pull --from lists.json", help: { en: "from a reply that was saved", "zh-CN": "使用已保存的接口响应" } },
  ],

  run: async ({ environment, cwd, locale, terminal, redactor }, { values, switches, positionals }) => {
    if (positionals.length > 0) {
      throw usageError("superfluous-argument", "pull takes options only: put the file after --out or --from.", "pull 只接受选项：请将文件写在 --out 或 --from 之后。");
    }
    const edges = nodeEdges(environment);
    const deadline = deadlineIn(readTimeout(values.get("timeout")), edges.now);
    const source = chooseSource({
      source: readSource(values.get("source")),
      from: values.get("from"),
      appid: values.get("appid"),
      endpoint: values.get("endpoint"),
      environment,
      cwd,
    });
    const out = values.get("out") ?? DEFAULT_OUT;
    const dryRun = switches.has("dry-run");
    const warnings: Localized[] = [];
    const outcome = await pullLists(
      {
        source,
        snapshot: { path: resolve(cwd, out), shown: out },
        dryRun,
        warn: (text) => {
          warnings.push(text);
          terminal.note(`${WARNING[locale]}${text[locale]}`);
        },
      },
      { edges, deadline, redactor },
    );
    if (switches.has("json")) {
      const texts = warnings.map((text) => text[locale]);
      await terminal.print(JSON.stringify({ out, appid: outcome.appid ?? null, written: outcome.written, changes: outcome.changes, warnings: texts }));
      return EXIT.clean;
    }
    for (const change of outcome.changes) {
      for (const line of describeChange(change, locale, terminal.style)) await terminal.print(line);
    }
    await terminal.print(summary(outcome.changes.length, out, dryRun)[locale]);
    return EXIT.clean;
  },
};

const WARNING: Localized = { en: "Warning: ", "zh-CN": "警告：" };

function readTimeout(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TIMEOUT;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0 && seconds <= LONGEST_TIMEOUT) return seconds;
  throw usageError(
    "timeout",
    `--timeout is a number of seconds, above 0 and up to ${String(LONGEST_TIMEOUT)}: such as --timeout 30.`,
    `--timeout 应为大于 0 且不超过 ${String(LONGEST_TIMEOUT)} 的秒数，例如 --timeout 30。`,
  );
}

function readSource(text: string | undefined): SourceName | undefined {
  if (text === undefined) return undefined;
  const name = SOURCE_NAMES.find((known) => known === text);
  if (name !== undefined) return name;
  const all = SOURCE_NAMES.join(", ");
  throw usageError("unknown-source", `--source is one of ${all}: choose one of them.`, `--source 只能是 ${all} 之一：请选择其一。`);
}

function describeChange(change: ListChange, locale: Locale, style: Style): string[] {
  const title = `${style.strong(change.list)}  ${LISTS[change.list].name[locale]}`;
  const isNew = change.wasKnown ? "" : { en: "  (was unknown)", "zh-CN": "（此前未知）" }[locale];
  const none = change.added.length === 0 && change.removed.length === 0;
  return [
    `${title}${isNew}`,
    ...(none ? [{ en: "  empty: nothing is allowed", "zh-CN": "  空：不允许任何域名" }[locale]] : []),
    ...change.added.map((entry) => style.good(`  + ${entry}`)),
    ...change.removed.map((entry) => style.bad(`  - ${entry}`)),
  ];
}

function summary(changes: number, out: string, dryRun: boolean): Localized {
  const n = String(changes);
  const lists = changes === 1 ? "1 list" : `${n} lists`;
  if (changes === 0) return { en: `No list changed; ${out} stands as it was.`, "zh-CN": `列表没有变化；${out} 保持原样。` };
  if (dryRun) return { en: `${lists} would change in ${out}; nothing was written (--dry-run).`, "zh-CN": `${out} 中将有 ${n} 个列表变化；未写入（--dry-run）。` };
  return { en: `Wrote ${out}: ${lists} changed.`, "zh-CN": `已写入 ${out}：${n} 个列表有变化。` };
}
