import type { RawUrl } from "../raw-url.ts";
import type { Verdict } from "../verdict.ts";

/** A URL with scheme and authority. */
export type AbsoluteUrl = Extract<RawUrl, { kind: "absolute" }>;

/** What a matcher finds: a verdict without the parts that are the same for every matcher. */
export type Finding = Omit<Verdict, "list" | "clients">;

/**
 * Whether readers disagree on where the authority ends or what it means: userinfo, a backslash, a colon without a port.
 */
export function isAmbiguous(url: AbsoluteUrl): boolean {
  return url.userinfo !== undefined || url.backslash || url.port === "";
}
