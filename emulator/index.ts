import { randomBytes } from 'node:crypto';
import { Wrong } from './asks';
import type { Post } from './carrier';
import { ACCOUNTS, CUSTOMERS } from './cast';
import type { Json } from './json';
import { know, openWorld } from './known';
import { openOutbox } from './outbox';
import type { Scene } from './people';
import { listen } from './server';
import { machineTime, openTime, type Source } from './time';
import { act } from './verbs';
import { type Thread, threadOf } from './views';
import type { Account, World } from './world';

export type { Post } from './carrier';
export { handTime, type Source } from './time';
export type { MessageView } from './views';
export type { Account, World } from './world';

export interface TwinOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The same seed, the same ids and weather. */
  readonly seed?: string;
  /** Opens the control API and the phone; made up when left out. */
  readonly bearer?: string;
  readonly time?: Source;
  /** False: without accounts and customers; `account` and `customer` add them. */
  readonly cast?: boolean;
  /** Longest wait for a webhook's answer, in milliseconds. */
  readonly patience?: number;
}

export interface Twin {
  /** What GRAPH_API_URL is to be. */
  readonly url: string;
  readonly bearer: string;
  /** The phone in the browser, with the bearer after the #. */
  readonly phoneUrl: string;
  readonly world: World;
  posts(): readonly Post[];
  account(kind: Account['kind']): Account;
  /** Asks for anything that the control API has: `act('say', { customer: 'ana', text: 'Hello' })`. */
  act(verb: string, input?: Json): Promise<Json>;
  /** What `act` objected to in what was asked; null for any other error. */
  objection(error: unknown): string | null;
  /** One conversation as the customer's phone shows it, by the ids of account and customer. */
  thread(account: string, customer: string): Thread;
  /** Turns the clock and waits until what fell due is done; without a number, does what is due now. */
  advance(ms?: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a twin of Meta's Graph on loopback, with two accounts and a few customers unless told otherwise. */
export async function openTwin(options: TwinOptions = {}): Promise<Twin> {
  const {
    port = 0,
    seed = randomBytes(8).toString('hex'),
    bearer = randomBytes(18).toString('base64url'),
    time = machineTime,
    patience = 20_000,
    cast = true,
  } = options;
  const world = openWorld(openTime(time), seed);
  if (cast) {
    for (const account of ACCOUNTS) world.accounts.set(account.id, account);
    for (const customer of CUSTOMERS) know(world, customer);
  }
  const outbox = openOutbox(world, patience);
  const scene: Scene = { world, outbox };
  const door = await listen(scene, bearer, port);
  world.base = door.url;
  return {
    url: door.url,
    bearer,
    phoneUrl: `${door.url}/#${bearer}`,
    world,
    posts: outbox.posts,
    account: (kind) => [...world.accounts.values()].find((account) => account.kind === kind) as Account,
    act: async (verb, input = {}) => ((await act(scene, verb, input)) ?? {}) as Json,
    objection: (error) => (error instanceof Wrong ? error.message : null),
    thread: (account, customer) => threadOf(scene, account, customer),
    advance: (ms = 0) => world.time.advance(ms),
    close: () => {
      world.time.clear();
      outbox.close();
      return door.close();
    },
  };
}
