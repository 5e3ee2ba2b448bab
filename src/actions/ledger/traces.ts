import type { TicketEvent } from '../../domain/events';
import { type Did, type Facts, factsOf, type Moved, type Said, type Stand, standOf, type Trace } from '../../domain/figures/trace';
import type { Message } from '../../domain/message';
import type { Instant, Ticket } from '../../domain/ticket';
import type { Entry } from './journal';

interface Done {
  readonly at: Instant;
  readonly tickets: readonly Entry<Ticket>[];
  readonly messages: readonly Entry<Message>[];
  readonly events: readonly TicketEvent[];
  newId(): string;
}

/** What this transaction did, in the terms of figures: a trace for each ticket that it changed, and for each chat without one in which something was said. */
export function tracesOf({ at, tickets, messages, events, newId }: Done): Trace[] {
  const said = counted(messages.flatMap(({ was, now }) => (was === null ? [now] : [])).filter(counts));
  const joined = messages.filter(({ was, now }) => was !== null && was.ticketId === null && now.ticketId !== null && counts(now));
  const failed = messages.flatMap(({ was, now }) => (hasFailed(now) && !(was && hasFailed(was)) ? [now] : []));
  const ofTickets = tickets.flatMap(({ was, now }): Trace[] => {
    const stood = was && standOf(was);
    const stand = changed(stood, standOf(now));
    const did = {
      ...some('moved', events.filter(({ ticketId, status }) => ticketId === now.id && status !== null).map(movedBy)),
      ...some('said', said.get(now.id) ?? []),
      ...joinedTo(now.id, joined),
      ...(was !== now && failed.some((message) => isNewestAnswer(message, now)) ? { failed: true as const } : {}),
      ...changedFacts(was, now),
    };
    if (!stand && Object.keys(did).length === 0) return [];
    const { id: ticketId, channelId, chatId, version } = now;
    const seq = was === null ? version : was.version + 1;
    return [{ id: newId(), batch: null, at, channelId, chatId, ticketId, seq, was: stand ? stood : null, now: stand, did }];
  });
  const held = new Set(tickets.map(({ now }) => now.id));
  return [...ofTickets, ...ticketless(said, messages, held).map((rest) => ({ id: newId(), at, ...rest }))];
}

const counts = ({ direction, importedAt }: Message): boolean => direction !== 'note' && importedAt === null;

/** Where a message counts: with its ticket, or with its chat. */
const placeOf = ({ ticketId, chatId }: Pick<Message, 'ticketId' | 'chatId'>): string => ticketId ?? chatId;

function counted(messages: readonly Message[]): Map<string, Said[]> {
  const places = new Map<string, Map<string, Said>>();
  for (const message of messages) {
    const { direction, author, content } = message;
    const kinds = places.get(placeOf(message)) ?? new Map<string, Said>();
    places.set(placeOf(message), kinds);
    const key = `${direction} ${author.kind} ${author.id} ${content.type}`;
    const times = (kinds.get(key)?.times ?? 0) + 1;
    kinds.set(key, { direction: direction as Said['direction'], author: author.kind, authorId: author.id, type: content.type, times });
  }
  return new Map([...places].map(([place, kinds]) => [place, [...kinds.values()]]));
}

/** What was said where this transaction holds no ticket: in closed chats, and into tickets that it left as they were. */
function ticketless(
  said: ReadonlyMap<string, readonly Said[]>,
  messages: readonly Entry<Message>[],
  held: ReadonlySet<string>,
): Pick<Trace, 'batch' | 'channelId' | 'chatId' | 'ticketId' | 'seq' | 'was' | 'now' | 'did'>[] {
  const seen = new Set(held);
  return messages.flatMap(({ now: { channelId, chatId, ticketId } }) => {
    const place = placeOf({ ticketId, chatId });
    const words = said.get(place);
    if (!words || seen.has(place)) return [];
    seen.add(place);
    return [{ batch: null, channelId, chatId, ticketId, seq: 0, was: null, now: null, did: { said: words } }];
  });
}

function joinedTo(ticketId: string, joined: readonly Entry<Message>[]): Pick<Did, 'joined'> {
  const its = joined.filter(({ now }) => now.ticketId === ticketId);
  if (its.length === 0) return {};
  const heard = its.filter(({ now }) => now.direction === 'in').length;
  return { joined: { in: heard, out: its.length - heard } };
}

const hasFailed = ({ author, delivery }: Message): boolean =>
  (author.kind === 'agent' || author.kind === 'channel_app') && delivery?.status === 'failed';

/** What an earlier one owed, a later one has given. */
const isNewestAnswer = ({ ticketId, heardAt }: Message, { id, lastAgentMessageAt }: Ticket): boolean =>
  ticketId === id && heardAt === lastAgentMessageAt;

const movedBy = ({ status, cause, actor, decision }: TicketEvent): Moved => ({
  from: status?.from ?? null,
  to: status?.to as Moved['to'],
  cause,
  actor: actor.kind,
  actorId: actor.id,
  rule: decision?.rule ?? null,
});

function changed(was: Stand | null, now: Stand): Stand | null {
  const fields = Object.keys(now) as (keyof Stand)[];
  return was === null || fields.some((field) => was[field] !== now[field]) ? now : null;
}

function changedFacts(was: Ticket | null, now: Ticket): Pick<Did, 'facts'> {
  const [before, after] = [was && factsOf(was), factsOf(now)];
  if (!before) return { facts: after };
  const names = (Object.keys(after) as (keyof Facts)[]).filter((name) => before[name] !== after[name]);
  return names.length === 0 ? {} : { facts: Object.fromEntries(names.map((name) => [name, after[name]])) };
}

const some = <Name extends string, T>(name: Name, list: readonly T[]) => (list.length === 0 ? {} : { [name]: list });
