import { type CannedReply, spellingOf } from '../../domain/canned';
import type { Preferences } from '../../domain/preferences';
import type { SavedView } from '../../domain/views';
import type { DraftRow, Mention, PushKeys, PushSubscription } from '../../ports/store';
import { flag, id, instant, integer, json, key, maybe, plain, type Table, text } from '../columns';

export const PREFERENCES: Table<{ readonly agentId: string; readonly preferences: Partial<Preferences> }> = {
  ...plain,
  name: 'preferences',
  primary: ['agentId'],
  columns: { agentId: id, preferences: json },
};

export const CANNED_REPLIES: Table<CannedReply> = {
  name: 'canned_replies',
  primary: ['id'],
  columns: { id, shortcut: key(64), title: text, text, createdAt: instant, updatedAt: instant, version: integer },
  derived: { spelling: { ...key(64), from: ({ shortcut }) => spellingOf(shortcut) } },
  apart: {},
  indexes: [{ name: 'canned_replies_spelling', on: ['spelling'], unique: true }],
};

export const SAVED_VIEWS: Table<SavedView> = {
  ...plain,
  name: 'saved_views',
  primary: ['id'],
  columns: { id, ownerId: id, name: text, query: json, shared: flag, createdAt: instant, updatedAt: instant, version: integer },
};

export const VIEW_ORDERS: Table<{ readonly agentId: string; readonly ids: readonly string[] }> = {
  ...plain,
  name: 'view_orders',
  primary: ['agentId'],
  columns: { agentId: id, ids: json },
};

export const PUSH_KEYS: Table<PushKeys & { readonly id: string }> = {
  ...plain,
  name: 'push_keys',
  primary: ['id'],
  columns: { id, publicKey: text, privateKey: text },
};

export const PUSH_SUBSCRIPTIONS: Table<PushSubscription> = {
  ...plain,
  name: 'push_subscriptions',
  primary: ['id'],
  columns: { id: key(128), agentId: id, endpoint: text, keys: text, createdAt: instant },
  indexes: [{ name: 'push_subscriptions_agent', on: ['agentId'] }],
};

export const DRAFTS: Table<DraftRow> = {
  ...plain,
  name: 'drafts',
  primary: ['agentId', 'ticketId', 'note'],
  columns: { agentId: id, ticketId: id, note: flag, text, replyTo: maybe(id), updatedAt: instant },
  indexes: [{ name: 'drafts_ticket', on: ['ticketId'] }],
};

export const MENTIONS: Table<Mention> = {
  ...plain,
  name: 'mentions',
  primary: ['messageId', 'agentId'],
  columns: { messageId: id, agentId: id, ticketId: id, at: instant, seenAt: maybe(instant) },
  indexes: [
    { name: 'mentions_agent', on: ['agentId', 'seenAt', 'ticketId'] },
    { name: 'mentions_ticket', on: ['ticketId'] },
  ],
};
