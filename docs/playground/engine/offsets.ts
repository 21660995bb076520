interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
}

/** ESLint's lines and columns, both from 1, as offsets; a place without an end reaches to the end of its line. */
export function offsetsOf(text: string, { line, column, endLine, endColumn }: Place): { readonly from: number; readonly to: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)].map(({ 0: found, index }) => index + found.length)];
  const offset = (at: number, columns: number): number => Math.min(text.length, (starts[at - 1] ?? text.length) + columns - 1);
  const from = offset(line, column);
  const lineEnd = /[\r\n\u2028\u2029]|$/.exec(text.slice(from))?.index ?? 0;
  return { from, to: endLine === undefined || endColumn === undefined ? from + lineEnd : Math.max(from, offset(endLine, endColumn)) };
}
