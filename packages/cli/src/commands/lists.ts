import type { Command } from "../command.ts";
import { findDomainFile } from "../found-domain-file.ts";
import { diffLists } from "../lists/diff.ts";
import { validateLists } from "../lists/validate.ts";
import { usageError } from "../usage-error.ts";

export const lists: Command = {
  usage: "lists validate [FILE] [--pool FILE]  |  wx-domain lists diff FILE FILE",
  summary: {
    en: "Find what is wrong with the entries of a snapshot, or what changed between two.",
    "zh-CN": "检查快照中的条目，或比较两个快照。",
  },
  verbs: ["validate", "diff"],
  options: [
    {
      name: "pool",
      value: "FILE",
      help: {
        en: "the third-party platform's pools (wx-domain pull --source pools), which must hold the app's domains",
        "zh-CN": "第三方平台的域名池文件（wx-domain pull --source pools），小程序的域名须在其中",
      },
    },
    { name: "json", help: { en: "print the result as JSON", "zh-CN": "以 JSON 输出结果" } },
  ],
  examples: [
    { line: "wx-domain lists validate", help: { en: "faults of entries of wx-domains.json, and limits", "zh-CN": "wx-domains.json 的条目错误与数量上限" } },
    { line: "wx-domain lists validate wx-domains.json --pool wx-pools.json", help: { en: "against the platform's pools too", "zh-CN": "同时与第三方平台的域名池核对" } },
    { line: "wx-domain lists diff old.json wx-domains.json", help: { en: "what changed, per list", "zh-CN": "按列表显示变化" } },
  ],

  run: async (context, given) => {
    const [action, ...files] = given.positionals;
    const [first, second, ...more] = files;
    if (action === "validate" && second === undefined) return await validateLists(first ?? (await findDomainFile(context)), context, given);
    if (action === "diff" && first !== undefined && second !== undefined && more.length === 0) {
      if (given.values.has("pool")) throw usageError("pool-with-diff", "--pool goes with lists validate: leave it out.", "--pool 只能与 lists validate 一起使用：请去掉。");
      return await diffLists(first, second, context, given);
    }
    throw usageError(
      "lists-action",
      "lists takes one file to validate or two to compare: wx-domain lists validate [FILE], or wx-domain lists diff FILE FILE.",
      "lists 用于检查一个文件或比较两个文件：wx-domain lists validate [FILE]，或 wx-domain lists diff FILE FILE。",
    );
  },
};
