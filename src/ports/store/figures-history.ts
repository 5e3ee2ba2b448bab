import type { TicketEvent } from '../../domain/events';
import type { Spoken } from '../../domain/figures/history';
import type { Trace } from '../../domain/figures/trace';
import type { Instant, Ticket } from '../../domain/ticket';

/** Everything that figures go by of some chats. */
export interface ChatPast {
  readonly chats: readonly { readonly id: string; readonly channelId: string }[];
  readonly tickets: readonly Ticket[];
  readonly events: readonly TicketEvent[];
  readonly spoken: readonly (Spoken & { readonly chatId: string })[];
  readonly traces: readonly Trace[];
}

export interface FigureHistoryReads {
  /** Ids of chats after that one, in order. */
  chatsAfter(id: string, limit: number): Promise<string[]>;
  /** Of these chats, those with a ticket of which no trace tells all, or with words without a ticket of before a moment. */
  untoldAmong(chatIds: readonly string[], before: Instant): Promise<string[]>;
  /** When the first trace was left that is not made from what was kept before; null = none was. */
  firstTrace(): Promise<Instant | null>;
}

export interface FigureHistoryTx {
  /** The chats must be held. */
  pastOf(chatIds: readonly string[]): Promise<ChatPast>;
  addTraces(traces: readonly Trace[]): Promise<void>;
}
