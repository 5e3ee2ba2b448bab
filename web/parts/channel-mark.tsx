import type { ReactNode } from 'react';
import { useWords } from '../words';

const WHATSAPP = (
  <>
    <rect width="16" height="16" rx="4.5" fill="#1b8f4e" />
    <path d="M8 3.2a4.8 4.8 0 0 0-4.1 7.3L3.3 12.7l2.3-.6A4.8 4.8 0 1 0 8 3.2Z" fill="#fff" />
    <path
      d="M6.5 5.9c.2-.2.5-.2.6 0l.5.9-.4.7a3 3 0 0 0 1.3 1.3l.7-.4.9.5c.2.1.2.4 0 .6-.5.6-1.3.6-2.3 0A4.6 4.6 0 0 1 6.1 7.7c-.4-.8-.2-1.4.4-1.8Z"
      fill="#1b8f4e"
    />
  </>
);

const INSTAGRAM = (
  <>
    <rect width="16" height="16" rx="4.5" fill="#b8357e" />
    <rect x="4" y="4" width="8" height="8" rx="2.5" fill="none" stroke="#fff" strokeWidth="1.3" />
    <circle cx="8" cy="8" r="1.9" fill="none" stroke="#fff" strokeWidth="1.3" />
  </>
);

const OTHER = (
  <>
    <rect width="16" height="16" rx="4.5" fill="#5a6274" />
    <path d="M4 4h8v6H8.5L6 12v-2H4z" fill="#fff" />
  </>
);

const MARKS: Readonly<Record<string, ReactNode>> = { whatsapp_cloud: WHATSAPP, instagram: INSTAGRAM };

interface Props {
  readonly kind: string;
  /** Without the ring that parts it from a face. */
  readonly flat?: boolean;
  readonly className?: string;
}

/** Which network, drawn by us. It has the network's name. */
export function ChannelMark({ kind, flat, className }: Props) {
  const { networks } = useWords().common;
  return (
    <svg className={`chan ${flat ? 'flat' : ''} ${className ?? ''}`} role="img" aria-label={networks[kind] ?? kind} viewBox="0 0 16 16">
      {MARKS[kind] ?? OTHER}
    </svg>
  );
}
