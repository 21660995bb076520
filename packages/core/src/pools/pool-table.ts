import type { EntryFacts } from "../list-table.ts";
import type { ListName } from "../lists.ts";

/** The pools of a third-party platform: what the apps that it develops may have in their lists. */
export const POOL_NAMES = ["jump", "server"] as const;

export type PoolName = (typeof POOL_NAMES)[number];

export interface PoolFacts extends EntryFacts {
  /** What follows `published_`, `testing_` and `invalid_` in the replies. */
  readonly wireName: string;
  /** The lists whose entries must lie in it. */
  readonly lists: readonly ListName[];
  readonly source: string;
}

const hosts = { entryScheme: null, schemeOptional: false, port: "never", path: "never" } as const;

/** One row a pool. */
export const POOLS: Readonly<Record<PoolName, PoolFacts>> = {
  jump: {
    ...hosts,
    name: { en: "platform's pool of business domains (第三方平台小程序业务域名)", "zh-CN": "第三方平台小程序业务域名" },
    limits: { current: 200, former: 200 },
    wireName: "wxa_jump_h5_domain",
    lists: ["bizdomain"],
    source: "P modifyThirdpartyJumpDomain: 「最多可以添加200个小程序业务域名，以;隔开」",
  },
  server: {
    ...hosts,
    name: { en: "platform's pool of server domains (第三方平台小程序服务器域名)", "zh-CN": "第三方平台小程序服务器域名" },
    limits: { current: 1000, former: 1000 },
    wireName: "wxa_server_domain",
    lists: ["requestdomain", "wsrequestdomain", "uploaddomain", "downloaddomain", "udpdomain", "tcpdomain"],
    source: "P modifyThirdpartyServerDomain: up to 1000 hosts, separated by ;",
  },
};
