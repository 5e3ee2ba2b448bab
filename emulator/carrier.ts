import { openKnocker } from './knock';
import { isDirect } from './scoped';
import type { Account, Message, World } from './world';

/** One POST to a webhook: its bytes never change, however often it must be sent. */
export interface Post {
  readonly number: number;
  readonly account: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** The customers' messages that it tells of. */
  readonly messages: readonly Message[];
  /** `took`: milliseconds until it was answered. */
  readonly attempts: { readonly at: number; readonly outcome: string; readonly took: number }[];
  state: 'waiting' | 'delivered' | 'given up';
}

/** Brings POSTs to webhooks until they are answered with 2xx, or it is of no use any more. */
export interface Carrier {
  readonly world: World;
  /** The HTTP status as text, or a word for what broke. */
  readonly deliver: (account: Account, post: Post) => Promise<string>;
  posts: Post[];
  keep(post: Omit<Post, 'number'>): Post;
  close(): void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits between attempts; the last one again and again. */
const GAPS = [0, 30_000, 2 * MINUTE, 8 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR];
const GIVES_UP_AFTER = { whatsapp: 7 * 24 * HOUR, instagram: HOUR, messenger: HOUR };
const MOST_KEPT = 2_000;

/** `patience`: the longest wait for an answer, in milliseconds. */
export function openCarrier(world: World, patience: number): Carrier {
  let number = 0;
  const { knock, close } = openKnocker(patience);
  const carrier: Carrier = {
    world,
    deliver: async ({ webhook }, { headers, bytes }) =>
      !webhook || webhook.disabled ? 'disabled' : knock(webhook.url, { ...PLAIN, ...headers }, bytes),
    posts: [],
    keep(made) {
      const post = { number: ++number, ...made };
      carrier.posts.push(post);
      if (carrier.posts.length > 2 * MOST_KEPT) carrier.posts = trimmed(carrier.posts);
      return post;
    },
    close,
  };
  return carrier;
}

const PLAIN = { 'content-type': 'application/json', 'user-agent': 'facebookexternalua' };

/** What still waits, and the newest of the others. */
function trimmed(posts: readonly Post[]): Post[] {
  const done = posts.filter(({ state }) => state !== 'waiting');
  return [...posts.filter(({ state }) => state === 'waiting'), ...done.slice(-MOST_KEPT)];
}

export async function attempt(carrier: Carrier, post: Post): Promise<void> {
  const { world } = carrier;
  const at = world.time.now();
  const outcome = world.luck.chance(world.dial.drop) ? 'dropped' : await carrier.deliver(accountOf(world, post), post);
  post.attempts.push({ at, outcome, took: world.time.now() - at });
  if (/^2\d\d$/.test(outcome)) arrived(post);
  else again(carrier, post);
}

function arrived(post: Post): void {
  post.state = 'delivered';
  for (const message of post.messages) if (message.progress === 'sent') message.progress = 'delivered';
}

function again(carrier: Carrier, post: Post): void {
  const { world } = carrier;
  const account = accountOf(world, post);
  // Forgotten while it was under way.
  if (!carrier.posts.includes(post)) return;
  const spent = world.time.now() - (post.attempts[0]?.at ?? 0);
  if (spent > GIVES_UP_AFTER[account.kind] || account.webhook === null || account.webhook.disabled) giveUp(world, account, post);
  else world.time.after(gapAfter(post.attempts.length), () => attempt(carrier, post));
}

function gapAfter(attempts: number): number {
  return GAPS[Math.min(attempts, GAPS.length) - 1] ?? 0;
}

function giveUp(world: World, account: Account, post: Post): void {
  post.state = 'given up';
  // An Instagram account or a Page whose webhook fails for an hour is unsubscribed until somebody sets it again.
  if (isDirect(account) && account.webhook) world.accounts.set(account.id, { ...account, webhook: { ...account.webhook, disabled: true } });
}

function accountOf(world: World, post: Post): Account {
  return world.accounts.get(post.account) as Account;
}
