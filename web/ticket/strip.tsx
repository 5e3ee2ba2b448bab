import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { StatusPill } from '../parts/status-pill';
import { useWords } from '../words';
import { DueMark } from './due';
import { StageMenu } from './stage-menu';

/** On phones: where the ticket stands, under the name. */
export function Strip({ ticket }: { readonly ticket: Ticket }) {
  const { ticket: words, common } = useWords();
  const { me } = useWorkspace();
  const whose = ticket.assignee === null ? words.nobody : ticket.assignee.id === me.id ? common.you : ticket.assignee.name;
  return (
    <div className="strip">
      <StatusPill status={ticket.status} />
      <StageMenu ticket={ticket} small />
      <DueMark ticket={ticket} />
      <span className="mute whose nw">
        #{ticket.number} · <bdi>{whose}</bdi>
      </span>
    </div>
  );
}
