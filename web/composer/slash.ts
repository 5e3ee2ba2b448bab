/** A word that begins with a slash, from its slash up to the caret. */
export interface Slash {
  readonly from: number;
  readonly asked: string;
}

const WORD = /(?:^|\s)\/(\S{0,64})$/u;

/** The slash word that is being written; null when the caret is elsewhere. */
export function slashAt(text: string, caret: number): Slash | null {
  const before = text.slice(Math.max(0, caret - 66), caret);
  const found = WORD.exec(before);
  if (!found) return null;
  const asked = found[1] ?? '';
  return { from: caret - asked.length - 1, asked };
}
