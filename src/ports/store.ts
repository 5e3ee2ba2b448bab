import type { Agent, Presence, Role } from '../domain/agent';
import type { Bot } from '../domain/bot';
import type { Chat, Contact, Held, Identity, Message } from '../domain/chat';
import type { TicketEvent } from '../domain/events';
import type { PartialSettings, Settings } from '../domain/settings';
import type { Instant, Priority, Status, Ticket } from '../domain/ticket';

/**
 * The desk's memory. `store/` answers; nobody else speaks SQL.
 * Reads outside a transaction see only what is committed. Times are milliseconds and always come from the caller.
 */
export interface Store {
  readonly dialect: 'sqlite' | 'mysql';
  readonly reads: Reads;
  /**
   * The only way to write. All of it happens, or none; nothing inside waits for a network.
   * Begins again from a fresh read on a deadlock, a lock time-out, a busy database or a lost race for a unique key,
   * so `work` may run several times and must keep nothing from a former run.
   */
  atomically<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly leases: Leases;
  /** The first of `count` ticket numbers in a row; gaps between calls are normal. */
  takeNumbers(count: number): Promise<number>;
  /** Answers when the database does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Everything that is configuration rather than traffic; `version` moves with every change of it. */
export interface House {
  readonly version: number;
  readonly settings: Settings;
  readonly channels: readonly Channel[];
  readonly stages: readonly Stage[];
  /** Deleted ones too. */
  readonly bots: readonly Bot[];
}

export interface Channel {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Plain fields as they are, secret ones sealed. */
  readonly config: Readonly<Record<string, string>>;
  /** Sealed; valid until then after a new one took its place. */
  readonly previousSecret: { readonly sealed: string; readonly until: Instant } | null;
  readonly overrides: PartialSettings;
  readonly botId: string | null;
  readonly state: ChannelState;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** A deleted channel keeps its tickets, and its URL goes on serving its siblings. */
  readonly deletedAt: Instant | null;
  readonly version: number;
}

/** `paused`: nothing is sent until an admin acts; what is queued stays queued. */
export interface ChannelState {
  readonly status: 'new' | 'ok' | 'paused';
  readonly reason: string | null;
  readonly since: Instant;
}

export interface Stage {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly system: boolean;
  readonly position: number;
  /** Marked first: from then on its tickets count as `open`; an errand rewrites them. */
  readonly deletedAt: Instant | null;
}

export type Outcome = 'applied' | 'ignored' | 'failed' | 'unrouted';

/** One event that a provider told us, with what became of it. */
export interface WebhookEvent {
  readonly id: string;
  /** The channel that it went to; for `unrouted` the one whose URL it came to. */
  readonly channelId: string;
  readonly account: string | null;
  readonly kind: string;
  readonly outcome: Outcome;
  /** Why it was ignored, failed or not routed. */
  readonly reason: string | null;
  readonly raw: unknown;
  readonly heardAt: Instant;
  readonly replayedAt: Instant | null;
}

/** What was heard about a message that the desk does not know yet: it waits here for the message. */
export interface Early {
  /** Made of what was heard, so that the same told again is the same row. */
  readonly id: string;
  readonly channelId: string;
  /** The provider's id of the message that it waits for. */
  readonly target: string;
  /** What was heard, without its raw words; or which of our messages answers the target. */
  readonly about: Readonly<Record<string, unknown>>;
  /** The webhook event that said it: its outcome is told there once the message has come. */
  readonly eventId: string | null;
  readonly heardAt: Instant;
}

/** What became of something that waited; `stays`: it may have more to do when more comes. */
export interface EarlyEnd {
  readonly early: Early;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly stays: boolean;
}

/** A provider's id of a message on one channel. */
export interface ProviderKey {
  readonly channelId: string;
  readonly id: string;
}

/** Something to do outside, written in the transaction that decided it. Errands of one key run in order of id. */
export interface Errand {
  readonly id: string;
  readonly key: string;
  readonly kind: 'send' | 'echo' | 'reaction' | 'seen' | 'stage_deletion' | 'bot_turn';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dueAt: Instant;
  readonly attempts: number;
  readonly createdAt: Instant;
}

/** All writes of one transaction; `write` lays them down in bulk, one statement a kind. */
export interface Changes {
  readonly newChats: readonly Chat[];
  readonly chats: readonly Chat[];
  readonly newTickets: readonly Ticket[];
  readonly tickets: readonly Ticket[];
  readonly newMessages: readonly Message[];
  readonly messages: readonly Message[];
  readonly events: readonly TicketEvent[];
  readonly newErrands: readonly Errand[];
  readonly errands: readonly Errand[];
  readonly doneErrands: readonly string[];
  readonly newWebhookEvents: readonly WebhookEvent[];
  readonly webhookEvents: readonly WebhookEvent[];
  readonly agents: readonly Agent[];
}

/** An agent locked for routing, with the number of active and proactive tickets that are theirs. */
export interface AgentAtWork {
  readonly agent: Agent;
  readonly load: number;
}

export interface IdentityKey {
  readonly channelId: string;
  readonly key: string;
}

/** A place in a chat's order. */
export interface InChat {
  readonly chatId: string;
  readonly seq: number;
}

/** The store while a transaction is open. Lock order: chats by id, tickets by id, agents by id. */
export interface Tx {
  house(): Promise<House>;
  /** The version that `house()` would have: one cheap statement. */
  houseVersion(): Promise<number>;
  identities(keys: readonly IdentityKey[]): Promise<Identity[]>;
  /** Plain inserts of new people, sorted; a lost race begins the transaction again. */
  meet(contacts: readonly Contact[], identities: readonly Identity[]): Promise<void>;
  /** Locks chats in id order, each with its ticket that is not closed; unknown ids are left out. */
  hold(chatIds: readonly string[]): Promise<Held[]>;
  /** Tickets by id, whatever their status, locked; their chats must be held. */
  tickets(ids: readonly string[]): Promise<Ticket[]>;
  /** Which chat a ticket is in, without a lock; null when unknown. */
  chatOfTicket(ticketId: string): Promise<string | null>;
  chatOfMessage(messageId: string): Promise<string | null>;
  /** These contacts, locked in id order. */
  contacts(ids: readonly string[]): Promise<Contact[]>;
  messages(ids: readonly string[]): Promise<Message[]>;
  messagesByProvider(channelIds: readonly string[], providerIds: readonly string[]): Promise<Message[]>;
  /** Messages by provider's id or by ours; one may come twice. */
  messagesNamed(channelIds: readonly string[], providerIds: readonly string[], ids: readonly string[]): Promise<Message[]>;
  /** Of these, those for which as much waits already as the desk keeps. */
  crowded(keys: readonly ProviderKey[]): Promise<ProviderKey[]>;
  keepEarly(early: readonly Early[]): Promise<void>;
  /** What waits for these messages, locked. Asked after they are written: who keeps something at the same moment is waited for. */
  earlyFor(keys: readonly ProviderKey[]): Promise<Early[]>;
  /**
   * Whether one of these messages is there by now. Asked after `keepEarly`: who stores one at the same moment is waited for,
   * so that never both look too early.
   */
  cameMeanwhile(keys: readonly ProviderKey[]): Promise<boolean>;
  /** Takes out what was applied, and says so at its webhook events. */
  endEarly(ends: readonly EarlyEnd[]): Promise<void>;
  /** Forgets what has waited since before a time, and of the rest the oldest beyond `most`. */
  removeEarly(which: { readonly before: Instant; readonly most: number }): Promise<void>;
  /** Sent messages of each chat up to a moment that are not yet read (Instagram's "seen up to"). */
  unreadOutbound(upTo: readonly { readonly chatId: string; readonly sentAt: Instant }[]): Promise<Message[]>;
  /** What went out, or is to, in each chat after a seq. */
  outboundAfter(after: readonly InChat[]): Promise<Message[]>;
  /** The newest `limit` messages of each chat without a ticket (a bot's talk, a quiet thank-you) after a seq and a time, oldest first. */
  loose(after: readonly InChat[], heardAfter: Instant, limit: number): Promise<Message[]>;
  /** Which of these chats have a send that is `sending` or `uncertain`. */
  unsettled(chatIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** The chat's messages of which nobody knows whether they went, oldest first. */
  uncertain(chatId: string): Promise<Message[]>;
  /** Agents that are online or away and not removed, locked in id order, with their load. */
  agentsAround(): Promise<AgentAtWork[]>;
  /** These agents, locked in id order; removed ones too. */
  agents(ids: readonly string[]): Promise<Agent[]>;
  /** Ids and chats of an agent's tickets in these statuses, without a lock. */
  ticketsOf(agentId: string, statuses: readonly Status[]): Promise<{ id: string; chatId: string }[]>;
  /** Pending tickets that routing may give away: not snoozed, in none of these channels, most urgent first, then longest waiting; without a lock. */
  queue(limit: number, exceptChannels: readonly string[], skip?: number): Promise<{ id: string; chatId: string }[]>;
  /** How many tickets are in a stage. */
  countInStage(stage: string): Promise<number>;
  /** Tickets in a stage, without a lock. */
  ticketsInStage(stage: string, limit: number): Promise<{ id: string; chatId: string }[]>;
  write(changes: Changes): Promise<void>;

  saveContacts(contacts: readonly Contact[]): Promise<void>;

  saveSettings(settings: Settings): Promise<void>;
  addChannel(channel: Channel): Promise<void>;
  saveChannel(channel: Channel): Promise<void>;
  addBot(bot: Bot): Promise<void>;
  saveBot(bot: Bot): Promise<void>;
  addStage(stage: Stage): Promise<void>;
  saveStage(stage: Stage): Promise<void>;
  /** For good, once no ticket is in it any more. */
  removeStage(key: string): Promise<void>;
  /** Refuses `already_exists` when the e-mail is taken. */
  addAgent(agent: Agent, passwordHash: string | null): Promise<void>;
  setPassword(agentId: string, passwordHash: string): Promise<void>;
  countAdmins(): Promise<number>;
  webhookEvent(id: string): Promise<WebhookEvent | null>;
  sweep(name: string): Promise<SweepRow | null>;
  saveSweep(row: SweepRow): Promise<void>;

  addSession(session: Session): Promise<void>;
  removeSessions(which: { id: string } | { agentId: string; except?: string } | { expiredAt: Instant }): Promise<void>;
  setSetup(row: SetupToken | null): Promise<void>;
  /** False when the key is already there. */
  claimIdempotency(row: IdempotencyRow): Promise<boolean>;
  finishIdempotency(row: IdempotencyRow): Promise<void>;
  removeIdempotency(which: { caller: string; route: string; key: string } | { before: Instant }): Promise<void>;
}

/** When a sweep last ran, and until when timers that close wait after a downtime. */
export interface SweepRow {
  readonly name: string;
  readonly lastAt: Instant;
  readonly catchUpUntil: Instant | null;
  /** While catching up: tickets due before this have been looked at and wait. */
  readonly lookedUntil: Instant | null;
}

export interface Session {
  /** sha256 of the cookie's value. */
  readonly id: string;
  readonly agentId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface SetupToken {
  readonly hash: string;
  readonly expiresAt: Instant;
}

export interface IdempotencyRow {
  readonly caller: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
  /** null while the first call is in flight. */
  readonly answer: { readonly status: number; readonly body: unknown } | null;
  readonly createdAt: Instant;
}

/** Who may do something alone, across processes: a chat's errands, a sweep. By the database's clock. */
export interface Leases {
  /** A token when the lease was free, expired or already ours; null when somebody else holds it. */
  take(name: string, ms: number): Promise<string | null>;
  /** False when it was lost meanwhile. */
  renew(name: string, token: string, ms: number): Promise<boolean>;
  release(name: string, token: string): Promise<void>;
  /** Inside a transaction: throws `LeaseLost` unless the token still holds, and locks it so until the commit. */
  confirm(tx: Tx, name: string, token: string): Promise<void>;
}

/** What a page of a list is asked for; `cursor` is what the former page gave. */
export interface Page {
  readonly limit: number;
  readonly cursor: string | null;
}

export interface Paged<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
}

/** A ticket as a screen needs it: one row of one query. */
export interface TicketView {
  readonly ticket: Ticket;
  readonly contact: Pick<Contact, 'id' | 'name' | 'phone' | 'username' | 'avatarUrl'>;
  readonly address: Chat['address'];
  readonly windowFrom: Instant | null;
}

export const TICKET_SORTS = ['-number', '-lastMessageAt', 'waiting', 'window'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

/** `seenBy`: only what this agent may see under `agentsSee`; null sees all. */
export interface SeenBy {
  readonly agentId: string;
  readonly teamIds: readonly string[];
  readonly sees: Settings['policy']['agentsSee'];
}

export interface TicketFilter {
  readonly status?: readonly Status[];
  /** Stage keys; a deleted stage counts as `open`. */
  readonly stage?: readonly string[];
  /** Agent ids; null = nobody. */
  readonly assignee?: readonly (string | null)[];
  readonly team?: readonly string[];
  readonly channel?: readonly string[];
  readonly priority?: readonly Priority[];
  readonly tag?: readonly string[];
  readonly unread?: boolean;
  /** #number, phone in any spelling, name, @username or text of a message. */
  readonly q?: string;
  readonly seenBy: SeenBy | null;
}

export interface AgentFilter {
  readonly role?: Role;
  readonly presence?: Presence;
}

/** What screens and loops ask; committed data only. */
export interface Reads {
  house(): Promise<House>;
  houseVersion(): Promise<number>;
  ticket(id: string, seenBy: SeenBy | null): Promise<TicketView | null>;
  tickets(filter: TicketFilter, sort: TicketSort, page: Page): Promise<Paged<TicketView>>;
  ticketCounts(filter: TicketFilter): Promise<
    {
      readonly status: Status;
      readonly stage: string;
      readonly assigneeId: string | null;
      readonly unread: number;
      readonly tickets: number;
    }[]
  >;
  chat(id: string): Promise<Chat | null>;
  /** Whether this person may see the chat: by any of its tickets, or because it has none. */
  chatSeenBy(chatId: string, seenBy: SeenBy | null): Promise<boolean>;
  chatByIdentity(key: IdentityKey): Promise<Identity | null>;
  /** Newest first by (sentAt, seq); with `after`, all heard or changed since that rev, by rev. */
  messages(of: { chatId: string } | { ticketId: string }, page: Page, after?: number): Promise<Paged<Message>>;
  message(id: string): Promise<Message | null>;
  /** The newest message of a chat that came from outside with a provider's id. */
  newestHeard(chatId: string): Promise<Message | null>;
  events(ticketId: string, page: Page): Promise<Paged<TicketEvent>>;
  contact(id: string): Promise<Contact | null>;
  contacts(q: string | null, page: Page): Promise<Paged<Contact>>;
  identitiesOf(contactId: string): Promise<Identity[]>;
  agents(page: Page, filter?: AgentFilter): Promise<Paged<Agent>>;
  agentsByIds(ids: readonly string[]): Promise<Agent[]>;
  agentByEmail(email: string): Promise<{ agent: Agent; passwordHash: string | null } | null>;
  countAdmins(): Promise<number>;
  session(id: string): Promise<Session | null>;
  setup(): Promise<SetupToken | null>;
  idempotency(caller: string, route: string, key: string): Promise<IdempotencyRow | null>;
  webhookEvents(channelId: string, outcome: Outcome | null, page: Page): Promise<Paged<WebhookEvent>>;
  webhookEvent(id: string): Promise<WebhookEvent | null>;
  /** Open tickets with `after < (lookAt, id)` and `lookAt <= until`, in that order: what time may change by `until`. */
  dueTickets(
    after: { readonly lookAt: Instant; readonly id: string },
    until: Instant,
    limit: number,
  ): Promise<{ id: string; chatId: string; lookAt: Instant }[]>;
  /** Open tickets whose times were computed under an older version of the settings. */
  outdatedTickets(policyVersion: number, limit: number): Promise<{ id: string; chatId: string }[]>;
  /** Keys that have an errand due which may run, and no lease on them: a message that must wait holds the later ones of its key. */
  dueKeys(now: Instant, limit: number): Promise<string[]>;
  /** A key's errands, due or not, in order. */
  errandsOf(key: string, limit: number): Promise<Errand[]>;
  /** When the next errand of any key is due; null when none waits. */
  nextDue(): Promise<Instant | null>;
}

/** The lease was taken over by somebody else: what was being done must not be settled. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`the lease on ${name} was lost`);
    this.name = 'LeaseLost';
  }
}

/**
 * What was read is not so any more: the transaction begins again from a fresh read. Out of `atomically` it comes only
 * when others were faster every time: nothing is wrong with the work, and it may be asked for again later.
 */
export class BeginAgain extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'BeginAgain';
  }
}

/** Whether the database threw this, rather than the code around it: TypeORM hangs the driver's error on its own. */
export const isOfTheDatabase = (error: unknown): boolean =>
  error instanceof BeginAgain || (error instanceof Error && 'driverError' in error);
