import { useMemo } from 'react';
import type { Action, Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import type { Workspace } from '../api/workspace-shape';
import { ticketNow, useTicket } from '../live/tickets';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import type { Words } from '../words/en';
import { type Times, useTimes } from '../words/times';
import { type Change, patch, post, type SnoozeFor, shown } from './calls';
import { type Undoing, undo, undoClose, undoLetGo, undoStage } from './undo';
import { whyNot } from './why-not';

interface TicketActions {
  /** Whether the server lets this person do it now. */
  readonly allowed: (action: Action) => boolean;
  /** Why not, as a sentence; null when it is allowed. */
  readonly why: (action: Action) => string | null;
  readonly assign: (agentId: string) => Promise<Ticket>;
  readonly take: () => Promise<Ticket>;
  readonly release: () => Promise<Ticket>;
  readonly transfer: (agentId: string, note?: string) => Promise<Ticket>;
  readonly sendToTeam: (teamId: string, note?: string) => Promise<Ticket>;
  readonly setAside: () => Promise<Ticket>;
  readonly snooze: (until: SnoozeFor) => Promise<Ticket>;
  readonly wake: () => Promise<Ticket>;
  readonly close: () => Promise<Ticket>;
  /** Asks the customer whether it may be closed. */
  readonly askToClose: () => Promise<Ticket>;
  /** Whether that is switched on, and can be done now. */
  readonly mayAsk: boolean;
  readonly reopen: () => Promise<Ticket>;
  readonly read: () => Promise<Ticket>;
  readonly setStage: (key: string) => Promise<Ticket>;
  readonly change: (change: Omit<Change, 'stage'>) => Promise<Ticket>;
}

/**
 * Everything that can be done to one ticket. Each answers the ticket as the server has it then; what is refused throws a
 * `Problem`, and the ticket's header says it in words. What can be undone offers that for six seconds.
 */
export function useTicketActions(ticketId: string): TicketActions {
  const ticket = useTicket(ticketId);
  const words = useWords();
  const times = useTimes();
  const { me, policy, channels } = useWorkspace();
  const doing = useMemo(() => doingOf(ticketId, me.id, words, times), [ticketId, me.id, words, times]);
  return useMemo(() => {
    const asking = { id: me.id, role: me.role, online: me.presence === 'online' };
    const why = (action: Action): string | null => {
      const reason = ticket && whyNot(action, { ticket, me: asking, policy });
      return reason ? words.ticket.reasons[reason](ticket.assignee?.name ?? '', words.common.statuses[ticket.status]) : null;
    };
    const mayAsk = ticket !== undefined && canAsk(ticket, channels);
    return { ...doing, allowed: (action) => ticket?.allowedActions.includes(action) ?? false, mayAsk, why };
  }, [doing, ticket, me, policy, channels, words]);
}

function canAsk({ channel, status, replyWindow, allowedActions }: Ticket, channels: Workspace['channels']): boolean {
  const isOn = channels.find(({ id }) => id === channel.id)?.timers.confirmCloseAfter != null;
  const isFree = replyWindow === null || replyWindow.state === 'open';
  return isOn && isFree && allowedActions.includes('close') && (status === 'active' || status === 'idle');
}

function doingOf(
  id: string,
  me: string,
  { ticket: { did }, common }: Words,
  times: Times,
): Omit<TicketActions, 'allowed' | 'mayAsk' | 'why'> {
  /** Does it, then says so with the way back. */
  const undoable = async (act: Promise<Ticket>, says: (now: Ticket) => string, back: (was: Ticket, now: Ticket) => Undoing | null) => {
    const was = ticketNow(id);
    const now = await act;
    const undoing = was ? back(was, now) : null;
    if (undoing) toast(says(now), { label: common.undo, act: () => shown(undo(id, undoing)) });
    return now;
  };
  const untilOf = ({ snoozedUntil }: Ticket) => snoozedUntil && times.moment(snoozedUntil, Date.now());
  return {
    assign: (agentId) => post(id, 'assign', { agentId }),
    take: () => post(id, 'take'),
    release: () => post(id, 'release'),
    transfer: (agentId, note) => post(id, 'transfer', note ? { agentId, note } : { agentId }),
    sendToTeam: (teamId, note) => post(id, 'transfer', note ? { teamId, note } : { teamId }),
    setAside: () =>
      undoable(
        post(id, 'in-progress'),
        ({ number }) => did.setAside(number),
        (was, now) => undoLetGo(was, now, me),
      ),
    snooze: (until) =>
      undoable(
        post(id, 'snooze', until),
        (now) => did.snoozed(now.number, untilOf(now)),
        (was, now) => undoLetGo(was, now, me),
      ),
    wake: () => post(id, 'wake'),
    close: () =>
      undoable(
        post(id, 'close'),
        ({ number }) => did.closed(number),
        (_, now) => undoClose(now),
      ),
    askToClose: () => post(id, 'close', { ask: true }),
    reopen: () => post(id, 'reopen'),
    read: () => post(id, 'read'),
    setStage: (stage) =>
      undoable(
        patch(id, { stage }),
        ({ number, stage: { name } }) => did.staged(number, name),
        (was, now) => undoStage(was, now),
      ),
    change: (change) => patch(id, change),
  };
}
