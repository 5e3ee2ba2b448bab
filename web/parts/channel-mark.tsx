import type { ReactNode } from 'react';
import { useWords } from '../words';

interface Mark {
  /** The end of its token's name. */
  readonly ground: string;
  readonly sign: ReactNode;
}

const line = { fill: 'none', stroke: '#fff', strokeWidth: 1.3, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const BUBBLE = 'M8 3.2a4.8 4.8 0 0 0-4.1 7.3L3.3 12.7l2.3-.6A4.8 4.8 0 1 0 8 3.2Z';

const WHATSAPP = (
  <>
    <path d={BUBBLE} fill="#fff" />
    <path
      d="M6.5 5.9c.2-.2.5-.2.6 0l.5.9-.4.7a3 3 0 0 0 1.3 1.3l.7-.4.9.5c.2.1.2.4 0 .6-.5.6-1.3.6-2.3 0A4.6 4.6 0 0 1 6.1 7.7c-.4-.8-.2-1.4.4-1.8Z"
      fill="var(--rd-net-whatsapp)"
    />
  </>
);

/** A phone inside an outlined bubble: the same network by another way. */
const WHATSAPP_WEB = (
  <>
    <path d={BUBBLE} {...line} />
    <rect x="6.6" y="5.6" width="2.8" height="4.6" rx=".8" fill="#fff" />
  </>
);

const INSTAGRAM = (
  <>
    <rect x="4" y="4" width="8" height="8" rx="2.5" {...line} />
    <circle cx="8" cy="8" r="1.9" {...line} />
  </>
);

/** Two bubbles, one behind the other. */
const MESSENGER = (
  <>
    <path d="M9.2 3.6H12a1 1 0 0 1 1 1v3.2a1 1 0 0 1-1 1" {...line} />
    <path d="M3.8 5.2h5.4a1 1 0 0 1 1 1v3.4a1 1 0 0 1-1 1H6.4l-2 1.9v-1.9h-.6a1 1 0 0 1-1-1V6.2a1 1 0 0 1 1-1Z" fill="#fff" />
  </>
);

const TELEGRAM = (
  <>
    <path d="M3.4 8 12.4 4.2 10.9 12 8.2 10.2 6.9 11.7 6.6 9.3Z" fill="#fff" />
    <path d="M6.6 9.3 10.4 6.3" {...line} strokeWidth={0.9} stroke="var(--rd-net-telegram)" />
  </>
);

const BOT_FRAMEWORK = (
  <>
    <path d="M6 4.8 3.4 8 6 11.2M10 4.8 12.6 8 10 11.2" {...line} />
    <circle cx="8" cy="8" r="1.1" fill="#fff" />
  </>
);

/** A page with words in its corner. */
const WEBCHAT = (
  <>
    <rect x="3.4" y="4" width="9.2" height="8" rx="1.4" {...line} />
    <path d="M3.6 6.3h8.8" {...line} />
    <path d="M8 8h3v2.2H9.4L8.4 11V10H8z" fill="#fff" />
  </>
);

const WEBHOOK = (
  <>
    <path d="M8 5.6 5.7 9.8M8.6 5.8 10.4 9.4M6.6 10.6h2.9" {...line} />
    <circle cx="8" cy="4.8" r="1.5" fill="#fff" />
    <circle cx="5" cy="10.7" r="1.5" fill="#fff" />
    <circle cx="11" cy="10.7" r="1.5" fill="#fff" />
  </>
);

const OTHER: Mark = { ground: 'other', sign: <path d="M4 4h8v6H8.5L6 12v-2H4z" fill="#fff" /> };

const MARKS: Readonly<Record<string, Mark>> = {
  whatsapp_cloud: { ground: 'whatsapp', sign: WHATSAPP },
  whatsapp_web: { ground: 'whatsapp-web', sign: WHATSAPP_WEB },
  instagram: { ground: 'instagram', sign: INSTAGRAM },
  messenger: { ground: 'messenger', sign: MESSENGER },
  telegram: { ground: 'telegram', sign: TELEGRAM },
  botframework: { ground: 'botframework', sign: BOT_FRAMEWORK },
  webchat: { ground: 'webchat', sign: WEBCHAT },
  webhook: { ground: 'other', sign: WEBHOOK },
};

interface Props {
  readonly kind: string;
  /** Without the ring that parts it from a face. */
  readonly flat?: boolean;
  readonly className?: string;
}

/** Which network, drawn by us. It has the network's name. */
export function ChannelMark({ kind, flat, className }: Props) {
  const { networks } = useWords().common;
  const { ground, sign } = MARKS[kind] ?? OTHER;
  return (
    <svg className={`chan ${flat ? 'flat' : ''} ${className ?? ''}`} role="img" aria-label={networks[kind] ?? kind} viewBox="0 0 16 16">
      <rect width="16" height="16" rx="4.5" fill={`var(--rd-net-${ground})`} />
      {sign}
    </svg>
  );
}
