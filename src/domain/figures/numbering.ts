/** Gives each different text a number, from 0, in the order in which they come. */
export interface Numbering {
  readonly texts: readonly string[];
  /** The numbers of so many texts with a comma between each. */
  numbersIn(list: string, many: number): Uint32Array;
}

export function numbering(): Numbering {
  const texts: string[] = [];
  const known = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = known.get(text);
    if (number !== undefined) return number;
    known.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return { texts, numbersIn: (list, many) => (many === 0 ? new Uint32Array() : Uint32Array.from(list.split(','), numberOf)) };
}
