import { addressKind } from "../address.ts";
import { FORBIDDEN_TCP_PORTS, type CallFacts } from "../calls.ts";
import { isLocalFileUrl } from "../local-file.ts";
import type { RawUrl } from "../raw-url.ts";
import { isServerOnlyHost } from "../server-hosts.ts";
import type { AbsoluteUrl, Finding } from "./finding.ts";

const NETWORK_SCHEMES: ReadonlySet<string> = new Set(["http", "https", "ws", "wss", "ftp"]);

/** Whether an argument that may be a local path (`/images/a.png`, `wxfile://…`) is one: it then needs no list. */
export function isLocalPath(url: RawUrl): boolean {
  if (url.kind === "relative") return true;
  return url.kind !== "invalid" && !NETWORK_SCHEMES.has(url.scheme);
}

function isForbiddenPort(port: string): boolean {
  return FORBIDDEN_TCP_PORTS.some(([from, to]) => Number(port) >= from && Number(port) <= to);
}

function addressFinding(url: AbsoluteUrl, facts: CallFacts): Finding | undefined {
  const kind = addressKind(url.host);
  if (kind === null) return undefined;
  if (kind === "local") return { status: "denied", reason: "local-address" };
  if (kind === "ip" || facts.lanSchemes.length === 0) return { status: "denied", reason: "ip-address" };
  return undefined;
}

function tcpPortFinding(url: AbsoluteUrl): Finding | undefined {
  if (url.port === undefined || url.port === "" || Number(url.port) > 65_535) return { status: "denied", reason: "invalid-url" };
  return isForbiddenPort(url.port) ? { status: "denied", reason: "forbidden-port" } : undefined;
}

function targetFinding(url: AbsoluteUrl, facts: CallFacts): Finding | undefined {
  const address = addressFinding(url, facts);
  if (address !== undefined) return address;
  if (isServerOnlyHost(url.host.toLowerCase())) return { status: "denied", reason: "server-only-host" };
  const port = facts.matching === "tcp" ? tcpPortFinding(url) : undefined;
  if (port !== undefined) return port;
  // D: 「允许与局域网 IP 通信」, over http and ws too; whether the phone is in that network is not statically known.
  if (addressKind(url.host) === "lan") return { status: "uncertain", reason: "lan-address" };
  return facts.schemes.includes(url.scheme) ? undefined : { status: "denied", reason: "wrong-protocol" };
}

/**
 * What is wrong with a URL for a call whatever the lists hold.
 *
 * @returns a finding that no list could change, or the URL to match.
 */
export function judgeUrl(
  text: string,
  url: RawUrl,
  facts: CallFacts,
): { readonly finding: Finding } | { readonly finding: undefined; readonly target: AbsoluteUrl } {
  if (url.kind === "relative") return { finding: { status: "denied", reason: "relative-url" } };
  if (url.kind === "invalid") return { finding: { status: "denied", reason: "invalid-url" } };
  if (facts.matching === "server" && isLocalFileUrl(text)) return { finding: { status: "uncertain", reason: "local-file" } };
  if (url.kind === "opaque") return { finding: { status: "denied", reason: "wrong-protocol" } };
  if (facts.matching === "none") {
    const finding: Finding = facts.schemes.includes(url.scheme)
      ? { status: "allowed", reason: "no-list-needed" }
      : { status: "denied", reason: "wrong-protocol" };
    return { finding };
  }
  // Towards a local address http is no fault, so there the host is looked at before the scheme.
  if (!facts.schemes.includes(url.scheme) && !facts.lanSchemes.includes(url.scheme)) {
    return { finding: { status: "denied", reason: "wrong-protocol" } };
  }
  const finding = targetFinding(url, facts);
  return finding === undefined ? { finding, target: url } : { finding };
}
