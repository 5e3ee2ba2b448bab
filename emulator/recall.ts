import { accountIn, customerIn, Wrong, wordIn } from './asks';
import { type Json, listOf, textOf } from './json';
import { chatOf, remember } from './known';
import type { Scene } from './people';
import { isDirect } from './scoped';
import type { Account, Message, Progress } from './world';

/**
 * Puts a message back that was said before the twin was opened, so that a conversation goes on: it can be tapped, answered and
 * quoted, and the window counts from it. Nobody is told.
 */
export function recall({ world }: Scene, input: Json): Message {
  const account = accountIn(world, input);
  const customer = customerIn(world, account, input);
  const { at } = input;
  if (typeof at !== 'number') throw new Wrong('at: milliseconds since 1970');
  const byCustomer = input.by !== 'business';
  const chat = chatOf(world, account, customer);
  if (byCustomer) chat.spokeAt = Math.max(chat.spokeAt ?? 0, at);
  return remember(world, {
    id: wordIn(input, 'id'),
    account: account.id,
    customer: customer.id,
    by: byCustomer ? 'customer' : 'business',
    via: byCustomer ? 'phone' : 'api',
    at,
    content: contentOf(account, input),
    replyTo: textOf(input.replyTo) || null,
    reference: textOf(input.reference) || null,
    progress: (textOf(input.progress) || 'read') as Progress,
    error: null,
    reactions: {},
    edits: input.edited === true ? 1 : 0,
    deleted: input.deleted === true,
  });
}

/** In the words of the network, as far as a phone can tell. */
function contentOf({ kind }: Account, input: Json): Json {
  const text = textOf(input.text);
  const choices = listOf(input.choices);
  if (isDirect({ kind })) return choices.length === 0 ? { text } : { text, quick_replies: choices.map(quickReply) };
  if (choices.length === 0) return { type: 'text', text: { body: text } };
  return { type: 'interactive', interactive: { ...choiceOf(input, choices), body: { text } } };
}

function choiceOf({ button }: Json, choices: readonly unknown[]): Json {
  if (textOf(button)) return { type: 'list', action: { button, sections: [{ rows: choices }] } };
  return { type: 'button', action: { buttons: choices.map((reply) => ({ type: 'reply', reply })) } };
}

const quickReply = (choice: unknown): Json => {
  const { id, title } = choice as Json;
  return { content_type: 'text', title, payload: id };
};
