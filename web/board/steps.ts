/** Where a card or the focus is: which column, which place in it. */
export interface Spot {
  readonly column: number;
  readonly place: number;
}

/** Where an arrow leads over columns with so many cards each; null where it leads nowhere. `rtl`: columns run from right to left. */
export function stepTo(key: string, { column, place }: Spot, counts: readonly number[], rtl: boolean): Spot | null {
  const last = (counts[column] ?? 0) - 1;
  if (key === 'ArrowDown') return place < last ? { column, place: place + 1 } : null;
  if (key === 'ArrowUp') return place > 0 ? { column, place: place - 1 } : null;
  if (key === 'Home') return { column, place: 0 };
  if (key === 'End') return { column, place: Math.max(0, last) };
  const by = sideways(key, rtl);
  if (by === 0) return null;
  for (let next = column + by; next >= 0 && next < counts.length; next += by) {
    const count = counts[next] ?? 0;
    if (count > 0) return { column: next, place: Math.min(place, count - 1) };
  }
  return null;
}

/** One column on, one back, or none. */
export function sideways(key: string, rtl: boolean): -1 | 0 | 1 {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0;
  return (key === 'ArrowRight') === rtl ? -1 : 1;
}
