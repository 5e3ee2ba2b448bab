import type { News } from '../envelope';
import { type Json, objectOf, textOf } from '../json';
import { byPhone, byUserId, chatOf, remember, waIdOf } from '../known';
import { tooManyAtOnce, tooManyToOne } from '../limits';
import { goesAs } from '../media';
import { Refusal, type RefusalName, refuse } from '../refusals';
import { type Accepted, REPORTS } from '../sending';
import type { Account, Customer, Message, World } from '../world';
import { type Recipient, statusOf } from './news';
import { checkMessage } from './rules';
import { templateOf, wordsOf } from './template';

const DAY = 24 * 60 * 60 * 1000;
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Graph's `POST /{phone-number-id}/messages`: takes the message or throws its no. */
export function sendWhatsApp(world: World, account: Account, body: Json): Accepted {
  if (body.status !== undefined) return markRead(world, account, body);
  const type = checkMessage(body, { world, account });
  const to = recipientOf(world, account, body);
  tooManyAtOnce(world, account, 'throughput');
  if (to.customer) tooManyToOne(world, account, to.customer);
  if (to.customer?.blocked) refuse('we_blocked');
  const message = remember(world, messageOf(world, account, body, type, to));
  if (to.customer) chatOf(world, account, to.customer).typingUntil = 0;
  const contact = to.number === null ? { input: to.userId, user_id: to.userId } : { input: textOf(body.to), wa_id: to.number };
  return {
    body: { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id: message.id }] },
    message,
    reports: reportsOf(world, account, message, to),
  };
}

function recipientOf(world: World, account: Account, { to, recipient }: Json): Recipient {
  if (to === undefined && recipient === undefined) refuse('parameter', 'The parameter to is required.');
  if (to === undefined) return byId(world, textOf(recipient));
  const digits = textOf(to).replace(/[\s().-]/g, '');
  if (!/^\+?[1-9]\d{6,14}$/.test(digits)) refuse('value', 'Parameter to is not a phone number.');
  const number = waIdOf(digits);
  if (number === waIdOf(account.phone)) refuse('own_number');
  if (account.allowed && !account.allowed.map(waIdOf).includes(number)) refuse('not_allowed');
  const customer = byPhone(world, number) ?? null;
  return { number, userId: customer?.userId ?? null, customer };
}

function byId(world: World, userId: string): Recipient {
  if (!USER_ID.test(userId)) refuse('value', 'Parameter recipient is not a business-scoped user ID.');
  return { number: null, userId, customer: byUserId(world, userId) ?? null };
}

function messageOf(world: World, account: Account, body: Json, type: string, to: Recipient): Message {
  const part = objectOf(body[type]);
  const template = type === 'template' ? templateOf(part, account) : undefined;
  return {
    id: world.ids.wamid(to.number ?? '0'),
    account: account.id,
    customer: to.customer?.id ?? '',
    by: 'business',
    via: 'api',
    at: world.time.now(),
    content: { type, [type]: body[type], ...(template ? { words: wordsOf(part, template), buttons: template.buttons ?? [] } : {}) },
    replyTo: textOf(objectOf(body.context).message_id) || null,
    reference: textOf(body.biz_opaque_callback_data) || null,
    progress: 'accepted',
    error: null,
    reactions: {},
    edits: 0,
    deleted: false,
  };
}

/** What happens to it afterwards, told by status webhooks; a no that comes this late comes as `failed`. */
function reportsOf(world: World, account: Account, message: Message, to: Recipient): Accepted['reports'] {
  const late = lateNo(world, account, message, to);
  const news =
    (status: string) =>
    (at: number, error?: object, as: string = status): News =>
      statusOf(message, as, at, to, error);
  if (late) return [{ after: REPORTS.failed, progress: 'failed', news: news('failed'), error: new Refusal(late) }];
  if (message.content.type === 'reaction') react(world, message);
  // A reaction is told to be sent, and no more.
  const alone = to.customer?.blocks || message.content.type === 'reaction';
  const steps = alone ? (['sent'] as const) : (['sent', 'delivered', 'read'] as const);
  return steps.map((step) => ({ after: REPORTS[step], progress: step, news: news(step) }));
}

function lateNo(world: World, account: Account, { content }: Message, { customer }: Recipient): RefusalName | null {
  if (customer === null || customer.phone === null) return 'undeliverable';
  const target = textOf(objectOf(content.reaction).message_id);
  if (content.type === 'reaction' && world.messages.get(target)?.account !== account.id) return 'value';
  if (isMisnamed(world, content)) return 'media_upload';
  const { spokeAt } = chatOf(world, account, customer);
  const open = spokeAt !== null && world.time.now() - spokeAt <= DAY;
  return open || content.type === 'template' ? null : 'window_closed';
}

/** A file that is shown as something else than it is, which Graph sees only later. */
function isMisnamed(world: World, content: Json): boolean {
  const type = textOf(content.type);
  const { id, voice } = objectOf(content[type]);
  const medium = id === undefined ? undefined : world.media.get(textOf(id));
  return medium !== undefined && !goesAs(medium, type, voice === true);
}

function react(world: World, { content }: Message): void {
  const { message_id: target, emoji } = objectOf(content.reaction);
  const message = world.messages.get(textOf(target));
  if (!message) return;
  const { business: _, ...others } = message.reactions;
  message.reactions = textOf(emoji) === '' ? others : { ...others, business: textOf(emoji) };
}

const TYPING = 25_000;

/** Marks a customer's message and all before it as read; may show that somebody writes. */
function markRead(
  world: World,
  account: Account,
  { messaging_product: product, status, message_id: id, typing_indicator: typing }: Json,
): Accepted {
  if (product !== 'whatsapp') refuse('parameter', 'The parameter messaging_product is required.');
  if (status !== 'read') refuse('parameter', "Param status must be one of {'read'}");
  if (textOf(id) === '') refuse('parameter', 'The parameter message_id is required.');
  const message = world.messages.get(textOf(id));
  if (message?.account !== account.id || message.by !== 'customer')
    return refuse('value', 'Message ID does not name a message of a customer.');
  readUpTo(world, message);
  const customer = world.customers.get(message.customer) as Customer;
  if (typing !== undefined) chatOf(world, account, customer).typingUntil = world.time.now() + TYPING;
  return { body: { success: true }, message: null, reports: [] };
}

function readUpTo(world: World, { account, customer, at }: Message): void {
  for (const message of world.messages.values())
    if (message.account === account && message.customer === customer && message.by === 'customer' && message.at <= at)
      message.progress = 'read';
}
