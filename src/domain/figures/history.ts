import type { TicketEvent } from '../events';
import type { Instant, Ticket } from '../ticket';
import { isFirst } from './slices';
import { type Did, type Facts, factsOf, type Said, type Stand, standOf, type Trace } from './trace';

/** A message as figures count it. */
export interface Spoken extends Omit<Said, 'times'> {
  readonly ticketId: string | null;
  readonly at: Instant;
}

/** A trace that is to be given its id. */
export type Untold = Omit<Trace, 'id'>;

interface Past {
  readonly ticket: Ticket;
  /** In their order. */
  readonly events: readonly TicketEvent[];
  readonly spoken: readonly Spoken[];
  /** What was traced of it since there are traces, in order. */
  readonly traces: readonly Trace[];
}

interface Walk {
  readonly stand: Stand;
  readonly waitingFrom: Instant | null;
  readonly traces: readonly Untold[];
}

/**
 * The traces that a ticket would have left, had there been any: from its events and messages, up to the first that it did
 * leave. Its team, priority and tags were always what they are now, for nothing tells what they were before.
 */
export function historyOf({ ticket, events, spoken, traces }: Past): Untold[] {
  if (traces.some(isFirst)) return [];
  const until = traces[0]?.at ?? Number.POSITIVE_INFINITY;
  const end = traces.find(({ now }) => now !== null)?.was ?? standOf(ticket);
  const before = { events: events.filter(({ at }) => at < until), spoken: spoken.filter(({ at }) => at < until) };
  const begun: Walk = { stand: { ...end, statusSince: ticket.createdAt, stageSince: ticket.createdAt }, waitingFrom: null, traces: [] };
  const walked = momentsOf(ticket, before).reduce((walk, moment) => step(ticket, walk, moment), begun);
  return numbered(ended(ticket, walked, end, until));
}

interface Moment {
  readonly at: Instant;
  readonly events: readonly TicketEvent[];
  readonly spoken: readonly Spoken[];
}

/** What happened at one moment was one transaction; words of before the ticket was there came with it. */
function momentsOf({ createdAt }: Ticket, { events, spoken }: Pick<Past, 'events' | 'spoken'>): Moment[] {
  const moments = new Map<Instant, { at: Instant; events: TicketEvent[]; spoken: Spoken[] }>();
  const of = (at: Instant) => {
    const known = moments.get(at) ?? { at, events: [], spoken: [] };
    moments.set(at, known);
    return known;
  };
  of(createdAt);
  for (const event of events) of(Math.max(createdAt, event.at)).events.push(event);
  for (const one of spoken) of(Math.max(createdAt, one.at)).spoken.push(one);
  return [...moments.values()].sort((a, b) => a.at - b.at);
}

function step(ticket: Ticket, { stand, waitingFrom, traces }: Walk, moment: Moment): Walk {
  const first = traces.length === 0;
  const now = moment.events.reduce(after, first ? { ...stand, status: 'pending', stage: 'open', assigneeId: null } : stand);
  const waits = waitingAfter(waitingFrom, now, moment);
  const facts = changedFacts(ticket, { first, waits, waited: waitingFrom, closed: now.status === 'closed', at: moment.at });
  const moved = now !== stand || first;
  const did: Did = { ...movesIn(moment), ...wordsIn(ticket, moment), ...facts };
  if (!moved && Object.keys(did).length === 0) return { stand, waitingFrom, traces };
  const { id: ticketId, channelId, chatId } = ticket;
  const trace: Untold = {
    batch: null,
    at: moment.at,
    channelId,
    chatId,
    ticketId,
    seq: 0,
    was: moved && !first ? stand : null,
    now: moved ? now : null,
    did,
  };
  return { stand: now, waitingFrom: waits, traces: [...traces, trace] };
}

