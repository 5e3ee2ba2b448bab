import type { Agent } from '../domain/agent';
import type { Chat, Delivery, Held, Message, MessageAuthor } from '../domain/chat';
import type { Content } from '../domain/content';
import type { Announcement, TicketEvent } from '../domain/events';
import type { Policy } from '../domain/policy';
import type { Candidate } from '../domain/routing';
import { type Instant, isOpen, type Ticket } from '../domain/ticket';
import { lookAt } from '../domain/time';
import type { Step } from '../domain/transitions';
import type { Changes, Errand, House, WebhookEvent } from '../ports/store';
import { policyFor } from './rules';

/** A message about to be stored; its place in the chat is the ledger's. */
export interface NewMessage {
  readonly direction: Message['direction'];
  readonly author: MessageAuthor;
  readonly content: Content;
  readonly ticketId: string | null;
  readonly delivery?: Delivery | null;
  readonly providerMessageId?: string | null;
  /** Provider's time; the earlier of it and the desk's is what is shown. */
  readonly writtenAt?: Instant | null;
  readonly replyTo?: string | null;
  readonly replyToProvider?: string | null;
  readonly context?: Readonly<Record<string, unknown>> | null;
}

/**
 * Everything that one transaction changes, gathered while it decides and written in bulk at its end.
 * The one place through which tickets are saved: it numbers versions, computes `lookAt`, advances the chat's turn,
 * and refuses a change of status, stage or assignee that left no event.
 */
export interface Ledger {
  readonly at: Instant;
  readonly house: House;
  policy(channelId: string): Policy;
  /** Takes in what the transaction holds. */
  take(held: readonly Held[]): void;
  takeTickets(tickets: readonly Ticket[]): void;
  takeMessages(messages: readonly Message[]): void;
  takeAgents(agents: readonly Agent[]): void;

  chat(id: string): Chat;
  has(chatId: string): boolean;
  isBlocked(chatId: string): boolean;
  /** Whether the chat's person still has no name here. */
  isNameless(chatId: string): boolean;
  ticket(id: string): Ticket;
  /** The chat's ticket that is not closed, as it stands in this transaction. */
  openIn(chatId: string): Ticket | null;
  message(id: string): Message | undefined;
  byProvider(channelId: string, providerMessageId: string): Message | undefined;

  /** A chat that `meet` has just made; its contact and identities are written already. */
  newPerson(chat: Chat): void;
  /** Messages of a chat that belong to no ticket and came after its last close, as far as this transaction has read them. */
  looseIn(chatId: string): Message[];
  /** What goes out in a chat, in its order, as far as this transaction has read or made it. */
  outboundIn(chatId: string): Message[];
  saveChat(chat: Chat): void;
  /** Saves a changed ticket with its events, and what they do to its chat. */
  apply(step: Step): Ticket;
  /** Saves facts that leave no event: unread, waiting, the last message. */
  note(ticket: Ticket): Ticket;
  addMessage(chatId: string, message: NewMessage): Message;
  /** Makes a message without a ticket part of one. A message stored in this transaction keeps its `rev`. */
  joinTicket(message: Message, ticketId: string): void;
  /** A stored message that changed: it takes the chat's next `rev`. */
  changeMessage(message: Message): Message;
  addErrand(errand: Pick<Errand, 'key' | 'kind' | 'payload'> & { readonly dueAt?: Instant }): void;
  postpone(errand: Errand): void;
  done(errandId: string): void;
  addWebhookEvent(event: WebhookEvent): void;
  saveWebhookEvent(event: WebhookEvent): void;
  saveAgent(agent: Agent): void;
  announce(announcement: Announcement): void;

  /** Runs `work`; what it changed is taken back when it throws. */
  attempt<T>(work: () => T | Promise<T>): Promise<T>;
  changes(): Changes;
  announcements(): Announcement[];
  /** Keys of errands that are due now. */
  wakes(): string[];
  /** Tickets that became pending or woke here: routing is to look at them. */
  toRoute(): Ticket[];
  /** Whether the ticket woke in this transaction: routing tries its last assignee first. */
  woke(ticketId: string): boolean;
  /** Agents with their load and presence as this transaction has changed them; those who have gone offline are left out. */
  loads(around: readonly Candidate[]): Candidate[];
  /** An agent got room or came online: the queue may move. */
  roomMade(): boolean;
}

