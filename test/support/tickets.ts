import type { Agent } from '../../src/domain/agent';
import { type Actor, CUSTOMER, SYSTEM } from '../../src/domain/events';
import { openTicket } from '../../src/domain/opening';
import { type Policy, policyOf } from '../../src/domain/policy';
import { DEFAULT_SETTINGS, type PartialSettings } from '../../src/domain/settings';
import type { Instant, Status, Ticket } from '../../src/domain/ticket';

export const SECONDS = 1000;
export const MINUTES = 60 * SECONDS;
export const HOURS = 60 * MINUTES;
export const DAYS = 24 * HOURS;

/** A Saturday noon: where the clock of a pure test begins. */
export const NOON: Instant = Date.UTC(2026, 10, 21, 12);

/** People that every test knows: `ana` has the held tickets, `luis` is her colleague, `eva` is the admin. */
export const ANA: Actor = { kind: 'agent', id: 'ana', name: 'Ana' };
export const LUIS: Actor = { kind: 'agent', id: 'luis', name: 'Luis' };
export const EVA: Actor = { kind: 'admin', id: 'eva', name: 'Eva' };
/** How a customer's message wakes a ticket. */
export const CUSTOMER_SPOKE = { actor: CUSTOMER, cause: 'customer_replied' } as const;
export const ACTORS: Record<Actor['kind'], Actor> = {
  customer: CUSTOMER,
  agent: ANA,
  admin: EVA,
  system: SYSTEM,
  bot: { kind: 'bot', id: 'b-1', name: 'Bot' },
  channel_app: { kind: 'channel_app', id: null, name: null },
};

/** What a status brings along, so that a test names the status and nothing else. */
const BY_STATUS: Record<Status, Partial<Ticket>> = {
  pending: { waiting: true },
  active: { assigneeId: 'ana' },
  proactive: { assigneeId: 'ana' },
  in_progress: { lastAssigneeId: 'ana' },
  idle: { assigneeId: 'ana', idleFrom: NOON },
  closed: { lastAssigneeId: 'ana', stage: 'closed', closedAt: NOON, closeCause: 'closed_by_person' },
};

const chat = { id: 'c-1', channelId: 'ch-1', contactId: 'p-1', lastTicketId: null };
const opened = openTicket({ id: 't-1', number: 1, chat, status: 'pending', cause: 'customer_wrote', actor: CUSTOMER, at: NOON });

/** A ticket as it would be in this status (default `active`, Ana's), with whatever the test is about. */
export function aTicket(about: Partial<Ticket> = {}): Ticket {
  const status = about.status ?? 'active';
  return {
    ...opened.ticket,
    status,
    ...BY_STATUS[status],
    ...about,
  };
}

/** A ticket asleep until an hour after noon. */
export const aSnoozedTicket = (about: Partial<Ticket> = {}): Ticket =>
  aTicket({ status: 'in_progress', stage: 'snoozed', snoozedUntil: NOON + HOURS, ...about });

/** An agent who is online and has no limit of their own. */
export function anAgent(id: string, about: Partial<Agent> = {}): Agent {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    email: `${id}@example.com`,
    role: 'agent',
    presence: 'online',
    presenceReason: null,
    presenceSince: NOON,
    capacity: null,
    teamIds: [],
    liveSince: null,
    goneSince: null,
    lastRoutedAt: null,
    createdAt: NOON,
    updatedAt: NOON,
    removedAt: null,
    version: 1,
    ...about,
  };
}

/** The default rules with these settings laid on them; `stages` are the intermediate ones that exist. */
export const aPolicy = (settings: PartialSettings = {}, stages: readonly string[] = []): Policy =>
  policyOf(DEFAULT_SETTINGS, settings, 1, { stages: new Set(stages) });
