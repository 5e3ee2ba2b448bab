import type { Agent } from '../../domain/agent';
import type { Content } from '../../domain/content';
import type { TicketEvent } from '../../domain/events';
import type { FieldValues } from '../../domain/fields';
import type { Ticket } from '../../domain/ticket';

/** A ticket that a customer's words opened, as it began and as it is now. */
export interface Opened {
  readonly ticket: Ticket;
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly fields: FieldValues | null };
  /** Its first event. */
  readonly created: Pick<TicketEvent, 'cause' | 'data'>;
  /** What the customer had written by then, in order. */
  readonly said: readonly Content[];
}

export interface TeamReads {
  /** How many open tickets each of these teams has; a team without any is missing. */
  openTicketsOf(teamIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The newest tickets that were opened for a customer, newest first. */
  opened(limit: number): Promise<Opened[]>;
}

export interface TeamTx {
  /** The values of these contacts' own fields, by contact, without a lock. */
  contactFields(contactIds: readonly string[]): Promise<ReadonlyMap<string, FieldValues | null>>;
  /** The members of a team and these agents too, locked in id order; removed ones are left out. */
  membersAnd(teamId: string, agentIds: readonly string[]): Promise<Agent[]>;
  /** Open tickets of a team, without a lock. */
  ticketsOfTeam(teamId: string, limit: number): Promise<{ id: string; chatId: string }[]>;
}
