/** What kind of address a host is; null: a name. */
export type AddressKind = "local" | "lan" | "ip";

/**
 * IPv4 ranges that are not simply public, first match wins. Source: D network 「域名不能使用 IP 地址（小程序的局域网 IP
 * 除外）或 localhost」; the private ranges are RFC 1918 and RFC 3927.
 */
const IPV4_RANGES: readonly { readonly from: string; readonly bits: number; readonly kind: AddressKind }[] = [
  { from: "127.0.0.0", bits: 8, kind: "local" },
  { from: "0.0.0.0", bits: 32, kind: "local" },
  { from: "10.0.0.0", bits: 8, kind: "lan" },
  { from: "172.16.0.0", bits: 12, kind: "lan" },
  { from: "192.168.0.0", bits: 16, kind: "lan" },
  { from: "169.254.0.0", bits: 16, kind: "lan" },
];

const RANGES = IPV4_RANGES.map(({ from, bits, kind }) => ({ base: dottedToNumber(from), size: 2 ** (32 - bits), kind }));

function dottedToNumber(text: string): number {
  return text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function kindOfIpv4(address: number): AddressKind {
  return RANGES.find(({ base, size }) => address >= base && address < base + size)?.kind ?? "ip";
}

/** One part of an IPv4 address in the notations that browsers read: decimal, octal (`0177`), hex (`0x7f`). */
function ipv4Part(part: string): number | undefined {
  if (/^0x[0-9a-f]*$/.test(part)) return part === "0x" ? 0 : Number.parseInt(part, 16);
  if (!/^\d+$/.test(part)) return undefined;
  if (/^0[0-7]*$/.test(part)) return Number.parseInt(part, 8);
  return part.startsWith("0") ? undefined : Number.parseInt(part, 10);
}

/** WHATWG's IPv4 parser, short forms included (`127.1`, `2130706433`). */
function ipv4Number(parts: readonly string[]): number | undefined {
  if (parts.length > 4) return undefined;
  let address = 0;
  for (const [i, part] of parts.entries()) {
    const value = ipv4Part(part);
    const isLast = i === parts.length - 1;
    if (value === undefined || value >= (isLast ? 256 ** (5 - parts.length) : 256)) return undefined;
    address += isLast ? value : value * 256 ** (3 - i);
  }
  return address;
}

/** The eight groups of an IPv6 address without brackets and zone; undefined if it is none. */
function ipv6Groups(text: string): readonly number[] | undefined {
  const embedded = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  const dotted = embedded?.[2] === undefined ? undefined : ipv4Number(embedded[2].split("."));
  if (embedded !== null && dotted === undefined) return undefined;
  const hex =
    dotted === undefined
      ? text
      : `${embedded?.[1] ?? ""}${Math.floor(dotted / 65_536).toString(16)}:${(dotted % 65_536).toString(16)}`;
  const halves = hex.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...(tail ?? [])];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : undefined;
}

/** IPv6 has no LAN exemption (A: IPv4 literals only), so an address is local or simply an IP. */
function kindOfIpv6(groups: readonly number[]): AddressKind {
  const last = groups.slice(6).reduce((sum, group) => sum * 65_536 + group, 0);
  const leading = groups.slice(0, 5).every((group) => group === 0);
  if (leading && groups[5] === 0 && last <= 1) return "local";
  const isMapped = leading && groups[5] === 0xff_ff;
  return isMapped && kindOfIpv4(last) === "local" ? "local" : "ip";
}

/** What a browser reads a host as: percent-decoded, full-width forms narrowed, lower case, without its root dot. */
function normalised(host: string): string {
  let text = host;
  if (text.includes("%")) {
    try {
      text = decodeURIComponent(text);
    } catch {
      // A stray `%` stays text, as it does for the clients.
    }
  }
  // Nearly every host is plain ASCII, and normalising is most of what this costs.
  if (!/^[!-~]*$/.test(text)) text = text.normalize("NFKC").replaceAll("\u3002", ".");
  return text.toLowerCase().replace(/\.$/, "");
}

/**
 * Whether a host is this machine, an address of the local network, or another IP literal, in every spelling that a
 * browser normalises: decimal, octal, hex, short and full-width forms, IPv6 and IPv4-mapped IPv6, a trailing dot.
 *
 * @returns null for a name. A text that ends in a number but is no address (`256.1.1.1`) counts as `ip`: no domain ends so.
 */
export function addressKind(host: string): AddressKind | null {
  // No address and no `*.localhost` that a person writes is longer than a domain name may be.
  if (host.length > 760) return null;
  const text = normalised(host);
  if (text === "localhost" || text.endsWith(".localhost")) return "local";
  if (text.startsWith("[") && text.endsWith("]")) {
    const groups = ipv6Groups(text.slice(1, -1).replace(/%.*$/, ""));
    return groups === undefined ? "ip" : kindOfIpv6(groups);
  }
  const parts = text.split(".");
  const last = parts.at(-1) ?? "";
  if (!/^(?:\d+|0x[0-9a-f]*)$/.test(last)) return null;
  const address = ipv4Number(parts);
  return address === undefined ? "ip" : kindOfIpv4(address);
}

/** Whether a host is an IPv4 literal in the only spelling that the clients know as one. */
export function isDottedIpv4(host: string): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(host);
}
