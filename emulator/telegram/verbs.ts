import { fileIn, wordIn, wrong } from '../asks';
import { isObject, type Json, listOf, objectOf, textOf } from '../json';
import type { Scene } from '../people';
import type { World } from '../world';
import { keepFile, say, toldFile } from './sends';
import { BOT, type Bot, chatOf, newBot, type Order, type Person, personOf, type Said } from './town';
import { tell } from './updates';

/** Registers a bot, or changes one: `{token?, username?}`. */
export function telegram({ world }: Scene, input: Json): object {
  const token = textOf(input.token) || BOT.token;
  const found = world.telegram.bots.get(token);
  const bot = found ?? newBot(token, textOf(input.username) || 'another_bot');
  world.telegram.bots.set(token, bot);
  return shown(bot);
}

/** Somebody writes to the bot: `{customer, text?, type?, caption?, replyTo?, group?, …}`; what else is given goes into the message. */
export async function telegramSay({ world }: Scene, input: Json): Promise<object> {
  const { customer: _, bot: __, group, type, data, mime, fileName, replyTo, ...more } = input;
  const [bot, person] = [botIn(world, input), personIn(world, input)];
  person.started.add(bot.token);
  const part = { ...more, ...filePart(world, input), ...quote(world, bot, person, replyTo) };
  const message = say(world, bot, person, 'customer', Object.keys(part).length > 0 ? part : { text: 'Hello' });
  const told = group ? { ...message, chat: { id: -1001000000001, title: 'Group', type: 'supergroup' } } : message;
  return { message: told, update: await tell(world, bot, 'message', told) };
}

/** Several pictures at once: `{customer, count?, caption?}`. Each is a message, and the caption stands at the first. */
export async function telegramAlbum(scene: Scene, input: Json): Promise<object> {
  const media_group_id = String(139e14 + scene.world.luck.between(1, 1e6));
  const count = Math.min(10, Number(input.count ?? 2) || 2);
  const messages: object[] = [];
  for (let at = 0; at < count; at += 1) {
    const caption = at === 0 && input.caption ? { caption: input.caption } : {};
    messages.push(await telegramSay(scene, { customer: input.customer, type: 'image', media_group_id, ...caption }));
  }
  return { messages };
}

/** Taps a button of the bot's newest message that has it: `{customer, title}`. */
export async function telegramTap({ world }: Scene, input: Json): Promise<object> {
  const [bot, person] = [botIn(world, input), personIn(world, input)];
  const title = wordIn(input, 'title');
  const isIt = (button: Json) => button.text === title;
  const said = chat(world, bot, person).findLast(({ message }) => buttonsOf(message).some(isIt)) ?? wrong('title: there is no such button');
  const data = textOf(buttonsOf(said.message).find(isIt)?.callback_data);
  const id = world.ids.number(18);
  world.telegram.taps.set(id, 'waits');
  const query = { id, from: person.user, message: said.message, chat_instance: '-1', data };
  return { query, update: await tell(world, bot, 'callback_query', query) };
}

/** Puts an emoji to a message, or takes it back: `{customer, message, emoji}`. */
export async function telegramReact({ world }: Scene, input: Json): Promise<object> {
  const [bot, person] = [botIn(world, input), personIn(world, input)];
  const emoji = textOf(input.emoji);
  const message_id = numbered(world, bot, person, input).message.message_id;
  const part = {
    chat: chatOf(person),
    message_id,
    user: person.user,
    date: Math.floor(world.time.now() / 1000),
    old_reaction: [],
    new_reaction: emoji ? [{ type: 'emoji', emoji }] : [],
  };
  return { update: await tell(world, bot, 'message_reaction', part) };
}

/** New words for what they said, or with none an edit that nobody sees: `{customer, message, text?}`. */
export async function telegramEdit({ world }: Scene, input: Json): Promise<object> {
  const [bot, person] = [botIn(world, input), personIn(world, input)];
  const said = numbered(world, bot, person, input);
  if (said.by !== 'customer') return wrong('message: only what the customer has said');
  const text = textOf(input.text) || said.message.text;
  const message = { ...said.message, text, edit_date: Math.floor(world.time.now() / 1000) };
  world.telegram.said[world.telegram.said.indexOf(said)] = { ...said, message };
  return { update: await tell(world, bot, 'edited_message', message) };
}

