/** A part of a text: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with spaces in place of the spans. Line breaks stay, so that every offset and every line number stays. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\n\r\u2028\u2029]+/g, (run) => " ".repeat(run.length)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
