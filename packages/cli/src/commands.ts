import type { Localized } from "@wx-domain/core";
import type { Command } from "./command.ts";

interface CommandEntry {
  readonly summary: Localized;
  /** Late, so that a command pays only for its own modules. */
  load(): Promise<Command>;
}

/** Every subcommand by its name. */
export const COMMANDS: ReadonlyMap<string, CommandEntry> = new Map<string, CommandEntry>([
  [
    "init",
    {
      summary: { en: "set a project up, with each change shown first", "zh-CN": "为项目配置，先显示每处修改" },
      load: async () => (await import("./commands/init.ts")).init,
    },
  ],
  [
    "pull",
    {
      summary: { en: "fetch the domain lists and write the snapshot", "zh-CN": "拉取域名列表并写入快照" },
      load: async () => (await import("./commands/pull.ts")).pull,
    },
  ],
  [
    "check",
    {
      summary: { en: "tell whether a URL may be called, and why", "zh-CN": "判断一个 URL 能否调用，并说明原因" },
      load: async () => (await import("./commands/check.ts")).check,
    },
  ],
  [
    "scan",
    {
      summary: { en: "list every network call and the domains it needs", "zh-CN": "列出所有网络调用及其所需域名" },
      load: async () => (await import("./commands/scan.ts")).scan,
    },
  ],
  [
    "lists",
    {
      summary: { en: "validate a snapshot, or compare two", "zh-CN": "检查快照，或比较两个快照" },
      load: async () => (await import("./commands/lists.ts")).lists,
    },
  ],
  [
    "jump-domain",
    {
      summary: { en: "a third-party platform's business domains", "zh-CN": "第三方平台的小程序业务域名" },
      load: async () => (await import("./commands/jump-domain.ts")).jumpDomain,
    },
  ],
  [
    "completion",
    {
      summary: { en: "complete this command in a shell", "zh-CN": "shell 命令补全" },
      load: async () => (await import("./commands/completion.ts")).completion,
    },
  ],
]);