/** Blocks the bot, or lets it again: `{customer, blocked}`. */
export async function telegramBlock({ world }: Scene, input: Json): Promise<object> {
  const [bot, person] = [botIn(world, input), personIn(world, input)];
  const blocked = input.blocked !== false;
  if (blocked) person.blocks.add(bot.token);
  else person.blocks.delete(bot.token);
  const user = { id: bot.id, is_bot: true, first_name: bot.username, username: bot.username };
  const part = {
    chat: chatOf(person),
    from: person.user,
    date: Math.floor(world.time.now() / 1000),
    old_chat_member: { user, status: blocked ? 'member' : 'kicked' },
    new_chat_member: { user, status: blocked ? 'kicked' : 'member' },
  };
  return { update: await tell(world, bot, 'my_chat_member', part) };
}

/** How the bot's next sends end: `{status, description?, retryAfter?, taken?, times?}`; `hang` answers nobody. */
export function telegramOrder({ world }: Scene, input: Json): object {
  const bot = botIn(world, input);
  const { status, retryAfter = null, taken = false } = input;
  if (status !== 'hang' && typeof status !== 'number') return wrong('status: a number, or hang');
  if (retryAfter !== null && typeof retryAfter !== 'number') return wrong('retryAfter: seconds');
  const description =
    textOf(input.description) || (retryAfter === null ? 'Internal Server Error' : `Too Many Requests: retry after ${retryAfter}`);
  const order: Order = { status, description, retryAfter, taken: taken === true };
  for (let count = 0; count < Math.min(100, Number(input.times ?? 1)); count += 1) bot.orders.push(order);
  return { orders: bot.orders };
}

/** Everything about bots and their chats. */
export const telegramOf = ({ world }: Scene): object => ({
  bots: [...world.telegram.bots.values()].map(shown),
  messages: world.telegram.said.slice(-500),
  taps: Object.fromEntries(world.telegram.taps),
  calls: world.telegram.calls.slice(-500),
});

const shown = ({ token, username, webhook, allowed, pending, lastError }: Bot): object => ({
  token,
  username,
  webhook,
  allowed,
  pending: pending.length,
  lastError,
});

const botIn = ({ telegram: { bots } }: World, { bot }: Json): Bot =>
  bots.get(textOf(bot) || BOT.token) ?? wrong('bot: there is none with this token');

const personIn = (world: World, input: Json): Person => personOf(world, wordIn(input, 'customer'));

const chat = ({ telegram: { said } }: World, bot: Bot, person: Person): Said[] =>
  said.filter((one) => one.bot === bot.token && one.person === person.id);

const numbered = (world: World, bot: Bot, person: Person, { message }: Json): Said =>
  chat(world, bot, person).find((one) => one.message.message_id === Number(message)) ?? wrong('message: there is none with this number');

const buttonsOf = ({ reply_markup }: Json): Json[] => listOf(objectOf(reply_markup).inline_keyboard).flatMap(listOf).filter(isObject);

/** As what Telegram tells of a kind of file. */
const FIELDS: Readonly<Record<string, string>> = {
  image: 'photo',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  document: 'document',
  sticker: 'sticker',
};

function filePart(world: World, input: Json): Json {
  const field = FIELDS[textOf(input.type)];
  if (field === undefined) return {};
  const file = fileIn(input);
  const told = toldFile(keepFile(world, file), file);
  return {
    [field]:
      field === 'photo'
        ? [
            { ...told, width: 90, height: 90 },
            { ...told, width: 800, height: 800 },
          ]
        : told,
  };
}

function quote(world: World, bot: Bot, person: Person, replyTo: unknown): Json {
  if (replyTo === undefined) return {};
  return { reply_to_message: numbered(world, bot, person, { message: replyTo }).message };
}
