import type { Command } from "../command.ts";
import { DEFAULT_DOMAIN_FILE } from "../domain-file.ts";
import { pullOne } from "../pull/pull-one.ts";
import { DEFAULT_POOL_FILE } from "../pull/pool-file.ts";
import { CREDENTIALS_NOTE, ENDPOINT_OPTION, SOURCE_OPTIONS, TIMEOUT_OPTION } from "../source/options.ts";
import { usageError } from "../usage-error.ts";

export const pull: Command = {
  usage: "pull [options]",
  summary: {
    en: "Fetch the domain lists that are in force and write them to a snapshot for your repository.",
    "zh-CN": "拉取当前生效的域名列表，并写入可提交到仓库的快照。",
  },
  options: [
    ...SOURCE_OPTIONS,
    {
      name: "out",
      value: "FILE",
      help: {
        en: `the snapshot (default: ${DEFAULT_DOMAIN_FILE}; of the source pools ${DEFAULT_POOL_FILE})`,
        "zh-CN": `快照文件（默认 ${DEFAULT_DOMAIN_FILE}；来源 pools 默认 ${DEFAULT_POOL_FILE}）`,
      },
    },
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
    if (given.values.get("source") !== "pools") return await pullOne(context, given);
    const { pullPlatformPools } = await import("../pull/pull-pools.ts");
    return await pullPlatformPools(context, given);
  },
};
