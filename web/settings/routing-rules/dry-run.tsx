import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../api/ask';
import { ProblemLine } from '../../parts/problem-line';
import { useLanguage, useWords } from '../../words';
import { bodyOf, type RuleForm } from './form';
import type { Tried } from './query';

const LOOKED_AT = 200;
const SHOWN = 50;

/** What these rules would have made of past tickets, before anybody saves them. */
export function DryRun({ rules }: { readonly rules: readonly RuleForm[] }) {
  const { dry } = useWords().teams.rules;
  const body = { rules: bodyOf(rules), tickets: LOOKED_AT };
  const trying = useMutation({ mutationFn: (asked: typeof body) => ask<Tried>('POST', '/routing-rules/try', { body: asked }) });
  const isOld = trying.isSuccess && JSON.stringify(trying.variables) !== JSON.stringify(body);
  return (
    <section className="card aside dryrun">
      <div className="h">
        <h2>{dry.title}</h2>
      </div>
      <div className="says">
        {trying.error ? <ProblemLine error={trying.error} what={dry.notTried} /> : null}
        <button type="button" className="btn" disabled={trying.isPending} onClick={() => trying.mutate(body)}>
          {trying.isPending ? dry.trying : trying.data ? dry.again : dry.act(LOOKED_AT)}
        </button>
        {isOld ? <p className="sm mute">{dry.changed}</p> : null}
        <div role="status">{trying.data ? <Outcome tried={trying.data} /> : null}</div>
        {trying.data ? <Tickets tried={trying.data} /> : null}
      </div>
    </section>
  );
}

function Outcome({ tried }: { readonly tried: Tried }) {
  const { words, language } = useLanguage();
  const { dry } = words.teams.rules;
  if (tried.tickets === 0) return <p className="soft">{dry.none}</p>;
  const closed = tried.data.filter(({ closes }) => closes).length;
  const parts = [
    ...tried.teams.map(({ team, tickets }) => (team ? dry.to(tickets, team.name) : dry.toNobody(tickets))),
    ...(closed > 0 ? [dry.closed(closed)] : []),
  ];
  return (
    <>
      <p>
        {dry.of(tried.tickets)} <b>{new Intl.ListFormat(language).format(parts)}</b>.
      </p>
      {tried.differing > 0 ? <p className="soft">{dry.differing(tried.differing)}</p> : null}
      <table className="t dry">
        <thead>
          <tr>
            <th scope="col">{dry.byRule}</th>
            <th scope="col">{dry.tickets}</th>
          </tr>
        </thead>
        <tbody>
          {[...tried.rules, { id: '', name: dry.noRule, tickets: tried.unmatched }].map(({ id, name, tickets }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>{tickets}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Those that the rules would have sent elsewhere come first. */
function Tickets({ tried }: { readonly tried: Tried }) {
  const { teams: words, common } = useWords();
  const { dry } = words.rules;
  const shown = [...tried.data].sort((a, b) => Number(b.differs) - Number(a.differs)).slice(0, SHOWN);
  return (
    <ul className="drytickets">
      {shown.map(({ ticket, rule, team, closes, differs }) => (
        <li key={ticket.id} className={differs ? '' : 'mute'}>
          <Link to="/inbox/$view/{-$ticketId}" params={{ view: 'open', ticketId: ticket.id }}>
            #{ticket.number} <bdi>{ticket.contact || common.noName}</bdi>
          </Link>
          <span className="sm block" dir="auto">
            {[rule?.name ?? dry.noRule, closes ? dry.closes : (team?.name ?? words.noTeam)].join(' → ')}
            {differs ? `, ${ticket.team ? dry.was(ticket.team.name) : dry.wasNone}` : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
