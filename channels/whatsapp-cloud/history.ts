import type { Heard, HeardPast } from '../../src/ports/channel';
import { idOf, isObject, type Json, listOf, numberOf, objectOf, timeOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import { each, hearPart, need, notice, type Place } from '../meta/envelope';
import { type Change, parts } from './change';
import { contentOf } from './contents';
import { contextOf, hearMessage, someone } from './messages';

/** What became of the business's words on its phone (`history_context.status`). */
const STATUSES: ReadonlyMap<string, HeardPast['status']> = new Map([
  ['PENDING', 'sent'],
  ['SENT', 'sent'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['PLAYED', 'read'],
  ['ERROR', 'failed'],
]);

/** Changes to words that an import tells of too; what else a phone notes about itself is nobody's words. */
const CHANGES: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke']);

/**
 * What was said on the business's phone before it was connected (CHANNELS §2.5 `history`): chunks of threads, thousands of
 * messages in one POST, and later the files of messages whose places were held. How far it has come is told last.
 */
export function hearHistory(change: Change): Heard[] {
  const chunks = change.value.history;
  return [
    ...(chunks === undefined
      ? []
      : hearPart(change.alone({ history: chunks }, []), () => each(chunks, 'history', (chunk) => hearChunk(change, chunk)))),
    ...parts(
      change,
      'messages',
      ({ from, to }) => [from, to],
      (place, message) => hearPast(change, place, message, null),
    ),
  ];
}

function hearChunk(change: Change, given: unknown): Heard[] {
  const { metadata, threads, errors } = objectOf(given);
  const place = change.alone(
    { history: [{ ...(metadata === undefined ? {} : { metadata }), ...(errors === undefined ? {} : { errors }) }] },
    [],
  );
  return [
    ...listOf(threads).flatMap((thread) => hearThread(change, thread)),
    ...listOf(errors)
      .slice(0, 1)
      .map((error) => declined(place, error)),
    ...(isObject(metadata) ? [cameSoFar(place, metadata)] : []),
  ];
}

function hearThread(change: Change, given: unknown): Heard[] {
  const { id, messages } = objectOf(given);
  const alone = (message: unknown): Place => change.alone({ history: [{ threads: [{ id, messages: [message] }] }] }, [id]);
  return listOf(messages).flatMap((message) =>
    hearPart(alone(message), (place) => [
      hearPast(change, place, need(isObject(message) ? message : null, 'one of messages is not an object'), idOf(id)),
    ]),
  );
}

function hearPast({ value, people }: Change, place: Place, message: Json, thread: string | null): Heard {
  if (message.group_id !== undefined && message.group_id !== null) return notice(place, 'group');
  const context = objectOf(message.history_context);
  const by = isOurs(message, objectOf(value.metadata), thread) ? 'business' : 'customer';
  const seen = { place, message: named(message, by, thread), people, errors: value.errors, by } as const;
  if (CHANGES.has(wordOf(message.type) ?? '')) return hearMessage(seen);
  if (message.type === 'system') return notice(place, 'history:system');
  return {
    type: 'past',
    ...place,
    id: need(idOf(message.id), 'the message has no id'),
    by,
    who: someone(seen),
    at: timeOf(message.timestamp),
    content: contentOf(message),
    replyTo: idOf(objectOf(message.context).id),
    context: by === 'customer' ? contextOf(message) : null,
    status: by === 'business' ? (STATUSES.get((wordOf(context.status) ?? '').toUpperCase()) ?? null) : null,
  };
}

/** Only what the business wrote names whom it is to; some phones say outright that it is theirs. */
function isOurs({ from, to, to_user_id, history_context }: Json, { display_phone_number }: Json, thread: string | null): boolean {
  if (objectOf(history_context).from_me === true) return true;
  if (idOf(to) !== null || idOf(to_user_id) !== null) return true;
  const writer = digitsOf(from);
  return writer !== '' && writer !== digitsOf(thread) && writer === digitsOf(display_phone_number);
}

const digitsOf = (value: unknown): string => (idOf(value) ?? '').replace(/\D/g, '');

/** With the customer's name where the message itself tells none: it stands in their thread. */
function named(message: Json, by: 'customer' | 'business', thread: string | null): Json {
  const [phone, id] = by === 'customer' ? (['from', 'from_user_id'] as const) : (['to', 'to_user_id'] as const);
  return thread === null || message[phone] !== undefined || message[id] !== undefined ? message : { ...message, [phone]: thread };
}

function cameSoFar(place: Place, { progress, phase }: Json): Heard {
  const percent = numberOf(progress);
  return {
    type: 'import',
    ...place,
    progress: percent === null ? null : Math.max(0, Math.min(100, Math.round(percent))),
    phase: numberOf(phase),
    declined: null,
  };
}

/** Such as 2593109: the business does not share it. */
function declined(place: Place, error: unknown): Heard {
  const { code, title, message, error_data } = objectOf(error);
  const detail = wordOf(objectOf(error_data).details) ?? wordOf(message) ?? wordOf(title) ?? '';
  return { type: 'import', ...place, progress: null, phase: null, declined: { code: idOf(code), detail: speakable(detail, []) } };
}
