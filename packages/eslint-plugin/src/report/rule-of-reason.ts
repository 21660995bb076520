import type { Judgement } from "@wx-domain/analyzer";
import { parseRawUrl, type Call, type Reason } from "@wx-domain/core";

/** The rules that report what is wrong with a URL of a network call. */
export type UrlRule =
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
  listed: null,
  "no-list-needed": null,
  "unknown-list": null,
  "local-file": null,
  "forbidden-port": null,
  "unusual-entry": null,
  "clients-disagree": null,
  undocumented: null,
};

/** Schemes that only lack their encryption. */
const INSECURE_SCHEMES: ReadonlySet<string> = new Set(["http", "ws"]);

/** What these rules are about; a page, a share link or a redirect has a rule of its own. */
const NETWORK_CALLS: ReadonlySet<Call> = new Set<Call>([
  "request",
  "uploadFile",
  "downloadFile",
  "connectSocket",
  "getImageInfo",
  "tcp",
  "udp",
]);

/** The rule that reports this judgement on a value of this call. */
export function ruleOf(judgement: Judgement, call: Call): UrlRule | null {
  if (!NETWORK_CALLS.has(call)) return null;
  switch (judgement.kind) {
    case "unknown":
      return "no-dynamic-url";
    case "impossible":
      return "no-unlisted-domain";
    case "verdict": {
      const { reason } = judgement.verdict;
      if (reason !== "wrong-protocol") return RULE_OF_REASON[reason];
      return isInsecure(judgement.url) ? "no-insecure-protocol" : "no-invalid-url";
    }
  }
}

function isInsecure(text: string): boolean {
  const url = parseRawUrl(text);
  return (url.kind === "absolute" || url.kind === "opaque") && INSECURE_SCHEMES.has(url.scheme);
}
