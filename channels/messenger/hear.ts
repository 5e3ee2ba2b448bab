import type { Heard } from '../../src/ports/channel';
import { hearMessaging } from '../meta/messaging/hear';
import { EVENTS } from './events';
import { FIELDS } from './field';
import { whoIs } from './identity';

/** What each field of `changes` is about: all of the conversation's may come so, and what stands under the Page's posts. */
const ABOUT: ReadonlyMap<string, string> = new Map([
  ...FIELDS.map((field): [string, string] => [field, field === 'standby' ? 'standby' : 'item']),
  ['feed', 'comment'],
  ['mention', 'mention'],
  ['ratings', 'rating'],
  ['leadgen', 'lead'],
  ['conversations', 'conversation'],
]);

/** Everything that a POST about a Page says. */
export const hear = (body: unknown): Heard[] => hearMessaging({ object: 'page', whoIs, events: EVENTS, fields: ABOUT }, body);
