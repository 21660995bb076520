import type { Endpoint } from "../endpoint.ts";
import { DOMAIN_INFO_LISTS, readDomainInfo } from "../lists/domain-info.ts";
import type { Source } from "../source.ts";
import { callApi, callUrl } from "../wechat/call.ts";
import { DOMAIN_INFO } from "./domain-info.ts";

/**
 * From inside a WeChat cloud-run container, whose own network adds the token on the way: there is none to be had here.
 * `from_appid` is always sent, because without it a shared environment answers for its owner's app.
 */
export function containerSource(appid: string, endpoint: Endpoint): Source {
  const call = { ...DOMAIN_INFO, kind: "container", endpoint: endpoint.base, query: { from_appid: appid }, body: {} } as const;
  return {
    label: callUrl(call).href,
    appid,
    knows: DOMAIN_INFO_LISTS,
    warnings: endpoint.warnings,
    read: async (context) => readDomainInfo(await callApi(call, context), call.name),
  };
}