function after(stand: Stand, { at, status, stage, assignee }: TicketEvent): Stand {
  return {
    ...stand,
    ...(status ? { status: status.to as Stand['status'], statusSince: at } : {}),
    ...(stage?.to ? { stage: stage.to, stageSince: at } : {}),
    ...(assignee ? { assigneeId: assignee.to } : {}),
  };
}

/** A customer waits from their first message that no person answered. */
function waitingAfter(waitingFrom: Instant | null, { status }: Stand, { spoken }: Moment): Instant | null {
  if (status === 'closed') return null;
  return spoken.reduce<Instant | null>((since, { direction, author, at }) => {
    if (direction === 'in') return since ?? at;
    return author === 'agent' || author === 'channel_app' ? null : since;
  }, waitingFrom);
}

interface Changed {
  readonly first: boolean;
  readonly waits: Instant | null;
  readonly waited: Instant | null;
  readonly closed: boolean;
  readonly at: Instant;
}

function changedFacts(ticket: Ticket, { first, waits, waited, closed, at }: Changed): Pick<Did, 'facts'> {
  const { firstResponseAt, closeCause, ...always } = factsOf(ticket);
  const answered = firstResponseAt !== null && firstResponseAt <= at;
  const facts: Partial<Facts> = {
    ...(first ? { ...always, firstResponseAt: null, closeCause: null } : {}),
    ...(first || waits !== waited ? { waitingFrom: waits } : {}),
    ...(answered ? { firstResponseAt } : {}),
    ...(closed ? { closeCause } : {}),
  };
  return Object.keys(facts).length === 0 ? {} : { facts };
}

function movesIn({ events }: Moment): Pick<Did, 'moved'> {
  const moved = events.flatMap(({ status, cause, actor, decision }) =>
    status
      ? [{ from: status.from, to: status.to as Stand['status'], cause, actor: actor.kind, actorId: actor.id, rule: decision?.rule ?? null }]
      : [],
  );
  return moved.length === 0 ? {} : { moved };
}

function wordsIn({ createdAt }: Ticket, { spoken }: Moment): Pick<Did, 'said' | 'joined'> {
  const joined = spoken.filter(({ at }) => at < createdAt);
  const heard = joined.filter(({ direction }) => direction === 'in').length;
  const said = saidBy(spoken.filter(({ at }) => at >= createdAt));
  return { ...(said.length === 0 ? {} : { said }), ...(joined.length === 0 ? {} : { joined: { in: heard, out: joined.length - heard } }) };
}

const saidBy = (spoken: readonly Spoken[]): Said[] =>
  spoken.map(({ direction, author, authorId, type }) => ({ direction, author, authorId, type, times: 1 }));

/** Where the events do not lead to where it stands, the last trace does. */
function ended(ticket: Ticket, { stand, traces }: Walk, end: Stand, until: Instant): Untold[] {
  const fields = Object.keys(end) as (keyof Stand)[];
  const last = traces.at(-1);
  if (!last || fields.every((field) => stand[field] === end[field])) return [...traces];
  const { id: ticketId, channelId, chatId } = ticket;
  const at = Math.min(until, Math.max(last.at, end.statusSince, end.stageSince));
  return [...traces, { batch: null, at, channelId, chatId, ticketId, seq: 0, was: stand, now: end, did: {} }];
}

/** Before all that were ever traced. */
const numbered = (traces: readonly Untold[]): Untold[] => traces.map((trace, at) => ({ ...trace, seq: at - traces.length }));

/** What was said in a chat while it had no ticket, up to when there are traces; also what a ticket took along when it opened. */
export const looseHistory = (
  { id: chatId, channelId }: { readonly id: string; readonly channelId: string },
  spoken: readonly Spoken[],
  until: Instant,
): Untold[] =>
  spoken
    .filter(({ at }) => at < until)
    .map((one) => ({
      batch: null,
      at: one.at,
      channelId,
      chatId,
      ticketId: null,
      seq: -1,
      was: null,
      now: null,
      did: { said: saidBy([one]) },
    }));
