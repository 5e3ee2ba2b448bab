import { type Json, objectOf, textOf } from '../json';
import { byIgsid, chatOf, remember } from '../known';
import { tooManyAtOnce } from '../limits';
import { type RefusalName, refuse } from '../refusals';
import { scopedId } from '../scoped';
import { type Accepted, REPORTS } from '../sending';
import type { Account, Customer, Message, World } from '../world';
import { echoed, spoken } from './news';
import { checkEnvelope, checkMessage } from './rules';

const DAY = 24 * 60 * 60 * 1000;

/** Graph's `POST /{ig-id}|me/messages`: takes the message or throws its no. */
export function sendInstagram(world: World, account: Account, body: Json): Accepted {
  checkEnvelope(body);
  if (body.sender_action === undefined) checkMessage(body.message, world, account);
  tooManyAtOnce(world, account, 'ig_rate');
  const customer = recipientOf(world, body);
  if (body.sender_action !== undefined) return act(world, account, customer, body);
  if (chatOf(world, account, customer).heldBy !== null) refuse('ig_not_owner');
  inWindow(world, account, customer, body, 'ig_window');
  const message = remember(world, messageOf(world, account, customer, body, world.ids.mid()));
  typing(world, account, customer, 0);
  const { replyTo, content } = message;
  const said = { mid: message.id, ...echoedContent(content), ...(replyTo === null ? {} : { reply_to: { mid: replyTo } }) };
  return {
    body: { recipient_id: customer.igsid, message_id: message.id },
    message,
    reports: [
      { after: REPORTS.echo, progress: 'sent', echo: true, news: (at) => echoed(account, customer, at, said) },
      { after: REPORTS.read, progress: 'read', news: (at) => spoken(account, customer, at, { read: { mid: message.id } }) },
    ],
  };
}

function recipientOf(world: World, { recipient }: Json): Customer {
  const customer = byIgsid(world, textOf(objectOf(recipient).id)) ?? refuse('ig_no_user');
  return customer.blocks || customer.blocked ? refuse('ig_unavailable') : customer;
}

/** A day after the customer's last message; with the tag, a person may answer for a week. */
export function inWindow(world: World, account: Account, customer: Customer, { messaging_type: type, tag }: Json, no: RefusalName): void {
  const { spokeAt } = chatOf(world, account, customer);
  const most = type === 'MESSAGE_TAG' && tag === 'HUMAN_AGENT' ? 7 * DAY : DAY;
  if (spokeAt === null || world.time.now() - spokeAt > most) refuse(no);
}

export function messageOf(world: World, account: Account, customer: Customer, body: Json, id: string): Message {
  return {
    id,
    account: account.id,
    customer: customer.id,
    by: 'business',
    via: 'api',
    at: world.time.now(),
    content: objectOf(body.message),
    replyTo: textOf(objectOf(body.reply_to).mid) || null,
    reference: textOf(objectOf(body.message).metadata) || null,
    progress: 'accepted',
    error: null,
    reactions: {},
    edits: 0,
    deleted: false,
  };
}

/** An echo has attachments in a list, and no quick replies. */
export function echoedContent({ text, attachment, attachments }: Json): Json {
  const list = attachments ?? (attachment === undefined ? undefined : [attachment]);
  return { ...(text === undefined ? {} : { text }), ...(list === undefined ? {} : { attachments: list }) };
}

const TYPING = 20_000;
type Action = (world: World, account: Account, customer: Customer, payload: Json) => void;

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['typing_on', (world, account, customer) => typing(world, account, customer, TYPING)],
  ['typing_off', (world, account, customer) => typing(world, account, customer, 0)],
  ['mark_seen', markSeen],
  ['react', (world, account, _, { message_id: id, reaction }) => react(world, account, textOf(id), textOf(reaction) || 'love')],
  ['unreact', (world, account, _, { message_id: id }) => react(world, account, textOf(id), null)],
]);

export function act(world: World, account: Account, customer: Customer, { sender_action: action, payload }: Json): Accepted {
  const names = [...ACTIONS.keys()].join(', ');
  const run = ACTIONS.get(textOf(action)) ?? refuse('parameter', `Param sender_action must be one of {${names}}`);
  run(world, account, customer, objectOf(payload));
  return { body: { recipient_id: scopedId(account, customer) }, message: null, reports: [] };
}

export function typing(world: World, account: Account, customer: Customer, lasts: number): void {
  chatOf(world, account, customer).typingUntil = world.time.now() + lasts;
}

function markSeen(world: World, account: Account, customer: Customer): void {
  for (const message of world.messages.values())
    if (message.account === account.id && message.customer === customer.id && message.by === 'customer') message.progress = 'read';
}

const HEART = '❤️';

function react(world: World, account: Account, id: string, reaction: string | null): void {
  const message = world.messages.get(id);
  if (message?.account !== account.id) refuse('parameter', 'Param payload[message_id] is not a message of this thread');
  const { business: _, ...others } = message.reactions;
  message.reactions = reaction === null ? others : { ...others, business: reaction === 'love' ? HEART : reaction };
}
