import type { Act } from '../../domain/acts';
import type { Agent } from '../../domain/agent';
import type { Chat, Held } from '../../domain/chat';
import type { Called } from '../../domain/contact';
import type { Content } from '../../domain/content';
import { chatAfter, tookAlong } from '../../domain/conversation';
import type { Candidate } from '../../domain/eligible';
import { type Announcement, type Decision, standingOf, type TicketEvent } from '../../domain/events';
import type { FieldValues } from '../../domain/fields';
import type { Delivery, Message, MessageAuthor } from '../../domain/message';
import type { Policy } from '../../domain/policy';
import { type Instant, isOpen, type Ticket } from '../../domain/ticket';
import type { Step } from '../../domain/transitions';
import { replyWindow, type WindowRule } from '../../domain/window';
import type { HeardContent } from '../../ports/channel';
import type { Changes, Early, Errand, House, Media, ProviderKey, WebhookEvent } from '../../ports/store';
import { policyFor } from '../rules';
import { dated, explained, isToRoute, leftAgent, loadChange, mustHaveEvents, namesOf, opens, unsaidIn } from './effects';
import { mediaKey, removalOf } from './files';
import { type Entry, entries, openJournal } from './journal';
import { messagesIn } from './messages';
import { tracesOf } from './traces';

/** A message about to be stored; its place in the chat is the ledger's. */
export interface NewMessage {
  readonly direction: Message['direction'];
  readonly author: MessageAuthor;
  readonly content: Content | HeardContent;
  readonly ticketId: string | null;
  readonly delivery?: Delivery | null;
  readonly providerMessageId?: string | null;
  /** Provider's time; the earlier of it and the desk's is what is shown. */
  readonly writtenAt?: Instant | null;
  readonly replyTo?: string | null;
  readonly replyToProvider?: string | null;
  readonly context?: Readonly<Record<string, unknown>> | null;
  readonly mentions?: Message['mentions'];
  /** Said before the channel was here: nobody is told of it as of something new. */
  readonly importedAt?: Instant | null;
}

/**
 * Everything that one transaction changes, gathered while it decides and written in bulk at its end.
 * The one place through which tickets are saved: it computes `lookAt`, advances the chat's turn,
 * and refuses a change of status, stage or assignee that left no event.
 */
export interface Ledger {
  readonly at: Instant;
  readonly house: House;
  policy(channelId: string): Policy;
  /** What the channel's network lets a business write, and when. */
  windowRule(channelId: string): WindowRule;
  /** Takes in what the transaction holds. */
  take(held: readonly Held[]): void;
  takeTickets(tickets: readonly Ticket[]): void;
  takeMessages(messages: readonly Message[]): void;
  takeAgents(agents: readonly Agent[]): void;

  chat(id: string): Chat;
  has(chatId: string): boolean;
  isBlocked(chatId: string): boolean;
  /** What the chat's person was called when it was held; undefined for somebody new. */
  called(chatId: string): Called | undefined;
  /** What the chat's person is called here. */
  contactName(chatId: string): string | null;
  ticket(id: string): Ticket;
  /** The ticket that a message is part of, also a closed one that this transaction has read; null otherwise. */
  ticketOf(message: Message): Ticket | null;
  /** What is known of people's own fields. */
  takeFields(fields: ReadonlyMap<string, FieldValues | null>): void;
  fieldsOf(contactId: string): FieldValues | null;
  /** The chat's ticket that is not closed, as it stands in this transaction. */
  openIn(chatId: string): Ticket | null;
  message(id: string): Message | undefined;
  byProvider(channelId: string, providerMessageId: string): Message | undefined;
  /** The provider's ids by which messages can be named since this transaction, and the names of newcomers. */
  learned(): ProviderKey[];
  /** Keeps what was heard until its message comes. */
  wait(early: Early): void;
  waiting(): readonly Early[];

