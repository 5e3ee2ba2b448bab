import type { SeenBy } from '../../domain/access';
import type { Agent, Presence, Role } from '../../domain/agent';
import type { Chat } from '../../domain/chat';
import type { Contact, Identity } from '../../domain/contact';
import type { TicketEvent } from '../../domain/events';
import type { DeliveryStatus, Message } from '../../domain/message';
import type { Instant, Priority, Status, Ticket } from '../../domain/ticket';
import type { Timed } from '../../domain/time';
import type { AccessReads } from './access';
import type { AccountReads } from './accounts';
import type { ChannelReads } from './channels';
import type { FigureReads } from './figures';
import type { FigureDriftReads } from './figures-drift';
import type { FigureHistoryReads } from './figures-history';
import type { LiveFigureReads } from './figures-live';
import type { FigurePackedReads } from './figures-packed';
import type { FormerReads } from './former';
import type { HealthReads } from './health';
import type { House } from './house';
import type { IdentityReads } from './identities';
import type { MediaReads } from './media';
import type { PastReads } from './past';
import type { PauseReads } from './pauses';
import type { PersonalReads } from './personal';
import type { PlaceReads } from './places';
import type { PresenceReads } from './presence';
import type { ProviderMediaReads } from './provider-media';
import type { QueueReads } from './queue';
import type { ReplayReads } from './replay';
import type { ReportReads } from './reports';
import type {
  Errand,
  IdempotencyRow,
  LoggedEvent,
  Outcome,
  ProviderKey,
  Session,
  SetupToken,
  Sign,
  SweepRow,
  WebhookFigures,
} from './rows';
import type { SummaryReads } from './summary';
import type { TeamReads } from './teams';
import type { TemplateReads } from './templates';
import type { TogetherReads } from './together';
import type { IdentityKey } from './tx';

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
  readonly heldBy: Chat['heldBy'];
  /** How far the last message got; null when it is none of ours. */
  readonly lastDelivery: DeliveryStatus | null;
}

export const TICKET_SORTS = ['-number', '-lastMessageAt', 'waiting', 'window', 'due', 'queue'] as const;
/** `queue`: only what is in the queue, in the order in which the desk assigns. */
export type TicketSort = (typeof TICKET_SORTS)[number];

export interface TicketFilter {
  readonly status?: readonly Status[];
  /** Stage keys; a deleted stage counts as `open`. */
  readonly stage?: readonly string[];
  /** Agent ids; null = nobody. */
  readonly assignee?: readonly (string | null)[];
  /** Team ids; null = none. A deleted team counts as none. */
  readonly team?: readonly (string | null)[];
  readonly channel?: readonly string[];
  readonly priority?: readonly Priority[];
  readonly tag?: readonly string[];
  readonly unread?: boolean;
  /** Notes in them name this agent; `unseen`: and that agent has not seen it yet. */
  readonly mentioned?: { readonly agentId: string; readonly unseen: boolean };
  /** Open ones whose next target is due from one moment to before another. */
  readonly due?: { readonly from: Instant; readonly until: Instant };
  /** #number, phone in any spelling, name, @username or text of a message. */
  readonly q?: string;
  readonly seenBy: SeenBy | null;
}

export type TimedTicket = Timed & Pick<Ticket, 'id' | 'chatId' | 'channelId'>;

export interface AgentFilter {
  readonly role?: Role;
  readonly presence?: Presence;
}

