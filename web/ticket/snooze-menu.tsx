import { useState } from 'react';
import type { Ticket } from '../api/types';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useMinute } from '../parts/now';
import { useWords, useZone } from '../words';
import { useTimes } from '../words/times';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { IconButton } from './icon-button';
import { TICKET_KEYS } from './keys';
import { useMenu } from './open-menu';
import { calledIn } from './person';
import { SnoozeTime } from './snooze-time';
import { cityOf, snoozeTimes } from './zoned';

/** Until when: the usual times said in full, the customer's next word, or a time of one's own. */
export function SnoozeMenu({ ticket }: { readonly ticket: Ticket }) {
  const { do: verbs } = useWords().ticket;
  const [opened, open] = useMenu('snooze');
  const [choosing, choose] = useState(false);
  return (
    <>
      <Menu {...IN_PLACE} opened={opened} onChange={open} position="bottom-end" width={300} returnFocus>
        <Menu.Target>
          <IconButton icon="snooze" name={verbs.snooze} keys={TICKET_KEYS.snooze} open={opened} />
        </Menu.Target>
        <Menu.Dropdown>
          <SnoozeItems ticket={ticket} onChoose={() => choose(true)} />
        </Menu.Dropdown>
      </Menu>
      <SnoozeTime ticket={ticket} opened={choosing} onClose={() => choose(false)} />
    </>
  );
}

/** The rows alone, for other menus. */
export function SnoozeItems({ ticket, onChoose }: { readonly ticket: Ticket; readonly onChoose: () => void }) {
  const { ticket: words } = useWords();
  const { snooze } = useTicketActions(ticket.id);
  const zone = useZone();
  const times = useTimes();
  const now = useMinute();
  const { hour, tomorrow, nextWeek } = snoozeTimes(now, zone);
  const until = (at: number) => shown(snooze({ until: new Date(at).toISOString() }));
  return (
    <>
      <Row icon="clock" name={words.snooze.hour} end={times.clock(hour)} onClick={() => shown(snooze({ for: 'PT1H' }))} />
      <Row icon="sun" name={words.snooze.tomorrow} end={times.full(tomorrow, now)} onClick={() => until(tomorrow)} />
      <Row icon="calendar" name={words.snooze.nextWeek} end={times.full(nextWeek, now)} onClick={() => until(nextWeek)} />
      <Row
        icon="reply"
        name={words.snooze.untilReply(calledIn(ticket, words.next.theCustomer))}
        onClick={() => shown(snooze({ untilReply: true }))}
      />
      <Row icon="plus" name={words.snooze.choose} end={cityOf(zone)} onClick={onChoose} />
    </>
  );
}

interface RowProps {
  readonly icon: 'clock' | 'sun' | 'calendar' | 'reply' | 'plus';
  readonly name: string;
  readonly end?: string;
  readonly onClick: () => void;
}

const Row = ({ icon, name, end, onClick }: RowProps) => (
  <Menu.Item
    leftSection={<Icon name={icon} flips={icon === 'reply'} />}
    rightSection={end ? <span className="mute">{end}</span> : null}
    onClick={onClick}
  >
    <bdi>{name}</bdi>
  </Menu.Item>
);
