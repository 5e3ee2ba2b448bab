/** Counts different ids in 16 bytes each, whatever their number: a set of a million strings would take ten times as much. */
export interface Distinct {
  add(id: string): void;
  count(): number;
}

const LEAST = 1024;

/** Ids are told apart by 64 bits of a hash: among a million, two are taken for one once in tens of millions of counts. */
export function distinct(): Distinct {
  let [high, low] = [new Uint32Array(LEAST), new Uint32Array(LEAST)];
  let count = 0;
  const put = (h: number, l: number): boolean => {
    const mask = high.length - 1;
    let at = l & mask;
    while (high[at] !== 0 || low[at] !== 0) {
      if (high[at] === h && low[at] === l) return false;
      at = (at + 1) & mask;
    }
    high[at] = h;
    low[at] = l;
    return true;
  };
  const grow = (): void => {
    const [formerHigh, formerLow] = [high, low];
    high = new Uint32Array(formerHigh.length * 2);
    low = new Uint32Array(formerLow.length * 2);
    for (let at = 0; at < formerHigh.length; at++)
      if (formerHigh[at] !== 0 || formerLow[at] !== 0) put(formerHigh[at] as number, formerLow[at] as number);
  };
  return {
    add(id) {
      if (count * 2 >= high.length) grow();
      // Both halves 0 is an empty place.
      if (put(hash(id, 0x811c9dc5), hash(id, 0x9747b28c) || 1)) count++;
    },
    count: () => count,
  };
}

/** FNV-1a, stirred at its end so that every bit hangs on every character. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
