import type { Alias, Who } from '../../src/ports/channel';
import { idOf, type Json, wordOf } from '../common/json';

/** A person, as the bot knows them: the id of the user is that of the private chat with them too. */
export function whoIs(id: string, user: Json = {}): Who {
  const username = wordOf(user.username);
  const name = [wordOf(user.first_name), wordOf(user.last_name)].filter((part) => part !== null).join(' ');
  return {
    keys: [`tg:${id}`],
    address: { id, display: username === null ? id : `@${username}` },
    name: name === '' ? null : name,
    username,
  };
}

/** Whoever wrote; their chat stands in where the network does not say. */
export function writerIn(chat: Json, from: Json): Who | null {
  const id = idOf(chat.id);
  return id === null ? null : whoIs(id, idOf(from.id) === id ? from : chat);
}

export function address(to: string): Who {
  const id = to.trim();
  if (!/^[1-9]\d{3,15}$/.test(id))
    throw new TypeError('the digits of a Telegram user id; a bot can write only to people who have written to it first');
  return whoIs(id);
}

/** What kind of name a key is. */
export const alias = (key: string): Alias => ({ kind: 'user_id', value: key.replace(/^tg:/, '') });
