import { useMemo } from 'react';
import type { Ticket } from '../api/types';
import { type Command, commandsNow, useCommands } from '../keys/commands';
import { openPaletteWith } from '../palette/open';
import { useWords } from '../words';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { TICKET_KEYS } from './keys';
import { openMenu } from './open-menu';

/** Offers what can be done to the open ticket to the keys, the help and the palette; what can't be done says why. */
export function useTicketCommands(ticket: Ticket): void {
  const { do: verbs } = useWords().ticket;
  const act = useTicketActions(ticket.id);
  const assigned = ticket.assignee !== null;
  const commands = useMemo(() => {
    const off = (action: Parameters<typeof act.why>[0]) => {
      const why = act.why(action);
      return why === null ? {} : { off: why };
    };
    const closeNext = async () => {
      await act.close();
      commandsNow()
        .find(({ id }) => id === 'list.next')
        ?.run();
    };
    const { close, closeNext: closeNextKeys, snooze, setAside, transfer, stage } = TICKET_KEYS;
    // biome-ignore format: a table is read in columns
    const rows: readonly Omit<Command, 'group'>[] = [
      { id: 'ticket.close',     title: verbs.close,     icon: 'check',    keys: close,         ...off('close'),       run: () => shown(act.close()) },
      { id: 'ticket.closeNext', title: verbs.closeNext, icon: 'check',    keys: closeNextKeys, ...off('close'),       run: () => shown(closeNext()) },
      ...(act.mayAsk ? [{ id: 'ticket.askClose', title: verbs.askToClose, icon: 'reply' as const, run: () => shown(act.askToClose()) }] : []),
      { id: 'ticket.snooze',    title: verbs.snooze,    icon: 'snooze',   keys: snooze,        ...off('snooze'),      run: () => openMenu('snooze') },
      { id: 'ticket.setAside',  title: verbs.setAside,  icon: 'setAside', keys: setAside,      ...off('in-progress'), run: () => shown(act.setAside()) },
      { id: 'ticket.transfer',  title: assigned ? verbs.transfer : verbs.assign, icon: 'transfer', keys: transfer, ...off('assign'), run: () => openMenu('transfer') },
      { id: 'ticket.stage',     title: verbs.stage,     icon: 'flash',    keys: stage,         run: () => openStage(verbs.stage) },
      { id: 'ticket.take',      title: verbs.take,      icon: 'person',                        ...off('take'),        run: () => shown(act.take()) },
      { id: 'ticket.release',   title: verbs.release,   icon: 'queue',                         ...off('release'),     run: () => shown(act.release()) },
      { id: 'ticket.wake',      title: verbs.wake,      icon: 'sun',                           ...off('wake'),        run: () => shown(act.wake()) },
      { id: 'ticket.reopen',    title: verbs.reopen,    icon: 'retry',                         ...off('reopen'),      run: () => shown(act.reopen()) },
    ];
    return rows.map((row): Command => ({ ...row, group: 'ticket' }));
  }, [act, verbs, assigned]);
  useCommands(commands);
}

/** The stage's own menu where it is on the screen, else the palette with the stages. */
function openStage(words: string): void {
  if (document.querySelector('.stage[aria-keyshortcuts]')) openMenu('stage');
  else openPaletteWith(`${words} `);
}
