import type { Pattern } from "../values/pattern.ts";
import { knownPrefix, knownText } from "../values/pattern.ts";

/** Characters that a regular expression of the program under analysis may look at, backtracking as much as it can: some 10 ms. */
const MAX_LOOKS = 1_000_000;
const MAX_SOURCE = 200;
const MAX_INPUT = 300;

/**
 * A regular expression of the program, to be run on a text of that length; undefined if it is none, or if some text of that length
 * would make it backtrack without end.
 */
export function compileSafely(source: string, flags: string, length: number): RegExp | undefined {
  if (source.length > MAX_SOURCE || /\)[*+{]|\\[1-9]|\(\?</.test(source) || looks(source, length) > MAX_LOOKS) return undefined;
  try {
    return new RegExp(source, flags.replace(/[gy]/g, ""));
  } catch {
    return undefined;
  }
}

/**
 * How many characters an expression looks at in the worst case: each place to begin at, with all ways to share out the text among its
 * quantifiers, and all choices of its alternatives. No quantifier is around a group.
 */
function looks(source: string, length: number): number {
  const plain = source.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x").replace(/\(\?[:=!]/g, "(");
  let ways = plain.startsWith("^") ? 1 : length + 1;
  const quantifiers = plain.match(/[*+{]/g)?.length ?? 0;
  for (let nth = 1; nth <= quantifiers; nth++) ways *= (length + nth) / nth;
  // A `?` behind a quantifier only turns the order of its ways round.
  ways *= 2 ** (plain.match(/(?<![*+}?])\?/g)?.length ?? 0);
  const alternatives = [1];
  for (const character of plain) {
    if (character === "(") alternatives.push(1);
    else if (character === ")") ways *= alternatives.pop() ?? 1;
    else if (character === "|") alternatives.push((alternatives.pop() ?? 1) + 1);
  }
  return alternatives.reduce((product, count) => product * count, ways);
}

/** Whether a text begins as a path does (`/v1`, `api/list?`): no scheme can come before its first slash. */
export function isPathHead(head: string): boolean {
  return /^[^:]*[/?#]/.test(head);
}

/** A prefix of this length decides any test for a scheme. */
const DECISIVE = 8;

/** Whether the expression matches every text of the pattern (true), none (false), or who knows (undefined). */
export function matches(source: string, flags: string, pattern: Pattern): boolean | undefined {
  const text = knownText(pattern);
  const prefix = knownPrefix(pattern).slice(0, MAX_INPUT);
  const regex = compileSafely(source, flags, (text ?? prefix).length);
  if (regex === undefined) return undefined;
  if (text !== undefined) return text.length > MAX_INPUT ? undefined : regex.test(text);
  // A test for a scheme anywhere in the text: a path's head can begin none.
  if (/^\^?\(*(?:\?:)?(?:https?|http|wss?)\b/.test(source) && isPathHead(prefix)) return false;
  const isAnchored = source.startsWith("^") && !source.includes("|^") && !/\|(?![^(]*\))/.test(source);
  if (!source.endsWith("$") && prefix !== "" && regex.test(prefix)) return true;
  if (isAnchored && (prefix.length >= DECISIVE || (prefix !== "" && !/^[a-z]/i.test(prefix))) && !source.includes("$") && !source.includes(".*")) {
    return regex.test(prefix);
  }
  return undefined;
}
