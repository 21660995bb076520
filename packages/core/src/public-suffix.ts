import { getDomain } from "tldts";

/**
 * The registrable domain of a host by the ICANN part of the public suffix list: `example.com.cn` for `a.example.com.cn`;
 * null where there is none (`com.cn`, an address, `localhost`).
 *
 * An entry point of its own: the list costs tens of milliseconds to load, and only messages about entries need it.
 */
export function registrableDomain(host: string): string | null {
  return getDomain(host, { validateHostname: false });
}
