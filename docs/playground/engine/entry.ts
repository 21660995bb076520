import { checkUrl, LISTS, parseRawUrl, type Call, type ListName } from "@wx-domain/core";

/** Nobody lists it: a URL with it is mended by taking it away. */
const DEFAULT_PORT = "443";

/**
 * The entry that would let a call reach a URL, as the console takes it; undefined: no entry of the list can.
 *
 * @param entries those that the list has: where both forms are good, theirs is taken.
 */
export function entryFor(url: string, call: Call, list: ListName, entries: readonly string[] = []): string | undefined {
  const raw = parseRawUrl(url);
  if (raw.kind !== "absolute" || raw.port === DEFAULT_PORT) return undefined;
  const { entryScheme, schemeOptional, port } = LISTS[list];
  const isBare = entryScheme === null || (schemeOptional && !entries.some((entry) => entry.includes("://")));
  const entry = `${isBare ? "" : `${entryScheme}://`}${raw.host.toLowerCase()}${port === "may-hold" && raw.port !== undefined ? `:${raw.port}` : ""}`;
  return checkUrl(url, call, { [list]: [entry] }).status === "allowed" ? entry : undefined;
}
