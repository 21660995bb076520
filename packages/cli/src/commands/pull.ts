import type { Localized } from "@wx-domain/core";
import type { Command } from "../command.ts";
import { DEFAULT_DOMAIN_FILE } from "../domain-file.ts";
import { pullOne } from "../pull/pull-one.ts";
import { DEFAULT_POOL_FILE } from "../pull/pool-file.ts";
import { CREDENTIALS_NOTE, ENDPOINT_OPTION, SOURCE_OPTIONS, TIMEOUT_OPTION } from "../source/options.ts";
import { usageError } from "../usage-error.ts";

const ACCOUNTS_NOTE: Localized = {
  en: [
    "--accounts names a JSON file. What stands beside \"apps\" holds for all of them; {appid} stands for each one's AppID; --timeout is for each app:",
    '  { "source": "component", "out": "wx-domains/{appid}.json", "apps": [{ "appid": "wx…" }, { "appid": "wx…" }] }',
    '  { "source": "app", "variables": { "WX_APPSECRET": "SECRET_{appid}" }, "apps": [{ "appid": "wx…" }] }',
  ].join("\n"),
  "zh-CN": [
    "--accounts 指向一个 JSON 文件。与 \"apps\" 并列的设置对所有小程序生效；{appid} 代表各自的 AppID；--timeout 为每个小程序的时限：",
    '  { "source": "component", "out": "wx-domains/{appid}.json", "apps": [{ "appid": "wx…" }, { "appid": "wx…" }] }',
    '  { "source": "app", "variables": { "WX_APPSECRET": "SECRET_{appid}" }, "apps": [{ "appid": "wx…" }] }',
  ].join("\n"),
};

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
        en: `the snapshot (default: ${DEFAULT_DOMAIN_FILE}, or the app folder's if there is only that; of the source pools ${DEFAULT_POOL_FILE})`,
        "zh-CN": `快照文件（默认 ${DEFAULT_DOMAIN_FILE}，仅小程序目录中有时取该文件；来源 pools 默认 ${DEFAULT_POOL_FILE}）`,
      },
    },
    ENDPOINT_OPTION,
    TIMEOUT_OPTION,
    {
      name: "accounts",
      value: "FILE",
      help: { en: "the apps of a platform, with the source of each: one snapshot an app", "zh-CN": "多个小程序及其来源的文件：每个小程序一个快照" },
    },
    { name: "resume", help: { en: "with --accounts: only what the last run did not do", "zh-CN": "与 --accounts 配合：只拉取上次未完成的" } },
    { name: "concurrency", value: "N", help: { en: "with --accounts: apps at a time (default: 8)", "zh-CN": "与 --accounts 配合：并发数（默认 8）" } },
    { name: "per-minute", value: "N", help: { en: "with --accounts: calls in a minute (default: 6000)", "zh-CN": "与 --accounts 配合：每分钟调用数（默认 6000）" } },
    { name: "dry-run", help: { en: "show what would change, write nothing", "zh-CN": "只显示变化，不写入" } },
    { name: "json", help: { en: "print the changes as JSON", "zh-CN": "以 JSON 输出变化" } },
  ],
  notes: [CREDENTIALS_NOTE, ACCOUNTS_NOTE],
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
    const accounts = given.values.get("accounts");
    if (accounts !== undefined) {
      const { pullManyAccounts } = await import("../pull/pull-accounts.ts");
      return await pullManyAccounts(accounts, context, given);
    }
    for (const option of ["concurrency", "per-minute", "resume"]) {
      if (given.values.has(option) || given.switches.has(option)) {
        throw usageError("without-accounts", `--${option} goes with --accounts: leave it out.`, `--${option} 只能与 --accounts 一起使用：请去掉。`);
      }
    }
    if (given.values.get("source") !== "pools") return await pullOne(context, given);
    const { pullPlatformPools } = await import("../pull/pull-pools.ts");
    return await pullPlatformPools(context, given);
  },
};
