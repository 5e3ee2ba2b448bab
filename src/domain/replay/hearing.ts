import { isYesTo } from '../closing-question';
import { isQuiet } from '../content';
import { customerSaid, heardCustomer } from '../conversation';
import { type Actor, CUSTOMER, type TicketEvent } from '../events';
import type { Message } from '../message';
import { openTicket } from '../opening';
import type { Instant, Ticket } from '../ticket';
import { move } from '../transitions';
import type { ChatRecord } from './record';
import { apply, keep, type Scene } from './scene';

const QUIET_TIME = 10 * 60_000;
const DAY = 24 * 60 * 60_000;
/** Closes by time. */
export const BY_TIME: ReadonlySet<string> = new Set(['idle_expired', 'auto_closed', 'unassignable', 'confirmation_expired']);

/** What became of a customer's message by the record. */
type Fate = { readonly is: 'into' | 'closed' } | { readonly is: 'opened' | 'returned'; readonly event: TicketEvent };

/** What each message of the record led to. */
export function fatesOf({ events, messages }: ChatRecord): (message: Message) => Fate {
  const opened = new Map<string, Fate>();
  const byTicket = new Map<string | null, Message[]>();
  for (const message of messages) {
    const its = byTicket.get(message.ticketId);
    if (its) its.push(message);
    else byTicket.set(message.ticketId, [message]);
  }
  for (const event of events) {
    if (event.cause !== 'customer_wrote' && event.cause !== 'customer_returned' && event.cause !== 'echo') continue;
    if (event.type !== 'created' && event.status?.from !== 'closed') continue;
    const by = byTicket
      .get(event.ticketId)
      ?.find(
        ({ id, direction, author, heardAt, importedAt }) =>
          heardAt >= event.at &&
          importedAt === null &&
          !opened.has(id) &&
          (event.cause === 'echo' ? author.kind === 'channel_app' : direction === 'in'),
      );
    if (by) opened.set(by.id, { is: event.type === 'created' ? 'opened' : 'returned', event });
  }
  const isClosedAt = closedAt(events);
  return (message) => opened.get(message.id) ?? { is: isClosedAt(message) ? 'closed' : 'into' };
}

/** Whether a message's ticket was closed, or not there yet, when it came: it was taken along later. */
function closedAt(events: readonly TicketEvent[]): (message: Message) => boolean {
  const moves = new Map<string, TicketEvent[]>();
  for (const event of events) if (event.status) moves.set(event.ticketId, [...(moves.get(event.ticketId) ?? []), event]);
  return ({ ticketId, heardAt }) => {
    const its = (ticketId === null ? null : moves.get(ticketId)) ?? [];
    if (its[0] && isByBot(its[0]) && heardAt <= its[0].at) return true;
    const last = its.findLast(({ at }) => at <= heardAt);
    return !last || (last.status?.to === 'closed' && last.at < heardAt);
  };
}

/** A bot opens a ticket for what was written before. */
const isByBot = ({ cause }: TicketEvent): boolean => cause === 'handed_off' || cause === 'bot_failed';

/** A customer writes: into the open ticket, or into a closed chat, as the desk hears it. */
export function hear(scene: Scene, message: Message, fate: Fate): void {
  const { heardAt: at, sentAt, seq } = message;
  const windowFrom = Math.max(scene.chat.windowFrom ?? 0, sentAt);
  scene.chat = { ...scene.chat, seq, lastCustomerSeq: seq, windowFrom };
  scene.accepted = new Map();
  if (scene.open) hearOpen(scene, scene.open, message, sentAt < windowFrom);
  else {
    scene.loose.push(message);
    hearClosed(scene, message, fate, at);
  }
}

function hearOpen(scene: Scene, ticket: Ticket, message: Message, overtaken: boolean): void {
  const at = message.heardAt;
  const heard = keep(scene, heardCustomer(ticket, message), at);
  const assigneeOnline = heard.assigneeId !== null && scene.staff.isOnline(heard.assigneeId, at);
  const step = customerSaid(heard, message.content, { at, policy: scene.rules.policyAt(at), assigneeOnline, overtaken });
  if (step.events.length > 0) apply(scene, step, at);
}

