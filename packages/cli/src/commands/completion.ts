import type { Command } from "../command.ts";
import { COMMANDS } from "../commands.ts";
import { completionScript, SHELLS } from "../completion.ts";
import { EXIT } from "../exit-code.ts";
import { usageError } from "../usage-error.ts";

export const completion: Command = {
  usage: `completion ${SHELLS.join("|")}`,
  summary: {
    en: "Print a script by which a shell completes this command, its options and their values.",
    "zh-CN": "输出 shell 补全脚本，可补全命令、选项及其取值。",
  },
  verbs: SHELLS,
  options: [],
  examples: [
    { line: 'eval "$(wx-domain completion bash)"', help: { en: "in ~/.bashrc", "zh-CN": "写入 ~/.bashrc" } },
    { line: 'eval "$(wx-domain completion zsh)"', help: { en: "in ~/.zshrc", "zh-CN": "写入 ~/.zshrc" } },
    { line: "wx-domain completion fish > ~/.config/fish/completions/wx-domain.fish", help: { en: "for fish", "zh-CN": "用于 fish" } },
  ],

  run: async ({ terminal, locale }, { positionals }) => {
    const shell = SHELLS.find((known) => known === positionals[0]);
    if (shell === undefined || positionals.length > 1) {
      const all = SHELLS.join(", ");
      throw usageError("shell", `completion takes the name of a shell: one of ${all}.`, `completion 需要 shell 名称：${all} 之一。`);
    }
    const entries = [...COMMANDS].map(async ([name, entry]) => ({ name, about: entry.summary[locale], command: await entry.load() }));
    await terminal.print(completionScript(shell, await Promise.all(entries), locale));
    return EXIT.clean;
  },
};
