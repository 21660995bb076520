/**
 * The domain lists of a mini program under the wire names of getDomainInfo, so that a reply of the API can be pasted
 * as it is, and the two lists that no API returns (`jsdomain`, `oauthdomain`).
 */
export const LIST_NAMES = [
  "requestdomain",
  "wsrequestdomain",
  "uploaddomain",
  "downloaddomain",
  "udpdomain",
  "tcpdomain",
  "bizdomain",
  "prefetchdnsdomain",
  "jsdomain",
  "oauthdomain",
] as const;

export type ListName = (typeof LIST_NAMES)[number];

/** Missing = unknown (nothing is said about calls bound to it); `[]` = nothing is allowed. */
export type DomainLists = Readonly<Partial<Record<ListName, readonly string[]>>>;
