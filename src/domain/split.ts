/** How much text one message takes. `characters` are code points, `bytes` those of UTF-8. */
export interface TextLimit {
  readonly max: number;
  readonly unit: 'characters' | 'bytes';
}

const ENCODER = new TextEncoder();
const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/u;

export function sizeOf(text: string, unit: TextLimit['unit']): number {
  return unit === 'bytes' ? ENCODER.encode(text).length : [...text].length;
}

const WINDOW = 512;

/**
 * What a reader takes for one character each: a family emoji, a flag, a letter with its marks. Looked for in a window of the
 * text at a time: the segmenter copies all that it was given for every grapheme that it finds.
 */
export function* graphemesIn(text: string): Generator<string> {
  for (let from = 0, size = WINDOW; from < text.length; ) {
    const to = from + size + (isHalf(text, from + size) ? 1 : 0);
    const found = [...GRAPHEMES.segment(text.slice(from, to))].map(({ segment }) => segment);
    // The last of a window may go on behind it.
    const whole = to < text.length ? found.slice(0, -1) : found;
    yield* whole;
    from += whole.reduce((length, grapheme) => length + grapheme.length, 0);
    size = whole.length > 0 ? WINDOW : 2 * size;
  }
}

/** Whether a cut here would part the two halves of one code point. */
const isHalf = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

/**
 * The text in pieces that each fit. Cut between paragraphs, else lines, sentences or words, else between graphemes;
 * a grapheme that is larger than the limit is cut between code points. White space at a cut is lost, nothing else.
 */
export function split(text: string, limit: TextLimit): string[] {
  if (sizeOf(text, limit.unit) <= limit.max) return [text];
  const units = [...graphemesIn(text)].flatMap((grapheme) => unitsOf(grapheme, limit));
  const parts: string[] = [];
  for (let from = 0; from < units.length; ) {
    const most = fitting(units, from, limit);
    const to = most === units.length ? most : cutBetween(units, from, most);
    const part = units.slice(from, lastWord(units, from, to)).map(({ text: unit }) => unit);
    if (part.length > 0) parts.push(part.join(''));
    from = nextWord(units, to);
  }
  return parts;
}

/** What is never cut: a grapheme, or a code point of one that is too large. */
interface Unit {
  readonly text: string;
  readonly size: number;
  readonly blank: boolean;
}

function unitsOf(grapheme: string, { max, unit }: TextLimit): Unit[] {
  const pieces = sizeOf(grapheme, unit) <= max ? [grapheme] : [...grapheme];
  return pieces.map((text) => ({ text, size: sizeOf(text, unit), blank: text.trim() === '' }));
}

/** Up to which unit a piece that begins at `from` can reach. */
function fitting(units: readonly Unit[], from: number, { max }: TextLimit): number {
  let size = 0;
  let to = from;
  for (let unit = units[to]; unit && size + unit.size <= max; unit = units[to]) {
    size += unit.size;
    to += 1;
  }
  return to;
}

/** What ends at a place in the text, the best to cut at first. */
const RANKS = ['paragraph', 'line', 'sentence', 'word'] as const;

/** The last good place to cut. A short piece is no price for a paragraph: before the middle only words are kept whole. */
function cutBetween(units: readonly Unit[], from: number, most: number): number {
  const middle = from + Math.ceil((most - from) / 2);
  const last = new Map<number, number>();
  for (let to = most; to > from && !last.has(0); to--) {
    const rank = rankAt(units, to);
    if (rank !== null && !last.has(rank) && (rank === RANKS.length - 1 || to >= middle)) last.set(rank, to);
    if (to < middle && last.size > 0) break;
  }
  return [...last].sort(([a], [b]) => a - b)[0]?.[1] ?? most;
}

/** Index into RANKS of what ends before the unit `to`; null in the middle of a word or of white space. */
function rankAt(units: readonly Unit[], to: number): number | null {
  const before = units[to - 1];
  if (!before || before.blank) return null;
  const gap = units
    .slice(to, nextWord(units, to))
    .map(({ text }) => text)
    .join('');
  const lines = gap.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;
  if (lines > 0) return lines > 1 ? 0 : 1;
  const ends = SENTENCE_END.test(
    units
      .slice(Math.max(0, to - 4), to)
      .map(({ text }) => text)
      .join(''),
  );
  if (gap === '') return ends && /[。！？]/u.test(before.text) ? 2 : null;
  return ends ? 2 : 3;
}

function nextWord(units: readonly Unit[], at: number): number {
  let next = at;
  while (units[next]?.blank) next += 1;
  return next;
}

function lastWord(units: readonly Unit[], from: number, to: number): number {
  let last = to;
  while (last > from && units[last - 1]?.blank) last -= 1;
  return last;
}