interface Entry<T> {
  readonly was: T | null;
  readonly now: T;
}

export function openLedger(house: House, at: Instant, newId: () => string): Ledger {
  let undo: (() => void)[] = [];
  const remember = <K, V>(map: Map<K, V>, key: K, value: V): void => {
    const had = map.has(key);
    const before = map.get(key) as V;
    undo.push(() => (had ? map.set(key, before) : map.delete(key)));
    map.set(key, value);
  };
  const append = <T>(list: T[], item: T): void => {
    list.push(item);
    undo.push(() => list.pop());
  };

  const chats = new Map<string, Entry<Chat>>();
  const blocked = new Set<string>();
  const nameless = new Set<string>();
  const tickets = new Map<string, Entry<Ticket>>();
  const open = new Map<string, string | null>();
  const messages = new Map<string, Entry<Message>>();
  const provider = new Map<string, string>();
  const agents = new Map<string, Entry<Agent>>();
  const events: TicketEvent[] = [];
  const newErrands: Errand[] = [];
  const errands = new Map<string, Errand>();
  const doneErrands: string[] = [];
  const newWebhookEvents: WebhookEvent[] = [];
  const webhookEvents: WebhookEvent[] = [];
  const announced = new Map<string, Announcement>();

  const put = <T extends { readonly id: string }>(map: Map<string, Entry<T>>, now: T): void =>
    remember(map, now.id, { was: map.get(now.id)?.was ?? null, now });
  const must = <T>(map: Map<string, Entry<T>>, id: string, what: string): T => {
    const entry = map.get(id);
    if (!entry) throw new Error(`${what} ${id} is not held by this transaction`);
    return entry.now;
  };
  const providerKey = (channelId: string, id: string) => `${channelId} ${id}`;
  const announce = (announcement: Announcement): void => remember(announced, `${announcement.name} ${announcement.id}`, announcement);
  const nextRev = (chatId: string): Chat => {
    const chat = must(chats, chatId, 'chat');
    const next = { ...chat, rev: chat.rev + 1, heardAt: Math.max(chat.heardAt, at) };
    put(chats, next);
    return next;
  };
  const saveTicket = (ticket: Ticket): Ticket => {
    const dated = dateOf(ticket, policyFor(house, ticket.channelId));
    put(tickets, dated);
    remember(
      open,
      ticket.chatId,
      isOpen(dated) ? dated.id : open.get(ticket.chatId) === dated.id ? null : (open.get(ticket.chatId) ?? null),
    );
    announce({ name: 'ticket.updated', id: ticket.id, ticketId: ticket.id, chatId: ticket.chatId });
    return dated;
  };

  return {
    at,
    house,
    policy: (channelId) => policyFor(house, channelId),
    take(held) {
      for (const one of held) {
        chats.set(one.chat.id, { was: one.chat, now: one.chat });
        open.set(one.chat.id, one.ticket?.id ?? null);
        if (one.ticket) tickets.set(one.ticket.id, { was: one.ticket, now: one.ticket });
        if (one.blocked) blocked.add(one.chat.id);
        if (one.contactName === null) nameless.add(one.chat.id);
      }
    },
    takeTickets(taken) {
      for (const ticket of taken) if (!tickets.has(ticket.id)) tickets.set(ticket.id, { was: ticket, now: ticket });
    },
    takeMessages(taken) {
      for (const message of taken) {
        if (!messages.has(message.id)) messages.set(message.id, { was: message, now: message });
        if (message.providerMessageId) provider.set(providerKey(message.channelId, message.providerMessageId), message.id);
      }
    },
    takeAgents(taken) {
      for (const agent of taken) if (!agents.has(agent.id)) agents.set(agent.id, { was: agent, now: agent });
    },

    chat: (id) => must(chats, id, 'chat'),
    has: (chatId) => chats.has(chatId),
    isBlocked: (chatId) => blocked.has(chatId),
    isNameless: (chatId) => nameless.has(chatId),
    ticket: (id) => must(tickets, id, 'ticket'),
    openIn(chatId) {
      const id = open.get(chatId);
      return id ? must(tickets, id, 'ticket') : null;
    },
    message: (id) => messages.get(id)?.now,
    byProvider(channelId, providerMessageId) {
      const id = provider.get(providerKey(channelId, providerMessageId));
      return id === undefined ? undefined : messages.get(id)?.now;
    },

    newPerson(chat) {
      chats.set(chat.id, { was: null, now: chat });
      open.set(chat.id, null);
    },
    outboundIn: (chatId) =>
      [...messages.values()]
        .map(({ now }) => now)
        .filter((message) => message.chatId === chatId && message.direction === 'out')
        .sort((a, b) => a.seq - b.seq),
    looseIn(chatId) {
      const since = must(chats, chatId, 'chat').lastClosedSeq;
      return [...messages.values()]
        .map(({ now }) => now)
        .filter((message) => message.chatId === chatId && message.ticketId === null && message.seq > since);
    },
    saveChat: (chat) => put(chats, chat),
    apply({ ticket, events: happened }) {
      const chat = must(chats, ticket.chatId, 'chat');
      put(
        chats,
        happened.reduce((now, event) => chatAfter(now, ticket, event), chat),
      );
      for (const event of happened) {
        append(events, event);
        for (const name of namesOf(event)) announce({ name, id: ticket.id, ticketId: ticket.id, chatId: ticket.chatId });
      }
      return saveTicket(ticket);
    },
    note: saveTicket,
    addMessage(chatId, { direction, author, content, ticketId, writtenAt = null, ...rest }) {
      const before = must(chats, chatId, 'chat');
      const chat = { ...nextRev(chatId), seq: before.seq + 1 };
      put(chats, chat);
      const message: Message = {
        id: newId(),
        chatId,
        channelId: chat.channelId,
        ticketId,
        seq: chat.seq,
        rev: chat.rev,
        direction,
        author,
        content,
        replyTo: rest.replyTo ?? null,
        replyToProvider: rest.replyToProvider ?? null,
        reactions: [],
        sentAt: writtenAt === null ? chat.heardAt : Math.min(writtenAt, chat.heardAt),
        heardAt: chat.heardAt,
        editedAt: null,
        deletedAt: null,
        delivery: rest.delivery ?? null,
        providerMessageId: rest.providerMessageId ?? null,
        context: rest.context ?? null,
      };
      remember(messages, message.id, { was: null, now: message });
      if (message.providerMessageId) remember(provider, providerKey(message.channelId, message.providerMessageId), message.id);
      announce({ name: 'message.created', id: message.id, chatId, ...(ticketId ? { ticketId } : {}) });
      return message;
    },
    joinTicket(message, ticketId) {
      const isNew = messages.get(message.id)?.was === null;
      put(messages, { ...message, ticketId, rev: isNew ? message.rev : nextRev(message.chatId).rev });
      announce({ name: isNew ? 'message.created' : 'message.updated', id: message.id, chatId: message.chatId, ticketId });
    },
    changeMessage(message) {
      const changed = { ...message, rev: nextRev(message.chatId).rev };
      put(messages, changed);
      announce({
        name: 'message.updated',
        id: message.id,
        chatId: message.chatId,
        ...(message.ticketId ? { ticketId: message.ticketId } : {}),
      });
      return changed;
    },
    addErrand: ({ key, kind, payload, dueAt = at }) =>
      append(newErrands, { id: newId(), key, kind, payload, dueAt, attempts: 0, createdAt: at }),
    postpone: (errand) => remember(errands, errand.id, errand),
    done: (errandId) => append(doneErrands, errandId),
    addWebhookEvent: (event) => append(newWebhookEvents, event),
    saveWebhookEvent: (event) => append(webhookEvents, event),
    saveAgent: (agent) => put(agents, agent),
    announce,

    async attempt(work) {
      undo = [];
      try {
        return await work();
      } catch (error) {
        for (const back of undo.reverse()) back();
        throw error;
      } finally {
        undo = [];
      }
    },
    changes() {
      for (const { was, now } of tickets.values()) if (was) mustHaveEvents(was, now, events);
      return {
        newChats: fresh(chats),
        chats: changed(chats).map(bumped(chats)),
        newTickets: fresh(tickets),
        tickets: changed(tickets).map(bumped(tickets)),
        newMessages: fresh(messages),
        messages: changed(messages),
        events,
        newErrands,
        errands: [...errands.values()],
        doneErrands,
        newWebhookEvents,
        webhookEvents,
        agents: changed(agents),
      };
    },
    announcements: () => [...announced.values()],
    wakes: () => [...new Set(newErrands.filter(({ dueAt }) => dueAt <= at).map(({ key }) => key))],
    toRoute: () => [...tickets.values()].filter(becamePending).map(({ now }) => now),
    woke: (ticketId) => events.some((event) => event.ticketId === ticketId && event.cause === 'woken'),
    loads: (around) =>
      around
        .map(({ agent, load }) => ({ agent: agents.get(agent.id)?.now ?? agent, load: load + roomChange(tickets, agent.id) }))
        .filter(({ agent }) => agent.presence !== 'offline' && agent.removedAt === null),
    roomMade: () =>
      [...tickets.values()].some(leftAgent) || [...agents.values()].some(({ was, now }) => was !== now && now.presence === 'online'),
  };
}

