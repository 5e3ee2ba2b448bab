import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Ticket } from '../api/types';
import { useSavedViews } from '../api/views';
import { useWorkspace } from '../api/workspace';
import { useSetPresence } from '../app/me';
import { VIEWS } from '../app/views';
import { type Command, useAllCommands } from '../keys/commands';
import { Face } from '../parts/face';
import { StageChip } from '../parts/stage-chip';
import { StatusPill } from '../parts/status-pill';
import { NAV } from '../settings/nav';
import { useTicketActions } from '../ticket/actions';
import { shown } from '../ticket/calls';
import { personName, phoneText } from '../ticket/person';
import { stageChoices } from '../ticket/stage-choices';
import { useEnd } from '../ticket/use-end';
import { useHanding } from '../ticket/use-handing';
import { useWords } from '../words';
import type { Item } from './items';
import type { Found } from './use-found';

const GROUPS: Readonly<Record<Command['group'], Item['group']>> = {
  ticket: 'ticket',
  list: 'desk',
  people: 'found',
  go: 'go',
  me: 'me',
  desk: 'desk',
};

const BY_ITSELF: ReadonlySet<string> = new Set(['desk.palette', 'desk.back', 'desk.round', 'desk.roundBack', 'ticket.stage']);

/** What the page offers as commands now. */
export function useCommandItems(): Item[] {
  const { does } = useWords().ticket;
  const commands = useAllCommands();
  return useMemo(() => {
    const says: Readonly<Record<string, string>> = {
      'ticket.setAside': does.setAside,
      'ticket.release': does.release,
      'ticket.take': does.take,
    };
    return commands
      .filter(({ id }) => !BY_ITSELF.has(id))
      .map(({ group, ...command }) => {
        const end = says[command.id];
        return { ...command, group: GROUPS[group], ...(end ? { end } : {}) };
      });
  }, [commands, does]);
}

/** To whom the open ticket can be given, and which stages it can have. */
export function useTicketItems(ticket: Ticket): Item[] {
  const { ticket: words } = useWords();
  const endOf = useEnd();
  const { agents, stages } = useWorkspace();
  const act = useTicketActions(ticket.id);
  const reason = useHanding(ticket);
  const action = ticket.assignee && act.allowed('transfer') ? 'transfer' : 'assign';
  const barred = act.why(action);
  const giving = agents.map((agent): Item => {
    const off = reason(agent) ?? barred;
    return {
      id: `assign.${agent.id}`,
      group: 'ticket',
      title: action === 'transfer' ? words.do.transferTo(agent.name) : words.do.assignTo(agent.name),
      icon: off === null ? 'personAdd' : 'lock',
      words: words.do.assign,
      end: endOf(agent),
      typedOnly: true,
      ...(off === null ? {} : { off }),
      run: () => shown(action === 'transfer' ? act.transfer(agent.id) : act.assign(agent.id)),
    };
  });
  const staging = stageChoices(stages, ticket)
    .filter(({ stage, now }) => !now && stage.key !== 'snoozed')
    .map(
      ({ stage }): Item => ({
        id: `stage.${stage.key}`,
        group: 'ticket',
        title: words.do.setStage(stage.name),
        icon: 'flash',
        end: <StageChip stage={stage} />,
        typedOnly: true,
        run: () => shown(act.setStage(stage.key)),
      }),
    );
  return [...giving, ...staging];
}

const FIGURES = [
  { key: 'analytics', to: '/analytics' },
  { key: 'reports', to: '/reports' },
] as const;

/** Views, pages and settings; one's own presence. */
export function usePlaceItems(): Item[] {
  const { shell, settings, palette, common } = useWords();
  const { me } = useWorkspace();
  const saved = useSavedViews();
  const go = useNavigate();
  const setPresence = useSetPresence();
  const view = (key: string) => () => void go({ to: '/inbox/$view/{-$ticketId}', params: { view: key, ticketId: undefined } });
  return [
    ...VIEWS.map(({ key, icon }): Item => ({ id: `go.${key}`, group: 'go', title: shell.views[key], icon, run: view(key) })),
    ...saved.map(({ id, name }): Item => ({ id: `go.${id}`, group: 'go', title: name, icon: 'star', run: view(id) })),
    { id: 'go.board', group: 'go', title: shell.pages.board, icon: 'board', run: () => void go({ to: '/board' }) },
    {
      id: 'go.contacts',
      group: 'go',
      title: shell.pages.contacts,
      icon: 'contacts',
      run: () => void go({ to: '/contacts/{-$contactId}', params: { contactId: undefined } }),
    },
    ...(me.role === 'admin' ? FIGURES : []).map(
      ({ key, to }): Item => ({ id: `go.${key}`, group: 'go', title: shell.pages[key], icon: key, run: () => void go({ to }) }),
    ),
    { id: 'go.preferences', group: 'go', title: shell.pages.preferences, icon: 'person', run: () => void go({ to: '/preferences' }) },
    ...(me.role === 'admin' ? NAV : []).map(
      ({ key, icon }): Item => ({
        id: `go.settings.${key}`,
        group: 'go',
        title: settings.frame.sections[key],
        icon,
        words: palette.places.settings,
        end: palette.places.settings,
        run: () => void go({ to: '/settings/{-$section}', params: { section: key } }),
      }),
    ),
    ...(['online', 'away', 'offline'] as const)
      .filter((presence) => presence !== me.presence)
      .map(
        (presence): Item => ({
          id: `me.${presence}`,
          group: 'me',
          title: palette.presence[presence],
          face: <span className={`dot ${presence}`} />,
          words: common.presences[presence],
          run: () => void setPresence(presence).catch(() => undefined),
        }),
      ),
  ];
}

/** Who and what the desk found. */
export function useFoundItems(found: Found | undefined): Item[] {
  const { common } = useWords();
  const go = useNavigate();
  const { view } = useParams({ strict: false });
  const tickets = (found?.tickets ?? []).map((ticket): Item => {
    const name = personName(ticket, common.noName);
    const last = ticket.subject ?? ticket.lastMessage?.text;
    return {
      id: `ticket.${ticket.id}`,
      group: 'found',
      found: true,
      title: name,
      face: <Face name={personName(ticket, '')} id={ticket.contact.id} size={24} />,
      more: last ? `#${ticket.number} · “${last}”` : `#${ticket.number}`,
      end: <StatusPill status={ticket.status} />,
      run: () =>
        void go({
          to: '/inbox/$view/{-$ticketId}',
          params: { view: ticket.status === 'closed' ? 'closed' : (view ?? 'open'), ticketId: ticket.id },
        }),
    };
  });
  const people = (found?.people ?? []).map((person): Item => {
    const phone = person.phone ? phoneText(person.phone) : null;
    const username = person.username ? `@${person.username}` : null;
    const name = person.name ?? phone ?? username ?? common.noName;
    return {
      id: `contact.${person.id}`,
      group: 'found',
      found: true,
      title: name,
      icon: 'contacts',
      more: [phone, username].filter((one) => one && one !== name).join(' · '),
      run: () => void go({ to: '/contacts/{-$contactId}', params: { contactId: person.id } }),
    };
  });
  return [...tickets, ...people];
}
