import type { Heard } from '../../src/ports/channel';
import { idOf, type Json, listOf, objectOf, textOf } from '../common/json';
import { notice, type Place } from '../common/place';
import { type Activity, comesByPage, isBot, whoIs } from './activity';

/** A service says so once for the bot and once for the person. Who came to a page and has no name is nobody yet. */
export function members(activity: Activity, place: Place): Heard[] {
  const { given } = activity;
  const others = [...listOf(given.membersAdded).map(objectOf), objectOf(given.from)].filter(
    (one) => idOf(one.id) !== null && !isBot(activity, one),
  );
  const person = others.find(({ id }) => id !== activity.conversation.id);
  if (!Array.isArray(given.membersAdded) || !person) return [notice(place, 'conversation_update')];
  const { from } = given;
  return met(activity, place, objectOf(from).id === person.id ? { ...person, ...objectOf(from) } : person);
}

/** The app was installed for somebody, or taken away. */
export function installation(activity: Activity, place: Place): Heard[] {
  const action = textOf(activity.given.action) ?? '';
  return action.startsWith('add')
    ? met(activity, place, objectOf(activity.given.from))
    : [notice(place, action.startsWith('remove') ? 'uninstalled' : activity.type)];
}

function met(activity: Activity, place: Place, account: Json): Heard[] {
  const who = whoIs(activity, account);
  if (comesByPage(activity) && !who.name) return [notice(place, 'conversation_update')];
  return [{ type: 'met', ...place, who, at: activity.at }];
}