/** What screens and loops ask; committed data only. */
export interface Reads
  extends AccessReads,
    AccountReads,
    IdentityReads,
    FormerReads,
    ReportReads,
    PauseReads,
    PastReads,
    FigureReads,
    FigureDriftReads,
    FigureHistoryReads,
    FigurePackedReads,
    LiveFigureReads,
    HealthReads,
    MediaReads,
    PersonalReads,
    PlaceReads,
    PresenceReads,
    ProviderMediaReads,
    QueueReads,
    ReplayReads,
    SummaryReads,
    TeamReads,
    TemplateReads,
    ChannelReads,
    TogetherReads {
  house(): Promise<House>;
  houseVersion(): Promise<number>;
  ticket(id: string, seenBy: SeenBy | null): Promise<TicketView | null>;
  /** Those that there are, whoever may see them. */
  ticketsByIds(ids: readonly string[]): Promise<TicketView[]>;
  tickets(filter: TicketFilter, sort: TicketSort, page: Page): Promise<Paged<TicketView>>;
  /** How many tickets a list has, counted up to `most`. Far behind in a list whose filters no index leads it stops looking. */
  countTickets(filter: TicketFilter, sort: TicketSort, most: number): Promise<number>;
  ticketCounts(filter: TicketFilter): Promise<
    {
      readonly status: Status;
      readonly stage: string;
      readonly assigneeId: string | null;
      readonly teamId: string | null;
      readonly unread: number;
      /** Since when the oldest of them is in its status; null for closed ones. */
      readonly oldestSince: Instant | null;
      readonly tickets: number;
    }[]
  >;
  /** Tags of the newest tickets that this person may see, the most used first. */
  tagsInUse(seenBy: SeenBy | null): Promise<{ readonly tag: string; readonly tickets: number }[]>;
  chat(id: string): Promise<Chat | null>;
  /** Whether this person may see the chat: by any of its tickets, or because it has none. */
  chatSeenBy(chatId: string, seenBy: SeenBy | null): Promise<boolean>;
  /** Whose the tickets of these chats are, each answer once: what `agentsSee` goes by. */
  holdersIn(
    chatIds: readonly string[],
  ): Promise<{ readonly chatId: string; readonly assigneeId: string | null; readonly teamId: string | null }[]>;
  chatByIdentity(key: IdentityKey): Promise<Identity | null>;
  /** Newest first by (sentAt, seq); with `after`, all heard or changed since that rev, by rev. */
  messages(of: { chatId: string } | { ticketId: string }, page: Page, after?: number): Promise<Paged<Message>>;
  message(id: string): Promise<Message | null>;
  /** Those that there are, by rev. */
  messagesByIds(ids: readonly string[]): Promise<Message[]>;
  /** The newest message of a chat that came from outside with a provider's id. */
  newestHeard(chatId: string): Promise<Message | null>;
  events(ticketId: string, page: Page): Promise<Paged<TicketEvent>>;
  contact(id: string): Promise<Contact | null>;
  /** Newest first. With `q` only those of whom `seenBy` sees a chat; without, the caller leaves the others out. */
  contacts(q: string | null, page: Page, seenBy?: SeenBy | null): Promise<Paged<Contact>>;
  identitiesOf(contactId: string): Promise<Identity[]>;
  agents(page: Page, filter?: AgentFilter): Promise<Paged<Agent>>;
  agentsByIds(ids: readonly string[]): Promise<Agent[]>;
  agentByEmail(email: string): Promise<{ agent: Agent; passwordHash: string | null } | null>;
  countAdmins(): Promise<number>;
  session(id: string): Promise<Session | null>;
  setup(): Promise<SetupToken | null>;
  idempotency(caller: string, route: string, key: string): Promise<IdempotencyRow | null>;
  webhookEvents(channelId: string, outcome: Outcome | null, page: Page): Promise<Paged<LoggedEvent>>;
  /** The log in figures: each outcome counted up to `most`, minutes from `since` on. */
  webhookFigures(channelId: string, most: number, since: Instant): Promise<WebhookFigures>;
  webhookSigns(channelId: string): Promise<Sign[]>;
  /** A channel's events of a time whose raw words name a message; perhaps others too. */
  eventsNaming(channelId: string, id: string, during: { readonly from: Instant; readonly until: Instant }): Promise<LoggedEvent[]>;
  /** Of these messages, those that were taken back. */
  takenBack(keys: readonly ProviderKey[]): Promise<ProviderKey[]>;
  webhookEvent(id: string): Promise<LoggedEvent | null>;
  /** Open tickets with `after < (lookAt, id)` and `lookAt <= until`, in that order: what time may change by `until`. */
  dueTickets(
    after: { readonly lookAt: Instant; readonly id: string },
    until: Instant,
    limit: number,
  ): Promise<{ id: string; chatId: string; lookAt: Instant }[]>;
  /** Open tickets whose times were computed under an older version of the settings. */
  outdatedTickets(policyVersion: number, limit: number): Promise<{ id: string; chatId: string }[]>;
  /** Open tickets of these channels with what their timers depend on, by chat id: those after `after`. */
  timedTickets(channelIds: readonly string[], after: string, limit: number): Promise<TimedTicket[]>;
  sweep(name: string): Promise<SweepRow | null>;
  /** Keys that have an errand due which may run, and no lease on them: what must wait holds the later ones of its key that keep their order. */
  dueKeys(now: Instant, limit: number): Promise<string[]>;
  /** A key's errands, due or not, in order. */
  errandsOf(key: string, limit: number): Promise<Errand[]>;
  /** When the next errand of any key is due; null when none waits. */
  nextDue(): Promise<Instant | null>;
}
