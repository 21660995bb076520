import type { Localized } from "@wx-domain/core";
import { chooseSource, compare, deadlineIn, nodeEdges, pull as pullLists } from "@wx-domain/loader";
import { resolve } from "node:path";
import type { Command, CommandContext, Given } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { describeChange } from "../list-changes.ts";
import { CREDENTIALS_NOTE, ENDPOINT_OPTION, readSourceOptions, readTimeout, SOURCE_OPTIONS, TIMEOUT_OPTION } from "../source/options.ts";
import { usageError } from "../usage-error.ts";

const DEFAULT_OUT = "wx-domains.json";

export const pull: Command = {
  usage: "pull [options]",
  summary: {
    en: "Fetch the domain lists that are in force and write them to a snapshot for your repository.",
    "zh-CN": "拉取当前生效的域名列表，并写入可提交到仓库的快照。",
  },
  options: [
    ...SOURCE_OPTIONS,
    { name: "out", value: "FILE", help: { en: `the snapshot (default: ${DEFAULT_OUT})`, "zh-CN": `快照文件（默认 ${DEFAULT_OUT}）` } },
    ENDPOINT_OPTION,
    TIMEOUT_OPTION,
    { name: "dry-run", help: { en: "show what would change, write nothing", "zh-CN": "只显示变化，不写入" } },
    { name: "json", help: { en: "print the changes as JSON", "zh-CN": "以 JSON 输出变化" } },
  ],
  notes: [CREDENTIALS_NOTE],
  examples: [
    { line: "WX_APPID=wx… WX_APPSECRET=… wx-domain pull", help: { en: "fetch and write wx-domains.json", "zh-CN": "拉取并写入 wx-domains.json" } },
    { line: 'WX_TOKEN_COMMAND="vault read -field=token wx" wx-domain pull --dry-run', help: { en: "with a token of your own service, only looking", "zh-CN": "使用自有服务的 token，仅查看变化" } },
    { line: "wx-domain pull --from lists.json", help: { en: "from a reply that was saved", "zh-CN": "使用已保存的接口响应" } },
    { line: "wx-domain pull --source cloud --from https://….service.tcloudbase.com/domains", help: { en: "from a cloud function of your own, where your address is on no allow list", "zh-CN": "通过自己的云函数获取（无需 IP 白名单）" } },
  ],

  run: async (context, given) => {
    if (given.positionals.length > 0) {
      throw usageError("superfluous-argument", "pull takes options only: put the file after --out or --from.", "pull 只接受选项：请将文件写在 --out 或 --from 之后。");
    }
    return await pullOne(context, given);
  },
};

async function pullOne(context: CommandContext, given: Given): Promise<ExitCode> {
  const { cwd, locale, terminal, redactor, environment } = context;
  const edges = nodeEdges(environment);
  const deadline = deadlineIn(readTimeout(given), edges.now);
  const source = chooseSource(readSourceOptions(given, context));
  const out = given.values.get("out") ?? DEFAULT_OUT;
  const dryRun = given.switches.has("dry-run");
  const warnings: Localized[] = [];
  const request = {
    source,
    snapshot: { path: resolve(cwd, out), shown: out },
    warn: (text: Localized) => {
      warnings.push(text);
      terminal.note(`${WARNING[locale]}${text[locale]}`);
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

const WARNING: Localized = { en: "Warning: ", "zh-CN": "警告：" };

function summary(changes: number, out: string, dryRun: boolean): Localized {
  const n = String(changes);
  const lists = changes === 1 ? "1 list" : `${n} lists`;
  if (changes === 0) return { en: `No list changed; ${out} stands as it was.`, "zh-CN": `列表没有变化；${out} 保持原样。` };
  if (dryRun) return { en: `${lists} would change in ${out}; nothing was written (--dry-run).`, "zh-CN": `${out} 中将有 ${n} 个列表变化；未写入（--dry-run）。` };
  return { en: `Wrote ${out}: ${lists} changed.`, "zh-CN": `已写入 ${out}：${n} 个列表有变化。` };
}
