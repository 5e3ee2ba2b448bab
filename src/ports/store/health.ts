import type { Health } from '../../domain/health';
import type { HealthFacts, HealthKnown } from '../../domain/health-facts';
import type { Instant } from '../../domain/ticket';

/** How a channel is, as it was judged last. */
export interface ChannelHealth extends Health {
  readonly channelId: string;
  /** What it was judged by; null = it never was. */
  readonly facts: HealthFacts | null;
  readonly known: HealthKnown;
  /** When the network last answered what it was asked. */
  readonly checkedAt: Instant | null;
  readonly version: number;
}

/** What waits to be sent through a channel. */
export interface Waiting {
  readonly channelId: string;
  readonly waiting: number;
  readonly oldestAt: Instant;
}

/** What was heard about messages that the desk does not know. */
export interface Gaps {
  readonly channelId: string;
  readonly statuses: number;
  /** Answers, reactions and edits. */
  readonly replies: number;
  readonly lastAt: Instant;
}

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

export interface HealthReads {
  channelHealth(channelId: string): Promise<ChannelHealth | null>;
  /** Of every channel that was ever judged. */
  healths(): Promise<ChannelHealth[]>;
  /** When a channel last heard something of its own. */
  lastHeardAt(channelId: string): Promise<Instant | null>;
  /** Of the channels that have something to send. */
  waitingToSend(): Promise<Waiting[]>;
  /** Of the channels that have some, heard in this span. */
  gaps(heard: Span): Promise<Gaps[]>;
  /** How many events a channel heard in each hour that had some, by the hour's start. */
  eventsByHour(channelId: string, heard: Span): Promise<ReadonlyMap<Instant, number>>;
}

export interface HealthTx {
  /** Locked. */
  channelHealth(channelId: string): Promise<ChannelHealth | null>;
  saveHealth(health: ChannelHealth): Promise<void>;
}
