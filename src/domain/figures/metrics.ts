import type { FactKind } from './kept';

/** What a number is made of, and by what it can be narrowed. */
export type MetricSource =
  /** How many facts of a kind; with a field its seconds. */
  | { readonly facts: FactKind; readonly field?: 'total' | 'handle' | 'waiting' | 'idle'; readonly causes?: readonly string[] }
  | { readonly messages: 'in' | 'out' | 'all' }
  | { readonly talks: 'all' | 'contained' }
  /** Read as it is now; never over a period. */
  | { readonly live: 'open' | 'queue' | 'oldest' | 'windows' };

export type Narrowing = 'channel' | 'team' | 'agent';

export interface Metric {
  readonly id: string;
  readonly unit: 'tickets' | 'seconds' | 'messages' | 'conversations';
  readonly says: string;
  readonly of: MetricSource;
  readonly narrowedBy: readonly Narrowing[];
  /** Told by cause too. */
  readonly byCause?: true;
  /** Counted within working hours too. */
  readonly worked?: true;
  /** The upper ends of its histogram, in seconds; what is exactly as long lies below it. What is longer lies above the last one. */
  readonly bounds?: readonly number[];
}

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
const ALL = ['channel', 'team', 'agent'] as const;
const LONG = [HOUR, 4 * HOUR, 8 * HOUR, DAY, 3 * DAY, 7 * DAY] as const;
const SHORT = [1, 2, 5, 10, 20, 60].map((minutes) => minutes * MINUTE);

/** Causes of new tickets that a bot gave to people. */
export const HAND_OFF_CAUSES = ['handed_off', 'bot_failed'] as const;

/**
 * Every number of the analytics, the reports and their documentation is a row here, and is named by its id.
 * A duration has a number of tickets, a sum, a median and a 90th percentile: the smallest value with at least half (nine of ten) of the values
 * at or below it. Durations are whole seconds, each cut once.
 */
// biome-ignore format: a table is read in columns
export const METRICS = [
  { id: 'new_tickets',      unit: 'tickets',       narrowedBy: ['channel', 'team'],  of: { facts: 'new' }, byCause: true,
    says: 'Tickets that were created, by why they were.' },
  { id: 'closed_tickets',   unit: 'tickets',       narrowedBy: ALL,                  of: { facts: 'closed' }, byCause: true,
    says: 'Times that a ticket was closed, by why it was. One that was opened again and closed again counts again. Agent and team are those that it had when it closed.' },
  { id: 'reopened_tickets', unit: 'tickets',       narrowedBy: ALL,                  of: { facts: 'reopened' }, byCause: true,
    says: 'Times that a closed ticket was opened again, by a person or because the customer came back. Its agent is who had it last.' },
  { id: 'first_response',   unit: 'seconds',       narrowedBy: ALL,                  of: { facts: 'answered', field: 'total' }, worked: true, bounds: SHORT,
    says: 'From a ticket\u2019s creation to the first answer that a person wrote, here or on the phone\u2019s own app (an automatic message is none), counted with the moment of creation and for the agent who answered. Tickets that the business itself began, and those without an answer yet, are left out.' },
  { id: 'resolution',       unit: 'seconds',       narrowedBy: ALL,                  of: { facts: 'closed', field: 'total' }, worked: true, bounds: LONG,
    says: 'From creation, or from the newest opening again, to the close, counted when it closed.' },
  { id: 'waiting',          unit: 'seconds',       narrowedBy: ALL,                  of: { facts: 'closed', field: 'waiting' }, worked: true, bounds: SHORT,
    says: 'For how long in all the customer waited for a person\u2019s answer, from opening to close, counted when it closed. When an answer fails they have waited on since the last one that did not; no time is counted twice.' },
  { id: 'idle',             unit: 'seconds',       narrowedBy: ALL,                  of: { facts: 'closed', field: 'idle' }, worked: true, bounds: LONG,
    says: 'For how long in all the ticket was idle, from opening to close, counted when it closed.' },
  { id: 'handle',           unit: 'seconds',       narrowedBy: ALL,                  of: { facts: 'closed', field: 'handle' }, worked: true, bounds: LONG,
    says: 'For how long in all the ticket was active, from opening to close, counted when it closed.' },
  { id: 'messages',         unit: 'messages',      narrowedBy: ['channel', 'agent'], of: { messages: 'all' },
    says: 'Messages that were received or written, when the desk stored them. Notes and what was imported from a phone\u2019s history are left out.' },
  { id: 'messages_in',      unit: 'messages',      narrowedBy: ['channel', 'agent'], of: { messages: 'in' },
    says: 'Those of them that came in.' },
  { id: 'messages_out',     unit: 'messages',      narrowedBy: ['channel', 'agent'], of: { messages: 'out' },
    says: 'Those of them that the desk, its people, its bots or the phone\u2019s own app wrote; also if sending failed.' },
  { id: 'bot_talks',        unit: 'conversations', narrowedBy: ['channel'],          of: { talks: 'all' },
    says: 'Conversations of the bot in chats without an open ticket, counted with its first answer. One ends when a ticket opens, or when the bot has said nothing for 24 hours.' },
  { id: 'bot_contained',    unit: 'conversations', narrowedBy: ['channel'],          of: { talks: 'contained' },
    says: 'Those of them that became no ticket (so far).' },
  { id: 'hand_offs',        unit: 'tickets',       narrowedBy: ['channel', 'team'],  of: { facts: 'new', causes: HAND_OFF_CAUSES }, byCause: true,
    says: 'New tickets that a bot gave to people: because it handed over, or because it failed.' },
  { id: 'open_tickets',     unit: 'tickets',       narrowedBy: ALL,                  of: { live: 'open' },
    says: 'Tickets that are not closed, now.' },
  { id: 'queue',            unit: 'tickets',       narrowedBy: ['channel', 'team'],  of: { live: 'queue' },
    says: 'Tickets that wait for an agent now: pending, and not snoozed.' },
  { id: 'oldest_wait',      unit: 'seconds',       narrowedBy: ['channel', 'team'],  of: { live: 'oldest' },
    says: 'For how long the ticket that has been in the queue longest has been there.' },
  { id: 'windows_closing',  unit: 'tickets',       narrowedBy: ['channel', 'team'],  of: { live: 'windows' },
    says: 'Open tickets whose window for free answers ends soon: within the time that the setting delivery.windowWarnBefore names.' },
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]['id'];

export const METRIC_IDS = METRICS.map(({ id }) => id);

/** All of them with the type of a row. */
export const metrics: readonly (Metric & { readonly id: MetricId })[] = METRICS;
