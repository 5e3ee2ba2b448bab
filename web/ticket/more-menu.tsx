import { lazy, Suspense } from 'react';
import type { Ticket } from '../api/types';
import { useFrame } from '../inbox/use-frame';
import { Caps } from '../keys/caps';
import type { Chord } from '../keys/chord';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { IN_PLACE, Menu } from '../parts/menu';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { IconButton } from './icon-button';
import { TICKET_KEYS } from './keys';
import { openMenu, useMenu } from './open-menu';

const EventsDrawer = lazy(async () => ({ default: (await import('./events-drawer')).EventsDrawer }));

interface Item {
  readonly key: string;
  readonly icon: IconName;
  readonly name: string;
  readonly keys?: Chord;
  readonly run: () => void;
}

/** What has no place of its own beside the name; on narrower windows also setting aside and transferring. */
export function MoreMenu({ ticket }: { readonly ticket: Ticket }) {
  const { common } = useWords();
  const [opened, open] = useMenu('more');
  const [history, showHistory] = useMenu('events');
  const items = useItems(ticket);
  return (
    <>
      <Menu {...IN_PLACE} opened={opened} onChange={open} position="bottom-end" width={250}>
        <Menu.Target>
          <IconButton icon="more" name={common.more} open={opened} />
        </Menu.Target>
        <Menu.Dropdown>
          {items.map(({ key, icon, name, keys, run }) => (
            <Menu.Item
              key={key}
              leftSection={<Icon name={icon} flips={icon === 'transfer'} />}
              rightSection={keys ? <Caps chord={keys} /> : null}
              onClick={run}
            >
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {history ? (
        <Suspense>
          <EventsDrawer ticket={ticket} onClose={() => showHistory(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function useItems(ticket: Ticket): Item[] {
  const { do: verbs } = useWords().ticket;
  const { copied } = useWords().common;
  const act = useTicketActions(ticket.id);
  const frame = useFrame();
  const small = frame === 'phone' || frame === 'narrow';
  const phone = frame === 'phone';
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => toast(copied));
  // biome-ignore format: a table is read in columns
  const all: readonly (Item & { readonly when: boolean })[] = [
    { key: 'take',     icon: 'person',   name: verbs.take,       when: act.allowed('take') && phone,            run: () => shown(act.take()) },
    { key: 'setAside', icon: 'setAside', name: verbs.setAside,   when: act.allowed('in-progress') && small,     run: () => shown(act.setAside()), keys: TICKET_KEYS.setAside },
    { key: 'transfer', icon: 'transfer', name: ticket.assignee ? verbs.transfer : verbs.assign, when: act.allowed('assign') && small, run: () => openMenu('transfer'), keys: TICKET_KEYS.transfer },
    { key: 'release',  icon: 'queue',    name: verbs.release,    when: act.allowed('release'),                  run: () => shown(act.release()) },
    { key: 'wake',     icon: 'sun',      name: verbs.wake,       when: act.allowed('wake'),                     run: () => shown(act.wake()) },
    { key: 'close',    icon: 'check',    name: verbs.close,      when: act.allowed('close') && phone,           run: () => shown(act.close()), keys: TICKET_KEYS.close },
    { key: 'askClose', icon: 'reply',    name: verbs.askToClose, when: act.mayAsk,                              run: () => shown(act.askToClose()) },
    { key: 'reopen',   icon: 'retry',    name: verbs.reopen,     when: act.allowed('reopen') && phone,          run: () => shown(act.reopen()) },
    { key: 'link',     icon: 'copy',     name: verbs.copyLink,   when: canCopy,                                 run: () => copy(linkTo(ticket.id)) },
    { key: 'number',   icon: 'copy',     name: verbs.copyNumber, when: canCopy,                                 run: () => copy(`#${ticket.number}`) },
    { key: 'events',   icon: 'history',  name: verbs.events,     when: true,                                    run: () => openMenu('events') },
  ];
  return all.filter(({ when }) => when);
}

/** Browsers keep the clipboard from pages without TLS. */
const canCopy = navigator.clipboard !== undefined;

/** An address that is good for every agent, in whatever list the ticket is. */
const linkTo = (ticketId: string): string => `${location.origin}/inbox/open/${ticketId}`;
