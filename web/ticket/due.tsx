import './due.css';
import type { Ticket } from '../api/types';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { aimLines, aimSaid, nextAim } from './aims';

/** In a list: what is due soon or overdue, in few words. */
export function DueMark({ ticket }: { readonly ticket: Ticket }) {
  const { targets, common } = useWords();
  const now = useMinute();
  const aim = nextAim(ticket, now);
  if (!aim || aim.state === 'running') return null;
  const distance = common.lasting(Math.max(60_000, Math.abs(aim.dueAt - now)));
  return (
    <span className={`left due ${aim.state}`}>
      <Icon name={aim.state === 'missed' ? 'warning' : 'clock'} size="xs" />
      {aim.state === 'missed' ? targets.short.missed(distance) : targets.short.due(distance)}
    </span>
  );
}

/** Over the conversation: the answer that is due, or whatever is late. */
export function DueLine({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords();
  const times = useTimes();
  const now = useMinute();
  const aim = nextAim(ticket, now);
  if (!aim || (aim.kind === 'resolution' && aim.state === 'running')) return null;
  const says = aimSaid(aim, now, words, times);
  return (
    <>
      <span aria-hidden="true">·</span>
      <span className={`due cut ${aim.state}`} title={says}>
        {says}
      </span>
    </>
  );
}

/** Every target of the ticket, met and missed ones too. */
export function DueList({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords();
  const times = useTimes();
  const now = useMinute();
  return (
    <ul className="duelist">
      {aimLines(ticket, now, words, times).map(({ kind, tone, says }) => (
        <li key={kind} className={`due ${tone}`}>
          {says}
        </li>
      ))}
    </ul>
  );
}
