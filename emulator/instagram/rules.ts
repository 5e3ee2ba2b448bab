import { isObject, type Json, lengthOf, listOf, objectOf, textOf } from '../json';
import { refuse } from '../refusals';
import type { Account, World } from '../world';

const TEXT_BYTES = 1000;

export const checkEnvelope = (body: Json): void => spokenTo(body, 'an Instagram-scoped id');

/** To whom, and why; dead tags are refused on both networks (CHANNELS §4). */
export function spokenTo({ recipient, messaging_type: type, tag }: Json, id: string): void {
  if (!isObject(recipient)) refuse('parameter', 'The parameter recipient is required.');
  if (textOf(recipient.id) === '') refuse('parameter', `Param recipient['id'] must be ${id}.`);
  if (type !== undefined && !['RESPONSE', 'UPDATE', 'MESSAGE_TAG'].includes(textOf(type)))
    refuse('parameter', 'Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG}');
  if (type === 'MESSAGE_TAG' && tag !== 'HUMAN_AGENT') refuse('parameter', 'Param tag must be one of {HUMAN_AGENT}');
}

/** Throws Graph's no for a message that can't be sent. */
export function checkMessage(given: unknown, world: World, account: Account): void {
  if (!isObject(given)) refuse('parameter', 'The parameter message is required.');
  const message = given;
  const { text, attachment, attachments, quick_replies: replies } = message;
  if ([text, attachment, attachments].filter((part) => part !== undefined).length !== 1)
    refuse('parameter', 'A message has one of text, attachment and attachments.');
  if (text !== undefined) words(text);
  if (attachment !== undefined) checkAttachment(objectOf(attachment), world, account);
  if (attachments !== undefined) pictures(listOf(attachments).map(objectOf), world, account);
  if (replies !== undefined) quickReplies(listOf(replies).map(objectOf));
}

function words(text: unknown): void {
  if (textOf(text).trim() === '') refuse('parameter', 'Message cannot be empty, must provide valid attachment or text');
  if (Buffer.byteLength(textOf(text)) > TEXT_BYTES)
    refuse('parameter', `Length of param message[text] must be less than or equal to ${TEXT_BYTES}`);
}

function pictures(given: readonly Json[], world: World, account: Account): void {
  if (given.length === 0 || given.length > 10) refuse('parameter', 'Param message[attachments] must have 1 to 10 elements');
  if (given.some(({ type }) => type !== 'image')) refuse('parameter', 'Several attachments must all be images');
  for (const picture of given) checkAttachment(picture, world, account);
}

const KINDS = ['image', 'video', 'audio', 'file', 'like_heart', 'MEDIA_SHARE', 'template'];
const FETCHED = new Set(['image', 'video', 'audio', 'file']);

export function checkAttachment({ type, payload }: Json, world: World, account: Account): void {
  if (!KINDS.includes(textOf(type))) refuse('parameter', `Param message[attachment][type] must be one of {${KINDS.join(', ')}}`);
  const { url, attachment_id: id } = objectOf(payload);
  if (type === 'template') checkTemplate(objectOf(payload));
  if (!FETCHED.has(textOf(type))) return;
  const medium = id === undefined ? undefined : world.media.get(textOf(id));
  if (id !== undefined && (medium?.account !== account.id || medium.as !== type)) refuse('ig_attachment');
  if (id === undefined && !/^https?:\/\/\S+$/.test(textOf(url))) refuse('ig_fetch');
}

function checkTemplate(template: Json): void {
  const check =
    TEMPLATES.get(textOf(template.template_type)) ?? refuse('parameter', 'Param template_type must be one of {generic, button}');
  check(template);
}

const TEMPLATES: ReadonlyMap<string, (template: Json) => void> = new Map([
  ['button', buttonCard],
  ['generic', cards],
]);

function buttonCard({ text, buttons }: Json): void {
  if (textOf(text) === '' || lengthOf(textOf(text)) > 640) refuse('parameter', 'Param text must have 1 to 640 characters');
  threeButtons(buttons);
}

function cards({ elements }: Json): void {
  const given = listOf(elements).map(objectOf);
  if (given.length === 0 || given.length > 10) refuse('parameter', 'Param elements must have 1 to 10 elements');
  for (const { buttons } of given) if (buttons !== undefined) threeButtons(buttons);
}

function threeButtons(given: unknown): void {
  const buttons = listOf(given).map(objectOf);
  if (buttons.length === 0 || buttons.length > 3) refuse('parameter', 'Param buttons must have 1 to 3 elements');
  if (
    buttons.some(
      ({ type, title }) => !['postback', 'web_url'].includes(textOf(type)) || textOf(title) === '' || lengthOf(textOf(title)) > 20,
    )
  )
    refuse('parameter', 'A button has a type and a title of 1 to 20 characters');
}

export function quickReplies(given: readonly Json[]): void {
  if (given.length === 0 || given.length > 13) refuse('parameter', 'Param quick_replies must have 1 to 13 elements');
  for (const { content_type: type, title, payload } of given) {
    if (!['text', 'user_phone_number', 'user_email'].includes(textOf(type)))
      refuse('parameter', 'Param content_type must be one of {text, user_phone_number, user_email}');
    if (type === 'text' && (textOf(title) === '' || lengthOf(textOf(title)) > 20 || textOf(payload) === ''))
      refuse('parameter', 'A quick reply has a title of 1 to 20 characters and a payload');
  }
}
