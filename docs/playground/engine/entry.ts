import { checkUrl, LISTS, parseRawUrl, type Call, type ListName } from "@wx-domain/core";

/** The entry that would let a call reach a URL, as the console takes it; undefined: no entry of the list can. */
export function entryFor(url: string, call: Call, list: ListName): string | undefined {
  const raw = parseRawUrl(url);
  if (raw.kind !== "absolute") return undefined;
  const { entryScheme, port } = LISTS[list];
  const scheme = entryScheme === null ? "" : `${entryScheme}://`;
  const entry = `${scheme}${raw.host.toLowerCase()}${port === "may-hold" && raw.port !== undefined ? `:${raw.port}` : ""}`;
  return checkUrl(url, call, { [list]: [entry] }).status === "allowed" ? entry : undefined;
}
