import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { About } from '../about';
import { Loading } from '../loading';
import '../rules/rules.css';
import { SettingsFrame } from '../settings-frame';
import { type Team, teamsQuery } from './query';
import { RemoveTeam } from './remove-team';
import { TeamEditor } from './team-editor';
import { TeamLine } from './team-line';
import './teams.css';
import { WorkspaceHours } from './workspace-hours';

type Open = { readonly what: 'add' } | { readonly what: 'edit' | 'remove'; readonly team: Team };

/** Who answers together, and when people work. */
export function TeamsPage() {
  const { settings, teams: words } = useWords();
  const title = settings.frame.sections.teams;
  const { data: teams, error } = useQuery(teamsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const show = (next: Open | null) => {
    if (next) opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpen(next);
    if (next === null) opener.current?.focus();
  };
  if (!teams) return <Loading title={title} error={error} rows={3} />;
  return (
    <SettingsFrame title={title} actions={<Add onAdd={() => show({ what: 'add' })} />}>
      <div className="two">
        <div className="form">
          <List teams={teams} open={open} onShow={show} />
          <WorkspaceHours />
        </div>
        <About title={words.about} says={words.aboutSays} />
      </div>
    </SettingsFrame>
  );
}

function Add({ onAdd }: { readonly onAdd: () => void }) {
  const { teams: words } = useWords();
  return (
    <button type="button" className="btn go" onClick={onAdd}>
      <Icon name="plus" />
      {words.add}
    </button>
  );
}

interface ListProps {
  readonly teams: readonly Team[];
  readonly open: Open | null;
  readonly onShow: (open: Open | null) => void;
}

/** The teams, and the form of the one that is being added or changed. */
function List({ teams, open, onShow }: ListProps) {
  const { teams: words } = useWords();
  const [gone, tell] = useState('');
  const close = () => onShow(null);
  return (
    <>
      {open?.what === 'add' ? <TeamEditor team={null} onDone={close} /> : null}
      {open?.what === 'edit' ? <TeamEditor key={open.team.id} team={open.team} onDone={close} /> : null}
      <section className="card teamlist">
        {teams.length === 0 ? <p className="mute none">{words.none}</p> : null}
        <ul>
          {teams.map((team) => (
            <TeamLine
              key={team.id}
              team={team}
              onEdit={() => onShow({ what: 'edit', team })}
              onRemove={() => onShow({ what: 'remove', team })}
            />
          ))}
        </ul>
        <p className={gone ? 'gone soft' : ''} role="status">
          {gone}
        </p>
      </section>
      {open?.what === 'remove' ? <RemoveTeam team={open.team} onClose={close} onRemoved={tell} /> : null}
    </>
  );
}