const fresh = <T>(map: Map<string, Entry<T>>): T[] => [...map.values()].filter(({ was }) => was === null).map(({ now }) => now);
const changed = <T>(map: Map<string, Entry<T>>): T[] =>
  [...map.values()].filter(({ was, now }) => was !== null && was !== now).map(({ now }) => now);
const bumped =
  <T extends { readonly id: string; readonly version: number }>(map: Map<string, Entry<T>>) =>
  (now: T): T => ({ ...now, version: (map.get(now.id)?.was?.version ?? 0) + 1 });

const dateOf = (ticket: Ticket, policy: Policy): Ticket =>
  isOpen(ticket)
    ? { ...ticket, lookAt: lookAt(ticket, policy), policyVersion: policy.version }
    : { ...ticket, lookAt: null, policyVersion: null };

/** What an event does to the chat: openings, closings and assignments fence the bot; a close is remembered. */
function chatAfter(chat: Chat, ticket: Ticket, { type, status, assignee }: TicketEvent): Chat {
  const fences = type === 'created' || status?.to === 'closed' || status?.from === 'closed' || assignee?.to != null;
  const closes = status?.to === 'closed';
  if (!fences) return chat;
  return {
    ...chat,
    turn: chat.turn + 1,
    lastTicketId: ticket.id,
    lastAssigneeId: assignee?.to ?? chat.lastAssigneeId,
    ...(closes ? { lastClosedAt: ticket.closedAt, lastClosedSeq: chat.seq } : {}),
  };
}

