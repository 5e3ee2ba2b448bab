import { Link } from '@tanstack/react-router';
import { useMinute } from '../parts/now';
import { StatusPill } from '../parts/status-pill';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import type { MetricTicketJson } from './query';
import { useSaid } from './use-said';

/** One row for each thing that was counted. */
export function BehindTable({ rows }: { readonly rows: readonly MetricTicketJson[] }) {
  const words = useWords().analytics.behind;
  const lasting = rows.some(({ value }) => value !== null);
  const agents = rows.some(({ agent }) => agent !== null);
  return (
    <div className="card counted">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{words.ticket}</th>
            <th scope="col">{words.contact}</th>
            <th scope="col">{words.at}</th>
            {lasting ? (
              <th scope="col" className="r">
                {words.value}
              </th>
            ) : null}
            {agents ? <th scope="col">{words.agent}</th> : null}
            <th scope="col">{words.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one ticket may stand there twice, and rows are only added
            <Row key={at} row={row} lasting={lasting} agents={agents} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: MetricTicketJson;
  readonly lasting: boolean;
  /** Some of what was counted has an agent: a ticket that is only just created has none. */
  readonly agents: boolean;
}

function Row({ row: { ticket, contact, at, value, agent }, lasting, agents }: RowProps) {
  const { analytics, common } = useWords();
  const said = useSaid();
  const times = useTimes();
  const now = useMinute();
  const name = contact ? contact.name || contact.address || common.noName : '';
  return (
    <tr>
      <td className="nw num">
        {ticket ? (
          <Link to="/inbox/$view/{-$ticketId}" params={{ view: ticket.status === 'closed' ? 'closed' : 'open', ticketId: ticket.id }}>
            #{ticket.number}
          </Link>
        ) : (
          <span className="mute">{analytics.behind.noTicket}</span>
        )}
      </td>
      <td className="who">
        {contact ? (
          <Link to="/contacts/{-$contactId}" params={{ contactId: contact.id }} className="plainlink">
            <bdi>{name}</bdi>
          </Link>
        ) : null}
      </td>
      <td className="nw when">
        <time dateTime={at}>{times.full(at, now)}</time>
      </td>
      {lasting ? <td className="r nw lasted">{value === null ? '' : said.lasting(value)}</td> : null}
      {agents ? (
        <td className="agent">
          <bdi>{agent?.name}</bdi>
        </td>
      ) : null}
      <td className="stands">{ticket ? <StatusPill status={ticket.status} /> : null}</td>
    </tr>
  );
}
