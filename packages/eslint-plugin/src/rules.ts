import type { Rule } from "eslint";
import { jssdkConfig } from "./rules/jssdk-config.ts";
import { jssdkPageDomain } from "./rules/jssdk-page-domain.ts";
import { jssdkShareDomain } from "./rules/jssdk-share-domain.ts";
import { noCheckBypass } from "./rules/no-check-bypass.ts";
import { noDynamicUrl } from "./rules/no-dynamic-url.ts";
import { noInsecureProtocol } from "./rules/no-insecure-protocol.ts";
import { noInvalidUrl } from "./rules/no-invalid-url.ts";
import { noLocalAddress } from "./rules/no-local-address.ts";
import { noServerApi } from "./rules/no-server-api.ts";
import { noUnlistedDomain } from "./rules/no-unlisted-domain.ts";
import { oauthRedirectDomain } from "./rules/oauth-redirect-domain.ts";
import { validDomainLists } from "./rules/valid-domain-lists.ts";
import { validRequestOptions } from "./rules/valid-request-options.ts";
import { webViewDomain } from "./rules/web-view-domain.ts";

/** Every rule under the name that configurations use. A test holds this against the folder. */
export const rules: Readonly<Record<RuleName, Rule.RuleModule>> = {
  "jssdk-config": jssdkConfig,
  "jssdk-page-domain": jssdkPageDomain,
  "jssdk-share-domain": jssdkShareDomain,
  "no-check-bypass": noCheckBypass,
  "no-dynamic-url": noDynamicUrl,
  "no-insecure-protocol": noInsecureProtocol,
  "no-invalid-url": noInvalidUrl,
  "no-local-address": noLocalAddress,
  "no-server-api": noServerApi,
  "no-unlisted-domain": noUnlistedDomain,
  "oauth-redirect-domain": oauthRedirectDomain,
  "valid-domain-lists": validDomainLists,
  "valid-request-options": validRequestOptions,
  "web-view-domain": webViewDomain,
};

export type RuleName =
  | "jssdk-config"
  | "jssdk-page-domain"
  | "jssdk-share-domain"
  | "no-check-bypass"
  | "no-dynamic-url"
  | "no-insecure-protocol"
  | "no-invalid-url"
  | "no-local-address"
  | "no-server-api"
  | "no-unlisted-domain"
  | "oauth-redirect-domain"
  | "valid-domain-lists"
  | "valid-request-options"
  | "web-view-domain";
