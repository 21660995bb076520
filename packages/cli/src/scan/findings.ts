import type { Reason } from "@wx-domain/core";
import type { JudgedCall, JudgedValue } from "./inventory.ts";

/** What can make a scan fail: the words of `--fail-on`. */
export const FINDINGS = ["missing", "insecure", "dynamic"] as const;

export type Finding = (typeof FINDINGS)[number];

/** A finding about one URL. `missing`: an entry of the list would cure it; `insecure`: no entry could. */
export type UrlFinding = Exclude<Finding, "dynamic">;

/** What fails a scan unless the user says otherwise. */
export const DEFAULT_FINDINGS: readonly Finding[] = ["missing", "insecure"];

/** Undefined: nothing to mend. */
const BY_REASON: Readonly<Record<Reason, UrlFinding | undefined>> = {
  listed: undefined,
  "no-list-needed": undefined,
  "unknown-list": undefined,
  "not-listed": "missing",
  "wrong-protocol": "insecure",
  "port-not-listed": "missing",
  "port-missing": "missing",
  "port-mismatch": "missing",
  "subdomain-not-covered": "missing",
  "parent-not-covered": "missing",
  "path-not-covered": "missing",
  "listed-for-another-call": "missing",
  "local-address": "insecure",
  "lan-address": undefined,
  "ip-address": "insecure",
  "local-file": undefined,
  "server-only-host": "insecure",
  "invalid-url": "insecure",
  "relative-url": "insecure",
  "ambiguous-authority": "insecure",
  "forbidden-port": "insecure",
  "unusual-entry": undefined,
  "clients-disagree": undefined,
  undocumented: undefined,
};

/** What is to be mended about a value. */
export function findingOf({ status, reason, verdict, isPlaceholder, isOwn }: JudgedValue): UrlFinding | undefined {
  if (reason === undefined || isPlaceholder || !isOwn) return undefined;
  const finding = BY_REASON[reason];
  if (status === "denied") return finding;
  // Where the list is unknown nothing is denied, but what no list could cure stays a fault. An entry that decided says
  // that a client lets it pass.
  return finding === "insecure" && verdict?.entry === undefined ? finding : undefined;
}

/** Everything that is to be mended about a call; of third-party code only what the program hands to it. */
export function findingsOf(call: JudgedCall): ReadonlySet<Finding> {
  const findings = new Set<Finding>();
  if (call.dynamic && !call.vendored) findings.add("dynamic");
  for (const value of call.values) {
    const finding = findingOf(value);
    if (finding !== undefined) findings.add(finding);
  }
  return findings;
}
