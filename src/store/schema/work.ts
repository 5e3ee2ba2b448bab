import type { Errand, IdempotencyRow, Sign, SweepRow, WebhookEvent } from '../../ports/store';
import { id, instant, integer, json, key, maybe, original, plain, type Table, text, word } from '../columns';

export const WEBHOOK_EVENTS: Table<WebhookEvent> = {
  ...plain,
  name: 'webhook_events',
  primary: ['id'],
  columns: {
    id,
    channelId: id,
    account: maybe(text),
    kind: text,
    outcome: word,
    reason: maybe(text),
    ticketId: maybe(id),
    raw: maybe(original),
    heardAt: instant,
    replayedAt: maybe(instant),
  },
  indexes: [
    { name: 'webhook_events_channel', on: ['channelId', 'id'] },
    { name: 'webhook_events_outcome', on: ['channelId', 'outcome', 'id'] },
    { name: 'webhook_events_heard', on: ['channelId', 'heardAt'] },
  ],
};

export const WEBHOOK_SIGNS: Table<Sign> = {
  ...plain,
  name: 'webhook_signs',
  primary: ['channelId', 'name'],
  columns: { channelId: id, name: key(64), times: integer, firstAt: instant, lastAt: instant },
};

export const OUTBOX: Table<Errand> = {
  ...plain,
  name: 'outbox',
  primary: ['id'],
  columns: {
    id,
    key: key(128),
    kind: word,
    payload: json,
    dueAt: instant,
    attempts: integer,
    createdAt: instant,
    channelId: maybe(id),
    lateAt: maybe(instant),
  },
  indexes: [
    { name: 'outbox_key', on: ['key', 'id'] },
    { name: 'outbox_due', on: ['dueAt'] },
    { name: 'outbox_channel', on: ['channelId', 'lateAt', 'createdAt'] },
  ],
};

export interface LeaseRow {
  readonly name: string;
  readonly holder: string;
  readonly token: string;
  readonly until: number;
}

export const LEASES: Table<LeaseRow> = {
  ...plain,
  name: 'leases',
  primary: ['name'],
  columns: { name: key(128), holder: id, token: id, until: instant },
};

export const SWEEPS: Table<SweepRow> = {
  ...plain,
  name: 'sweeps',
  primary: ['name'],
  columns: { name: key(128), lastAt: instant, catchUpUntil: maybe(instant), lookedUntil: maybe(instant) },
};

export const IDEMPOTENCY_KEYS: Table<IdempotencyRow> = {
  ...plain,
  name: 'idempotency_keys',
  primary: ['caller', 'route', 'key'],
  columns: { caller: key(64), route: key(191), key: key(255), bodyHash: key(128), answer: maybe(json), createdAt: instant },
  indexes: [{ name: 'idempotency_keys_age', on: ['createdAt'] }],
};
