import { useId, useState } from 'react';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import type { Workspace } from '../api/workspace-shape';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import { Popover } from '../parts/popover';
import { useWords } from '../words';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { IconButton } from './icon-button';
import { TICKET_KEYS } from './keys';
import { useMenu } from './open-menu';
import { useEnd } from './use-end';
import { useHanding } from './use-handing';

/** Who else can have it, who can't and why, and a note for the one who gets it. `hidden`: opened from another menu. */
export function TransferMenu({ ticket, hidden }: { readonly ticket: Ticket; readonly hidden: boolean }) {
  const { do: verbs } = useWords().ticket;
  const [opened, open] = useMenu('transfer');
  const name = ticket.assignee ? verbs.transfer : verbs.assign;
  return (
    <Popover opened={opened} onChange={open} position="bottom-end" width={300} trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        {hidden ? (
          <span />
        ) : (
          <IconButton
            icon={ticket.assignee ? 'transfer' : 'personAdd'}
            name={name}
            keys={TICKET_KEYS.transfer}
            open={opened}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={() => open(!opened)}
          />
        )}
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={name} className="handing">
        <Handing ticket={ticket} onDone={() => open(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Handing({ ticket, onDone }: { readonly ticket: Ticket; readonly onDone: () => void }) {
  const { transfer: words } = useWords().ticket;
  const { agents, teams, me } = useWorkspace();
  const act = useTicketActions(ticket.id);
  const [note, setNote] = useState('');
  const id = useId();
  const others = agents.filter((agent) => agent.id !== me.id || ticket.assignee?.id !== me.id);
  const reason = useHanding(ticket);
  const first = others.find((agent) => reason(agent) === null);
  const toTeams = act.allowed('transfer') && (ticket.status === 'active' || ticket.status === 'pending') ? teams : [];
  const noted = act.allowed('transfer') && (ticket.assignee !== null || toTeams.length > 0);
  const give = (agentId: string) => {
    shown(noted && (ticket.assignee !== null || note.trim() !== '') ? act.transfer(agentId, note.trim()) : act.assign(agentId));
    onDone();
  };
  const send = (teamId: string) => {
    shown(act.sendToTeam(teamId, note.trim()));
    onDone();
  };
  return (
    <>
      {noted ? (
        <div className="field pad">
          <label className="sm" htmlFor={id}>
            {words.note}
          </label>
          <textarea
            id={id}
            className="input tall"
            dir="auto"
            rows={2}
            maxLength={4096}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <span className="hint">{words.optional}</span>
        </div>
      ) : null}
      <ul className="agents">
        {others.map((agent) => (
          <AgentRow key={agent.id} agent={agent} first={agent === first} why={reason(agent)} onGive={() => give(agent.id)} />
        ))}
      </ul>
      {toTeams.length > 0 ? (
        <>
          <div className="navhead" id={`${id}-teams`}>
            {words.teams}
          </div>
          <ul className="agents" aria-labelledby={`${id}-teams`}>
            {toTeams.map((team) => (
              <TeamRow
                key={team.id}
                team={team}
                has={team.id === ticket.team?.id && ticket.status === 'pending'}
                onSend={() => send(team.id)}
              />
            ))}
          </ul>
        </>
      ) : null}
      {others.length === 0 ? <p className="mute pad">{words.nobody}</p> : null}
    </>
  );
}

interface RowProps {
  readonly agent: Workspace['agents'][number];
  /** The first who can have it: the focus begins there. */
  readonly first: boolean;
  /** Why not; null when they can. */
  readonly why: string | null;
  readonly onGive: () => void;
}

function AgentRow({ agent, first, why, onGive }: RowProps) {
  const endOf = useEnd();
  return (
    <li>
      <button type="button" className="agent" disabled={why !== null} data-autofocus={first || undefined} onClick={onGive}>
        <Face name={agent.name} id={agent.id} size={24} presence={agent.presence} />
        <bdi className="grow cut start">{agent.name}</bdi>
        <span className="sm mute">{why ?? endOf(agent)}</span>
      </button>
    </li>
  );
}

interface TeamProps {
  readonly team: Workspace['teams'][number];
  /** It waits there already. */
  readonly has: boolean;
  readonly onSend: () => void;
}

function TeamRow({ team, has, onSend }: TeamProps) {
  const { transfer: words } = useWords().ticket;
  return (
    <li>
      <button type="button" className="agent" disabled={has} onClick={onSend}>
        <Icon name="team" />
        <bdi className="grow cut start">{team.name}</bdi>
        <span className="sm mute">{has ? words.hasIt : team.open ? null : words.offHours}</span>
      </button>
    </li>
  );
}
