import { memo } from 'react';
import { type Piece, piecesOf } from './rich-text';

const TAGS = { bold: 'b', italic: 'em', struck: 's' } as const;

/** What somebody wrote, line for line; never as HTML. `marks`: the network knows *bold* and the like. */
export const Rich = memo(function Rich({ text, marks }: { readonly text: string; readonly marks: boolean }) {
  return (
    <p className="said" dir="auto">
      <Pieces pieces={piecesOf(text, marks)} />
    </p>
  );
});

export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
  return pieces.map((piece, index) => <One key={index} piece={piece} />);
}

function One({ piece }: { readonly piece: Piece }) {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'mono') return <span className="mono">{piece.text}</span>;
  if (piece.kind === 'link') return <Away href={piece.href}>{piece.text}</Away>;
  const Tag = TAGS[piece.kind];
  return (
    <Tag>
      <Pieces pieces={piece.pieces} />
    </Tag>
  );
}

/** A way out of the desk: the other side learns nothing of where it was pressed. */
export function Away({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a className="away" dir="ltr" href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