  /** A number for a new ticket. Throws when the transaction was given fewer. */
  nextNumber(): number;
  /** The numbers that no ticket took. */
  spareNumbers(): readonly number[];
  /** Gives the spare numbers to another ledger of the same transaction. */
  handOverNumbers(): readonly number[];
  /** A chat that `meet` has just made; its contact and identities are written already. `targets`: under which names something may wait for it. */
  newPerson(chat: Chat, targets?: readonly string[]): void;
  /** Messages, no notes, of a chat that belong to no ticket and came after its last close, as far as this transaction has read them; in order. */
  looseIn(chatId: string): Message[];
  /** What goes out in a chat, in its order, as far as this transaction has read or made it. */
  outboundIn(chatId: string): Message[];
  saveChat(chat: Chat): void;
  /**
   * Saves a changed ticket with its events, and what they do to its chat. One that opens, or opens again, takes along
   * every message since the last close that belongs to none, as far as this transaction has read them.
   */
  apply(step: Step): Ticket;
  /** Saves facts that leave no event: unread, waiting, the last message. */
  note(ticket: Ticket): Ticket;
  /** A file that was heard of becomes a row of its own, and an errand that fetches it. */
  addMessage(chatId: string, message: NewMessage): Message;
  /** A stored message that changed: it takes the chat's next `rev`. `heard`: what it says from now on, as the network tells it. */
  changeMessage(message: Message, heard?: HeardContent): Message;
  /** The files of a message go with it, those of its former wordings too; an errand takes their bytes away. */
  loseMedia(messageId: string): void;
  addErrand(errand: Pick<Errand, 'key' | 'kind' | 'payload'> & { readonly dueAt?: Instant; readonly channelId?: string }): void;
  postpone(errand: Errand): void;
  done(errandId: string): void;
  addWebhookEvent(event: WebhookEvent): void;
  saveWebhookEvent(event: WebhookEvent): void;
  saveAgent(agent: Agent): void;
  announce(announcement: Announcement): void;
  /** Says outright what an admin does, where what it changes does not show it: for the record. */
  act(act: Act): void;
  acts(): readonly Act[];
  changedAgents(): readonly Entry<Agent>[];
  changedMessages(): readonly Entry<Message>[];

  /** Every event of this transaction, in order. */
  happened(): readonly TicketEvent[];
  /** Runs `work`; what it changed is taken back when it throws. */
  attempt<T>(work: () => T | Promise<T>): Promise<T>;
  changes(): Changes;
  announcements(): Announcement[];
  /** Keys of errands that are due now. */
  wakes(): string[];
  /** Tickets that became pending, woke or changed teams here: routing is to look at them. */
  toRoute(): Ticket[];
  /** Changes an event of this transaction before it is written: what it led to belongs to its record. */
  amend(event: TicketEvent, change: (event: TicketEvent) => TicketEvent): void;
  /** Adds why a ticket goes on waiting to the event by which it waits; nothing when nothing happened to it here. */
  explain(ticketId: string, why: Decision): void;
  /** Whether the ticket woke in this transaction: routing tries its last assignee first. */
  woke(ticketId: string): boolean;
  /** Agents with their load and presence as this transaction has changed them; those who have gone offline are left out. */
  loads(around: readonly Candidate[]): Candidate[];
  /** An agent got room or came online: the queue may move. */
  roomMade(): boolean;
}

interface Given {
  /** The configuration that holds inside the transaction. */
  readonly house: House;
  /** The transaction's time. */
  readonly at: Instant;
  /** For the tickets that it may open. */
  readonly numbers: readonly number[];
  readonly windowRule: Ledger['windowRule'];
  newId(): string;
}

