import type { Agent } from '../../domain/agent';
import type { Bot } from '../../domain/bot';
import type { Chat, Held } from '../../domain/chat';
import type { Contact, Identity } from '../../domain/contact';
import type { Content } from '../../domain/content';
import type { TicketEvent } from '../../domain/events';
import type { Trace } from '../../domain/figures/trace';
import type { Message } from '../../domain/message';
import type { Settings } from '../../domain/settings';
import type { Team } from '../../domain/team';
import type { Instant, Status, Ticket } from '../../domain/ticket';
import type { AccessTx } from './access';
import type { AccountTx } from './accounts';
import type { ChannelTx } from './channels';
import type { Media } from './delivery';
import type { FigureTx } from './figures';
import type { FigureDriftTx } from './figures-drift';
import type { FigureHistoryTx } from './figures-history';
import type { FigurePackedTx } from './figures-packed';
import type { FormerTx } from './former';
import type { HealthTx } from './health';
import type { Channel, House, HouseLists, Stage } from './house';
import type { IdentityTx } from './identities';
import type { MediaTx } from './media';
import type { PauseTx } from './pauses';
import type { PersonalTx } from './personal';
import type { PhonebookTx } from './phonebook';
import type { PresenceTx } from './presence';
import type { ProviderMediaTx } from './provider-media';
import type { ReplayTx } from './replay';
import type { ReportTx } from './reports';
import type { Early, EarlyEnd, Errand, IdempotencyRow, ProviderKey, Session, SetupToken, Sign, SweepRow, WebhookEvent } from './rows';
import type { TeamTx } from './teams';
import type { TemplateTx } from './templates';
import type { TogetherTx } from './together';

