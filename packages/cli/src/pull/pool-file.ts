import type { Pools } from "@wx-domain/core";
import { parsePools } from "@wx-domain/loader";
import { requireText } from "../domain-file.ts";

/** Where a platform's pools stand unless the user says otherwise. */
export const DEFAULT_POOL_FILE = "wx-pools.json";

/** @throws WxDomainError if there is none, or it can't be read. */
export async function requirePoolFile(shown: string, cwd: string): Promise<Pools> {
  return parsePools(await requireText(shown, cwd, NO_FILE), shown);
}

const NO_FILE = {
  en: "check the path, or run wx-domain pull --source pools to make one.",
  "zh-CN": "请检查路径，或运行 wx-domain pull --source pools 生成。",
};
