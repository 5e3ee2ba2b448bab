import type { Heard } from '../../src/ports/channel';
import { hearMessaging } from '../meta/messaging/hear';
import { EVENTS } from './events';
import { whoIs } from './identity';

// biome-ignore format: a table is read in columns
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['messages',            'item'],
  ['message_edit',        'item'],
  ['message_reactions',   'item'],
  ['messaging_handover',  'item'],
  ['messaging_optins',    'item'],
  ['messaging_postbacks', 'item'],
  ['messaging_referral',  'item'],
  ['messaging_seen',      'item'],
  ['standby',             'standby'],
  ['comments',            'comment'],
  ['live_comments',       'live_comment'],
  ['mentions',            'mention'],
  ['story_insights',      'story_insights'],
]);

/** Everything that a POST about an Instagram account says. */
export const hear = (body: unknown): Heard[] => hearMessaging({ object: 'instagram', whoIs, events: EVENTS, fields: FIELDS }, body);
