export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A part of a note: words, or an agent whom they name. */
export type Part = string | Named;

/** A text by whom it names with an `@`; of names that begin alike the longest holds, and none ends within a word. */
export function partsNaming(text: string, agents: readonly Named[]): readonly Part[] {
  const longest = [...agents].filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
  const parts: Part[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const named = isWord(text[at - 1])
      ? undefined
      : longest.find(({ name }) => text.startsWith(name, at + 1) && !isWord(text[at + 1 + name.length]));
    if (!named) continue;
    parts.push(text.slice(from, at), named);
    from = at + 1 + named.name.length;
    at = from - 1;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

/** Ids of those whom a text names, each once. */
export const namedIn = (text: string, agents: readonly Named[]): string[] => [
  ...new Set(partsNaming(text, agents).flatMap((part) => (typeof part === 'string' ? [] : [part.id]))),
];

const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
