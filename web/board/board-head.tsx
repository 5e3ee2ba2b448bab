import { Link, useNavigate } from '@tanstack/react-router';
import { useWorkspace } from '../api/workspace';
import { channelChoice } from '../inbox/channel-choice';
import { FilterMenu } from '../inbox/filter-menu';
import { valuesOf } from '../inbox/list-query';
import { useWords } from '../words';
import type { BoardSearch } from './search';

/** What the columns are, and whose cards are shown. All of it is in the address. */
export function BoardHead({ search }: { readonly search: BoardSearch }) {
  const { board, shell } = useWords();
  const by = search.by ?? 'stage';
  return (
    <header className="pagehead">
      <h1>{shell.pages.board}</h1>
      <nav className="seg" aria-label={board.columns}>
        {(['stage', 'status'] as const).map((one) => (
          <Link
            key={one}
            to="/board"
            search={(now) => ({ ...withoutColumn(now), ...(one === 'status' ? { by: one } : {}) })}
            className={one === by ? 'on' : undefined}
            activeProps={{}}
            aria-current={one === by ? 'true' : undefined}
          >
            {board.by[one]}
          </Link>
        ))}
      </nav>
      {by === 'status' && search.at === undefined ? <span className="sm mute readonly">{board.readOnly}</span> : null}
      <span className="grow" />
      <Chips search={search} />
    </header>
  );
}

const withoutColumn = ({ by: _by, column: _column, ...rest }: BoardSearch): BoardSearch => rest;

function Chips({ search }: { readonly search: BoardSearch }) {
  const { board, inbox } = useWords();
  const { channels, teams, agents, me } = useWorkspace();
  const go = useNavigate();
  const narrow = (change: { readonly channel?: string; readonly team?: string; readonly assignee?: string }) =>
    void go({
      to: '/board',
      search: (now: BoardSearch) => Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value)) as BoardSearch,
      replace: true,
    });
  const people = [{ id: 'me', name: inbox.me }, { id: 'none', name: inbox.nobody }, ...agents.filter(({ id }) => id !== me.id)];
  const mine = search.assignee === 'me';
  return (
    <div className="chips filters">
      {search.at === undefined ? (
        <button
          type="button"
          className={`chip ${mine ? 'on' : ''}`}
          aria-pressed={mine}
          onClick={() => narrow({ assignee: mine ? '' : 'me' })}
        >
          {board.mine}
        </button>
      ) : null}
      <FilterMenu
        arrow
        label={board.channels}
        choices={channels.map(channelChoice)}
        chosen={valuesOf(search.channel)}
        onChoose={(values) => narrow({ channel: values.join(',') })}
      />
      {teams.length > 0 ? (
        <FilterMenu
          arrow
          label={board.teams}
          choices={[{ id: 'none', name: inbox.noTeam }, ...teams].map(({ id, name }) => ({ value: id, name, label: <bdi>{name}</bdi> }))}
          chosen={valuesOf(search.team)}
          onChoose={(values) => narrow({ team: values.join(',') })}
        />
      ) : null}
      <FilterMenu
        arrow
        label={board.everybody}
        choices={people.map(({ id, name }) => ({ value: id, name, label: <bdi>{name}</bdi> }))}
        chosen={valuesOf(search.assignee)}
        onChoose={(values) => narrow({ assignee: values.join(',') })}
      />
    </div>
  );
}
