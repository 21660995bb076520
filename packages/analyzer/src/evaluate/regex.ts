import type { Pattern } from "../values/pattern.ts";
import { knownPrefix, knownText } from "../values/pattern.ts";

/**
 * Regular expressions of the program under analysis are run only if they can't take long: short, with few quantifiers
 * and none around a group, so that no text makes them backtrack without end.
 */
const MAX_SOURCE = 200;
const MAX_QUANTIFIERS = 6;
const MAX_INPUT = 300;

export function compileSafely(source: string, flags: string): RegExp | undefined {
  if (source.length > MAX_SOURCE || /\)[*+{]|\\[1-9]|\(\?</.test(source)) return undefined;
  if ((source.match(/[*+{]/g)?.length ?? 0) > MAX_QUANTIFIERS) return undefined;
  try {
    return new RegExp(source, flags.replace(/[gy]/g, ""));
  } catch {
    return undefined;
  }
}

/** Whether a text begins as a path does (`/v1`, `api/list?`): no scheme can come before its first slash. */
export function isPathHead(head: string): boolean {
  return /^[^:]*[/?#]/.test(head);
}

/** A prefix of this length decides any test for a scheme. */
const DECISIVE = 8;

/** Whether the expression matches every text of the pattern (true), none (false), or who knows (undefined). */
export function matches(source: string, flags: string, pattern: Pattern): boolean | undefined {
  const regex = compileSafely(source, flags);
  if (regex === undefined) return undefined;
  const text = knownText(pattern);
  if (text !== undefined) return text.length > MAX_INPUT ? undefined : regex.test(text);
  const prefix = knownPrefix(pattern).slice(0, MAX_INPUT);
  // A test for a scheme anywhere in the text: a path's head can begin none.
  if (/^\^?\(*(?:\?:)?(?:https?|http|wss?)\b/.test(source) && isPathHead(prefix)) return false;
  const isAnchored = source.startsWith("^") && !source.includes("|^") && !/\|(?![^(]*\))/.test(source);
  if (!source.endsWith("$") && prefix !== "" && regex.test(prefix)) return true;
  if (isAnchored && (prefix.length >= DECISIVE || (prefix !== "" && !/^[a-z]/i.test(prefix))) && !source.includes("$") && !source.includes(".*")) {
    return regex.test(prefix);
  }
  return undefined;
}
