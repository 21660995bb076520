import type { Endpoint } from "../endpoint.ts";
import type { Source } from "../source.ts";
import { stableToken } from "../wechat/token.ts";
import { domainInfoSource } from "./domain-info.ts";

export interface AppCredentials {
  readonly appid: string;
  readonly secret: string;
}

/** An app's own AppID and AppSecret: a stable token, then getwxadevinfo. */
export function appSource(credentials: AppCredentials, endpoint: Endpoint): Source {
  return domainInfoSource(stableToken(endpoint.base, credentials.appid, credentials.secret), credentials.appid, endpoint);
}
