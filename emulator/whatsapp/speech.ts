import { fileIn, messageIn, wordIn, wrong } from '../asks';
import { type Json, listOf, objectOf, textOf } from '../json';
import { keep, mediaPart } from '../media';
import type { Account, Message, World } from '../world';
import { AD, callPermission, formReply, order } from './forms';

type Speech = (world: World, account: Account, input: Json) => Json;

/** What a person can say on WhatsApp, in the words of its webhooks. */
const SPEECHES: ReadonlyMap<string, Speech> = new Map<string, Speech>([
  ['text', (_, __, input) => ({ type: 'text', text: { body: wordIn(input, 'text') } })],
  ['image', media('image')],
  ['video', media('video')],
  ['audio', media('audio')],
  ['voice', media('audio', { voice: true })],
  ['document', media('document')],
  ['sticker', (world, account, input) => media('sticker', { animated: input.animated === true })(world, account, input)],
  ['location', (_, __, input) => ({ type: 'location', location: location(input) })],
  ['contacts', (_, __, { contacts }) => ({ type: 'contacts', contacts: listOf(contacts).map(objectOf).map(card) })],
  ['order', (_, __, input) => order(input)],
  ['form', (_, __, input) => formReply(input)],
  ['call_permission', (_, __, input) => callPermission(input)],
  ['tap', (world, _, input) => tapped(messageIn(world, input), wordIn(input, 'id'))],
  [
    'unsupported',
    (_, __, { kind }) => ({ type: 'unsupported', errors: [UNKNOWN], unsupported: { type: textOf(kind) || 'poll_creation' } }),
  ],
]);

const UNKNOWN: Json = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
};

export function speak(world: World, account: Account, input: Json): Json {
  const type = textOf(input.type) || 'text';
  const speech = SPEECHES.get(type) ?? wrong(`type: on WhatsApp one of ${[...SPEECHES.keys()].join(', ')}`);
  return { ...(input.ad === true ? { referral: AD } : {}), ...speech(world, account, input) };
}

function media(type: string, marks: Json = {}): Speech {
  return (world, account, input) => {
    const file = fileIn(input);
    const caption = textOf(input.caption);
    const named = type === 'document' ? { filename: file.fileName } : {};
    return { type, [type]: { ...(caption ? { caption } : {}), ...named, ...mediaPart(world, keep(world, account, file)), ...marks } };
  };
}

function location({ latitude, longitude, name, address }: Json): Json {
  const place = { latitude: Number(latitude), longitude: Number(longitude) };
  if (!Number.isFinite(place.latitude) || !Number.isFinite(place.longitude)) wrong('latitude, longitude: two numbers are missing');
  return { ...place, ...(name === undefined ? {} : { name }), ...(address === undefined ? {} : { address }) };
}

function card({ name, phone, origin }: Json): Json {
  const words = textOf(name);
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(words === '' ? {} : { name: { formatted_name: words, first_name: words.split(' ')[0] } }),
    phones: [{ phone: textOf(phone), wa_id: textOf(phone).replace(/\D/g, ''), type: 'CELL' }],
  };
}

/** A button, row or quick reply of something that the business sent. */
function tapped({ content }: Message, id: string): Json {
  if (content.type === 'template' && listOf(content.buttons).includes(id)) return { type: 'button', button: { payload: id, text: id } };
  const { action } = objectOf(content.interactive);
  const replies = listOf(objectOf(action).buttons).map((button) => objectOf(objectOf(button).reply));
  const button = replies.find((reply) => reply.id === id);
  if (button) return { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title: button.title } } };
  const rows = listOf(objectOf(action).sections).flatMap((section) => listOf(objectOf(section).rows).map(objectOf));
  const row = rows.find((candidate) => candidate.id === id) ?? wrong('id: the message has nothing like it to tap');
  return { type: 'interactive', interactive: { type: 'list_reply', list_reply: row } };
}
