import type { ReactNode } from 'react';
import { PRIORITIES } from '../../src/domain/ticket';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { StatusPill } from '../parts/status-pill';
import { useEvents } from '../thread/use-events';
import { useWords } from '../words';
import { useTicketActions } from './actions';
import { saveField, shown } from './calls';
import { DueList } from './due';
import { FieldRows } from './field-rows';
import { InPlace } from './in-place';
import { StageMenu } from './stage-menu';
import { statusSince } from './status-since';
import { Tags } from './tags';

/** How the ticket stands: its status, which the desk keeps, and what people decide about it. */
export function TicketSection({ ticket }: { readonly ticket: Ticket }) {
  const { ticket: words, targets } = useWords();
  const { change } = useTicketActions(ticket.id);
  return (
    <section className="sec">
      <h2>{words.title(ticket.number)}</h2>
      <dl className="facts">
        <Fact name={words.status}>
          <StatusPill status={ticket.status} big />
          <Since ticket={ticket} />
        </Fact>
        <Fact name={words.stage}>
          <StageMenu ticket={ticket} />
        </Fact>
        <Fact name={words.assignee}>
          <Assignee ticket={ticket} />
        </Fact>
        {ticket.team ? (
          <Fact name={words.team}>
            <bdi className="cut" title={ticket.team.name}>
              {ticket.team.name}
            </bdi>
          </Fact>
        ) : null}
        <Fact name={words.priority}>
          <Priority ticket={ticket} />
        </Fact>
        {ticket.targets.length > 0 ? (
          <Fact name={targets.label}>
            <DueList ticket={ticket} />
          </Fact>
        ) : null}
        <Fact name={words.tags}>
          <Tags tags={ticket.tags} onChange={(tags) => shown(change({ tags }))} />
        </Fact>
        <Fact name={words.subject}>
          <InPlace
            value={ticket.subject ?? ''}
            label={words.subject}
            empty={words.addSubject}
            max={256}
            onSave={(subject) => shown(change({ subject }))}
          />
        </Fact>
        <FieldRows of="ticket" values={ticket.fields} onSave={(key, value) => saveField(ticket.id, key, value)} />
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Since({ ticket }: { readonly ticket: Ticket }) {
  const { ticket: words, common } = useWords();
  const { data } = useEvents(ticket.id);
  const now = useMinute();
  const since = data && statusSince(data, ticket.status);
  if (!since) return null;
  return <span className="mute sm nw">{words.since(common.lasting(Math.max(60_000, now - Date.parse(since))))}</span>;
}

function Assignee({ ticket: { id, assignee } }: { readonly ticket: Ticket }) {
  const { ticket: words, common } = useWords();
  const { me } = useWorkspace();
  const act = useTicketActions(id);
  return (
    <>
      {assignee ? <Face name={assignee.name} id={assignee.id} size={20} /> : null}
      <bdi className={`cut ${assignee ? '' : 'mute'}`} title={assignee?.name}>
        {assignee === null ? words.nobody : assignee.id === me.id ? common.you : assignee.name}
      </bdi>
      {act.allowed('take') ? (
        <button type="button" className="link push" onClick={() => shown(act.take())}>
          {words.do.take}
        </button>
      ) : null}
    </>
  );
}

function Priority({ ticket }: { readonly ticket: Ticket }) {
  const { ticket: words, common } = useWords();
  const { change } = useTicketActions(ticket.id);
  return (
    <span className="picker">
      <select
        className="plain-select"
        aria-label={words.priority}
        value={ticket.priority}
        onChange={(event) => shown(change({ priority: event.target.value as Ticket['priority'] }))}
      >
        {PRIORITIES.map((priority) => (
          <option key={priority} value={priority}>
            {common.priorities[priority]}
          </option>
        ))}
      </select>
      <Icon name="down" size="xs" />
    </span>
  );
}
