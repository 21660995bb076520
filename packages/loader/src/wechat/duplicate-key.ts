const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/**
 * A key that an object of a valid JSON text has twice; undefined: none. `JSON.parse` keeps the last in silence, and which
 * one the sender meant is anybody's guess.
 */
export function duplicateKey(json: string): string | undefined {
  /** What is open: the keys of an object, or null for an array. */
  const open: (Set<string> | null)[] = [];
  let text = "";
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      // However it is escaped: `"\u0061"` and `"a"` are one key.
      const key = String(JSON.parse(text));
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    } else if (token !== ",") text = token;
  }
  return undefined;
}
