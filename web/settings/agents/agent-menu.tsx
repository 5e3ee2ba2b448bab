import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import type { Account, Agent } from '../../api/types';
import { Icon } from '../../parts/icon';
import { IN_PLACE, Menu } from '../../parts/menu';
import { useWords } from '../../words';
import { keepAgents, withAgent } from './query';

interface Props {
  readonly agent: Account;
  readonly isMe: boolean;
  readonly onOpen: (what: 'edit' | 'handOver' | 'time' | 'link' | 'endTwoFactor' | 'remove') => void;
  readonly onFailed: (error: unknown) => void;
}

const PRESENCES = ['online', 'away', 'offline'] as const;

/** What can be done with a person. Nobody removes themselves. */
export function AgentMenu({ agent, isMe, onOpen, onFailed }: Props) {
  const {
    account: { people },
    agents: words,
    common,
    presence: { times },
    teams,
  } = useWords();
  const set = useSetPresence(agent.id, onFailed);
  return (
    <Menu {...IN_PLACE} position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className="btn quiet icon small" aria-label={words.menu(agent.name)}>
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="pen" />} onClick={() => onOpen('edit')}>
          {words.edit}
        </Menu.Item>
        {PRESENCES.filter((presence) => presence !== agent.presence).map((presence) => (
          <Menu.Item key={presence} leftSection={<span className={`dot on-line flat ${presence}`} />} onClick={() => set(presence)}>
            {words.setPresence(common.presences[presence])}
            {agent.presence === 'online' ? <span className="sm mute block">{words.releases}</span> : null}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<Icon name="transfer" flips />} onClick={() => onOpen('handOver')}>
          {teams.handOver.open}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="clock" />} onClick={() => onOpen('time')}>
          {times.open}
        </Menu.Item>
        {isMe ? null : (
          <Menu.Item leftSection={<Icon name="at" />} onClick={() => onOpen('link')}>
            {agent.hasPassword ? people.resetLink : agent.invited ? people.inviteAgain : people.invite}
          </Menu.Item>
        )}
        {agent.twoFactor && !isMe ? (
          <Menu.Item leftSection={<Icon name="lock" />} onClick={() => onOpen('endTwoFactor')}>
            {people.endTwoFactor}
          </Menu.Item>
        ) : null}
        {isMe ? null : (
          <Menu.Item leftSection={<Icon name="bin" />} onClick={() => onOpen('remove')}>
            {words.remove}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function useSetPresence(id: string, onFailed: (error: unknown) => void) {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (presence: Agent['presence']) => ask<Agent>('PUT', `/agents/${id}/presence`, { body: { presence } }),
    onMutate: () => onFailed(null),
    onError: onFailed,
    onSuccess: (agent) => keepAgents(queries, withAgent(agent)),
  });
  return mutate;
}
