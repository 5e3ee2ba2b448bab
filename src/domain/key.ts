const LONGEST = 24;

/** A key made from a name: `waiting_for_parts`, or `waiting_for_parts_2` when that is taken; `otherwise` where no letter is Latin. */
export function keyFor(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const word =
    plain
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+/, '')
      .slice(0, LONGEST)
      .replace(/_+$/, '') || otherwise;
  for (let n = 1; ; n++) {
    const key = n === 1 ? word : `${word}_${n}`;
    if (!taken.has(key)) return key;
  }
}
