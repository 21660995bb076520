import { CALLS, type Call } from "@wx-domain/core";

/** The names that --call takes, as a message lists them. */
export const CALL_NAMES = Object.keys(CALLS).join(", ");

export function isCall(name: unknown): name is Call {
  return typeof name === "string" && Object.hasOwn(CALLS, name);
}
