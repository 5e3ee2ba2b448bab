import type { Json } from '../json';
import type { World } from '../world';

/** A bot of @BotFather's, as Telegram knows it. */
export interface Bot {
  readonly token: string;
  readonly id: number;
  readonly username: string;
  webhook: { readonly url: string; readonly secret: string } | null;
  /** Kinds of updates that are told; null = all but reactions. */
  allowed: readonly string[] | null;
  /** What has not been taken yet, in order. */
  pending: Update[];
  /** The number of the newest update. */
  count: number;
  lastError: { readonly at: number; readonly says: string } | null;
  /** A question that is held until there is something to tell. */
  poll: { readonly end: (answer: Reply) => void } | null;
  /** How the next calls end instead, the first first. */
  readonly orders: Order[];
  /** Until when all is refused; a customer's messages go on coming. */
  quietUntil: number;
}

export interface Update {
  readonly update_id: number;
  readonly [part: string]: unknown;
}

/** What a method answers. */
export interface Reply {
  readonly status: number;
  readonly body: object;
}

/** `taken`: the message went all the same. */
export interface Order {
  readonly status: number | 'hang';
  readonly description: string;
  readonly retryAfter: number | null;
  readonly taken: boolean;
}

/** A person with the app. */
export interface Person {
  readonly id: number;
  readonly user: Json;
  /** Bots that they have written to, and those that they have blocked. */
  readonly started: Set<string>;
  readonly blocks: Set<string>;
}

/** One message of a chat. */
export interface Said {
  readonly bot: string;
  readonly person: number;
  readonly by: 'customer' | 'bot';
  readonly message: Json & { readonly message_id: number };
  /** Emoji of the bot. */
  reaction: string | null;
}

export interface File {
  readonly bytes: Buffer;
  readonly mime: string;
  readonly fileName: string | null;
}

/** Telegram's servers, as far as bots know them. */
export interface Town {
  /** By token. */
  readonly bots: Map<string, Bot>;
  /** By the id of the customer. */
  readonly people: Map<string, Person>;
  readonly said: Said[];
  /** Both of the same: by what bots call it. */
  readonly files: Map<string, File>;
  /** Taps that wait to be answered, and those that were. */
  readonly taps: Map<string, 'waits' | 'answered'>;
  /** Until when each bot is seen writing to a person. */
  readonly typing: Map<string, number>;
  readonly calls: { readonly method: string; readonly body: Json; readonly status: number | 'hang' }[];
}

export const BOT = { token: '900000001:AAtwinTelegramBotToken0000000000000', id: 900000001, username: 'casa_lumen_bot' } as const;

export const openTown = (): Town => ({
  bots: new Map([[BOT.token, newBot(BOT.token, BOT.username)]]),
  people: new Map(),
  said: [],
  files: new Map(),
  taps: new Map(),
  typing: new Map(),
  calls: [],
});

export const newBot = (token: string, username: string): Bot => ({
  token,
  id: Number(token.split(':')[0]),
  username,
  webhook: null,
  allowed: null,
  pending: [],
  count: 500_000_000,
  lastError: null,
  poll: null,
  orders: [],
  quietUntil: 0,
});

/** Nothing was said, and no weather was ordered; bots and who calls them stay. */
export function forgetTown(town: Town): void {
  for (const each of [town.people, town.files, town.taps, town.typing]) each.clear();
  town.said.length = 0;
  town.calls.length = 0;
  for (const bot of town.bots.values()) {
    bot.pending = [];
    bot.orders.length = 0;
    bot.quietUntil = 0;
  }
}

const FIRST_PERSON = 800_000_001;

/** The customer with this id of the twin's, who has the app too. */
export function personOf({ telegram, customers }: World, customer: string): Person {
  const known = telegram.people.get(customer);
  if (known) return known;
  const { name = customer, username = null } = customers.get(customer) ?? {};
  const id = FIRST_PERSON + telegram.people.size;
  const [first_name, ...rest] = name.split(' ');
  const user = {
    id,
    is_bot: false,
    first_name,
    ...(rest.length > 0 ? { last_name: rest.join(' ') } : {}),
    ...(username ? { username } : {}),
    language_code: 'en',
  };
  const person: Person = { id, user, started: new Set(), blocks: new Set() };
  telegram.people.set(customer, person);
  return person;
}

export const botUser = ({ id, username }: Bot): Json => ({ id, is_bot: true, first_name: username, username });

/** The private chat with somebody, as it is told. */
export function chatOf({ user }: Person): Json {
  const { is_bot: _, language_code: __, ...named } = user;
  return { ...named, type: 'private' };
}

/** Each chat counts its own messages. */
export function nextNumber({ said }: Town, bot: Bot, person: Person): number {
  const last = said.findLast((one) => one.bot === bot.token && one.person === person.id);
  return (last?.message.message_id ?? 0) + 1;
}
