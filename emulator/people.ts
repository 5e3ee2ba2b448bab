import { accountIn, customerIn, messageIn, wordIn, wrong } from './asks';
import type { News } from './envelope';
import * as ig from './instagram/news';
import { speak as speakInstagram } from './instagram/speech';
import { isObject, type Json, textOf } from './json';
import { chatOf, remember } from './known';
import { PAGE_INBOX } from './messenger/apps';
import { echoedBy } from './messenger/news';
import { speak as speakMessenger } from './messenger/speech';
import type { Outbox } from './outbox';
import { isDirect } from './scoped';
import * as wa from './whatsapp/news';
import { speak as speakWhatsApp } from './whatsapp/speech';
import type { Account, Chat, Customer, Message, World } from './world';

/** Where people stand when they do something. */
export interface Scene {
  readonly world: World;
  readonly outbox: Outbox;
}

const SPEAKS = { whatsapp: speakWhatsApp, instagram: speakInstagram, messenger: speakMessenger } as const;

/** The customer writes, sends or taps something. */
export function say(scene: Scene, input: Json): Message {
  const { world } = scene;
  const account = accountIn(world, input);
  const customer = customerIn(world, account, input);
  const content = SPEAKS[account.kind](world, account, input);
  const replyTo = input.type === 'tap' ? textOf(input.message) : textOf(input.replyTo) || null;
  const message = remember(world, made(world, account, customer, { by: 'customer', content, replyTo }));
  heard(world, chatOf(world, account, customer));
  scene.outbox.tell(
    account,
    account.kind === 'whatsapp'
      ? saidOnWhatsApp(account, customer, message, input)
      : { ...saidOnInstagram(account, customer, message), ...(chatOf(world, account, customer).heldBy === null ? {} : { standby: true }) },
  );
  if (world.luck.chance(world.dial.phone))
    world.time.after(2_000, () => phone(scene, { account: account.id, customer: customer.id, text: 'I saw it, one moment.' }));
  return message;
}

function heard(world: World, chat: Chat): void {
  chat.spokeAt = world.time.now();
  chat.typingUntil = 0;
}

function saidOnWhatsApp(account: Account, customer: Customer, message: Message, input: Json): News {
  const quoted = message.replyTo === null ? {} : { from: account.phone, id: message.replyTo };
  const product = isObject(input.product)
    ? { referred_product: { catalog_id: input.product.catalogId, product_retailer_id: input.product.productId } }
    : {};
  const context = { ...quoted, ...(input.forwarded === true ? { forwarded: true } : {}), ...product };
  return wa.spoken(customer, message.id, message.at, message.content, message, Object.keys(context).length > 0 ? context : undefined);
}

function saidOnInstagram(account: Account, customer: Customer, message: Message): News {
  const { id: mid, content, replyTo, at } = message;
  if (isObject(content.postback)) return ig.spoken(account, customer, at, { postback: { mid, ...content.postback } }, message);
  const quoted = replyTo === null || content.quick_reply !== undefined ? {} : { reply_to: { mid: replyTo } };
  return ig.spoken(account, customer, at, { message: { mid, ...content, ...quoted } }, message);
}

/** Somebody answers on the business's own phone or in its app. */
export function phone(scene: Scene, input: Json): Message {
  const { world, outbox } = scene;
  const account = accountIn(world, input);
  const customer = customerIn(world, account, input);
  const text = wordIn(input, 'text');
  const content = account.kind === 'whatsapp' ? { type: 'text', text: { body: text } } : { text };
  const message = remember(world, { ...made(world, account, customer, { by: 'business', content, replyTo: null }), progress: 'read' });
  outbox.tell(
    account,
    account.kind === 'whatsapp'
      ? wa.echoed(account, customer, message.id, message.at, content)
      : typed(account, customer, message, chatOf(world, account, customer).heldBy !== null),
  );
  return message;
}

/** A Page's inbox says which app it is, and while it holds the conversation it is only overheard. */
function typed(account: Account, customer: Customer, { id: mid, at, content }: Message, held: boolean): News {
  if (account.kind === 'instagram') return ig.echoed(account, customer, at, { mid, ...content });
  return { ...echoedBy(PAGE_INBOX, account, customer, at, { mid, ...content }), ...(held ? { standby: true } : {}) };
}

