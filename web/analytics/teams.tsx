import { useWords } from '../words';
import type { Behind } from './behind';
import { PeopleTable } from './people';
import type { SummaryJson } from './query';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** The same for every team, and for what is in none. */
export function Teams({ summary, behind }: Props) {
  const words = useWords().analytics;
  const rows = [...summary.teams]
    .sort((a, b) => b.closed - a.closed)
    .map(({ id, name, new: added, ...rest }) => ({
      ...rest,
      key: id ?? 'none',
      of: { team: id ?? 'none' },
      other: added,
      name: <bdi>{name ?? words.noTeam}</bdi>,
    }));
  return (
    <section className="card people" aria-label={words.people.teams}>
      <div className="h">
        <h2>{words.people.teams}</h2>
        <span className="sm mute">{words.people.teamsSays}</span>
      </div>
      <PeopleTable rows={rows} behind={behind} heads={{ name: words.people.team, other: words.flow.new }} others="new_tickets" />
    </section>
  );
}
