import type { Heard } from '../../src/ports/channel';
import { isObject, type Json, listOf, objectOf, textOf, wordOf } from '../common/json';
import { notice, type Place } from '../common/place';
import { type Activity, isBot, keyOf, senderOf, whoIs } from './activity';

/** The names of the Bot Framework's hand-off protocol (CHANNELS §7). */
export const INITIATE = 'handoff.initiate';
export const STATUS = 'handoff.status';

const LONGEST_REASON = 500;
const MOST_LINES = 500;

/** A bot asks for a person. Where the bot itself says it, `relatesTo` names whom it is about. */
export function hearHandOff(activity: Activity, place: Place): Heard[] {
  const { given, at } = activity;
  const from = objectOf(given.from);
  const related = objectOf(given.relatesTo);
  const bySelf = isBot(activity, from) || (from.id !== undefined && from.id === objectOf(related.bot).id);
  const who = bySelf ? whoIs(activity, objectOf(related.user)) : senderOf(activity);
  return [{ type: 'hand_off', ...place, id: keyOf(activity), who, at, reason: reasonIn(given.value), transcript: transcriptIn(given) }];
}

/** A hub has taken what our bot handed over, or is done with it. */
export function hearHandOffStatus(activity: Activity, place: Place): Heard[] {
  const { given, at } = activity;
  const state = objectOf(given.value).state;
  if (state !== 'accepted' && state !== 'failed' && state !== 'completed') return [notice(place, 'hand_off_status')];
  return [
    { type: 'handover', ...place, who: senderOf(activity), held: state === 'accepted', appId: state === 'accepted' ? 'handoff' : null, at },
  ];
}

/** The context of a hand-off, which every bot fills as it likes, in one line. */
function reasonIn(value: unknown): string | null {
  if (!isObject(value)) return textOf(value)?.slice(0, LONGEST_REASON) || null;
  const facts = Object.entries(value).flatMap(([name, fact]) =>
    ['string', 'number', 'boolean'].includes(typeof fact) ? [`${name}: ${String(fact)}`] : [],
  );
  return facts.join(', ').slice(0, LONGEST_REASON) || null;
}

/** What was said before, as lines; null when none came along. */
function transcriptIn(given: Json): string | null {
  const attached = listOf(given.attachments)
    .map(objectOf)
    .find(({ name, contentType }) => name === 'Transcript' || contentType === 'application/json');
  const content = attached?.content;
  const lines = listOf(isObject(content) ? content.activities : content)
    .map(objectOf)
    .flatMap(({ text, from }) => {
      const words = textOf(text)?.trim();
      const speaker = wordOf(objectOf(from).name) ?? wordOf(objectOf(from).role) ?? wordOf(objectOf(from).id);
      return words ? [speaker ? `${speaker}: ${words}` : words] : [];
    });
  return lines.slice(-MOST_LINES).join('\n') || null;
}
