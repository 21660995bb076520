import type { Localized } from "@wx-domain/core";
import type { Context } from "../context.ts";
import type { Endpoint } from "../endpoint.ts";
import { FetchError } from "../fetch-error.ts";
import { EFFECTIVE_LISTS, readEffectiveDomain, readEffectiveWebviewDomain, readPrefetchDnsDomain } from "../lists/effective.ts";
import { joinReadings, type Reading } from "../lists/reading.ts";
import { withLock } from "../lock.ts";
import type { Source } from "../source.ts";
import { callApi, callUrl, type Fields } from "../wechat/call.ts";
import { Refusal } from "../wechat/refusal.ts";
import { rememberedToken, secretToken, withToken, type TokenHolder } from "../wechat/token.ts";
import type { Component } from "./component.ts";
import { domainInfoSource } from "./domain-info.ts";
import { keepRefreshToken, type RefreshTokenKeeper } from "./refresh-token.ts";

/** Which calls read an authorizer's lists: those of the domains in force, or getwxadevinfo. */
export const AUTHORIZER_READS = ["effective", "getwxadevinfo"] as const;

export type AuthorizerReads = (typeof AUTHORIZER_READS)[number];

/** An app that has authorised a third-party platform, by its authorizer_access_token. */
export function authorizerSource(holder: TokenHolder, appid: string, reads: AuthorizerReads, endpoint: Endpoint): Source {
  // One token for all calls.
  const token = rememberedToken(holder);
  if (reads === "getwxadevinfo") return domainInfoSource(token, appid, endpoint);
  const ask = (path: string, method: "GET" | "POST", context: Context): Promise<Fields> =>
    withToken(
      token,
      (value) =>
        callApi(
          { kind: "api", name: path.slice("/wxa/".length), path, endpoint: endpoint.base, token: value, ...(method === "POST" ? { body: {} } : {}) },
          context,
        ),
      context,
    );
  return {
    label: callUrl({ endpoint: endpoint.base, path: "/wxa/get_effective_domain" }).href,
    appid,
    knows: EFFECTIVE_LISTS,
    warnings: endpoint.warnings,
    read: async (context) => {
      const server = readEffectiveDomain(await ask("/wxa/get_effective_domain", "POST", context));
      const business = await businessDomains(() => ask("/wxa/get_effective_webviewdomain", "POST", context));
      const prefetch = readPrefetchDnsDomain(await ask("/wxa/get_prefetchdnsdomain", "GET", context));
      return joinReadings([server, business, prefetch]);
    },
  };
}

/** An individual's account has no business domains, and says so by an errcode: no reason to leave out the rest. */
async function businessDomains(ask: () => Promise<Fields>): Promise<Reading> {
  try {
    return readEffectiveWebviewDomain(await ask());
  } catch (error) {
    if (!(error instanceof Refusal && error.errcode === 89231)) throw error;
    return { lists: {}, warnings: [INDIVIDUAL] };
  }
}

const INDIVIDUAL: Localized = {
  en: "WeChat told no business domains (errcode 89231): an individual's account has no web-view. That list stays unknown.",
  "zh-CN": "微信未返回业务域名（errcode 89231）：个人主体小程序不支持 web-view。该列表保持未知。",
};

/** Tokens of api_authorizer_token; the refresh token that comes with one is kept before anything else is done. */
export function authorizerToken(component: Component, appid: string, keeper: RefreshTokenKeeper, endpoint: Endpoint): TokenHolder {
  const refresh = async (context: Context): Promise<string> => {
    const refreshToken = secretToken(await keeper.read(context), context, "WX_REFRESH_TOKEN");
    await keeper.prepare(refreshToken);
    const fields = await withToken(
      component.token,
      (token) =>
        callApi(
          {
            kind: "component",
            name: "api_authorizer_token",
            path: "/cgi-bin/component/api_authorizer_token",
            endpoint: endpoint.base,
            token,
            body: { component_appid: component.appid, authorizer_appid: appid, authorizer_refresh_token: refreshToken },
          },
          context,
        ),
      context,
    );
    const next = fields["authorizer_refresh_token"];
    if (typeof next === "string" && next !== "" && next !== refreshToken) {
      context.redactor.add(next);
      await keepRefreshToken(keeper, appid, next, context);
    }
    return secretToken(fields["authorizer_access_token"], context, "api_authorizer_token");
  };
  return {
    renewable: true,
    get: async (context) => {
      if (keeper.sharedFile === undefined) return await refresh(context);
      // Two processes that trade in the same refresh token would each keep what the other one made worthless.
      const turn = await withLock(`${keeper.sharedFile}.lock`, context, () => refresh(context));
      if (turn !== undefined) return turn.done;
      throw new FetchError("loader/refresh-token-busy", {
        en: `Another process is refreshing the token of ${appid} and did not finish in time. Try again.`,
        "zh-CN": `另一进程正在刷新 ${appid} 的 token，未在时限内完成。请重试。`,
      });
    },
  };
}
