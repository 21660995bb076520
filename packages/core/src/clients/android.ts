import { isDottedIpv4, addressKind } from "../address.ts";
import { isUnholdable, type Entry } from "../entry.ts";
import { authorityEnd } from "../raw-url.ts";

/**
 * The Android client's check (A): scheme and host are equal ignoring case, and so are the ports as integers; a socket's
 * port is not read. It looks nowhere else in the URL, `skip_domain_check` included.
 */
export interface AndroidModel {
  /** The entry that lets the URL pass, if any. */
  match(url: string): Entry | undefined;
  /** null: an address of the local network, which passes or not by the phone's own subnet. */
  passes(url: string): boolean | null;
}

interface Origin {
  readonly scheme: string;
  readonly host: string;
  /** Decimal digits without leading zeros; undefined stands for A's −1. */
  readonly port: string | undefined;
}

function percentDecoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the client reads out of a URL or an entry; undefined where there is no `scheme://`. */
function originOf(text: string): Origin | undefined {
  const colon = text.indexOf(":");
  if (colon < 0 || !text.startsWith("//", colon + 1)) return undefined;
  const start = colon + 3;
  const authority = text.slice(start, authorityEnd(text, start));
  const hostAndPort = authority.slice(authority.lastIndexOf("@") + 1);
  const portColon = hostAndPort.lastIndexOf(":");
  const digits = portColon < 0 ? undefined : hostAndPort.slice(portColon + 1);
  const hasPort = digits !== undefined && /^\d*$/.test(digits);
  return {
    scheme: text.slice(0, colon).toLowerCase(),
    host: percentDecoded(hasPort ? hostAndPort.slice(0, portColon) : hostAndPort).toLowerCase(),
    port: !hasPort || digits === "" ? undefined : digits.replace(/^0+(?=\d)/, ""),
  };
}

function keyOf(origin: Origin): string {
  return `${origin.scheme}://${origin.host}:${origin.port ?? ""}`;
}

/**
 * Of two entries that read the same, the one that the console could hold decides: then a verdict is no vaguer than the
 * lists are.
 */
function isOdd(entry: Entry): boolean {
  return entry.path !== "" || entry.userinfo !== undefined || isUnholdable(entry);
}

export function compileAndroid(entries: readonly Entry[], options: { readonly skipPort: boolean }): AndroidModel {
  const byOrigin = new Map<string, Entry>();
  const add = (key: string, entry: Entry): void => {
    const other = byOrigin.get(key);
    if (other === undefined || (isOdd(other) && !isOdd(entry))) byOrigin.set(key, entry);
  };
  const origins = entries.map((entry) => ({ entry, origin: originOf(entry.text) }));
  for (const { entry, origin } of origins) {
    if (origin === undefined) continue;
    add(keyOf(origin), entry);
  }
  if (options.skipPort) {
    for (const { entry, origin } of origins) {
      if (origin?.port !== undefined) add(keyOf({ ...origin, port: undefined }), entry);
    }
  }

  const match = (url: string): Entry | undefined => {
    const origin = originOf(url);
    if (origin === undefined) return undefined;
    const exact = byOrigin.get(keyOf(origin));
    return exact ?? (options.skipPort ? byOrigin.get(keyOf({ ...origin, port: undefined })) : undefined);
  };
  return {
    match,
    passes(url) {
      if (match(url) !== undefined) return true;
      const host = originOf(url)?.host ?? "";
      return isDottedIpv4(host) && addressKind(host) === "lan" ? null : false;
    },
  };
}
