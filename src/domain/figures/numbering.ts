/** Gives each different text a number, from 0, in the order in which they come. */
export interface Numbering {
  readonly texts: readonly string[];
  /** The numbers of so many texts with a comma between each. Makes no string but of a text that is new. */
  numbersIn(list: string, many: number): Uint32Array;
}

const LEAST = 1024;

export function numbering(): Numbering {
  const texts: string[] = [];
  /** Numbers by hash, each one more than it is: 0 is an empty place. */
  let places = new Uint32Array(LEAST);
  const hashes: number[] = [];
  const numberOf = (list: string, from: number, to: number, hash: number): number => {
    for (let at = hash & (places.length - 1); ; at = (at + 1) & (places.length - 1)) {
      const number = (places[at] as number) - 1;
      if (number === -1) return added(list.slice(from, to), hash, at);
      if (hashes[number] === hash && (texts[number] as string).length === to - from && list.startsWith(texts[number] as string, from))
        return number;
    }
  };
  const added = (text: string, hash: number, at: number): number => {
    places[at] = texts.push(text);
    hashes.push(hash);
    if (texts.length * 2 > places.length) places = spread(hashes, places.length * 2);
    return texts.length - 1;
  };
  return { texts, numbersIn: (list, many) => eachIn(list, many, numberOf) };
}

function spread(hashes: readonly number[], size: number): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(size);
  for (const [number, hash] of hashes.entries()) {
    let at = hash & (size - 1);
    while (places[at] !== 0) at = (at + 1) & (size - 1);
    places[at] = number + 1;
  }
  return places;
}

type NumberOf = (list: string, from: number, to: number, hash: number) => number;

/** Every third character tells ids apart as well as all of them, for none differ in so few; where they don't, the texts are compared. */
const STEP = 3;

function eachIn(list: string, many: number, numberOf: NumberOf): Uint32Array {
  const numbers = new Uint32Array(many);
  const letters = Buffer.from(list, 'latin1');
  for (let [text, from] = [0, 0]; text < many; text++) {
    const comma = list.indexOf(',', from);
    const to = comma === -1 ? list.length : comma;
    let hash = 0;
    for (let at = to - 1; at >= from; at -= STEP) hash = Math.imul(hash, 31) + (letters[at] as number);
    numbers[text] = numberOf(list, from, to, Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8);
    from = to + 1;
  }
  return numbers;
}
