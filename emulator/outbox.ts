import { bytesOf, signatureOf } from './bytes';
import { attempt, type Carrier, openCarrier, type Post } from './carrier';
import { envelopeOf, type News } from './envelope';
import type { Account, World } from './world';

export interface Outbox {
  /** Tells the account's webhook, as late and as often as the weather is. */
  tell(account: Account, news: News): void;
  /** Tells it at once, whatever the weather, and resolves when the first attempt is over. */
  tellNow(account: Account, news: News): Promise<void>;
  posts(): readonly Post[];
  clear(): void;
  close(): void;
}

interface Waiting {
  readonly due: number;
  readonly news: News;
}

/** What is still to be told, by account, and who carries it. */
interface Box {
  readonly world: World;
  readonly carrier: Carrier;
  readonly waiting: Map<string, Set<Waiting>>;
}

const GATHERING = 500;

/** `patience`: the longest wait for a webhook's answer, in milliseconds. */
export function openOutbox(world: World, patience: number): Outbox {
  const box: Box = { world, carrier: openCarrier(world, patience), waiting: new Map() };
  return {
    tell: (account, news) => tell(box, account, news),
    tellNow: (account, news) => (isHeard(box, account) ? attempt(box.carrier, post(box, account.id, [news])) : Promise.resolve()),
    posts: () => box.carrier.posts,
    clear: () => {
      box.waiting.clear();
      box.carrier.posts = [];
    },
    close: box.carrier.close,
  };
}

/** Without a webhook nobody hears it, and nobody ever will. */
function isHeard({ world }: Box, { id }: Account): boolean {
  return world.accounts.get(id)?.webhook != null;
}

function tell(box: Box, account: Account, news: News): void {
  if (!isHeard(box, account)) return;
  const { world, waiting } = box;
  for (const late of delays(world)) {
    const due = gathered(world, world.time.now() + late);
    waiting.set(account.id, (waiting.get(account.id) ?? new Set()).add({ due, news }));
    world.time.after(due - world.time.now(), () => flush(box, account.id));
  }
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

async function flush(box: Box, id: string): Promise<void> {
  const { world, waiting, carrier } = box;
  const news = taken(waiting.get(id) ?? new Set(), world);
  if (news.length > 0) await attempt(carrier, post(box, id, world.dial.reorder > 0 ? world.luck.shuffled(news) : news));
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

function post({ world, carrier }: Box, id: string, news: readonly News[]): Post {
  const account = world.accounts.get(id) as Account;
  const bytes = bytesOf(envelopeOf(account, news, world.time.now()));
  const messages = news.flatMap(({ message }) => (message ? [message] : []));
  const headers = signatureOf(bytes, account.appSecret, world.dial.signature);
  return carrier.keep({ account: id, bytes, headers, messages, attempts: [], state: 'waiting' });
}
