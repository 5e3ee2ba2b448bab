import type { AccountJson } from '../../src/http/schemas/account';
import type { AgentJson } from '../../src/http/schemas/agent';
import type { ChannelJson, WebhookEventJson } from '../../src/http/schemas/channel';
import type { EventJson, MessageJson } from '../../src/http/schemas/message';
import type { QueueEntryJson } from '../../src/http/schemas/queue';
import type { TicketJson } from '../../src/http/schemas/ticket';

/** What the API answers, as its own schemas say it. */
export type Agent = AgentJson;
export type Account = AccountJson;
export type Channel = ChannelJson;
export type WebhookEvent = WebhookEventJson;
export type Ticket = TicketJson;
export type QueueEntry = QueueEntryJson;
export type Message = MessageJson;
export type TicketEvent = EventJson;
export type Status = Ticket['status'];
export type Stage = Ticket['stage'];
export type Action = Ticket['allowedActions'][number];

export interface Page<Row> {
  readonly data: Row[];
  readonly nextCursor: string | null;
}

export interface Counts {
  readonly mine: number;
  readonly unassigned: number;
  readonly queue: number;
  readonly oldestInQueueSince: string | null;
  readonly open: number;
  readonly snoozed: number;
  readonly closed: number;
  readonly unread: number;
  readonly mentions: number;
  readonly byTeam: readonly { readonly teamId: string; readonly open: number; readonly queue: number }[];
  readonly byStatus: Readonly<Record<Status, number>>;
}
