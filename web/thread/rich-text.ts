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
  return text.split(/```([^`]+)```/).flatMap((part, index): Piece[] => (index % 2 === 1 ? [{ kind: 'mono', text: part }] : inLines(part)));
}

const ADDRESS = /https?:\/\/[^\s<>"]{1,2048}/giu;

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

/** Marks hold within a line; lines in which nothing is marked stay one piece. */
function inLines(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const piece of text.split('\n').flatMap((line, index) => [...(index > 0 ? plain('\n') : []), ...marked(line, 0)])) {
    const last = pieces.at(-1);
    if (last?.kind === 'text' && piece.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}

/** At the edges of words. Where a mark does not close, none further on in the line does: that is remembered. */
function marked(line: string, depth: number): Piece[] {
  const pieces: Piece[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  for (let at = 0; depth < DEEPEST && at < line.length; at += 1) {
    const mark = line[at] as Mark;
    if (!(mark in KINDS) || unclosed.has(mark) || !opens(line, at)) continue;
    const end = closing(line, at, mark);
    if (end < 0) unclosed.add(mark);
    else {
      pieces.push(...linked(line.slice(from, at)), { kind: KINDS[mark], pieces: marked(line.slice(at + 1, end), depth + 1) });
      from = end + 1;
      at = end;
    }
  }
  return [...pieces, ...linked(line.slice(from))];
}

const LETTER = /[\p{L}\p{N}/:]/u;

function opens(line: string, at: number): boolean {
  const [before, after] = [line[at - 1] ?? ' ', line[at + 1] ?? ' '];
  return !LETTER.test(before) && !/\s/.test(after) && after !== line[at];
}

function closing(line: string, from: number, mark: Mark): number {
  for (let at = line.indexOf(mark, from + 2); at >= 0; at = line.indexOf(mark, at + 1)) {
    if (!/\s/.test(line[at - 1] ?? ' ') && !LETTER.test(line[at + 1] ?? ' ')) return at;
  }
  return -1;
}
