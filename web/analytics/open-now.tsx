import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemLine } from '../parts/problem-line';
import { StatusPill } from '../parts/status-pill';
import { useWords } from '../words';
import type { Asked } from './asked';
import { liveQuery, stagesQuery } from './query';
import { useSaid } from './use-said';

const OPEN = ['pending', 'active', 'proactive', 'in_progress', 'idle'] as const;

/** How the open tickets stand at this moment. The list beside the bar is its table. */
export function OpenNow({ asked }: { readonly asked: Asked }) {
  const { analytics, common } = useWords();
  const words = analytics.open;
  const said = useSaid();
  const { data, error } = useQuery(stagesQuery(asked));
  const { data: live } = useQuery(liveQuery(asked));
  const closing = live?.windowsClosing.tickets ?? 0;
  const { channel, team } = asked;
  const rows = OPEN.map((status) => ({ status, tickets: data?.statuses.find((one) => one.status === status)?.tickets ?? 0 }));
  const open = rows.reduce((sum, { tickets }) => sum + tickets, 0);
  const parts = rows.filter(({ tickets }) => tickets > 0);
  const sentence = said.list(parts.map(({ status, tickets }) => words.part(tickets, common.statuses[status])));
  return (
    <section className="card" aria-label={words.title}>
      <div className="h">
        <h2>{words.title}</h2>
        {data ? <span className="count">{said.count(open)}</span> : null}
      </div>
      <div className="c">
        {error ? <ProblemLine error={error} what={analytics.liveNotRead} /> : null}
        {data && open === 0 ? <p className="none mute">{words.none}</p> : null}
        {open > 0 ? (
          <div className="nowbar" role="img" aria-label={words.label(sentence)}>
            {parts.map(({ status, tickets }) => (
              <i key={status} className={status} style={{ flex: tickets }} />
            ))}
          </div>
        ) : null}
        <ul className="nowlist">
          {parts.map(({ status, tickets }) => (
            <li key={status} className="row">
              <StatusPill status={status} />
              <Link
                to="/inbox/$view/{-$ticketId}"
                params={{ view: 'open' }}
                search={{ status, ...(channel ? { channel } : {}), ...(team ? { team } : {}) }}
                aria-label={words.part(tickets, common.statuses[status])}
              >
                <b>{said.count(tickets)}</b>
              </Link>
            </li>
          ))}
        </ul>
        {live ? (
          <p className="below sm">
            <Link to="/settings/{-$section}" params={{ section: 'agents' }}>
              {words.agents}
            </Link>
            {': '}
            {words.presence(live.agents.online, live.agents.away)}
          </p>
        ) : null}
        {closing > 0 ? <p className="below sm">{words.closing(closing, said.lasting(live?.windowsClosing.withinSeconds ?? 0))}</p> : null}
      </div>
    </section>
  );
}
