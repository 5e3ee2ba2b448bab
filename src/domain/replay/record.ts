import type { Role } from '../agent';
import type { TicketEvent } from '../events';
import type { Message } from '../message';
import type { Policy } from '../policy';
import type { Instant, Ticket } from '../ticket';

/** What the desk has on record of one chat: from the opening of the first of these tickets on. */
export interface ChatRecord {
  readonly chat: { readonly id: string; readonly channelId: string; readonly contactId: string };
  readonly tickets: readonly Pick<Ticket, 'id' | 'number' | 'createdAt' | 'previousTicketId'>[];
  /** By ticket, in the order of their opening, then by seq. */
  readonly events: readonly TicketEvent[];
  /** By seq. */
  readonly messages: readonly Message[];
}

/** What held at which moment, for the tickets of one channel. */
export interface Rules {
  policyAt(at: Instant): Policy;
  /** When they changed, in order. */
  readonly changes: readonly Instant[];
  /** Whether a bot answers in closed chats. */
  readonly hasBot: boolean;
  /** Whether the network takes words of the desk. */
  mayWrite(windowFrom: Instant | null, at: Instant): boolean;
}

/** Somebody left their place. */
export interface Leaving {
  readonly agentId: string;
  readonly presence: 'away' | 'offline' | 'removed';
  readonly at: Instant;
}

/** Who was there when. */
export interface Staff {
  /** Everybody, in a fixed order. */
  readonly ids: readonly string[];
  /** null for who is no agent: a machine. */
  roleOf(id: string): Role | null;
  isOnline(id: string, at: Instant): boolean;
  /** For how long of a time they were online. */
  onlineFor(id: string, during: Stretch): number;
  /** When this agent leaves next, after a moment; null when they stay. */
  leavingAfter(id: string, at: Instant): Leaving | null;
  /** Who was online then and answers a team's tickets; null = those of no team. In a fixed order. */
  onlineAt(at: Instant, teamId: string | null): readonly string[];
  /** The first moment after this one at which somebody comes online; null when nobody does. */
  nextOnline(at: Instant): Instant | null;
}

/** How time passes. */
export interface Clockwork {
  readonly until: Instant;
  /** Timers of which the record does not tell fire by themselves, at the sweep's next look; null: only as the record tells. */
  readonly free: Free | null;
}

export interface Free {
  /** When the sweep is known not to have looked: from when something was due until it was done, or had become moot. */
  readonly blind: readonly Stretch[];
  /** When tickets began to wait for an agent by the record: who got them is on record too. */
  readonly queuedAt: ReadonlySet<Instant>;
  /** How long others waited: an estimate for those whose wait is not on record. */
  readonly usualWait: number;
}

export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** What a chat went through. */
export interface Course {
  /** In order. */
  readonly events: readonly TicketEvent[];
  /** For how long customers waited for an answer, by ticket. */
  readonly waited: ReadonlyMap<string, readonly Stretch[]>;
  /** When customers wrote again within a day after a close by time. */
  readonly back: readonly Instant[];
  /** Tickets with something that is an estimate. */
  readonly estimated: ReadonlySet<string>;
  readonly blind: readonly Stretch[];
  readonly queuedAt: ReadonlySet<Instant>;
}
