import type { ReactNode } from 'react';
import type { Message } from '../api/types';
import { useWords } from '../words';
import { Icon } from './icon';

type Delivery = NonNullable<Message['delivery']>['status'];

const ONE = <path d="M4 6l3 3 6-7" />;
const TWO = <path d="M1 6l3 3 6-7M7.5 8.3l.7.7 6-7" />;
const CLOCK = (
  <>
    <circle cx="8.5" cy="5.5" r="4" />
    <path d="M8.5 3.3v2.2l1.4.8" />
  </>
);

const MARKS: Record<Exclude<Delivery, 'failed' | 'uncertain'>, ReactNode> = {
  queued: CLOCK,
  sending: CLOCK,
  sent: ONE,
  delivered: TWO,
  read: TWO,
};

/** How far a message got: a mark and its word, never the mark alone for the eye unless `quiet` (lists), where the word is read out. */
export function Ticks({ delivery, quiet }: { readonly delivery: Delivery; readonly quiet?: boolean }) {
  const word = useWords().common.deliveries[delivery];
  return (
    <span className={`ticks ${delivery}`} title={quiet ? word : undefined}>
      {delivery === 'failed' || delivery === 'uncertain' ? <Icon name={delivery} size="s" /> : <Mark>{MARKS[delivery]}</Mark>}
      <span className={quiet ? 'unseen' : undefined}>{word}</span>
    </span>
  );
}

const Mark = ({ children }: { readonly children: ReactNode }) => (
  <svg className="t" viewBox="0 0 17 11" aria-hidden="true">
    {children}
  </svg>
);
