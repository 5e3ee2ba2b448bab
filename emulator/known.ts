import { forgetBots, openBots } from './botframework/bots';
import { CALM } from './dial';
import { idsFrom } from './ids';
import { randomOf } from './random';
import { forgetTown, openTown } from './telegram/town';
import type { Time } from './time';
import type { Account, Chat, Customer, Message, SendRecord, World } from './world';

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
    hooks: new Map(),
    bots: openBots(),
    telegram: openTown(),
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
  forgetBots(world.bots);
  forgetTown(world.telegram);
  for (const { orders, heard, taken, told } of world.hooks.values()) {
    for (const list of [orders, heard, told]) list.length = 0;
    taken.clear();
  }
}

export function chatOf(world: World, account: Account, customer: Customer): Chat {
  const key = `${account.id}/${customer.id}`;
  const chat = world.chats.get(key) ?? {
    account: account.id,
    customer: customer.id,
    spokeAt: null,
    heldBy: null,
    typingUntil: 0,
    used: 0,
    usedAt: 0,
  };
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

/** Adds a customer, or changes one; old addresses lead nowhere any more. */
export function know(world: World, customer: Customer): void {
  for (const old of addressesOf(world.customers.get(customer.id))) world.addresses.delete(old);
  for (const address of addressesOf(customer)) world.addresses.set(address, customer.id);
  world.customers.set(customer.id, customer);
}

function addressesOf(customer: Customer | undefined): string[] {
  if (!customer) return [];
  const { phone, userId, igsid, psid } = customer;
  return [phone === null ? null : waIdOf(phone), userId, igsid, psid].flatMap((key, index) => (key === null ? [] : [`${index}:${key}`]));
}

export const byPhone = (world: World, phone: string): Customer | undefined => found(world, `0:${waIdOf(phone)}`);
export const byUserId = (world: World, userId: string): Customer | undefined => found(world, `1:${userId}`);
export const byIgsid = (world: World, igsid: string): Customer | undefined => found(world, `2:${igsid}`);
export const byPsid = (world: World, psid: string): Customer | undefined => found(world, `3:${psid}`);

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
