/** A text that is put into another one; nothing of that is taken out. */
export interface Insertion {
  /** In UTF-16 code units. */
  readonly at: number;
  readonly text: string;
}

/** The text with all insertions; its line breaks are those of the text. */
export function spliced(text: string, insertions: readonly Insertion[]): string {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return [...insertions]
    .sort((a, b) => b.at - a.at)
    .reduce((rest, { at, text: put }) => rest.slice(0, at) + put.replaceAll("\n", lineBreak) + rest.slice(at), text);
}

/** The indentation of what follows if a line break comes first; undefined: it stands on the same line. */
export function indentAfter(text: string, at: number): string | undefined {
  return /^[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]*)/.exec(text.slice(at))?.[1];
}

/** A further item behind the last one of a list; a comment behind that one stays with it. */
export function itemAfter(text: string, end: number, item: string, indent: string | undefined): readonly Insertion[] {
  const [, comma = "", rest = "", comment] = /^(,?)([ \t]*(\/\/[^\r\n]*|\/\*[^\r\n]*\*\/)?[ \t]*)(?=\r?\n)/.exec(text.slice(end)) ?? [];
  if (indent === undefined) return [{ at: end, text: `, ${item}` }];
  if (comment === undefined) return [{ at: end, text: `,\n${indent}${item}` }];
  const line = { at: end + comma.length + rest.length, text: `\n${indent}${item}${comma}` };
  return comma === "" ? [{ at: end, text: "," }, line] : [line];
}
