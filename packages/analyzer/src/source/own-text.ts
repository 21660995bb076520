/**
 * A text that lives on its own. V8 makes a part of 13 units or more (of a slice, a match, a token) a view that keeps the whole text it was cut
 * from: what outlives a file is copied, or each file that was ever read stays in memory.
 */
export function ownText(part: string): string {
  return part.length < SHORTEST_VIEW ? part : ` ${part}`.slice(1);
}

const SHORTEST_VIEW = 13;
