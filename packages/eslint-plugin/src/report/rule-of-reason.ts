import type { Judgement } from "@wx-domain/analyzer";
import type { Call, Reason } from "@wx-domain/core";

/** The rules that report what is wrong with a URL of a network call, a page or a link. */
export type UrlRule =
  | "jssdk-share-domain"
  | "oauth-redirect-domain"
  | "valid-request-options"
  | "web-view-domain"
  | "no-unlisted-domain"
  | "no-insecure-protocol"
  | "no-local-address"
  | "no-invalid-url"
  | "no-server-api"
  | "no-dynamic-url";

/** A reason belongs to exactly one rule; null: nothing that a rule of network calls reports. */
const RULE_OF_REASON: Readonly<Record<Exclude<Reason, "wrong-protocol">, UrlRule | null>> = {
  "not-listed": "no-unlisted-domain",
  "port-not-listed": "no-unlisted-domain",
  "port-missing": "no-unlisted-domain",
  "port-mismatch": "no-unlisted-domain",
  "subdomain-not-covered": "no-unlisted-domain",
  "parent-not-covered": "no-unlisted-domain",
  "path-not-covered": "no-unlisted-domain",
  "listed-for-another-call": "no-unlisted-domain",
  "local-address": "no-local-address",
  "ip-address": "no-local-address",
  "lan-address": "no-local-address",
  "invalid-url": "no-invalid-url",
  "relative-url": "no-invalid-url",
  "ambiguous-authority": "no-invalid-url",
  "server-only-host": "no-server-api",
  "forbidden-port": "valid-request-options",
  listed: null,
  "no-list-needed": null,
  "unknown-list": null,
  "local-file": null,
  "unusual-entry": null,
  "clients-disagree": null,
  undocumented: null,
};

/** Schemes that only lack their encryption; what follows may be known in part (`ws://h:…`). */
const INSECURE = /^(?:http|ws):/i;

/**
 * The rules for what a call's list does not hold, and for a URL that nobody can tell: a page in a web-view mostly comes from the page before,
 * and is no riddle that somebody should solve.
 */
const RULES_OF_CALL: Readonly<Record<Exclude<Call, PageCall>, { readonly unlisted: UrlRule; readonly unknown: UrlRule | null }>> = {
  request: { unlisted: "no-unlisted-domain", unknown: "no-dynamic-url" },
  uploadFile: { unlisted: "no-unlisted-domain", unknown: "no-dynamic-url" },
  downloadFile: { unlisted: "no-unlisted-domain", unknown: "no-dynamic-url" },
  connectSocket: { unlisted: "no-unlisted-domain", unknown: "no-dynamic-url" },
  getImageInfo: { unlisted: "no-unlisted-domain", unknown: "no-dynamic-url" },
  tcp: { unlisted: "no-unlisted-domain", unknown: "no-dynamic-url" },
  udp: { unlisted: "no-unlisted-domain", unknown: "no-dynamic-url" },
  "web-view": { unlisted: "web-view-domain", unknown: null },
};

type PageCall = "js-sdk" | "share-link" | "oauth-redirect";

/** What a page of WeChat's browser is refused has one rule, whatever the reason. Of `wx.config` itself the settings say where it is. */
const RULE_OF_PAGE_CALL: Readonly<Record<PageCall, UrlRule | null>> = {
  "js-sdk": null,
  "share-link": "jssdk-share-domain",
  "oauth-redirect": "oauth-redirect-domain",
};

function isPageCall(call: Call): call is PageCall {
  return Object.hasOwn(RULE_OF_PAGE_CALL, call);
}

/** A page resolves a relative address against its own. */
function isRefusedPage(judgement: Judgement): boolean {
  if (judgement.kind !== "verdict") return judgement.kind === "impossible";
  return judgement.verdict.status === "denied" && judgement.verdict.reason !== "relative-url";
}

/** The rule that reports this judgement on a value of this call. */
export function ruleOf(judgement: Judgement, call: Call): UrlRule | null {
  if (isPageCall(call)) return isRefusedPage(judgement) ? RULE_OF_PAGE_CALL[call] : null;
  const rules = RULES_OF_CALL[call];
  switch (judgement.kind) {
    case "unknown":
      return rules.unknown;
    case "impossible":
      return rules.unlisted;
    case "verdict": {
      const { reason } = judgement.verdict;
      if (reason === "wrong-protocol") return INSECURE.test(judgement.url) ? "no-insecure-protocol" : "no-invalid-url";
      const rule = RULE_OF_REASON[reason];
      return rule === "no-unlisted-domain" ? rules.unlisted : rule;
    }
  }
}
