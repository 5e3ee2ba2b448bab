import type { Ticket } from '../../domain/ticket';
import type { AgentAtWork } from './tx';

/** Which of the queue is looked at. */
export interface QueueLook {
  readonly exceptChannels: readonly string[];
  /** Only tickets of these teams; null stands for those of none. */
  readonly teams: readonly (string | null)[];
  readonly limit: number;
  readonly skip: number;
}

/** A pending ticket that is not snoozed, with who had the last ticket of its chat. */
export interface Queued {
  readonly ticket: Ticket;
  readonly lastHandledBy: string | null;
}

export interface QueueReads {
  /** The queue: most urgent first, then longest waiting. */
  queued(look: QueueLook): Promise<Queued[]>;
  /** Agents that are online or away and not removed, with their load. */
  agentsAtWork(): Promise<AgentAtWork[]>;
}
