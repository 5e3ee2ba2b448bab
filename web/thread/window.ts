/** The part of a long list that is drawn: [from, to) of `count` entries. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
}

/** How many entries are drawn at most, and by how many the part moves. */
export const MOST_DRAWN = 150;
export const STEP = 50;

export const atEnd = (count: number): Drawn => ({ from: Math.max(0, count - MOST_DRAWN), to: count });

/** Further up; what falls out below is not drawn any more. */
export function earlier({ from }: Drawn, count: number): Drawn {
  const next = Math.max(0, from - STEP);
  return { from: next, to: Math.min(count, next + MOST_DRAWN) };
}

export function later({ to }: Drawn, count: number): Drawn {
  const next = Math.min(count, to + STEP);
  return { from: Math.max(0, next - MOST_DRAWN), to: next };
}

/** The same entries after the list has grown in front, in between or behind; at its end it goes along with the newest. */
export function kept(drawn: Drawn, before: readonly string[], now: readonly string[], follows: boolean): Drawn {
  if (follows) return atEnd(now.length);
  const places = new Map(now.map((key, index) => [key, index]));
  for (let at = drawn.from; at < drawn.to; at += 1) {
    const place = places.get(before[at] ?? '');
    if (place !== undefined) return bounded(place - (at - drawn.from), drawn.to - drawn.from, now.length);
  }
  return atEnd(now.length);
}

function bounded(from: number, size: number, count: number): Drawn {
  const start = Math.max(0, Math.min(from, count - 1));
  return { from: start, to: Math.min(count, start + Math.max(size, Math.min(MOST_DRAWN, count))) };
}

/** Around one entry. */
export function around(index: number, count: number): Drawn {
  const from = Math.max(0, Math.min(index - Math.floor(MOST_DRAWN / 2), count - MOST_DRAWN));
  return { from, to: Math.min(count, from + MOST_DRAWN) };
}
