import { Link } from '@tanstack/react-router';
import { useCounts } from '../api/counts';
import { useWorkspace } from '../api/workspace';
import type { Workspace } from '../api/workspace-shape';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { Count } from './rail';
import { viewOfTeam } from './views';

/** The teams that somebody looks after: an agent their own, an admin all. */
export const teamsToWatch = ({ teams, me }: Pick<Workspace, 'teams' | 'me'>): Workspace['teams'] =>
  me.role === 'admin' ? teams : teams.filter(({ id }) => me.teamIds.includes(id));

/** A view of each team's open tickets. */
export function TeamViews() {
  const { shell } = useWords();
  const teams = teamsToWatch(useWorkspace());
  const counts = useCounts();
  if (teams.length === 0) return null;
  return (
    <>
      <div className="navhead">{shell.teams}</div>
      {teams.map(({ id, name }) => (
        <Link
          key={id}
          className="nav"
          to="/inbox/$view/{-$ticketId}"
          params={{ view: viewOfTeam(id), ticketId: undefined }}
          activeOptions={{ includeSearch: false }}
          activeProps={{ className: 'on', 'aria-current': 'page' }}
          title={name}
        >
          <Icon name="team" />
          <bdi className="word cut">{name}</bdi>
          <Count of={counts?.byTeam.find(({ teamId }) => teamId === id)?.open ?? null} />
        </Link>
      ))}
    </>
  );
}
