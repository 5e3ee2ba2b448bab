import { bytesOf, signatureOf } from './bytes';
import { envelopeOf, type News } from './envelope';
import type { Account, Message, World } from './world';

export type PostState = 'waiting' | 'delivered' | 'given up';

/** One POST to a webhook: its bytes never change, however often it must be sent. */
export interface Post {
  readonly number: number;
  readonly account: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** The customers' messages that it tells of. */
  readonly messages: readonly Message[];
  readonly attempts: { readonly at: number; readonly outcome: string }[];
  state: PostState;
}

export interface Outbox {
  readonly fetch: typeof fetch;
  /** Tells the account's webhook, `wait` milliseconds from now or later, as the weather is. */
  tell(account: Account, news: News, wait?: number): void;
  /** Tells it at once, whatever the weather, and resolves when the first attempt is over. */
  tellNow(account: Account, news: News): Promise<void>;
  posts(): readonly Post[];
  clear(): void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits between attempts; the last one again and again. */
const GAPS = [0, 30_000, 2 * MINUTE, 8 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR];
const GIVES_UP_AFTER = { whatsapp: 7 * 24 * HOUR, instagram: HOUR };
const GATHERING = 500;
const MOST_KEPT = 2_000;

export interface OutboxOptions {
  readonly fetch: typeof fetch;
  /** Longest wait for a webhook's answer, in milliseconds. */
  readonly patience: number;
}

export function openOutbox(world: World, { fetch, patience }: OutboxOptions): Outbox {
  const waiting = new Map<string, Set<Waiting>>();
  let posts: Post[] = [];
  let made = 0;

  const tell = (account: Account, news: News, wait = 0) => {
    if (!world.accounts.get(account.id)?.webhook) return;
    for (const extra of delays(world)) enqueue(account.id, news, wait + extra);
  };
  const enqueue = (id: string, news: News, wait: number) => {
    const due = gathered(world, world.time.now() + wait);
    waiting.set(id, (waiting.get(id) ?? new Set()).add({ due, news }));
    world.time.after(due - world.time.now(), () => flush(id));
  };
  const flush = async (id: string) => {
    const news = taken(waiting.get(id) ?? new Set(), world);
    if (news.length === 0) return;
    await attempt(make(id, world.dial.reorder > 0 ? world.luck.shuffled(news) : news));
  };
  const make = (id: string, news: readonly News[]): Post => {
    const account = accountOf(world, id);
    const bytes = bytesOf(envelopeOf(account, news, world.time.now()));
    const messages = news.flatMap(({ message }) => (message ? [message] : []));
    const headers = signatureOf(bytes, account.appSecret, world.dial.signature);
    const post: Post = { number: ++made, account: id, bytes, headers, messages, attempts: [], state: 'waiting' };
    posts.push(post);
    if (posts.length > MOST_KEPT * 2)
      posts = [...posts.filter(({ state }) => state === 'waiting'), ...posts.filter(({ state }) => state !== 'waiting').slice(-MOST_KEPT)];
    return post;
  };
  const attempt = async (post: Post): Promise<void> => {
    const at = world.time.now();
    const outcome = world.luck.chance(world.dial.drop) ? 'dropped' : await deliver(fetch, accountOf(world, post.account), post, patience);
    post.attempts.push({ at, outcome });
    if (/^2\d\d$/.test(outcome)) arrived(post);
    else again(post);
  };
  const again = (post: Post) => {
    const account = accountOf(world, post.account);
    const spent = world.time.now() - (post.attempts[0]?.at ?? 0);
    if (spent > GIVES_UP_AFTER[account.kind] || account.webhook === null || account.webhook.disabled) return giveUp(account, post);
    const gap = GAPS[Math.min(post.attempts.length, GAPS.length) - 1] ?? 0;
    world.time.after(gap, () => (post.state === 'waiting' && posts.includes(post) ? attempt(post) : undefined));
  };
  const giveUp = (account: Account, post: Post) => {
    post.state = 'given up';
    // An Instagram account whose webhook fails for an hour is unsubscribed until somebody sets it again.
    if (account.kind === 'instagram' && account.webhook)
      world.accounts.set(account.id, { ...account, webhook: { ...account.webhook, disabled: true } });
  };

  return {
    fetch,
    tell,
    tellNow: (account, news) => (world.accounts.get(account.id)?.webhook ? attempt(make(account.id, [news])) : Promise.resolve()),
    posts: () => posts,
    clear: () => {
      waiting.clear();
      posts = [];
    },
  };
}

interface Waiting {
  readonly due: number;
  readonly news: News;
}

/** Takes what is due, as much as goes into one POST. */
function taken(waiting: Set<Waiting>, { time, dial }: World): News[] {
  const due: Waiting[] = [];
  for (const item of waiting) {
    if (due.length === dial.batch) break;
    if (item.due <= time.now()) due.push(item);
  }
  for (const item of due) waiting.delete(item);
  return due.map(({ news }) => news);
}

/** How much later than asked each copy of an event leaves. */
function delays({ dial, luck }: World): number[] {
  const late = () => luck.between(0, dial.delay) + (luck.chance(dial.reorder) ? luck.between(500, 3_000) : 0);
  const first = late();
  return luck.chance(dial.duplicate) ? [first, first + luck.between(1, 5_000)] : [first];
}

/** Events that are to share a POST leave together, on the half second. */
function gathered({ dial }: World, due: number): number {
  return dial.batch > 1 ? (Math.floor(due / GATHERING) + 1) * GATHERING : due;
}

function accountOf(world: World, id: string): Account {
  const account = world.accounts.get(id);
  if (!account) throw new Error(`there is no account ${id}`);
  return account;
}

function arrived(post: Post): void {
  post.state = 'delivered';
  for (const message of post.messages) if (message.progress === 'sent') message.progress = 'delivered';
}

/** The HTTP status as text, or a word for what broke. */
async function deliver(fetch: typeof globalThis.fetch, { webhook }: Account, post: Post, patience: number): Promise<string> {
  if (!webhook || webhook.disabled) return 'disabled';
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'facebookexternalua', ...post.headers },
      body: new Uint8Array(post.bytes),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timed out' : 'unreachable';
  }
}
