/** Words as the network means them: `*bold*`, `_italic_`, `~struck~`, ```` ```mono``` ````, and addresses that can be pressed. Never HTML. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mono'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'bold' | 'italic' | 'struck'; readonly pieces: readonly Piece[] };

const KINDS = { '*': 'bold', _: 'italic', '~': 'struck' } as const;
type Mark = keyof typeof KINDS;
const DEEPEST = 3;

/** `marks`: whether the network has marks for bold and the like. Takes time in proportion to the text's length. */
export function piecesOf(text: string, marks: boolean): Piece[] {
  if (!marks) return linked(text);
  return text
    .split(/```([^`]+)```/)
    .flatMap((part, index): Piece[] => (index % 2 === 1 ? [{ kind: 'mono', text: part }] : marked(part, 0)));
}

const ADDRESS = /https?:\/\/[^\s<>"]+/giu;

function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutPoint(found);
    const href = hrefOf(address);
    if (href === null) continue;
    pieces.push(...plain(text.slice(from, index)), { kind: 'link', text: address, href });
    from = index + address.length;
  }
  return [...pieces, ...plain(text.slice(from))];
}

const plain = (text: string): Piece[] => (text === '' ? [] : [{ kind: 'text', text }]);

/** A full stop or a bracket behind an address belongs to the sentence, unless the bracket was opened in it. */
function withoutPoint(address: string): string {
  let end = address.length;
  const opens = address.includes('(');
  while (end > 0 && (/[.,;:!?'\u2019\u201d\u00bb\]}*_~]/.test(address[end - 1] ?? '') || (address[end - 1] === ')' && !opens))) end -= 1;
  return address.slice(0, end);
}

function hrefOf(address: string): string | null {
  try {
    const { protocol, hostname, href } = new URL(address);
    return /^https?:$/.test(protocol) && hostname !== '' ? href : null;
  } catch {
    return null;
  }
}

/** Marks hold within a line and at the edges of words. Where no mark closes, none further on in the line does: that is remembered. */
function marked(text: string, depth: number): Piece[] {
  const pieces: Piece[] = [];
  const unclosed = new Map<string, number>();
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] as Mark;
    if (depth >= DEEPEST || !(mark in KINDS) || (unclosed.get(mark) ?? -1) > at || !opens(text, at)) continue;
    const end = closing(text, at, mark);
    if (end.at === null) {
      unclosed.set(mark, end.line);
      continue;
    }
    pieces.push(...linked(text.slice(from, at)), { kind: KINDS[mark], pieces: marked(text.slice(at + 1, end.at), depth + 1) });
    from = end.at + 1;
    at = end.at;
  }
  return [...pieces, ...linked(text.slice(from))];
}

const LETTER = /[\p{L}\p{N}/:]/u;

function opens(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  return !LETTER.test(before) && !/\s/.test(after) && after !== text[at];
}

function closing(text: string, from: number, mark: Mark): { readonly at: number | null; readonly line: number } {
  const found = text.indexOf('\n', from);
  const line = found < 0 ? text.length : found;
  for (let at = text.indexOf(mark, from + 2); at >= 0 && at < line; at = text.indexOf(mark, at + 1)) {
    if (!/\s/.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + 1] ?? ' ')) return { at, line };
  }
  return { at: null, line };
}
