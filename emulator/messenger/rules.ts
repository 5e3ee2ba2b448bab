import { checkAttachment, quickReplies } from '../instagram/rules';
import { isObject, lengthOf, listOf, objectOf, textOf } from '../json';
import { refuse } from '../refusals';
import type { Account, World } from '../world';

const MOST = { text: 2000, metadata: 1000 } as const;

/** Throws Graph's no for a message that a Page can't send. */
export function checkMessage(given: unknown, world: World, account: Account): void {
  if (!isObject(given)) refuse('parameter', 'The parameter message is required.');
  const { text, attachment, quick_replies: replies, metadata } = given;
  if ((text === undefined) === (attachment === undefined)) refuse('parameter', 'A message has one of text and attachment.');
  if (text !== undefined) words(textOf(text));
  if (attachment !== undefined) checkAttachment(objectOf(attachment), world, account);
  if (replies !== undefined) quickReplies(listOf(replies).map(objectOf));
  if (metadata !== undefined && (typeof metadata !== 'string' || lengthOf(metadata) > MOST.metadata))
    refuse('parameter', `Length of param message[metadata] must be less than or equal to ${MOST.metadata}`);
}

function words(text: string): void {
  if (text.trim() === '') refuse('parameter', 'Message cannot be empty, must provide valid attachment or text');
  if (lengthOf(text) > MOST.text) refuse('parameter', `Length of param message[text] must be less than or equal to ${MOST.text}`);
}
