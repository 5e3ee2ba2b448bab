export interface Piece {
  readonly text: string;
  /** Where it leads; null = words. */
  readonly href: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"'`\\^{|}]+/gi;
/** What ends a sentence, and not an address. */
const TAIL = /[.,:;!?\u2026*_~\u00bb\u201d\u2019]+$/;

/** The words of a text and the addresses in it. Only http and https lead anywhere. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    const href = hrefOf(address);
    if (href === null) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), href: null });
    pieces.push({ text: address, href });
    from = index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}

/** Without what closes a bracket that was opened before it. */
function trimmed(found: string): string {
  let address = found.replace(TAIL, '');
  while (/[)\]]$/.test(address) && isUnopened(address)) address = address.slice(0, -1).replace(TAIL, '');
  return address;
}

const isUnopened = (address: string): boolean => {
  const close = address.at(-1) ?? '';
  const open = close === ')' ? '(' : '[';
  return address.split(close).length > address.split(open).length;
};

/** null for what must lead nowhere. */
export function hrefOf(address: string): string | null {
  try {
    const url = new URL(address);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url.href : null;
  } catch {
    return null;
  }
}
