import { LIST_NAMES } from "@wx-domain/core";
import type { Endpoint } from "../endpoint.ts";
import { NETWORK_NAMES, readAuthorizerInfo } from "../lists/authorizer-network.ts";
import type { Source } from "../source.ts";
import { callApi, callUrl } from "../wechat/call.ts";
import { withToken, type TokenHolder } from "../wechat/token.ts";

/** A third-party platform: its AppID, and its component_access_token, which only its own server can mint. */
export interface Component {
  readonly appid: string;
  readonly token: TokenHolder;
}

const KNOWN: ReadonlySet<string> = new Set(Object.keys(NETWORK_NAMES));

/** What the platform sees of an app that has authorised it: api_get_authorizer_info, with the platform's token alone. */
export function componentSource(component: Component, appid: string, endpoint: Endpoint): Source {
  const call = {
    kind: "component",
    name: "api_get_authorizer_info",
    path: "/cgi-bin/component/api_get_authorizer_info",
    endpoint: endpoint.base,
    body: { component_appid: component.appid, authorizer_appid: appid },
  } as const;
  return {
    label: callUrl(call).href,
    appid,
    knows: LIST_NAMES.filter((list) => KNOWN.has(list)),
    warnings: endpoint.warnings,
    read: (context) =>
      withToken(component.token, async (token) => readAuthorizerInfo(await callApi({ ...call, token }, context)), context),
  };
}
