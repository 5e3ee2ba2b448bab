/** Small letters without accents: what somebody types and what stands there meet. The length of a text does not change. */
export function folded(text: string): string {
  return [...text].map((letter) => plain(letter)).join('');
}

/** Letters that have no accent to take off, and that people type without theirs. */
const SOLID: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ı: 'i' };

function plain(letter: string): string {
  const small = letter.toLowerCase();
  const bare = small.normalize('NFD').replace(/\p{M}/gu, '');
  return [SOLID[small] ?? bare, small, letter].find((one) => one.length === letter.length) ?? letter;
}

/** From the first letter to the one after the last. */
export type Span = readonly [from: number, to: number];

/**
 * Where the typed words stand in a text, each at the beginning of a word there, in any order; null when one is missing.
 * Nothing typed is everywhere.
 */
export function matchIn(text: string, typed: string): Span[] | null {
  const inText = folded(text);
  const spans: Span[] = [];
  for (const word of wordsOf(typed)) {
    const at = beginning(inText, word);
    if (at < 0) return null;
    spans.push([at, at + word.length]);
  }
  return united(spans);
}

export const wordsOf = (typed: string): string[] => folded(typed).split(/\s+/).filter(Boolean);

function beginning(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return at;
  return -1;
}

function united(spans: readonly Span[]): Span[] {
  const inOrder = spans.toSorted(([one], [other]) => one - other);
  const whole: [number, number][] = [];
  for (const [from, to] of inOrder) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

/** A text in pieces, those that were typed marked. */
export function piecesOf(text: string, spans: readonly Span[]): { readonly text: string; readonly marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    pieces.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  return [...pieces, { text: text.slice(at), marked: false }].filter(({ text: piece }) => piece !== '');
}
