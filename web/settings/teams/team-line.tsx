import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../api/workspace';
import { viewOfTeam } from '../../app/views';
import { Face } from '../../parts/face';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import type { Team } from './query';

interface Props {
  readonly team: Team;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const FACES = 5;

/** One team: who is in it, whether it works now, and its open tickets. */
export function TeamLine({ team: { id, name, agentIds, hours, open, openTickets }, onEdit, onRemove }: Props) {
  const { teams: words, common } = useWords();
  const { agents } = useWorkspace();
  const members = agents.filter((agent) => agentIds.includes(agent.id));
  return (
    <li className="teamline">
      <Icon name="team" />
      <div className="grow">
        <b className="cut block" title={name}>
          <bdi>{name}</bdi>
        </b>
        <span className="hint block">
          {[words.memberCount(agentIds.length), ...(hours ? [words.ownHours] : []), open ? words.openNow : words.closedNow].join(' · ')}
        </span>
      </div>
      <span className="faces" aria-hidden="true">
        {members.slice(0, FACES).map((agent) => (
          <Face key={agent.id} id={agent.id} name={agent.name} size={20} />
        ))}
      </span>
      <Link className="sm nw" to="/inbox/$view/{-$ticketId}" params={{ view: viewOfTeam(id), ticketId: undefined }}>
        {common.tickets(openTickets)}
      </Link>
      <button type="button" className="btn quiet icon small" aria-label={words.edit(name)} onClick={onEdit}>
        <Icon name="pen" />
      </button>
      <button type="button" className="btn quiet icon small" aria-label={words.removeOf(name)} onClick={onRemove}>
        <Icon name="bin" />
      </button>
    </li>
  );
}
