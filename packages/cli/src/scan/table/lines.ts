/** A table is read in a terminal of this many columns, and in a log. */
export const WIDTH = 80;

/** What a terminal draws two columns wide: Chinese, its punctuation, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** A wide character with the punctuation that may not begin a line, a run of others, or a gap. */
const UNITS = /[\u2e80-\u3000\u3003-\ua4cf\uf900-\ufaff\uff08\uff10-\uff19][\u3001\u3002\uff09\uff0c\uff1a\uff1b\u201d]*|[ ]+|[^ \u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+[\u3001\u3002\uff09\uff0c\uff1a\uff1b]*|./gu;

/** Codes for colour take no room. */
const SGR = /\u001b\[\d+m/g;

export function columnsOf(text: string): number {
  const visible = text.replace(SGR, "");
  return visible.length + (visible.match(WIDE)?.length ?? 0);
}

/**
 * Breaks a text into lines that fit, each led by `indent`; a URL or a path is never broken.
 * @param hanging What leads the lines after the first one.
 */
export function wrap(text: string, indent: string, hanging = indent): string[] {
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const [unit] of text.matchAll(UNITS)) {
    const isGap = unit.startsWith(" ");
    if (!isEmpty && !isGap && columnsOf(line) + columnsOf(unit) > WIDTH) {
      lines.push(line.trimEnd());
      line = hanging;
      isEmpty = true;
    }
    if (isGap && isEmpty) continue;
    line += unit;
    isEmpty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}