/** An empty ledger. */
export function openLedger({ house, at, numbers, windowRule, newId }: Given): Ledger {
  const spare = [...numbers];
  const journal = openJournal();
  const chats = entries<Chat>(journal, 'chat');
  const tickets = entries<Ticket>(journal, 'ticket');
  const agents = entries<Agent>(journal, 'agent');
  const open = new Map<string, string | null>();
  const about = { blocked: new Set<string>(), called: new Map<string, Called>() };
  const fields = new Map<string, FieldValues | null>();
  const events: TicketEvent[] = [];
  const newMedia: Media[] = [];
  const lostMedia: string[] = [];
  const newErrands: Errand[] = [];
  const errands = new Map<string, Errand>();
  const doneErrands: string[] = [];
  const newWebhookEvents: WebhookEvent[] = [];
  const webhookEvents: WebhookEvent[] = [];
  const acts: Act[] = [];
  const announced = new Map<string, Announcement>();

  const policy = (channelId: string): Policy => policyFor(house, channelId);
  const announce = (one: Announcement): void => journal.set(announced, `${one.name} ${one.id} ${one.to}`, one);
  const addErrand: Ledger['addErrand'] = ({ key, kind, payload, dueAt = at, channelId = null }) =>
    journal.append(newErrands, { id: newId(), key, kind, payload, dueAt, attempts: 0, createdAt: at, channelId, lateAt: null });
  const fetch = (file: Media, keptFor: number | undefined): void => {
    journal.append(newMedia, file);
    addErrand({ key: mediaKey(file.id), kind: 'media', payload: { mediaId: file.id } });
    if (keptFor !== undefined) addErrand({ key: mediaKey(file.id), kind: 'media_end', payload: { mediaId: file.id }, dueAt: at + keptFor });
  };
  const { held: messages, ...talk } = messagesIn({ journal, chats, at, announce, fetch, newId });
  const note = (given: Ticket): Ticket => {
    const { id, chatId, channelId } = given;
    const window = replyWindow(windowRule(channelId), chats.must(chatId).windowFrom, at);
    const ticket = dated(given, policy(channelId), window?.closesAt ?? null);
    tickets.put(ticket);
    if (isOpen(ticket)) journal.set(open, chatId, id);
    else if (open.get(chatId) === id) journal.set(open, chatId, null);
    const was = tickets.was(id);
    announce({ name: 'ticket.updated', id, ticketId: id, chatId, was: was && standingOf(was) });
    return ticket;
  };
  /** A list shows how far the last message got, which no row of the ticket holds. */
  const tellTicks = (before: Message | undefined, { chatId, id: messageId, delivery }: Message): void => {
    const id = open.get(chatId);
    if (!id || !delivery || delivery.status === 'sending' || delivery.status === before?.delivery?.status) return;
    const ticket = tickets.must(id);
    if (ticket.lastMessage?.id !== messageId) return;
    const was = tickets.was(id);
    announce({ name: 'ticket.updated', id, ticketId: id, chatId, was: was && standingOf(was) });
  };
  const takeAlong = (ticket: Ticket): Ticket => {
    const loose = talk.looseIn(ticket.chatId);
    for (const message of loose) talk.joinTicket(message, ticket.id);
    return note(tookAlong(ticket, loose));
  };

  return {
    at,
    house,
    policy,
    windowRule,
    take(held) {
      for (const { chat, ticket, blocked, called } of held) {
        if (chats.has(chat.id)) continue;
        chats.take(chat);
        open.set(chat.id, ticket?.id ?? null);
        if (ticket) tickets.take(ticket);
        if (blocked) about.blocked.add(chat.id);
        about.called.set(chat.id, called);
      }
    },
    takeTickets: (taken) => taken.forEach(tickets.take),
    takeAgents: (taken) => taken.forEach(agents.take),

    chat: chats.must,
    has: chats.has,
    takeFields: (taken) => taken.forEach((values, contactId) => void fields.set(contactId, values)),
    fieldsOf: (contactId) => fields.get(contactId) ?? null,
    isBlocked: (chatId) => about.blocked.has(chatId),
    called: (chatId) => about.called.get(chatId),
    contactName: (chatId) => about.called.get(chatId)?.name ?? null,
    ticket: tickets.must,
    ticketOf: ({ ticketId }) => tickets.get(ticketId ?? '') ?? null,
    openIn(chatId) {
      const id = open.get(chatId);
      return id ? tickets.must(id) : null;
    },
    ...talk,
    changeMessage(message, heard) {
      const before = talk.message(message.id);
      const changed = talk.changeMessage(message, heard);
      tellTicks(before, changed);
      return changed;
    },

    nextNumber() {
      const number = spare.shift();
      if (number === undefined) throw new Error(`more tickets than the ${numbers.length} numbers for them`);
      return number;
    },
    spareNumbers: () => spare,
    handOverNumbers: () => spare.splice(0),
    newPerson(chat, targets = []) {
      chats.put(chat);
      open.set(chat.id, null);
      talk.learn(targets.map((target) => ({ channelId: chat.channelId, id: target })));
    },
    saveChat: chats.put,
    apply({ ticket, events: happened }) {
      chats.put(happened.reduce((chat, event) => chatAfter(chat, ticket, event), chats.must(ticket.chatId)));
      for (const event of happened) {
        journal.append(events, event);
        for (const name of namesOf(event)) announce({ name, id: ticket.id, ticketId: ticket.id, chatId: ticket.chatId });
      }
      return opens(happened) ? takeAlong(ticket) : note(ticket);
    },
    note,
    loseMedia(messageId) {
      journal.append(lostMedia, messageId);
      addErrand(removalOf({ messageIds: [messageId] }));
    },
    addErrand,
    postpone: (errand) => journal.set(errands, errand.id, errand),
    done: (errandId) => journal.append(doneErrands, errandId),
    addWebhookEvent: (event) => journal.append(newWebhookEvents, event),
    saveWebhookEvent: (event) => journal.append(webhookEvents, event),
    saveAgent: agents.put,
    announce,
    act: (one) => journal.append(acts, one),
    acts: () => acts,
    changedAgents: () => agents.all(),
    changedMessages: () => messages.all(),

    happened: () => [...events],
    attempt: journal.attempt,
    changes() {
      for (const ticket of tickets.all()) mustHaveEvents(ticket, events);
      return {
        newChats: chats.fresh(),
        chats: chats.changed(),
        newTickets: tickets.fresh(),
        tickets: tickets.changed(),
        newMessages: messages.fresh(),
        messages: messages.changed(),
        unsaid: unsaidIn(messages.all()),
        newMedia,
        lostMedia,
        events,
        newErrands,
        errands: [...errands.values()],
        doneErrands,
        newWebhookEvents,
        webhookEvents,
        agents: agents.changed(),
        traces: tracesOf({ at, tickets: tickets.all(), messages: messages.all(), events, newId }),
      };
    },
    announcements: () => [...announced.values()],
    wakes: () => [...new Set(newErrands.filter(({ dueAt }) => dueAt <= at).map(({ key }) => key))],
    amend({ ticketId, seq }, change) {
      const found = events.findIndex((event) => event.ticketId === ticketId && event.seq === seq);
      const event = events[found];
      if (event) events[found] = change(event);
    },
    explain(ticketId, why) {
      const event = explained(events, ticketId, why);
      if (event) events[events.findIndex(({ seq, ticketId: id }) => id === ticketId && seq === event.seq)] = event;
    },
    toRoute: () => tickets.all().flatMap((ticket) => (isToRoute(ticket) ? [ticket.now] : [])),
    woke: (ticketId) => events.some((event) => event.ticketId === ticketId && event.cause === 'woken'),
    loads: (around) =>
      around
        .map(({ agent, load }) => ({ agent: agents.get(agent.id) ?? agent, load: load + loadChange(tickets.all(), agent.id) }))
        .filter(({ agent }) => agent.presence !== 'offline' && agent.removedAt === null),
    roomMade: () => tickets.all().some(leftAgent) || agents.changed().some(({ presence }) => presence === 'online'),
  };
}
