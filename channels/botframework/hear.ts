import { type Heard, partId } from '../../src/ports/channel';
import { idOf, isObject, listOf, objectOf, textOf, tooDeep, wordOf } from '../common/json';
import { hearPart, kept, need, notice, type Place } from '../common/place';
import { type Activity, activityOf, conversationId, isBot, isGroup, keyOf, madeKey, senderOf } from './activity';
import { installation, members } from './arrivals';
import { partsOf, spokenIn } from './contents';
import { emojiFor } from './emoji';
import { hearHandOff, hearHandOffStatus, INITIATE, STATUS } from './hand-off-events';

type Hears = (activity: Activity, place: Place) => Heard[];

/** What each type of activity is about; another is recorded under its name. */
const TYPES: ReadonlyMap<string, Hears> = new Map<string, Hears>([
  ['message', message],
  ['messageUpdate', edit],
  ['messageDelete', deletion],
  ['messageReaction', reaction],
  ['conversationUpdate', members],
  ['contactRelationUpdate', installation],
  ['installationUpdate', installation],
  ['event', event],
  ['handoff', hearHandOff],
  ['invoke', invoke],
  ['typing', told('typing')],
  ['endOfConversation', told('end_of_conversation')],
  ['deleteUserData', told('delete_user_data')],
  ['trace', told('trace')],
  ['suggestion', told('suggestion')],
  ['command', told('command')],
  ['commandResult', told('command_result')],
]);

/** Everything that an activity says; a list of them, one after the other. */
export function hear(body: unknown): Heard[] {
  if (Array.isArray(body) && body.length > 0) return body.flatMap(hearOne);
  return hearOne(body);
}

function hearOne(told: unknown): Heard[] {
  const place = { account: null, raw: withoutTokens(told) };
  if (tooDeep(told)) return [kept({ type: 'unreadable', ...place, reason: 'nested too deeply' })];
  return hearPart(place, () => hearActivity(activityOf(told), place)).map(kept);
}

function hearActivity(activity: Activity, place: Place): Heard[] {
  if (isGroup(activity)) return [notice(place, 'group')];
  const hears = TYPES.get(activity.type) ?? told(`unknown_type:${activity.type}`);
  return hears(activity, place);
}

function told(kind: string): Hears {
  return (_, place) => [notice(place, kind)];
}

function message(activity: Activity, place: Place): Heard[] {
  const { given, at } = activity;
  if (isBot(activity, objectOf(given.from))) return [notice(place, 'self')];
  const [id, from, replyTo] = [keyOf(activity), senderOf(activity), answered(activity)];
  return partsOf(activity).map(
    ({ content, context = null }, index): Heard => ({
      type: 'message',
      ...place,
      id: partId(id, index),
      from,
      at,
      content,
      replyTo,
      context,
    }),
  );
}

function answered(activity: Activity): string | null {
  const id = idOf(activity.given.replyToId);
  return id === null ? null : madeKey(activity.channelId, conversationId(activity), id);
}

/** Teams tells of an edit, and of a deletion that was undone, with the message's own id. */
function edit(activity: Activity, place: Place): Heard[] {
  const text = spokenIn(activity);
  need(idOf(activity.given.id), 'the update names no message');
  if (text === '' || objectOf(activity.given.channelData).eventType === 'undeleteMessage') return [notice(place, 'message_update')];
  return [
    {
      type: 'edit',
      ...place,
      target: keyOf(activity),
      by: 'customer',
      who: senderOf(activity),
      content: { type: 'text', text },
      at: activity.at,
    },
  ];
}

function deletion(activity: Activity, place: Place): Heard[] {
  need(idOf(activity.given.id), 'the deletion names no message');
  return [{ type: 'deletion', ...place, target: keyOf(activity), whole: true, by: 'customer', who: senderOf(activity), at: activity.at }];
}

/** One reaction of a person stands at a time: the last that was added, or none. */
function reaction(activity: Activity, place: Place): Heard[] {
  const target = need(answered(activity), 'the reaction names no message');
  const added = wordOf(objectOf(listOf(activity.given.reactionsAdded).at(-1)).type);
  if (added === null && listOf(activity.given.reactionsRemoved).length === 0) return [notice(place, 'reaction')];
  const emoji = added === null ? null : emojiFor(added);
  return [{ type: 'reaction', ...place, target, by: 'customer', who: senderOf(activity), emoji, at: activity.at }];
}

function event(activity: Activity, place: Place): Heard[] {
  const name = wordOf(activity.given.name) ?? '';
  if (name === INITIATE) return hearHandOff(activity, place);
  if (name === STATUS) return hearHandOffStatus(activity, place);
  return [notice(place, `event:${name}`)];
}

/** Of what wants an answer at once only a card that is sent back is somebody's word. */
function invoke(activity: Activity, place: Place): Heard[] {
  const { given, at } = activity;
  if (given.name !== 'adaptiveCard/action') return [notice(place, `invoke:${wordOf(given.name) ?? ''}`)];
  const { verb, data = {} } = objectOf(objectOf(given.value).action);
  const content = { type: 'form_reply', data, ...(wordOf(verb) ? { name: wordOf(verb) as string } : {}) } as const;
  return [
    { type: 'message', ...place, id: keyOf(activity), from: senderOf(activity), at, content, replyTo: answered(activity), context: null },
  ];
}

/** Of signing in, the service tells the tokens; they are nobody's to read. */
function withoutTokens(told: unknown): unknown {
  if (!isObject(told) || !/^(tokens|signin)\//.test(textOf(told.name) ?? '')) return told;
  const { value: _, ...rest } = told;
  return rest;
}
