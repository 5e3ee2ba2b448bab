import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { Again } from './again';
import { Attempts } from './attempts';
import { useAround } from './context';
import { type Trouble, troubleOf } from './trouble';

const ICONS = { failed: 'failed', uncertain: 'uncertain', waiting: 'clock', twice: 'warning' } as const;
const LOOKS: Readonly<Record<Trouble['kind'], string>> = { failed: '', uncertain: 'maybe', waiting: 'waits', twice: 'maybe' };

/** Why a message did not go, waits, or may have gone; a person decides whether it goes once more. */
export function TroubleBox({ message }: { readonly message: Message }) {
  const words = useWords();
  const now = useMinute();
  const { clock, moment } = useTimes();
  const { ticket, short, network } = useAround();
  const trouble = troubleOf(message, {
    words,
    customer: short,
    network,
    open: isOpen(ticket.replyWindow),
    now,
    clock,
    moment: (at) => moment(at, now),
  });
  if (!trouble) return null;
  const may = message.author.kind === 'agent' && ticket.allowedActions.includes('reply');
  return (
    <div className={`trouble ${LOOKS[trouble.kind]}`}>
      <Icon name={ICONS[trouble.kind]} />
      <span className="grow">
        {trouble.what ? <b dir="auto">{trouble.what}</b> : null}
        {trouble.what && trouble.more ? <br /> : null}
        <span className={trouble.what ? 'soft' : undefined}>{trouble.more}</span>
        <Attempts message={message} />
      </span>
      {may && trouble.again ? <Again message={message} by={trouble.again} unsure={trouble.kind === 'uncertain'} /> : null}
    </div>
  );
}

const isOpen = (window: { readonly state: string } | null): boolean =>
  window === null || window.state === 'open' || window.state === 'human_agent';
