import type { Localized, Snapshot } from "@wx-domain/core";
import { pullCommand } from "./domain-file.ts";

/** In the place of a snapshot's source: so that nobody takes what `init` found in the code for the lists in force. */
export const PROPOSED = "proposed by wx-domain init from the code; run wx-domain pull for the lists in force";

export function isProposed({ source }: Snapshot): boolean {
  return source === PROPOSED;
}

/** What to say where proposed lists are compared with. */
export function proposedText(file: string): Localized {
  return {
    en: `${file} holds what init found in the code, not what the console has: run ${pullCommand(file)} to compare with that.`,
    "zh-CN": `${file} 中是 init 从代码中得出的域名，而非后台实际配置：请运行 ${pullCommand(file)} 后再比对。`,
  };
}
