import type { KeptLine, Visitor } from '../../ports/store';
import { id, instant, integer, json, key, maybe, plain, type Table, text } from '../columns';

export const CHANNEL_LINES: Table<KeptLine> = {
  ...plain,
  name: 'channel_lines',
  primary: ['channelId'],
  columns: { channelId: id, state: json, since: instant, kept: maybe(json), wish: maybe(json) },
};

export const WEBCHAT_VISITORS: Table<Visitor> = {
  ...plain,
  name: 'webchat_visitors',
  primary: ['id'],
  columns: {
    id,
    channelId: id,
    generation: integer,
    externalId: maybe(key(191)),
    name: maybe(text),
    email: maybe(text),
    facts: maybe(json),
    createdAt: instant,
    seenAt: instant,
  },
  indexes: [
    { name: 'webchat_visitors_known', on: ['channelId', 'externalId'] },
    { name: 'webchat_visitors_seen', on: ['seenAt'] },
  ],
};
