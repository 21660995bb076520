/**
 * False only if a file that nobody imports can't contain a network call, a URL, or anything that leads to one: it names no network API
 * and no request helper, holds no URL, and neither imports nor shares anything. A few microseconds.
 */
export function mayMatter(text: string): boolean {
  return RELEVANT.test(text);
}

const RELEVANT = new RegExp(
  [
    // URLs, also protocol-relative and escaped ones, and hosts that are put together.
    String.raw`:\/\/|:\\\/\\\/|["'\x60]\/\/\w|\bhttps?\b|\bwss?\b|\blocalhost\b`,
    // The network API by whatever name it is called, and what request helpers are called.
    String.raw`request|ajax|fetch|upload|download|socket|getImageInfo|createUDP|createTCP|axios|\bhttp|base_?url|web-?view`,
    // `api.get(`, `$u.post(`, `this.$http(`: a method of something that another file made.
    String.raw`\.\s*(?:get|post|put|delete|patch|head)\s*\(`,
    // State that other files read.
    String.raw`globalData|getApp|prototype\s*\.\s*\$|globalProperties|\bextConfig|process\.env|import\.meta`,
    // Edges of the program: what is imported is worth following, what is exported may be asked for.
    String.raw`\brequire\s*\(|\bimport\b|\bexports?\b|<script\b[^>]{0,300}?\bsrc`,
    // Sharing and redirecting.
    String.raw`shareLink|updateAppMessageShareData|updateTimelineShareData|onMenuShare|redirect_uri`,
  ].join("|"),
  "i",
);

/**
 * Whether a text looks like the output of a minifier or bundler: most of it sits in very long lines that hold hardly any space.
 * Blanked regions don't count, nor does a long string in a readable file.
 */
export function isMinified(text: string): boolean {
  if (text.length < MIN_LENGTH) return false;
  let packed = 0;
  let at = 0;
  while (at < text.length) {
    const lineBreak = text.indexOf("\n", at);
    const end = lineBreak < 0 ? text.length : lineBreak;
    if (end - at > LONG_LINE) packed += packedLength(text, at, end);
    at = end + 1;
  }
  return packed > text.length / 2;
}

const MIN_LENGTH = 1_000;
const LONG_LINE = 500;

/** The length of a line if it is code (statements follow each other) with hardly a space (at most one character in twelve). */
function packedLength(text: string, start: number, end: number): number {
  const length = end - start;
  let spaces = 0;
  let statements = 0;
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === " ") spaces++;
    else if (character === ";" || character === "," || character === "{" || character === "}") statements++;
  }
  return statements > length / 200 && spaces < length / 12 ? length : 0;
}
