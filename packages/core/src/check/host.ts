import type { CallFacts } from "../calls.ts";
import type { Entry } from "../entry.ts";
import { parentsOf } from "../host-index.ts";
import type { ListIndex } from "../list-index.ts";
import { LISTS } from "../list-table.ts";
import type { ListName } from "../lists.ts";
import { isAmbiguous, type AbsoluteUrl, type Finding } from "./finding.ts";

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** Articles of a linked official account open without an entry. Source: D web-view. */
const ARTICLE_HOST = "mp.weixin.qq.com";

/** Longest host worth the walk over its parents. */
const MAX_HOST = 253;

type Cover = "yes" | "undocumented" | "no";

/** The path that a browser would ask for: `.` and `..` resolved. */
function resolvedPath(path: string): string {
  if (!path.includes("/.")) return path;
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  for (const [i, segment] of segments.entries()) {
    if (segment === "..") kept.pop();
    if (segment !== "." && segment !== "..") kept.push(segment);
    else if (i === segments.length - 1) kept.push("");
  }
  return `/${kept.join("/")}`;
}

/** `/mp` covers `/mp` and below; `/mpx` begins with the same text, and the documents don't say. */
function pathCover(entryPath: string, urlPath: string): Cover {
  const prefix = entryPath.replace(/\/$/, "");
  const path = resolvedPath(urlPath);
  if (path === prefix || path.startsWith(`${prefix}/`)) return "yes";
  return path.startsWith(prefix) ? "undocumented" : "no";
}

function isUnusual(entry: Entry, list: ListName): boolean {
  const facts = LISTS[list];
  const schemeIsGood = entry.scheme === null || (facts.schemeOptional && entry.scheme === facts.entryScheme);
  const pathIsGood = entry.path === "" || (facts.path === "may-hold" && entry.path.startsWith("/"));
  return !schemeIsGood || !pathIsGood || entry.port !== undefined || entry.userinfo !== undefined || entry.host.includes("_");
}

function coverOf(entry: Entry, url: AbsoluteUrl, list: ListName, facts: CallFacts): Finding {
  const found = { entry: entry.text };
  const path = facts.path === "prefix" && entry.path !== "" ? pathCover(entry.path, url.path) : "yes";
  if (path === "no") return { status: "denied", reason: "path-not-covered", ...found, nearest: entry.text };
  if (url.port !== undefined && url.port !== "" && facts.port === "default" && Number(url.port) !== DEFAULT_PORTS[url.scheme]) {
    return { status: "denied", reason: "port-not-listed", ...found, nearest: entry.text };
  }
  if (isAmbiguous(url)) return { status: "uncertain", reason: "ambiguous-authority", ...found };
  if (isUnusual(entry, list)) return { status: "uncertain", reason: "unusual-entry", ...found };
  // 「任意合法的子域名」: `_` is in no legal host name.
  const isOdd = url.host.includes("_") || (url.port !== undefined && facts.port === "undocumented");
  if (path === "undocumented" || isOdd) return { status: "uncertain", reason: "undocumented", ...found };
  return { status: "allowed", reason: "listed", ...found };
}

const RANK = { allowed: 0, uncertain: 1, denied: 2 } as const;

/**
 * Matches a page URL against bare hosts: business, JS-SDK and OAuth domains. The best of all entries that cover the host
 * decides.
 *
 * @returns undefined if no entry covers the host.
 */
export function matchHost(url: AbsoluteUrl, index: ListIndex, list: ListName, facts: CallFacts): Finding | undefined {
  const host = url.host.toLowerCase();
  const hosts = facts.subdomains && host.length <= MAX_HOST ? [host, ...parentsOf(host)] : [host];
  const findings = hosts.flatMap((name) => index.hosts.at(name)).map((entry) => coverOf(entry, url, list, facts));
  const best = findings.reduce<Finding | undefined>(
    (kept, next) => (kept === undefined || RANK[next.status] < RANK[kept.status] ? next : kept),
    undefined,
  );
  const isArticle = list === "bizdomain" && host === ARTICLE_HOST;
  return isArticle && best?.status !== "allowed" ? { status: "uncertain", reason: "undocumented" } : best;
}
