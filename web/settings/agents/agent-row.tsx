import type { ReactNode } from 'react';
import type { Account } from '../../api/types';
import { useWorkspace } from '../../api/workspace';
import { Face } from '../../parts/face';
import { useMinute } from '../../parts/now';
import { useReason } from '../../parts/reason';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import { Standing } from './standing';

interface Props {
  readonly agent: Account;
  readonly isMe: boolean;
  /** What can be done with them. */
  readonly children: ReactNode;
}

export function AgentRow({ agent, isMe, children }: Props) {
  const { agents: words, common } = useWords();
  const { routing, teams } = useWorkspace();
  const inTeams = teams.filter((team) => agent.teamIds.includes(team.id));
  const times = useTimes();
  const now = useMinute();
  const reason = useReason()(agent.presenceReason);
  const { id, name, email, role, presence, presenceSince, capacity } = agent;
  return (
    <tr>
      <th scope="row">
        <span className="row">
          <Face id={id} name={name} size={28} presence={presence} />
          <span className="grow">
            <span className="cut block" title={name}>
              <bdi>{name}</bdi> {isMe ? <span className="count">{words.you}</span> : null}
            </span>
            <span className="sm mute cut block" title={email}>
              <bdi>{email}</bdi>
            </span>
            <Standing agent={agent} />
          </span>
        </span>
      </th>
      <td>
        {words.roles[role]}
        {inTeams.length > 0 ? (
          <span className="mute sm block" dir="auto">
            {inTeams.map((team) => team.name).join(', ')}
          </span>
        ) : null}
      </td>
      <td className="nw">{capacity === null ? words.asAll(routing.capacity) : capacity}</td>
      <td>
        {common.presences[presence]} <span className="mute sm nw">{times.ago(presenceSince, now)}</span>
        {reason ? (
          <span className="mute sm block" dir="auto">
            {reason}
          </span>
        ) : null}
      </td>
      <td className="r">{children}</td>
    </tr>
  );
}
