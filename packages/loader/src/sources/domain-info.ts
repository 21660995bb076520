import { DOMAIN_INFO_LISTS, readDomainInfo } from "../lists/domain-info.ts";
import type { Endpoint } from "../endpoint.ts";
import type { Source } from "../source.ts";
import { callApi, callUrl } from "../wechat/call.ts";
import { withToken, type TokenHolder } from "../wechat/token.ts";

export const DOMAIN_INFO = { kind: "api", name: "getwxadevinfo", path: "/wxa/getwxadevinfo" } as const;

/** getwxadevinfo with a token from anywhere; without `action` it returns all lists in one reply. */
export function domainInfoSource(holder: TokenHolder, appid: string | undefined, endpoint: Endpoint): Source {
  const call = { ...DOMAIN_INFO, endpoint: endpoint.base, body: {} };
  return {
    label: callUrl(call).href,
    appid,
    knows: DOMAIN_INFO_LISTS,
    warnings: endpoint.warnings,
    read: (context) =>
      withToken(
        holder,
        async (token) => readDomainInfo(await callApi({ ...call, token }, context), call.name),
        context,
      ),
  };
}