function namesOf({ type, status, stage, assignee }: TicketEvent): Announcement['name'][] {
  return [
    ...(type === 'created' ? (['ticket.created'] as const) : []),
    ...(status && type !== 'created' ? (['ticket.status_changed'] as const) : []),
    ...(stage && type !== 'created' ? (['ticket.stage_changed'] as const) : []),
    ...(assignee?.to ? (['ticket.assigned'] as const) : []),
  ];
}

const EVENTED = ['status', 'stage', 'assigneeId', 'priority', 'subject', 'tags', 'excludeFromClosing', 'snoozedUntil'] as const;

function mustHaveEvents(was: Ticket, now: Ticket, events: readonly TicketEvent[]): void {
  const silent = EVENTED.filter((field) => was[field] !== now[field]);
  if (silent.length > 0 && !events.some(({ ticketId }) => ticketId === now.id))
    throw new Error(`ticket ${now.id} changed its ${silent.join(', ')} without an event`);
}

const becamePending = ({ was, now }: Entry<Ticket>): boolean =>
  now.status === 'pending' && now.stage !== 'snoozed' && (was?.status !== 'pending' || was.stage === 'snoozed');

const HOLDS_ROOM: ReadonlySet<string> = new Set(['active', 'proactive']);
const roomOf = (ticket: Ticket | null): string | null => (ticket && HOLDS_ROOM.has(ticket.status) ? ticket.assigneeId : null);
const roomChange = (tickets: ReadonlyMap<string, Entry<Ticket>>, agentId: string): number =>
  [...tickets.values()].reduce((sum, { was, now }) => sum + Number(roomOf(now) === agentId) - Number(roomOf(was) === agentId), 0);
const leftAgent = ({ was, now }: Entry<Ticket>): boolean => roomOf(was) !== null && roomOf(was) !== roomOf(now);
