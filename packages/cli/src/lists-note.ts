import { LIST_NAMES, type Localized, type Snapshot } from "@wx-domain/core";
import { pullCommand } from "./domain-file.ts";

/** In the place of a snapshot's source: so that nobody takes what `init` found in the code for the lists in force. */
export const PROPOSED = "proposed by wx-domain init from the code; run wx-domain pull for the lists in force";

/** What has to be known of the lists before an answer that rests on them; undefined: they are what somebody fetched or wrote. */
export function noteOnLists({ lists, source }: Snapshot, file: string): Localized | undefined {
  if (LIST_NAMES.every((name) => lists[name] === undefined)) return holdsNone(file);
  return source === PROPOSED ? holdsProposal(file) : undefined;
}

function holdsNone(file: string): Localized {
  return {
    en: `${file} holds no list, so every list is unknown and no domain can be missing from one: ${pullCommand(file)} fetches what the console has.`,
    "zh-CN": `${file} 中没有任何列表，所有列表均视为未知，不会报告未配置的域名：请用 ${pullCommand(file)} 获取后台配置。`,
  };
}

function holdsProposal(file: string): Localized {
  return {
    en: `${file} holds what init found in the code, not what the console has: run ${pullCommand(file)} to compare with that.`,
    "zh-CN": `${file} 中是 init 从代码中得出的域名，而非后台实际配置：请运行 ${pullCommand(file)} 后再比对。`,
  };
}
