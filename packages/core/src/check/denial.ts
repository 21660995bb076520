import type { Entry } from "../entry.ts";
import type { ListIndex } from "../list-index.ts";
import type { ListName } from "../lists.ts";
import type { Reason } from "../verdict.ts";
import type { AbsoluteUrl, Finding } from "./finding.ts";

function denied(reason: Reason, entry: Entry): Finding {
  return { status: "denied", reason, entry: entry.text, nearest: entry.text };
}

/** The reason in the ports, given that scheme and host are equal. */
function portReason(url: AbsoluteUrl, sameOrigin: readonly Entry[]): Finding | undefined {
  const portless = sameOrigin.find(({ port }) => port === undefined);
  if (url.port !== undefined && portless !== undefined) return denied("port-not-listed", portless);
  const [ported] = sameOrigin;
  if (ported === undefined) return undefined;
  return denied(url.port === undefined ? "port-missing" : "port-mismatch", ported);
}

/** Whether a list holds the very origin of a URL; a bare host holds that of any page on it. */
function holdsOrigin(index: ListIndex, url: AbsoluteUrl): boolean {
  return index.hosts
    .at(url.host.toLowerCase())
    .some((entry) => (entry.scheme === null || entry.scheme === url.scheme) && entry.port === url.port && entry.path === "");
}

/** The other known lists that hold the URL's origin. */
function listedElsewhere(url: AbsoluteUrl, others: ReadonlyMap<ListName, () => ListIndex>): readonly ListName[] {
  return [...others].filter(([, index]) => holdsOrigin(index(), url)).map(([name]) => name);
}

/**
 * Why a URL that no entry covers is denied, from the most to the least specific reason, with the entry that its author
 * most likely meant.
 */
export function explainMiss(url: AbsoluteUrl, own: ListIndex, others: ReadonlyMap<ListName, () => ListIndex>): Finding {
  const listedIn = listedElsewhere(url, others);
  if (listedIn.length > 0) return { status: "denied", reason: "listed-for-another-call", listedIn };
  const host = url.host.toLowerCase();
  const sameHost = own.hosts.at(host);
  const byPort = portReason(url, sameHost.filter(({ scheme }) => scheme === url.scheme));
  if (byPort !== undefined) return byPort;
  const parent = own.hosts.parentOf(host);
  if (sameHost.length === 0 && parent !== undefined) return denied("subdomain-not-covered", parent);
  const child = own.hosts.childOf(host);
  if (sameHost.length === 0 && child !== undefined) return denied("parent-not-covered", child);
  const nearest = sameHost[0] ?? own.hosts.similar(host);
  return { status: "denied", reason: "not-listed", ...(nearest === undefined ? {} : { nearest: nearest.text }) };
}