/** All writes of one transaction; `write` lays them down in bulk, one statement a kind. */
export interface Changes {
  readonly newChats: readonly Chat[];
  readonly chats: readonly Chat[];
  readonly newTickets: readonly Ticket[];
  readonly tickets: readonly Ticket[];
  readonly newMessages: readonly Message[];
  readonly messages: readonly Message[];
  /** What messages said that were taken back: it is found no more. */
  readonly unsaid: readonly { readonly messageId: string; readonly contents: readonly Content[] }[];
  /** One that is there already stays as it is. */
  readonly newMedia: readonly Media[];
  /** Messages whose files go with them. */
  readonly lostMedia: readonly string[];
  readonly events: readonly TicketEvent[];
  readonly newErrands: readonly Errand[];
  readonly errands: readonly Errand[];
  readonly doneErrands: readonly string[];
  readonly newWebhookEvents: readonly WebhookEvent[];
  readonly webhookEvents: readonly WebhookEvent[];
  readonly agents: readonly Agent[];
  /** What it did, for the figures. */
  readonly traces: readonly Trace[];
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
export interface Tx
  extends AccessTx,
    AccountTx,
    MediaTx,
    IdentityTx,
    PauseTx,
    FigureTx,
    FigureDriftTx,
    FigureHistoryTx,
    FigurePackedTx,
    HealthTx,
    PersonalTx,
    PhonebookTx,
    PresenceTx,
    ProviderMediaTx,
    TeamTx,
    TemplateTx,
    ChannelTx,
    ReportTx,
    ReplayTx,
    TogetherTx,
    FormerTx {
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
  /** The chats of these messages, each once, without a lock. */
  chatsOfMessages(messageIds: readonly string[]): Promise<string[]>;
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
   * Whether one of these messages, or of these people, is there by now. Asked after `keepEarly`: who stores one at the same moment is waited for,
   * so that never both look too early.
   */
  cameMeanwhile(keys: readonly ProviderKey[], people: readonly IdentityKey[]): Promise<boolean>;
  /** Takes out what was applied, and says so at its webhook events. */
  endEarly(ends: readonly EarlyEnd[]): Promise<void>;
  /** Forgets what has waited since before a time, and of the rest the oldest beyond `most`. */
  removeEarly(which: { readonly before: Instant; readonly most: number }): Promise<void>;
  /** Sent messages of each chat up to a moment that have not come so far yet ("seen up to", watermarks). */
  unreadOutbound(upTo: readonly { readonly chatId: string; readonly sentAt: Instant }[], status: 'delivered' | 'read'): Promise<Message[]>;
  /** What went out, or is to, in each chat after a seq. */
  outboundAfter(after: readonly InChat[]): Promise<Message[]>;
  /** The newest `limit` messages of each chat without a ticket (a bot's talk, a quiet thank-you) after a seq and a time, oldest first. */
  loose(after: readonly InChat[], heardAfter: Instant, limit: number): Promise<Message[]>;
  /** Which of these chats have a message that an echo may be of: `sending`, `uncertain`, or seen to have come by a person alone. */
  unsettled(chatIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** These messages of a chat, oldest first. */
  unsettledIn(chatId: string): Promise<Message[]>;
  /** Agents that are online or away and not removed, locked in id order, with their load. */
  agentsAround(): Promise<AgentAtWork[]>;
  /** These agents, locked in id order; removed ones too. */
  agents(ids: readonly string[]): Promise<Agent[]>;
  /** Ids and chats of an agent's tickets in these statuses, without a lock. */
  ticketsOf(agentId: string, statuses: readonly Status[]): Promise<{ id: string; chatId: string }[]>;
  /** How many tickets are in a stage. */
  countInStage(stage: string): Promise<number>;
  /** Any of the tickets in a stage, without a lock. */
  ticketsInStage(stage: string, limit: number): Promise<{ id: string; chatId: string }[]>;
  write(changes: Changes): Promise<void>;

  saveContacts(contacts: readonly Contact[]): Promise<void>;

  /** Ids of chats on these channels, without a lock. */
  chatsOn(channelIds: readonly string[], limit: number): Promise<string[]>;
  /**
   * Deletes chats with everything that hangs on them, for good: tickets, messages, events, kept answers, the errands of these
   * keys and whoever's leases on them, so that what runs can't settle; and the people of whom no chat is left.
   * Answers the addresses of files that were theirs.
   */
  eraseChats(chatIds: readonly string[], keys: readonly string[]): Promise<string[]>;
  /** Deletes channels for good, with what was heard on them. Their chats must be gone. */
  eraseChannels(channelIds: readonly string[]): Promise<void>;
  eraseBots(botIds: readonly string[]): Promise<void>;

  saveSettings(settings: Settings): Promise<void>;
  addChannel(channel: Channel): Promise<void>;
  /** `policy`: its overrides changed, so that the times of its open tickets are computed anew. */
  saveChannel(channel: Channel, change?: { readonly policy?: boolean }): Promise<void>;
  addBot(bot: Bot): Promise<void>;
  saveBot(bot: Bot): Promise<void>;
  addTeam(team: Team): Promise<void>;
  /** `policy`: its hours changed, or it is no more, so that the times of open tickets are computed anew. */
  saveTeam(team: Team, change?: { readonly policy?: boolean }): Promise<void>;
  /** The whole list in place of the former. */
  saveList<Name extends keyof HouseLists>(name: Name, items: HouseLists[Name]): Promise<void>;
  addStage(stage: Stage): Promise<void>;
  saveStage(stage: Stage): Promise<void>;
  /** Refuses `already_exists` when the e-mail is taken. */
  addAgent(agent: Agent, passwordHash: string | null): Promise<void>;
  setPassword(agentId: string, passwordHash: string): Promise<void>;
  countAdmins(): Promise<number>;
  webhookEvent(id: string): Promise<WebhookEvent | null>;
  /** Puts this in the place of what came. */
  redactEvents(ids: readonly string[], raw: unknown): Promise<void>;
  /** Adds to what is known of webhooks; answers the signs that are seen for the first time. */
  keepSigns(signs: readonly Sign[]): Promise<Sign[]>;
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
