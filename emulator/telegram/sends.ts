import { isObject, type Json, lengthOf, listOf, objectOf, textOf } from '../json';
import type { World } from '../world';
import { type Bot, botUser, chatOf, type File, nextNumber, type Person, type Reply, type Said } from './town';
import { no } from './updates';

const MB = 1024 * 1024;

/** What is said, or why it is not. */
type Made = { readonly part: Json } | { readonly no: Reply };

interface Sending {
  readonly world: World;
  readonly body: Json;
  /** Uploaded along, by its field. */
  readonly files: ReadonlyMap<string, File>;
}

const bad = (description: string): { readonly no: Reply } => ({ no: no(400, `Bad Request: ${description}`) });

/** What each method makes of its words. */
export const SENDS: ReadonlyMap<string, (sending: Sending) => Made> = new Map<string, (sending: Sending) => Made>([
  ['sendMessage', text],
  ['sendPhoto', (sending) => file(sending, 'photo', 10 * MB)],
  ['sendVideo', (sending) => file(sending, 'video', 50 * MB)],
  ['sendAnimation', (sending) => file(sending, 'animation', 50 * MB)],
  ['sendAudio', (sending) => file(sending, 'audio', 50 * MB)],
  ['sendVoice', (sending) => file(sending, 'voice', 50 * MB)],
  ['sendDocument', (sending) => file(sending, 'document', 50 * MB)],
  ['sendSticker', (sending) => file(sending, 'sticker', MB / 2)],
  ['sendLocation', ({ body }) => place(body)],
  ['sendVenue', ({ body }) => venue(body)],
  ['sendContact', ({ body }) => contact(body)],
]);

/** Sends something to a person: what a bot may not do, it is told. */
export function send(world: World, bot: Bot, method: string, body: Json, files: ReadonlyMap<string, File>): Reply {
  const person = [...world.telegram.people.values()].find(({ id }) => String(id) === String(body.chat_id));
  if (!person) return no(400, 'Bad Request: chat not found');
  if (!person.started.has(bot.token)) return no(403, "Forbidden: bot can't initiate conversation with a user");
  if (person.blocks.has(bot.token)) return no(403, 'Forbidden: bot was blocked by the user');
  const made = SENDS.get(method)?.({ world, body, files });
  if (!made || 'no' in made) return made?.no ?? no(404, 'Not Found');
  const markup = keyboardIn(body);
  if (markup && 'no' in markup) return markup.no;
  return {
    status: 200,
    body: { ok: true, result: say(world, bot, person, 'bot', { ...made.part, ...markup?.part, ...quoteIn(world, bot, person, body) }) },
  };
}

/** Puts a message into the chat, and answers it as it is told. */
export function say(world: World, bot: Bot, person: Person, by: Said['by'], part: Json): Said['message'] {
  const message = {
    message_id: nextNumber(world.telegram, bot, person),
    from: by === 'bot' ? botUser(bot) : person.user,
    chat: chatOf(person),
    date: Math.floor(world.time.now() / 1000),
    ...part,
  };
  world.telegram.said.push({ bot: bot.token, person: person.id, by, message, reaction: null });
  return message;
}

function text({ body }: Sending): Made {
  const words = textOf(body.text);
  if (words.trim() === '') return bad('message text is empty');
  if (body.parse_mode !== undefined && /[*_<[\]]/.test(words)) return bad("can't parse entities: the twin takes no marks");
  return lengthOf(words) > 4096 ? bad('message is too long') : { part: { text: words } };
}

function file({ world, body, files }: Sending, field: string, most: number): Made {
  const caption = textOf(body.caption);
  if (lengthOf(caption) > 1024) return bad('message caption is too long');
  const given = files.get(field) ?? world.telegram.files.get(textOf(body[field]));
  if (!given) return bad('wrong file identifier/HTTP URL specified');
  if (given.bytes.length > most) return no413;
  const file_id = files.has(field) ? keepFile(world, given) : textOf(body[field]);
  const told = toldFile(file_id, given);
  const part =
    field === 'photo'
      ? [
          { ...told, width: 90, height: 90 },
          { ...told, width: 800, height: 800 },
        ]
      : told;
  return { part: { [field]: part, ...(caption ? { caption } : {}) } };
}

const no413 = { no: no(413, 'Request Entity Too Large') };

/** Keeps bytes; answers by what bots call them. */
export function keepFile({ telegram, ids }: World, file: File): string {
  const id = `twin-file-${ids.word(12)}`;
  telegram.files.set(id, file);
  return id;
}

export const toldFile = (file_id: string, { mime, fileName, bytes }: File): Json => ({
  file_id,
  file_unique_id: file_id.slice(-12),
  file_size: bytes.length,
  mime_type: mime,
  ...(fileName ? { file_name: fileName } : {}),
});

function place({ latitude, longitude }: Json): Made {
  const location = { latitude: Number(latitude), longitude: Number(longitude) };
  return Number.isFinite(location.latitude) && Number.isFinite(location.longitude) ? { part: { location } } : bad('wrong location');
}

function venue(body: Json): Made {
  const made = place(body);
  if ('no' in made) return made;
  const [title, address] = [textOf(body.title), textOf(body.address)];
  if (!title || !address) return bad('venue title and address are required');
  return { part: { ...made.part, venue: { ...made.part, title, address } } };
}

function contact({ phone_number, first_name, vcard }: Json): Made {
  if (!textOf(phone_number) || !textOf(first_name)) return bad('phone number and first name are required');
  return { part: { contact: { phone_number, first_name, ...(vcard ? { vcard } : {}) } } };
}

/** Behind a button stand at most 64 bytes. */
function keyboardIn({ reply_markup }: Json): Made | null {
  const markup = typeof reply_markup === 'string' ? (JSON.parse(reply_markup) as unknown) : reply_markup;
  if (markup === undefined) return null;
  const buttons = listOf(objectOf(markup).inline_keyboard).flatMap(listOf).filter(isObject);
  if (buttons.some(({ callback_data }) => Buffer.byteLength(textOf(callback_data)) > 64)) return bad('BUTTON_DATA_INVALID');
  if (buttons.some((button) => textOf(button.text) === '')) return bad('inline keyboard button text must be non-empty');
  return { part: { reply_markup: markup as Json } };
}

function quoteIn({ telegram }: World, bot: Bot, person: Person, { reply_parameters }: Json): Json {
  const given = typeof reply_parameters === 'string' ? (JSON.parse(reply_parameters) as unknown) : reply_parameters;
  const number = Number(objectOf(given).message_id);
  const quoted = telegram.said.find((one) => one.bot === bot.token && one.person === person.id && one.message.message_id === number);
  return quoted ? { reply_to_message: quoted.message } : {};
}
