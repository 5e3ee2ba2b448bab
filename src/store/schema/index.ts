import type { Table } from '../columns';
import { CHANNEL_LINES, WEBCHAT_VISITORS } from './channels';
import { CHATS, CONTACTS, EARLY, IDENTITIES, MESSAGES } from './chats';
import {
  CHANNEL_HEALTH,
  CONTACT_MERGES,
  DIFFERENT_PEOPLE,
  MEDIA,
  PAST_IDENTITIES,
  PAUSES,
  PHONEBOOK,
  PROVIDER_MEDIA,
  TEMPLATE_LISTS,
  TEMPLATES,
} from './delivery';
import { BOTS, CHANNELS, HOUSE_LISTS, SETTINGS, STAGES, TEAMS } from './house';
import { ACCOUNT_LINKS, AGENTS, AUDIT, LIVE_CONNECTIONS, PRESENCE_SPELLS, SECOND_FACTORS, SESSIONS, SETUP, TOKENS } from './people';
import { CANNED_REPLIES, DRAFTS, MENTIONS, PREFERENCES, PUSH_KEYS, PUSH_SUBSCRIPTIONS, SAVED_VIEWS, VIEW_ORDERS } from './personal';
import { TICKET_EVENTS, TICKET_NUMBERS, TICKETS } from './tickets';
import { IDEMPOTENCY_KEYS, LEASES, OUTBOX, SWEEPS, WEBHOOK_EVENTS, WEBHOOK_SIGNS } from './work';

// Columns are named like the fields, so that a row is the value that it keeps.

export * from './channels';
export * from './chats';
export * from './delivery';
export * from './house';
export * from './people';
export * from './personal';
export * from './tickets';
export * from './work';

/** Every table of the desk. */
export const TABLES: readonly Table<never>[] = [
  SETTINGS,
  CHANNELS,
  STAGES,
  AGENTS,
  SESSIONS,
  SETUP,
  CONTACTS,
  IDENTITIES,
  BOTS,
  CHATS,
  TICKETS,
  MESSAGES,
  EARLY,
  TICKET_EVENTS,
  WEBHOOK_EVENTS,
  WEBHOOK_SIGNS,
  OUTBOX,
  LEASES,
  SWEEPS,
  IDEMPOTENCY_KEYS,
  TICKET_NUMBERS,
  PREFERENCES,
  CANNED_REPLIES,
  SAVED_VIEWS,
  VIEW_ORDERS,
  PUSH_KEYS,
  PUSH_SUBSCRIPTIONS,
  TEAMS,
  HOUSE_LISTS,
  LIVE_CONNECTIONS,
  PRESENCE_SPELLS,
  DRAFTS,
  MENTIONS,
  ACCOUNT_LINKS,
  SECOND_FACTORS,
  TOKENS,
  AUDIT,
  MEDIA,
  PROVIDER_MEDIA,
  PHONEBOOK,
  TEMPLATES,
  TEMPLATE_LISTS,
  PAUSES,
  PAST_IDENTITIES,
  CONTACT_MERGES,
  DIFFERENT_PEOPLE,
  CHANNEL_HEALTH,
  CHANNEL_LINES,
  WEBCHAT_VISITORS,
] as unknown as readonly Table<never>[];
