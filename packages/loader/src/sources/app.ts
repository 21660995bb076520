import type { Endpoint } from "../endpoint.ts";
import { readDomainInfo } from "../lists/domain-info.ts";
import type { Source } from "../source.ts";
import { callApi, callUrl } from "../wechat/call.ts";
import { stableToken, withToken, type TokenHolder } from "../wechat/token.ts";

export interface AppCredentials {
  readonly appid: string;
  readonly secret: string;
}

/** An app's own AppID and AppSecret: a stable token, then getwxadevinfo. */
export function appSource(credentials: AppCredentials, endpoint: Endpoint): Source {
  return domainInfoSource(stableToken(endpoint.base, credentials.appid, credentials.secret), credentials.appid, endpoint);
}

const DOMAIN_INFO = { kind: "api", name: "getwxadevinfo", path: "/wxa/getwxadevinfo" } as const;

/** getwxadevinfo with a token from anywhere; without `action` it returns all lists in one reply. */
export function domainInfoSource(holder: TokenHolder, appid: string | undefined, endpoint: Endpoint): Source {
  const call = { ...DOMAIN_INFO, endpoint: endpoint.base, body: {} };
  return {
    label: callUrl(call).href,
    appid,
    warnings: endpoint.warning === undefined ? [] : [endpoint.warning],
    read: (context) =>
      withToken(
        holder,
        async (token) => readDomainInfo(await callApi({ ...call, token }, context), call.name),
        context,
      ),
  };
}
