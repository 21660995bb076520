/** Levenshtein distance of two short texts, in UTF-16 units. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const left = (next[j - 1] ?? 0) + 1;
      const up = (row[j] ?? 0) + 1;
      const diagonal = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(left, up, diagonal));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
