import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../api/ask';
import type { Agent } from '../api/types';
import { useWorkspace, workspaceQuery } from '../api/workspace';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useMinute } from '../parts/now';
import { useReason } from '../parts/reason';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { leave } from './leave';
import { PresenceItems } from './presence-items';

/** Says whether tickets come; the desk answers with who you are now. */
export function useSetPresence() {
  const queries = useQueryClient();
  return async (presence: Agent['presence'], reason: string | null = null) => {
    const me = await ask<Agent>('PUT', '/me/presence', { body: { presence, reason } });
    queries.setQueryData(workspaceQuery.queryKey, (now) => now && { ...now, me });
  };
}

interface Props {
  /** The face alone, for the head of a phone's list. */
  readonly small?: boolean;
}

/** Who you are, whether tickets come to you, and the way out. */
export function Me({ small }: Props) {
  const { me } = useWorkspace();
  const { shell, common } = useWords();
  const set = useSetPresence();
  const go = useNavigate();
  const out = async () => {
    await ask('DELETE', '/session');
    leave();
  };
  return (
    <Menu {...IN_PLACE} position={small ? 'bottom-end' : 'top-start'} width={280}>
      <Menu.Target>
        {small ? (
          <button type="button" className="touch">
            <Face name={me.name} id={me.id} size={28} presence={me.presence} />
            <span className="unseen">
              {me.name}, {common.presences[me.presence]}
            </span>
          </button>
        ) : (
          <button type="button" className="me" title={me.name}>
            <Face name={me.name} id={me.id} size={28} presence={me.presence} />
            <span className="grow start">
              <bdi className="cut block">{me.name}</bdi>
              <Standing me={me} />
            </span>
            <Icon name="up" size="s" />
          </button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shell.presence.title}</Menu.Label>
        <PresenceItems onSay={(presence, reason) => void set(presence, reason)} />
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="settings" />} onClick={() => void go({ to: '/preferences' })}>
          {shell.pages.preferences}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="door" flips />} onClick={() => void out()}>
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** How one stands there, why, and since when. */
function Standing({ me: { presence, presenceReason, presenceSince } }: { readonly me: Agent }) {
  const { common } = useWords();
  const times = useTimes();
  const now = useMinute();
  const reason = useReason()(presenceReason);
  return (
    <span className="sm mute cut block" title={reason ?? undefined}>
      <bdi>{common.presences[presence]}</bdi>
      {reason === null ? null : (
        <>
          : <bdi>{reason}</bdi>
        </>
      )}{' '}
      · <bdi>{times.ago(presenceSince, now)}</bdi>
    </span>
  );
}
