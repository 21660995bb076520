import type { Clients } from "../clients/clients.ts";
import { isUnholdable, isUnusualOrigin, type Entry } from "../entry.ts";
import type { Status, Reason } from "../verdict.ts";
import { isAmbiguous, type AbsoluteUrl, type Finding } from "./finding.ts";

function grade(url: AbsoluteUrl, entry: Entry, devtools: boolean | null): readonly [Status, Reason] {
  if (isAmbiguous(url)) return ["uncertain", "ambiguous-authority"];
  if (isUnusualOrigin(entry, url.scheme) || isUnholdable(url)) {
    return ["uncertain", devtools === true ? "unusual-entry" : "clients-disagree"];
  }
  return devtools === true ? ["allowed", "listed"] : ["uncertain", "clients-disagree"];
}

/**
 * Matches a URL of a server call. The status follows the phone: what it refuses is denied, what it accepts is allowed
 * only if DevTools accepts it too and the console can hold both sides.
 *
 * @returns undefined if no entry lets the URL pass on the phone.
 */
export function matchServer(text: string, url: AbsoluteUrl, clients: Clients): Finding | undefined {
  const entry = clients.android.match(text);
  if (entry === undefined) return undefined;
  const [status, reason] = grade(url, entry, clients.devtools.passes(text));
  return { status, reason, entry: entry.text };
}
