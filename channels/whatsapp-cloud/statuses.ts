import type { Heard, HeardReceipt, SendProblem, Who } from '../../src/ports/channel';
import { idOf, type Json, listOf, timeOf, wordOf } from '../common/json';
import { need, notice, type Place, Unreadable } from '../meta/envelope';
import { problemOf } from '../meta/errors';
import { reactionOf } from './gestures';
import { type People, whoIs } from './identity';

const STATUSES: ReadonlyMap<string, HeardReceipt['status']> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
  ['failed', 'failed'],
]);

/** What became of a message that we sent. In a group there is one for each person, and groups are not ours. */
export function hearStatus(place: Place, message: Json, people: People): Heard {
  if (message.recipient_type === 'group' || message.recipient_participant_id !== undefined) return notice(place, 'group_status');
  const said = need(wordOf(message.status), 'the status is missing');
  const status = STATUSES.get(said);
  if (!status) return notice(place, `status:${said}`);
  const id = idOf(message.id);
  const reference = wordOf(message.biz_opaque_callback_data);
  if (id === null && reference === null) throw new Unreadable('the status names no message');
  const who = whoIs([message.recipient_user_id, message.parent_recipient_user_id, message.parent_user_id, message.recipient_id], people);
  const reaction = reactionOf(reference);
  if (reaction) return aboutReaction(place, reaction, status, who);
  return {
    type: 'receipt',
    ...place,
    id,
    reference,
    who,
    status,
    at: timeOf(message.timestamp),
    error: status === 'failed' ? problem(message.errors) : null,
  };
}

/** A reaction that did not arrive is gone, as of just after it was set; that it did arrive is no news. */
function aboutReaction(place: Place, { target, at }: { target: string; at: number }, status: string, who: Who | null): Heard {
  if (status !== 'failed' || !who) return notice(place, `status:reaction:${status}`);
  return { type: 'reaction', ...place, target, by: 'business', who, emoji: null, at: at + 1 };
}

/** The first error that we can class speaks for all. */
function problem(errors: unknown): SendProblem {
  const problems = listOf(errors).map(problemOf);
  return problems.find(({ code }) => code !== 'unknown') ?? problems[0] ?? problemOf(null);
}
