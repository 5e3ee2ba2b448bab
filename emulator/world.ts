import { CALM, type Dial } from './dial';
import { type Ids, idsFrom } from './ids';
import type { Json } from './json';
import { type Random, randomOf } from './random';
import type { RefusalName } from './refusals';
import type { Report } from './sending';
import type { Time } from './time';

export type Kind = 'whatsapp' | 'instagram';

export interface Template {
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  readonly status: 'APPROVED' | 'PAUSED' | 'DISABLED';
  /** With {{1}}, {{2}} … where parameters go. */
  readonly body: string;
  readonly buttons?: readonly string[];
}

export interface Limits {
  /** Sends per second of the account. */
  readonly perSecond: number;
  /** WhatsApp: messages to one person at once, and how often one more is allowed, in milliseconds. */
  readonly pairBurst: number;
  readonly pairEvery: number;
}

/** A business's number or profile, as Meta knows it. */
export interface Account {
  /** Phone number id, or Instagram professional account id. */
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** WhatsApp Business Account id; on Instagram the app-scoped id. */
  readonly businessId: string;
  /** Digits; empty on Instagram. */
  readonly phone: string;
  readonly token: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly limits: Limits;
  readonly templates: readonly Template[];
  /** A test number may write only to these; null = to everybody. */
  readonly allowed: readonly string[] | null;
  /** What Graph says to every send while it lasts. */
  readonly trouble: RefusalName | null;
  readonly webhook: { readonly url: string; readonly disabled: boolean } | null;
}

/** A person with a phone. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** As people dial it, digits only; null = not on WhatsApp. */
  readonly phone: string | null;
  /** Business-scoped user id. */
  readonly userId: string | null;
  readonly username: string | null;
  /** Webhooks name only the user id. */
  readonly hidesPhone: boolean;
  /** Instagram-scoped id; null = not on Instagram. */
  readonly igsid: string | null;
  /** The person blocked the business: what it sends stays `sent`. */
  readonly blocks: boolean;
  /** The business blocked the person. */
  readonly blocked: boolean;
}

export interface Chat {
  readonly account: string;
  readonly customer: string;
  /** When the customer last wrote; null = never. */
  spokeAt: number | null;
  /** The customer sees that somebody writes, until then. */
  typingUntil: number;
  /** How much of the pair rate is used up, and as of when. */
  used: number;
  usedAt: number;
}

export type Progress = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

export interface Message {
  readonly id: string;
  readonly account: string;
  readonly customer: string;
  readonly by: 'customer' | 'business';
  /** Typed on a phone, or sent through Graph. */
  readonly via: 'phone' | 'api';
  readonly at: number;
  /** In the words of the network: `{ type, text: … }` or `{ text, attachments … }`. */
  content: Json;
  readonly replyTo: string | null;
  readonly reference: string | null;
  /** For the customer's own words: `delivered` when the webhook was answered, `read` when the business marked it. */
  progress: Progress;
  error: { readonly code: number; readonly title: string } | null;
  reactions: { customer?: string; business?: string };
  edits: number;
  deleted: boolean;
}

export interface Medium {
  readonly id: string;
  readonly mime: string;
  readonly bytes: Buffer;
  readonly fileName: string | null;
  readonly account: string;
  readonly at: number;
}

/** One call of Graph's send, and what was said to it. */
export interface SendRecord {
  readonly at: number;
  readonly account: string | null;
  readonly path: string;
  readonly body: unknown;
  readonly outcome: 'accepted' | 'refused' | 'failed' | 'accepted, failed' | 'accepted, unanswered';
  readonly status: number;
  readonly code: number | null;
  readonly messageId: string | null;
}

/** Everything that the twin knows; plain data that its rooms read and write. */
export interface World {
  readonly time: Time;
  readonly seed: string;
  readonly ids: Ids;
  luck: Random;
  dial: Dial;
  readonly accounts: Map<string, Account>;
  readonly customers: Map<string, Customer>;
  /** Every address that leads to a customer, and to which. */
  readonly addresses: Map<string, string>;
  readonly chats: Map<string, Chat>;
  readonly messages: Map<string, Message>;
  /** What can still become of each message that was sent through Graph. */
  readonly reports: Map<string, readonly Report[]>;
  readonly media: Map<string, Medium>;
  readonly sends: SendRecord[];
  /** Refusals that were ordered for the next sends of an account. */
  readonly ordered: Map<string, RefusalName[]>;
  /** Sends of the running second, by account. */
  readonly seconds: Map<string, { second: number; count: number }>;
  /** Where the twin listens. */
  base: string;
}

export function openWorld(time: Time, seed: string): World {
  return {
    time,
    seed,
    ids: idsFrom(randomOf(seed, 'ids')),
    luck: randomOf(seed, 'weather'),
    dial: CALM,
    accounts: new Map(),
    customers: new Map(),
    addresses: new Map(),
    chats: new Map(),
    messages: new Map(),
    reports: new Map(),
    media: new Map(),
    sends: [],
    ordered: new Map(),
    seconds: new Map(),
    base: '',
  };
}

/** Everything that happened is forgotten; accounts and people stay as they are. Ids go on: whoever listens remembers the old ones. */
export function forget(world: World): void {
  world.time.clear();
  world.luck = randomOf(world.seed, 'weather');
  world.dial = CALM;
  for (const kept of [world.chats, world.messages, world.reports, world.media, world.ordered, world.seconds]) kept.clear();
  world.sends.length = 0;
}

export function chatOf(world: World, account: Account, customer: Customer): Chat {
  const key = `${account.id}/${customer.id}`;
  const chat = world.chats.get(key) ?? { account: account.id, customer: customer.id, spokeAt: null, typingUntil: 0, used: 0, usedAt: 0 };
  world.chats.set(key, chat);
  return chat;
}

/** The number as WhatsApp names it: without Brazil's ninth digit and Mexico's 1, whatever was dialled. */
export function waIdOf(phone: string): string {
  return phone
    .replace(/\D/g, '')
    .replace(/^55(\d{2})9([6-9]\d{7})$/, '55$1$2')
    .replace(/^521(\d{10})$/, '52$1');
}

export function know(world: World, customer: Customer): void {
  const { id, phone, userId, igsid } = customer;
  world.customers.set(id, customer);
  const keys = [phone === null ? null : waIdOf(phone), userId, igsid];
  for (const [index, key] of keys.entries()) if (key !== null) world.addresses.set(`${index}:${key}`, id);
}

export const byPhone = (world: World, phone: string): Customer | undefined => found(world, `0:${waIdOf(phone)}`);
export const byUserId = (world: World, userId: string): Customer | undefined => found(world, `1:${userId}`);
export const byIgsid = (world: World, igsid: string): Customer | undefined => found(world, `2:${igsid}`);

function found(world: World, address: string): Customer | undefined {
  return world.customers.get(world.addresses.get(address) ?? '');
}

const MOST_SENDS = 5_000;
const MOST_MESSAGES = 100_000;

export function remember(world: World, message: Message): Message {
  world.messages.set(message.id, message);
  const oldest = world.messages.size > MOST_MESSAGES ? world.messages.keys().next().value : undefined;
  if (oldest !== undefined) {
    world.messages.delete(oldest);
    world.reports.delete(oldest);
  }
  return message;
}

export function record(world: World, send: SendRecord): void {
  world.sends.push(send);
  if (world.sends.length > MOST_SENDS) world.sends.shift();
}
