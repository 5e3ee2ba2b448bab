import { isObject, type Json, lengthOf, listOf, objectOf, textOf } from '../json';
import { refuse } from '../refusals';
import { missing, within } from '../wants';
import type { Account, World } from '../world';
import { checkInteractive } from './interactive';
import { checkTemplate } from './template';

/** What a body is checked against. */
export interface Ground {
  readonly world: World;
  readonly account: Account;
}

type Check = (part: Json, message: Json, ground: Ground) => void;

const TYPES: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['text', text],
  ['image', media],
  ['video', media],
  ['audio', media],
  ['document', media],
  ['sticker', media],
  ['location', location],
  ['contacts', (_, { contacts }) => cards(listOf(contacts).map(objectOf))],
  ['reaction', (part) => (textOf(part.message_id) === '' ? missing('reaction.message_id') : undefined)],
  ['interactive', (part) => checkInteractive(part)],
  ['template', (part, message, { account }) => checkTemplate(part, account, message.to === undefined)],
]);

function cards(given: readonly Json[]): void {
  for (const [at, { name }] of given.entries())
    if (textOf(objectOf(name).formatted_name) === '') missing(`contacts[${at}].name.formatted_name`);
}

const REFERENCE_MAX = 512;

/** Throws Graph's no for a body that can't be sent; returns the type of one that can. */
export function checkMessage(message: Json, ground: Ground): string {
  if (message.messaging_product !== 'whatsapp') refuse('parameter', 'The parameter messaging_product is required.');
  const type = message.type === undefined ? 'text' : textOf(message.type);
  const check = TYPES.get(type) ?? refuse('parameter', `Message type must be one of ${[...TYPES.keys()].join(', ')}`);
  checkAround(message);
  if (type === 'contacts' && listOf(message.contacts).length === 0) missing('contacts');
  if (type !== 'contacts' && !isObject(message[type])) missing(type);
  check(objectOf(message[type]), message, ground);
  return type;
}

function checkAround({ recipient_type: kind, biz_opaque_callback_data: reference, context }: Json): void {
  if (kind !== undefined && kind !== 'individual') refuse('parameter', "Param recipient_type must be one of {'individual'}");
  if (lengthOf(textOf(reference)) > REFERENCE_MAX)
    refuse('parameter', `Param biz_opaque_callback_data must be at most ${REFERENCE_MAX} characters long.`);
  if (context !== undefined && textOf(objectOf(context).message_id) === '')
    refuse('parameter', "The parameter context['message_id'] is required.");
}

const TEXT_MAX = 4096;

function text({ body }: Json): void {
  if (typeof body !== 'string' || body === '') missing('text.body');
  if (textOf(body).trim() === '') refuse('value', 'text.body must hold more than white space.');
  if (lengthOf(textOf(body)) > TEXT_MAX) refuse('parameter', `Param text['body'] must be at most ${TEXT_MAX} characters long.`);
}

function media(part: Json, message: Json, { world, account }: Ground): void {
  const type = textOf(message.type);
  const { id, link, caption } = part;
  if ((id === undefined) === (link === undefined)) missing(`${type}.id or ${type}.link, one of them,`);
  if (id !== undefined && world.media.get(textOf(id))?.account !== account.id)
    refuse('parameter', `Param ${type}['id'] is not a valid whatsapp business account media attachment ID`);
  if (link !== undefined && !/^https?:\/\/\S+$/.test(textOf(link))) refuse('parameter', `Param ${type}['link'] is not a valid URI.`);
  if (caption !== undefined && (type === 'audio' || type === 'sticker'))
    refuse('parameter', `Unexpected key "caption" on param "${type}".`);
  within(caption, `${type}.caption`, { max: 1024 });
  within(part.filename, `${type}.filename`, { max: 240 });
  if (part.voice !== undefined && type !== 'audio') refuse('parameter', `Unexpected key "voice" on param "${type}".`);
}

function location({ latitude, longitude }: Json): void {
  for (const [name, value, most] of [
    ['latitude', latitude, 90],
    ['longitude', longitude, 180],
  ] as const) {
    if (value === undefined) missing(`location.${name}`);
    if (!(Math.abs(Number(value)) <= most)) refuse('value', `location.${name} is not a coordinate.`);
  }
}