function made(world: World, account: Account, customer: Customer, said: Pick<Message, 'by' | 'content' | 'replyTo'>): Message {
  const { ids } = world;
  const id = { whatsapp: () => ids.wamid(wa.waId(customer) ?? '0'), instagram: ids.mid, messenger: ids.pageMid }[account.kind]();
  const { time } = world;
  return {
    id,
    account: account.id,
    customer: customer.id,
    via: 'phone',
    at: time.now(),
    reference: null,
    progress: 'sent',
    error: null,
    reactions: {},
    edits: 0,
    deleted: false,
    ...said,
  };
}

const EMOJI_NAMES: ReadonlyMap<string, string> = new Map([
  ['❤️', 'love'],
  ['😆', 'smile'],
  ['😮', 'wow'],
  ['😢', 'sad'],
  ['😠', 'angry'],
  ['👍', 'like'],
]);

/** The customer puts an emoji to a message, or takes it back with an empty one. */
export function react(scene: Scene, input: Json): Message {
  const { message, account, customer, at } = deedOn(scene.world, input);
  const emoji = textOf(input.emoji);
  const { customer: _, ...others } = message.reactions;
  message.reactions = emoji === '' ? others : { ...others, customer: emoji };
  const reaction = emoji === '' ? { action: 'unreact' } : { action: 'react', reaction: EMOJI_NAMES.get(emoji) ?? 'other', emoji };
  const news = isDirect(account)
    ? ig.spoken(account, customer, at, { reaction: { mid: message.id, ...reaction } })
    : wa.spoken(customer, newId(scene.world, customer), at, { type: 'reaction', reaction: { message_id: message.id, emoji } });
  scene.outbox.tell(account, news);
  return message;
}

/** Who said it has new words for it: the customer, or the business on its phone. */
export function edit(scene: Scene, input: Json): Message {
  const { message, account, customer, at } = deedOn(scene.world, input);
  const text = wordIn(input, 'text');
  if (!isOnAPhone(account, message) || message.content.text === undefined)
    return wrong('message: only words of the customer, and on WhatsApp of the business’s phone, can be edited');
  message.edits += 1;
  message.content = isDirect(account) ? { ...message.content, text } : { type: 'text', text: { body: text } };
  const news = isDirect(account)
    ? ig.spoken(account, customer, at, { message_edit: { mid: message.id, text, num_edit: numbered(account, message.edits) } })
    : deed(scene.world, account, customer, message, at, {
        type: 'edit',
        edit: { original_message_id: message.id, message: message.content },
      });
  scene.outbox.tell(account, news);
  return message;
}

const numbered = ({ kind }: Account, edits: number): string | number => (kind === 'instagram' ? String(edits) : edits);

/** Who said it takes a message back: the customer, or the business on its phone. */
export function unsend(scene: Scene, input: Json): Message {
  const { message, account, customer, at } = deedOn(scene.world, input);
  if (!isOnAPhone(account, message)) return wrong('message: only what the customer, or on WhatsApp the business’s phone, has said');
  message.deleted = true;
  const news = isDirect(account)
    ? ig.spoken(account, customer, at, { message: { mid: message.id, is_deleted: true } })
    : deed(scene.world, account, customer, message, at, { type: 'revoke', revoke: { original_message_id: message.id } });
  scene.outbox.tell(account, news);
  return message;
}

const isOnAPhone = ({ kind }: Account, { by, via }: Message): boolean => by === 'customer' || (kind === 'whatsapp' && via === 'phone');

/** What somebody does to what they said on WhatsApp, told from their side. */
function deed(world: World, account: Account, customer: Customer, { by }: Message, at: number, content: Json): News {
  const id = newId(world, customer);
  return by === 'customer' ? wa.spoken(customer, id, at, content) : wa.echoed(account, customer, id, at, content);
}

function deedOn(world: World, input: Json) {
  const message = messageIn(world, input);
  const account = accountIn(world, { account: message.account });
  const customer = customerIn(world, account, { customer: message.customer });
  return { message, account, customer, at: world.time.now() };
}

function newId(world: World, customer: Customer): string {
  return world.ids.wamid(wa.waId(customer) ?? '0');
}
