import type { DifferenceJson } from '../../../src/http/schemas/replay';
import { StatusPill } from '../../parts/status-pill';
import { useLanguage } from '../../words';

interface Props {
  /** null: there was no such ticket. */
  readonly outcome: DifferenceJson['before'];
  readonly moment: (at: string) => string;
}

/** How a ticket stood at the end of the period, and what had become of it by then. */
export function Outcome({ outcome, moment }: Props) {
  const { words } = useLanguage();
  const { replay: says } = words.rules;
  const { former } = words.ticket;
  if (outcome === null) return <span className="mute">{says.noTicket}</span>;
  const { status, closedAt, closeCause, wentIdle, reopens, waitingSeconds } = outcome;
  const said = [
    closedAt === null ? '' : (former.ended[closeCause ?? ''] ?? former.closed)(null, moment(closedAt)),
    wentIdle > 0 ? says.wentIdle(wentIdle) : '',
    reopens > 0 ? says.reopened(reopens) : '',
    waitingSeconds > 0 ? says.waited(words.common.lasting(waitingSeconds * 1000)) : '',
  ];
  return (
    <>
      <StatusPill status={status} />
      <span className="sm soft block">{said.filter(Boolean).join(' · ')}</span>
    </>
  );
}
