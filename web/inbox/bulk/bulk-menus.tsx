import { PRIORITIES } from '../../../src/domain/ticket';
import type { Action } from '../../api/types';
import { useWorkspace } from '../../api/workspace';
import { Face } from '../../parts/face';
import { Icon } from '../../parts/icon';
import { Menu } from '../../parts/menu';
import { useMinute } from '../../parts/now';
import { snoozeTimes } from '../../ticket/zoned';
import { useWords, useZone } from '../../words';
import { useTimes } from '../../words/times';
import type { Deed } from './run';

interface Props {
  readonly onDo: (deed: Deed) => void;
}
interface Allowed extends Props {
  readonly can: (action: Action) => boolean;
}

/** To oneself, a colleague who is online, or a team; who is not online is there with that. */
export function GiveItems({ can, onDo }: Allowed) {
  const { ticket, inbox, common } = useWords();
  const { me, agents, teams } = useWorkspace();
  const { did } = inbox.bulk;
  const others = agents.filter(({ id }) => id !== me.id);
  return (
    <>
      {can('take') ? (
        <Menu.Item leftSection={<Icon name="person" />} onClick={() => onDo({ action: 'take', says: did.taken })}>
          {ticket.do.take}
        </Menu.Item>
      ) : null}
      {can('assign')
        ? others.map(({ id, name, presence }) => (
            <Menu.Item
              key={id}
              leftSection={<Face name={name} id={id} size={20} presence={presence} />}
              rightSection={<span className="mute">{common.presences[presence].toLowerCase()}</span>}
              disabled={presence !== 'online'}
              onClick={() => onDo({ action: 'assign', body: { agentId: id }, says: (count) => did.given(count, name) })}
            >
              <bdi>{name}</bdi>
            </Menu.Item>
          ))
        : null}
      {can('transfer')
        ? teams.map(({ id, name }) => (
            <Menu.Item
              key={id}
              leftSection={<Icon name="team" />}
              onClick={() => onDo({ action: 'transfer', body: { teamId: id }, says: (count) => did.given(count, name) })}
            >
              <bdi>{name}</bdi>
            </Menu.Item>
          ))
        : null}
    </>
  );
}

export function SnoozeItems({ onDo }: Props) {
  const { ticket, inbox } = useWords();
  const zone = useZone();
  const times = useTimes();
  const now = useMinute();
  const { hour, tomorrow, nextWeek } = snoozeTimes(now, zone);
  const { snoozed } = inbox.bulk.did;
  const until = (at: number) => onDo({ action: 'snooze', body: { until: new Date(at).toISOString() }, says: snoozed });
  const rows = [
    {
      icon: 'clock',
      name: ticket.snooze.hour,
      end: times.clock(hour),
      act: () => onDo({ action: 'snooze', body: { for: 'PT1H' }, says: snoozed }),
    },
    { icon: 'sun', name: ticket.snooze.tomorrow, end: times.full(tomorrow, now), act: () => until(tomorrow) },
    { icon: 'calendar', name: ticket.snooze.nextWeek, end: times.full(nextWeek, now), act: () => until(nextWeek) },
    {
      icon: 'reply',
      name: inbox.bulk.untilReply,
      end: '',
      act: () => onDo({ action: 'snooze', body: { untilReply: true }, says: snoozed }),
    },
  ] as const;
  return rows.map(({ icon, name, end, act }) => (
    <Menu.Item
      key={icon}
      leftSection={<Icon name={icon} flips={icon === 'reply'} />}
      rightSection={<span className="mute">{end}</span>}
      onClick={act}
    >
      {name}
    </Menu.Item>
  ));
}

/** The admin's own stages and Open; the desk's others are acts of their own. */
export function StageItems({ onDo }: Props) {
  const { inbox } = useWords();
  const { stages } = useWorkspace();
  return stages
    .filter(({ system, key }) => !system || key === 'open')
    .map(({ key, name, color }) => (
      <Menu.Item
        key={key}
        leftSection={<span className="swatch" data-color={color} />}
        onClick={() => onDo({ action: 'update', body: { stage: key }, says: (count) => inbox.bulk.did.staged(count, name) })}
      >
        <bdi>{name}</bdi>
      </Menu.Item>
    ));
}

export function MoreItems({ can, onDo, onTag }: Allowed & { readonly onTag: () => void }) {
  const { ticket, inbox, common } = useWords();
  const { did, read } = inbox.bulk;
  const acts = [
    { action: 'in-progress', icon: 'setAside', name: ticket.do.setAside, says: did.setAside },
    { action: 'release', icon: 'queue', name: ticket.do.release, says: did.released },
    { action: 'wake', icon: 'sun', name: ticket.do.wake, says: did.woken },
    { action: 'reopen', icon: 'retry', name: ticket.do.reopen, says: did.reopened },
  ] as const;
  return (
    <>
      {acts
        .filter(({ action }) => can(action))
        .map(({ action, icon, name, says }) => (
          <Menu.Item key={action} leftSection={<Icon name={icon} />} onClick={() => onDo({ action, says })}>
            {name}
          </Menu.Item>
        ))}
      <Menu.Item leftSection={<Icon name="eye" />} onClick={() => onDo({ action: 'read', says: did.read })}>
        {read}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="plus" />} onClick={onTag}>
        {ticket.tags}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{ticket.priority}</Menu.Label>
      {PRIORITIES.toReversed().map((priority) => (
        <Menu.Item
          key={priority}
          onClick={() =>
            onDo({ action: 'update', body: { priority }, says: (count) => did.prioritised(count, common.priorities[priority] ?? '') })
          }
        >
          {common.priorities[priority]}
        </Menu.Item>
      ))}
    </>
  );
}
