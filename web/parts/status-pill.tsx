import type { ReactNode } from 'react';
import type { Status } from '../api/types';
import { useWords } from '../words';

const CLOCK = (
  <>
    <circle cx="6" cy="6" r="4.6" />
    <path d="M6 3.6V6l1.6 1" />
  </>
);

// biome-ignore format: a table is read in columns
const GLYPHS: Record<Status, ReactNode> = {
  pending:     CLOCK,
  active:      <circle cx="6" cy="6" r="4.8" fill="currentColor" stroke="none" />,
  proactive:   <path d="M3 9 9 3M4.3 3H9v4.7" />,
  in_progress: <path d="M4 2.5v7M8 2.5v7" strokeWidth="2.2" />,
  idle:        <path d="M10 7.2A4.2 4.2 0 0 1 4.9 2a4.2 4.2 0 1 0 5.1 5.2Z" fill="currentColor" stroke="none" />,
  closed:      <path d="M2.3 6.4 5 9l4.9-5.8" />,
};

/** A fact that the desk keeps: round, a glyph of its own, a word. */
export function StatusPill({ status, big }: { readonly status: Status; readonly big?: boolean }) {
  const { statuses } = useWords().common;
  return (
    <span className={`status ${big ? 'big' : ''} ${status}`}>
      <svg className="g" viewBox="0 0 12 12" aria-hidden="true">
        {GLYPHS[status]}
      </svg>
      {statuses[status]}
    </span>
  );
}
