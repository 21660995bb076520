import { deadlineIn, nodeEdges, platformAccess, readPool, type Context, type PlatformAccess } from "@wx-domain/loader";
import type { Command, CommandContext, Given } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { changePool } from "../jump-domain/change.ts";
import { confirmFile } from "../jump-domain/confirm.ts";
import { printPool } from "../jump-domain/pool-text.ts";
import { ENDPOINT_OPTION, readTimeout, TIMEOUT_OPTION } from "../source/options.ts";
import { usageError } from "../usage-error.ts";
import { warningText } from "../warning.ts";

const ACTIONS: readonly string[] = ["get", "set", "add", "delete", "confirm-file"];

export const jumpDomain: Command = {
  usage: "jump-domain get|set|add|delete|confirm-file [HOST…] [options]",
  summary: {
    en: "Show or change the business domains of a third-party platform, of which its apps may use some (modifyThirdpartyJumpDomain).",
    "zh-CN": "查看或修改第三方平台的小程序业务域名，平台代开发的小程序只能使用其中的域名（modifyThirdpartyJumpDomain）。",
  },
  verbs: ACTIONS,
  options: [
    { name: "publish", help: { en: "change the published version too, not the testing one alone", "zh-CN": "同时修改全网发布版，而不只是测试版" } },
    { name: "dry-run", help: { en: "show what would change, change nothing", "zh-CN": "只显示变化，不修改" } },
    { name: "yes", help: { en: "let set remove hosts", "zh-CN": "允许 set 删除域名" } },
    { name: "json", help: { en: "print the result as JSON", "zh-CN": "以 JSON 输出结果" } },
    ENDPOINT_OPTION,
    TIMEOUT_OPTION,
  ],
  notes: [
    {
      en: "The platform's component_access_token comes from WX_COMPONENT_TOKEN, or from a command in WX_COMPONENT_TOKEN_COMMAND.\nA host is bare: no scheme, no port, no path. The pool takes 200.",
      "zh-CN": "第三方平台的 component_access_token 取自 WX_COMPONENT_TOKEN，或由 WX_COMPONENT_TOKEN_COMMAND 的命令输出。\n域名不带协议、端口和路径，最多 200 个。",
    },
  ],
  examples: [
    { line: "wx-domain jump-domain get", help: { en: "both versions of the pool", "zh-CN": "查看测试版和全网发布版" } },
    { line: "wx-domain jump-domain confirm-file m.example.com", help: { en: "what a host has to serve before it is added, and whether it does", "zh-CN": "添加前需要放置的校验文件，以及是否可访问" } },
    { line: "wx-domain jump-domain add m.example.com --publish", help: { en: "add a host to both versions", "zh-CN": "向两个版本添加域名" } },
  ],

  run: async (context, given) => {
    const { environment, locale, terminal, redactor } = context;
    const [action = "", ...words] = given.positionals;
    if (!ACTIONS.includes(action)) {
      const all = ACTIONS.join(", ");
      throw usageError("jump-domain-action", `jump-domain needs to know what to do: ${all}.`, `请指定 jump-domain 的操作：${all}。`);
    }
    const edges = nodeEdges(environment);
    const access = platformAccess(environment, given.values.get("endpoint"));
    const api = { edges, deadline: deadlineIn(readTimeout(given), edges.now), redactor };
    access.endpoint.warnings.forEach((text) => terminal.note(warningText(text, locale)));
    switch (action) {
      case "set":
      case "add":
      case "delete":
        return await changePool(action, words, access, api, context, given);
      case "confirm-file":
        return await confirmFile(words, access, api, context, given);
      default:
        return await showPool(words, access, api, context, given);
    }
  },
};

async function showPool(
  words: readonly string[],
  access: PlatformAccess,
  api: Context,
  { locale, terminal }: CommandContext,
  { switches }: Given,
): Promise<ExitCode> {
  if (words.length > 0) {
    throw usageError("superfluous-argument", "jump-domain get takes no host: it shows the whole pool.", "jump-domain get 不接受域名：它会显示全部。");
  }
  const pool = await readPool("jump", access, api);
  if (switches.has("json")) await terminal.print(JSON.stringify(pool));
  else await printPool(pool, locale, terminal);
  return EXIT.clean;
}
