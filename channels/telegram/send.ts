import type { ChannelConfig, Outbound, OutboundFile, Outside, Sent } from '../../src/ports/channel';
import { refused, unconfirmed } from '../common/failures';
import { type Form, formOf } from '../common/form';
import { hiddenIn } from '../common/hidden';
import { isObject, type Json, listOf, objectOf, wordOf } from '../common/json';
import { hiddenWith, resultOf, tryBot } from './api';
import { type Composed, compose } from './compose';
import { type BotAnswer, movedTo } from './errors';
import { messageId, numberIn } from './ids';

/** Hands a message to Telegram, with its file if Telegram has not got that yet. It knows no reference of ours, and no repeats. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  if (!message.to.id) throw refused('recipient_invalid', 'This person has no Telegram id');
  const composed = compose(message);
  const hidden = hiddenIn(message.content);
  const post = (chat: string) => posted(config, chat, composed, message, outside);
  const first = await post(message.to.id);
  const moved = movedTo(first);
  const answer = moved === null ? first : await post(String(moved));
  return sentIn(resultOf(answer, hiddenWith(config, { hidden })), moved ?? message.to.id, composed);
}

/** Its file is opened before anything is said to Telegram: that it is gone is no trouble of the line. */
async function posted(config: ChannelConfig, chat: string, composed: Composed, message: Outbound, outside: Outside): Promise<BotAnswer> {
  const { file } = message;
  const opened = composed.part !== undefined && file && !file.providerId ? await file.open() : null;
  try {
    const given = file && opened ? { ...message, file: { ...file, open: async () => opened } } : message;
    return await tryBot(config, { method: composed.method, body: bodyFor(chat, composed, given) }, outside);
  } finally {
    opened?.destroy();
  }
}

function bodyFor(chat: string, { body, part }: Composed, { content, file, replyTo }: Outbound): Json | Form {
  const quote = replyTo === null ? {} : { reply_parameters: { message_id: numberIn(replyTo), allow_sending_without_reply: true } };
  const whole = { chat_id: chatOf(chat), ...body, ...quote };
  if (part === undefined) return whole;
  if (file?.providerId) return { ...whole, [part]: file.providerId };
  if (!file) throw refused('media_problem', 'The file is not here');
  const name = ('fileName' in content ? content.fileName : undefined) ?? file.fileName ?? undefined;
  return formOf(inWords(whole), part, file, bareMime(file), name);
}

/** Ids of chats may be numbers; those that are not are left to Telegram to refuse. */
const chatOf = (id: string): number | string => (/^-?\d{1,16}$/.test(id) ? Number(id) : id);

const bareMime = ({ mime }: OutboundFile): string => mime.split(';')[0]?.trim() ?? '';

/** In a form all values are words. */
const inWords = (body: Json): Record<string, string> =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));

function sentIn(result: unknown, askedFor: string | number, { part }: Composed): Sent {
  const { chat, message_id } = objectOf(result);
  const id = messageId(objectOf(chat).id ?? askedFor, message_id);
  if (id === null) throw unconfirmed('Telegram took the message but gave no id');
  const fileId = part === undefined ? null : fileIdIn(objectOf(result), part);
  return { providerMessageId: id, ...(fileId === null ? {} : { file: { providerId: fileId, keptFor: null } }) };
}

/** By which the same file can be sent again: of a photo, that of its largest size. */
function fileIdIn(message: Json, part: string): string | null {
  const told = message[part];
  const file = Array.isArray(told) ? listOf(told).filter(isObject).at(-1) : objectOf(told);
  return wordOf(file?.file_id);
}
