/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  readonly text: string;
  readonly isWord: boolean;
}

/** Cuts a text at the words that were found in it: whole words only, Chinese ones anywhere. */
export function marked(text: string, words: ReadonlySet<string>): readonly Piece[] {
  const pieces = text.match(/\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+|[^\p{L}\p{N}]+|./gsu) ?? [];
  return pieces.flatMap((piece) => (/^\p{Script=Han}/u.test(piece) ? markedPairs(piece, words) : [{ text: piece, isWord: words.has(piece.toLowerCase()) }]));
}

/** Chinese is found by pairs of neighbours: a character is marked if one of its two pairs was found. */
function markedPairs(run: string, words: ReadonlySet<string>): readonly Piece[] {
  const characters = Array.from(run);
  const isPair = (place: number): boolean => words.has(characters.slice(place, place + 2).join(""));
  return characters.map((text, place) => ({ text, isWord: isPair(place) || (place > 0 && isPair(place - 1)) }));
}
