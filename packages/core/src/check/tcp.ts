import { isUnusualOrigin } from "../entry.ts";
import type { ListIndex } from "../list-index.ts";
import type { AbsoluteUrl, Finding } from "./finding.ts";

/**
 * Matches `tcp://host:port`. An entry without port covers all that are not forbidden; whether one with a port covers
 * others is written nowhere.
 */
export function matchTcp(url: AbsoluteUrl, index: ListIndex): Finding | undefined {
  const sameHost = index.hosts.at(url.host.toLowerCase()).filter(({ scheme }) => scheme === "tcp");
  const entry = sameHost.find(({ port }) => port === url.port) ?? sameHost.find(({ port }) => port === undefined);
  if (entry === undefined) {
    const [other] = sameHost;
    return other && { status: "uncertain", reason: "port-mismatch", entry: other.text, nearest: other.text };
  }
  const isUnusual = isUnusualOrigin(entry, "tcp");
  return { status: isUnusual ? "uncertain" : "allowed", reason: isUnusual ? "unusual-entry" : "listed", entry: entry.text };
}
