/** Where a key leads from row `at` of `count`; null for a key that leads nowhere. */
export function nextPlace(key: string, at: number, count: number, boxHeight: number, rowHeight: number): number | null {
  const page = Math.max(1, Math.floor(boxHeight / rowHeight) - 1);
  // biome-ignore format: a table is read in columns
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: count - 1,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, to));
}

/** The ticket after (or before) the open one; the first when none is open. undefined at the end. */
export function neighbour(ids: readonly string[], openId: string | undefined, by: 1 | -1): string | undefined {
  if (openId === undefined || !ids.includes(openId)) return ids[0];
  return ids[ids.indexOf(openId) + by];
}
