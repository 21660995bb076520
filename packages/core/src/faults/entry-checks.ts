import { addressKind } from "../address.ts";
import type { Entry } from "../entry.ts";
import type { EntryFacts } from "../list-table.ts";
import { isServerOnlyHost } from "../server-hosts.ts";
import type { FaultCode } from "./fault.ts";

/** What a check looks at. */
export interface Checked {
  readonly entry: Entry;
  readonly facts: EntryFacts;
  /** The registrable domain of a host by the public suffix list; undefined: the list is not at hand. */
  readonly registrableDomain: ((host: string) => string | null) | undefined;
}

/** One fault, and whether an entry has it. */
interface EntryCheck {
  readonly fault: FaultCode;
  has(checked: Checked): boolean;
}

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** A domain name of two labels or more, such as a list can hold. */
function isDomainName(host: string): boolean {
  const labels = host.split(".");
  return host.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label));
}

/**
 * What is wrong with the form of an entry, before anything is asked of its host: the first that holds is the fault,
 * because the parts that later checks read mean nothing then.
 */
export const FORM_CHECKS: readonly EntryCheck[] = [
  { fault: "empty", has: ({ entry }) => entry.text === "" },
  { fault: "blank", has: ({ entry }) => /[\s\p{Cc}\p{Cf}]/u.test(entry.text) },
  { fault: "doubled-scheme", has: ({ entry }) => /^[^/]*:\/\/[a-z][a-z0-9+.-]*:\/\//i.test(entry.text) },
  { fault: "missing-scheme", has: ({ entry, facts }) => entry.scheme === null && facts.entryScheme !== null && !facts.schemeOptional },
  { fault: "unexpected-scheme", has: ({ entry, facts }) => entry.scheme !== null && facts.entryScheme === null },
];

/** What is wrong with the parts of an entry: an entry has every fault that holds. */
export const PART_CHECKS: readonly EntryCheck[] = [
  { fault: "wrong-scheme", has: ({ entry, facts }) => entry.scheme !== null && facts.entryScheme !== null && entry.scheme !== facts.entryScheme },
  { fault: "userinfo", has: ({ entry }) => entry.userinfo !== undefined },
  // A single slash at the end comes with some replies of the API and means nothing.
  { fault: "path", has: ({ entry, facts }) => entry.path !== "" && (facts.path === "never" || !/^\/[^?#\\]*$/.test(entry.path)) },
  { fault: "port-not-held", has: ({ entry, facts }) => entry.port !== undefined && facts.port === "never" },
  {
    fault: "bad-port",
    has: ({ entry: { port }, facts }) =>
      port !== undefined && facts.port !== "never" && !(/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535),
  },
];

/** What is wrong with the host: the first that holds is the fault. */
export const HOST_CHECKS: readonly EntryCheck[] = [
  { fault: "wildcard", has: ({ entry }) => entry.host.includes("*") },
  { fault: "local-address", has: ({ entry }) => addressKind(entry.host) === "local" },
  { fault: "ip-address", has: ({ entry }) => addressKind(entry.host) !== null },
  { fault: "server-only-host", has: ({ entry }) => isServerOnlyHost(entry.host) },
  { fault: "not-ascii", has: ({ entry }) => /[^\u0020-\u007e]/.test(entry.host) },
  { fault: "underscore", has: ({ entry }) => entry.host.includes("_") },
  { fault: "bad-host", has: ({ entry }) => !isDomainName(entry.host) },
  { fault: "public-suffix", has: ({ entry, registrableDomain }) => registrableDomain?.(entry.host) === null },
];
