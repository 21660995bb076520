/** FNV-1a over UTF-16 units, twice: enough to tell two versions of one file apart. */
export function textHash(text: string): string {
  if (text === last?.text) return last.hash;
  const hash = hashOf(text);
  last = { text, hash };
  return hash;
}

/** A file's text is asked about by one cache after the other. */
let last: { readonly text: string; readonly hash: string } | undefined;

function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  // With their signs: of `a >>> 0` V8's optimized code expects a small number, and is thrown away at each text.
  return `${String(text.length)} ${a.toString(36)} ${b.toString(36)}`;
}
