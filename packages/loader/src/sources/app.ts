import type { Endpoint } from "../endpoint.ts";
import { readDomainInfo } from "../lists/domain-info.ts";
import type { Source } from "../source.ts";
import { callApi } from "../wechat/call.ts";
import { stableToken, withToken, type TokenHolder } from "../wechat/token.ts";

export interface AppCredentials {
  readonly appid: string;
  readonly secret: string;
}

/** An app's own AppID and AppSecret: a stable token, then getwxadevinfo. */
export function appSource(credentials: AppCredentials, endpoint: Endpoint): Source {
  return domainInfoSource(stableToken(endpoint.base, credentials.appid, credentials.secret), credentials.appid, endpoint);
}

/** getwxadevinfo with a token from anywhere; all lists in one call (`action` left out). */
export function domainInfoSource(holder: TokenHolder, appid: string | undefined, endpoint: Endpoint): Source {
  return {
    label: "getwxadevinfo",
    appid,
    warnings: endpoint.warning === undefined ? [] : [endpoint.warning],
    read: (context) =>
      withToken(
        holder,
        async (token) => {
          const call = { kind: "api", name: "getwxadevinfo", path: "/wxa/getwxadevinfo", body: {} } as const;
          return readDomainInfo(await callApi({ ...call, endpoint: endpoint.base, token }, context), call.name);
        },
        context,
      ),
  };
}