function hearClosed(scene: Scene, message: Message, fate: Fate, at: Instant): void {
  const { lastTicketId, lastClosedAt } = scene.chat;
  const policy = scene.rules.policyAt(at);
  const quiet = isQuiet(message.content);
  const isThanks = policy.settings.policy.quietClose && lastClosedAt !== null && at - lastClosedAt <= QUIET_TIME && quiet;
  if (isThanks || (lastTicketId !== null && isYesTo({ id: lastTicketId }, message.content))) return;
  if (fate.is === 'closed' && (!quiet || scene.rules.hasBot)) return;
  countReturn(scene, at);
  const before = lastClosedAt !== null && message.sentAt < lastClosedAt ? { writtenBeforeClose: true } : null;
  const former = scene.rules.hasBot ? null : reopenable(scene, at);
  if (former) comeBack(scene, former, at, before);
  else
    openFor(scene, { at, name: message.id, was: fate.is === 'opened' ? fate.event : null, status: 'pending', by: CUSTOMER, data: before });
}

function countReturn(scene: Scene, at: Instant): void {
  const { lastTicketId, lastClosedAt } = scene.chat;
  const last = lastTicketId === null ? undefined : scene.tickets.get(lastTicketId);
  if (scene.returned || !last || lastClosedAt === null || at - lastClosedAt > DAY) return;
  if (BY_TIME.has(last.closeCause ?? '')) scene.back.push(at);
  scene.returned = true;
}

function reopenable(scene: Scene, at: Instant): Ticket | null {
  const { reopenWithin } = scene.rules.policyAt(at);
  const { lastTicketId, lastClosedAt } = scene.chat;
  if (reopenWithin === null || lastTicketId === null || lastClosedAt === null || at - lastClosedAt >= reopenWithin) return null;
  return scene.tickets.get(lastTicketId) ?? null;
}

function comeBack(scene: Scene, former: Ticket, at: Instant, data: Readonly<Record<string, unknown>> | null): void {
  const { lastAssigneeId } = former;
  const online = lastAssigneeId !== null && scene.staff.isOnline(lastAssigneeId, at);
  const why = { cause: 'customer_returned', actor: CUSTOMER, at, lastAssigneeOnline: online, ...(data ? { data } : {}) } as const;
  apply(scene, move(former, online && lastAssigneeId !== null ? { ...why, agentId: lastAssigneeId } : why), at);
}

interface Opening {
  readonly at: Instant;
  /** Of what opens it: the name of a ticket that the record does not have. */
  readonly name: string;
  /** The event by which the record has it open. */
  readonly was: TicketEvent | null;
  readonly status: 'pending' | 'proactive';
  readonly by: Actor;
  readonly assigneeId?: string | null;
  readonly data?: Readonly<Record<string, unknown>> | null;
}

const CAUSES: Readonly<Record<string, string>> = { customer: 'customer_wrote', channel_app: 'echo' };

/** Opens a ticket as the record has it; one that it does not have is an estimate, in the team of the one before. */
export function openFor(scene: Scene, { at, name, was, status, by, assigneeId = null, data = null }: Opening): Ticket {
  const known = was && scene.record.tickets.find(({ id }) => id === was.ticketId);
  const before = scene.tickets.get(scene.chat.lastTicketId ?? '');
  const assignee = was?.assignee?.to ?? assigneeId;
  const opened = openTicket({
    id: known?.id ?? `${NEW}${name}`,
    number: known?.number ?? 0,
    chat: scene.chat,
    status: was?.status?.to === 'proactive' || (!was && status === 'proactive') ? 'proactive' : 'pending',
    cause: was?.cause ?? CAUSES[by.kind] ?? 'agent_wrote',
    actor: was?.actor ?? by,
    at: was?.at ?? at,
    teamId: was ? teamIn(was) : (before?.teamId ?? null),
    ...(assignee === null ? {} : { assigneeId: assignee }),
    ...(data ? { data } : {}),
  });
  if (!known) scene.estimated.add(opened.ticket.id);
  return apply(scene, opened, was?.at ?? at);
}

/** How the ids of tickets begin that only the replay has. */
export const NEW = 'new:';

const teamIn = ({ data }: TicketEvent): string | null =>
  ((data?.team as { to?: { id?: string } | null } | undefined)?.to?.id as string | undefined) ?? null;
