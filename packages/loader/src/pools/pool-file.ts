import { POOL_NAMES, POOLS, WxDomainError, type Pools, type PoolVersions } from "@wx-domain/core";
import { isRecord } from "../record.ts";
import { without } from "../snapshot/changes.ts";
import { splitHosts } from "./hosts.ts";

const VERSIONS = ["published", "testing"] as const;

/** A pool's version by the name of its key in replies and files. */
const KEYS = POOL_NAMES.flatMap((pool) => VERSIONS.map((version) => ({ pool, version, key: `${version}_${POOLS[pool].wireName}` })));

/**
 * Reads pools out of a file: as `formatPools` writes them, or replies of the API pasted into one object.
 * @param fileName As messages shall show it.
 * @throws WxDomainError `pools/…`
 */
export function parsePools(text: string, fileName: string): Pools {
  const value = readJson(text.replace(/^\uFEFF/, ""));
  if (!isRecord(value)) throw fault("not-json", fileName, "it is no JSON object", "不是 JSON 对象");
  const pools: Partial<Record<(typeof POOL_NAMES)[number], PoolVersions>> = {};
  for (const { pool, version, key } of KEYS) {
    const hosts = value[key];
    if (hosts !== undefined) pools[pool] = { ...pools[pool], [version]: readHosts(hosts, key, fileName) };
  }
  if (Object.keys(pools).length === 0) throw fault("none", fileName, "it holds no pool", "其中没有域名池");
  return pools;
}

/** The text of a pool file: the replies' keys, hosts sorted and one a line. The same pools give the same bytes. */
export function formatPools(pools: Pools, source: string): string {
  const fields: Record<string, unknown> = { source };
  for (const { pool, version, key } of KEYS) {
    const hosts = pools[pool]?.[version];
    if (hosts !== undefined) fields[key] = without(hosts, []);
  }
  return `${JSON.stringify(fields, undefined, 2)}\n`;
}

function readHosts(value: unknown, key: string, fileName: string): readonly string[] {
  if (typeof value === "string") return splitHosts(value);
  if (Array.isArray(value) && value.every((host) => typeof host === "string")) return value.flatMap(splitHosts);
  throw fault("wrong-shape", fileName, `"${key}" is neither a string of hosts with ";" between them nor an array of strings`, `“${key}”既不是以 “;” 分隔的域名字符串，也不是字符串数组`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fault(code: string, fileName: string, en: string, zh: string): WxDomainError {
  return new WxDomainError(`pools/${code}`, {
    en: `"${fileName}" can't be used as a pool: ${en}. Write it anew with wx-domain pull --source pools, or paste the replies of modify_wxa_jump_domain and modify_wxa_server_domain.`,
    "zh-CN": `“${fileName}”不能作为域名池：${zh}。请用 wx-domain pull --source pools 重新生成，或粘贴 modify_wxa_jump_domain 和 modify_wxa_server_domain 的响应。`,
  });
}
