import type { Instant } from '../../domain/ticket';

/** That an agent has live connections to an instance of the desk, as of its last beat. */
export interface LiveConnection {
  readonly agentId: string;
  readonly instance: string;
  readonly beatAt: Instant;
}

/** What an agent has begun to write in a ticket, so that it can go on elsewhere. */
export interface DraftRow {
  readonly agentId: string;
  readonly ticketId: string;
  readonly draft: { readonly text: string; readonly note: boolean; readonly replyTo: string | null };
  readonly updatedAt: Instant;
}

/** That a note names an agent. */
export interface Mention {
  readonly messageId: string;
  readonly agentId: string;
  readonly ticketId: string;
  readonly at: Instant;
  readonly seenAt: Instant | null;
}
